import { toggle } from '../parameters.ts';
import { sesameParameters, sesameScoreRules } from '../scores/index.ts';
import { recordParameters, recordRules, type Sourced } from './common.ts';
import { defineInstitution } from './institution.ts';
import { contributors, internetLenders, isBank, readers } from './sharing.ts';

const fiveYears: Sourced = [
  20,
  'China, Regulation on the Administration of the Credit Reporting Industry (2013), art. 16: five years',
];
const asNegative: Sourced = [20, 'assumption: as negative data; the regulation sets no limit'];

/**
 * A score from the digital footprint, kept by a platform. Internet lenders furnish their loans to it;
 * they and the consumer-finance companies read those loans and the score. Banks stay outside.
 */
export const sesame = defineInstitution({
  id: 'sesame',
  label: 'Sesame Credit',
  facts: {
    representative: 'China: Ant’s Sesame Credit, alone',
    mechanism: 'a platform’s credit-scoring company',
    purpose: 'credit rating from the digital footprint',
    openness: 'medium: internet lenders and partners',
    dataSources: 'the platform’s behaviours, loans of its lenders',
    character: 'voluntary, for profit',
  },
  parameters: {
    ...recordParameters({ retentionNegative: fiveYears, retentionPositive: asNegative }),
    ...sesameParameters,
    banksRead: toggle(false, {
      about: 'whether banks see the score too',
      source: 'assumption: banks keep to the registry’s reports',
      plausible: { reason: 'banks were free to read the score' },
    }),
    shareLoans: toggle(true, {
      about: 'whether readers see the loans of internet lenders beside the score',
      source: 'assumption: loans within the ecosystem are shared',
      plausible: { reason: 'the platform never said whether they see more than the score' },
    }),
  },
  rules: (p) => ({
    contributes: contributors({ internet: p.shareLoans ? 'may' : 'barred' }),
    access: readers({
      level: (reader, _, lenders) => (isBank(lenders, reader) ? 'none' : 'full'),
      score: (reader, lenders) => p.banksRead || !isBank(lenders, reader),
      fee: p.fee,
    }),
    score: { ...sesameScoreRules(p), ecosystem: internetLenders },
    ...recordRules(p),
  }),
});
