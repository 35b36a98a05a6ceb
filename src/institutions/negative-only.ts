import { recordParameters, recordRules } from './common.ts';
import { defineInstitution } from './institution.ts';
import { contributors, readers } from './sharing.ts';

/** Every lender learns of every default, and of nothing else (Padilla & Pagano 2000). */
export const negativeOnly = defineInstitution({
  id: 'negative-only',
  label: 'Negative data only',
  facts: {
    representative: 'no country: a benchmark after Padilla & Pagano (2000)',
    mechanism: 'all lenders exchange their black lists',
    purpose: 'shows how far defaults alone discipline borrowers',
    openness: 'high: all lenders, defaults only',
    dataSources: 'all lenders',
    character: 'mandatory, without errors or fees',
  },
  parameters: recordParameters(),
  rules: (p) => ({
    contributes: contributors('must'),
    access: readers({ level: () => 'negative', fee: p.fee }),
    ...recordRules(p),
  }),
});
