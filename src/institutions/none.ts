import { recordParameters, recordRules } from './common.ts';
import { defineInstitution } from './institution.ts';
import { contributors, readers } from './sharing.ts';

/** Nobody shares anything: each lender knows its own borrowers only. The lower benchmark. */
export const none = defineInstitution({
  id: 'none',
  label: 'No sharing',
  facts: {
    representative: 'no country: a benchmark',
    mechanism: 'no institution',
    purpose: 'shows what lenders can do with their own records alone',
    openness: 'closed: every lender keeps its records to itself',
    dataSources: 'the lender’s own loans',
    character: 'no reporting',
  },
  parameters: recordParameters(),
  rules: (p) => ({
    contributes: contributors('barred'),
    access: readers({ level: () => 'none', fee: p.fee }),
    ...recordRules(p),
  }),
});
