import { contributors, defineInstitution, readers, recordParameters, recordRules } from 'creditlab';

/** Every lender must report and may read, but a default is forgotten after a year. */
export default defineInstitution({
  id: 'forgiving-registry',
  label: 'Forgiving registry',
  facts: {
    representative: 'no country: an example',
    mechanism: 'a public registry of all lenders',
    purpose: 'a second chance for borrowers',
    openness: 'medium: lenders only',
    dataSources: 'all lenders',
    character: 'mandatory, non-profit',
  },
  parameters: recordParameters({
    retentionNegative: [4, 'assumption: a default is forgotten after a year'],
    retentionPositive: [20, 'assumption: a repaid loan is remembered for five years'],
  }),
  rules: (p) => ({
    contributes: contributors('must'),
    access: readers({ level: () => 'full', fee: p.fee }),
    ...recordRules(p),
  }),
});
