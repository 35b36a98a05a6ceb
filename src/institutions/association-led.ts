import { recordParameters, recordRules, type Sourced } from './common.ts';
import { defineInstitution } from './institution.ts';
import { contributors, isBank, readers } from './sharing.ts';

const fiveYears: Sourced = [20, 'CIC, Japan: within five years after the end of the contract'];
const rare: Sourced = [0.005, 'assumption: low, because members check each other'];

/**
 * Two industry associations, the banks' and the other lenders'. Members read each other in full, and
 * the other association's defaults (as through Japan's CRIN). Only who furnishes reads: a lender that
 * leaves loses access.
 */
export const associationLed = defineInstitution({
  id: 'association-led',
  label: 'Association-led',
  facts: {
    representative: 'Japan',
    mechanism: 'industry association',
    purpose: 'credit rating',
    openness: 'medium: members',
    dataSources: 'members of the association',
    character: 'voluntary, non-profit',
  },
  parameters: recordParameters({
    retentionNegative: fiveYears,
    retentionPositive: fiveYears,
    falseDefault: rare,
    missedDefault: rare,
    fee: [0.0005, 'assumption: a quarter of the market-led fee, at cost'],
  }),
  rules: (p) => ({
    contributes: contributors('may'),
    access: readers({
      level(reader, contributor, lenders, contributing) {
        if (!contributing[reader]) return 'none';
        return isBank(lenders, reader) === isBank(lenders, contributor) ? 'full' : 'negative';
      },
      fee: p.fee,
    }),
    ...recordRules(p),
  }),
});
