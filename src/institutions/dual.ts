import { sesameParameters, sesameScoreRules } from '../scores/index.ts';
import { joinTiers } from './combine.ts';
import { recordParameters, recordRules, type Sourced } from './common.ts';
import { defineInstitution, type Rules } from './institution.ts';
import { safeguardParameters, safeguarded } from './safeguards.ts';
import { contributors, internetLenders, isBank, readers } from './sharing.ts';

const fiveYears: Sourced = [
  20,
  'China, Regulation on the Administration of the Credit Reporting Industry (2013), art. 16: five years',
];
const asNegative: Sourced = [20, 'assumption: as negative data; the regulation sets no limit'];

/**
 * China's two tiers beside each other (Figure 2 of the paper): the central registry, for banks; a licensed market bureau,
 * for the other lenders, with the Sesame score. Data do not cross between the tiers, and
 * lenders of different kinds within the bureau keep them by different standards.
 */
export const dual = defineInstitution({
  id: 'dual',
  label: 'Dual',
  facts: {
    representative: 'China',
    mechanism: 'central-bank registry beside a licensed market bureau and the Sesame score',
    purpose: 'supervision (registry), credit rating (bureau)',
    openness: 'medium: each tier for its own lenders',
    dataSources: 'banks (registry); other lenders and the digital footprint (bureau)',
    character: 'mandatory and non-profit for banks, voluntary and for profit for the others',
  },
  parameters: {
    ...recordParameters({
      retentionNegative: fiveYears,
      retentionPositive: asNegative,
      standardsGap: [
        0.05,
        'assumption: size ours; standards differ by Xu, Guo & Li, section 3.2.2',
      ],
    }),
    ...sesameParameters,
    ...safeguardParameters,
  },
  rules: (p) => {
    const bureauAndRegistry: readonly [Rules, Rules] = [
      // The bureau, whose errors have the draws that the whole had before it was two.
      {
        contributes: contributors({ 'consumer-finance': 'may', internet: 'may' }),
        access: readers({
          level: (reader, _, lenders) => (isBank(lenders, reader) ? 'none' : 'full'),
          score: (reader, lenders) => !isBank(lenders, reader),
          fee: p.fee,
        }),
        score: { ...sesameScoreRules(p), ecosystem: internetLenders },
        ...recordRules(p),
      },
      // The registry: banks must report, and only banks read.
      {
        contributes: contributors({ bank: 'must' }),
        access: readers({
          level: (reader, _, lenders) => (isBank(lenders, reader) ? 'full' : 'none'),
          fee: p.fee,
        }),
        ...recordRules(p),
      },
    ];
    const [bureau, registry] = bureauAndRegistry;
    return joinTiers([safeguarded(bureau, p), safeguarded(registry, p)]);
  },
});
