import { recordParameters, recordRules } from './common.ts';
import { defineInstitution } from './institution.ts';
import { contributors, readers } from './sharing.ts';

/** Every lender reads every other's whole record, at once and without error. The upper benchmark. */
export const fullSharing = defineInstitution({
  id: 'full-sharing',
  label: 'Full sharing',
  facts: {
    representative: 'no country: a benchmark',
    mechanism: 'all lenders open their records to each other',
    purpose: 'shows the most that sharing loan records can do',
    openness: 'high: all lenders, defaults and repaid loans',
    dataSources: 'all lenders',
    character: 'mandatory, without errors or fees',
  },
  parameters: recordParameters(),
  rules: (p) => ({
    contributes: contributors('must'),
    access: readers({ level: () => 'full', fee: p.fee }),
    ...recordRules(p),
  }),
});
