import { recordParameters, recordRules, type Sourced } from './common.ts';
import { defineInstitution } from './institution.ts';
import { contributors, isBank, readers } from './sharing.ts';

const fiveYears: Sourced = [20, 'assumption: five years; public registries of the EU differ'];
const rare: Sourced = [0.005, 'assumption: low, because accuracy is laid down by law'];

/** A public credit registry, run by the central bank: banks must report, and only banks read. */
export const governmentLed = defineInstitution({
  id: 'government-led',
  label: 'Government-led',
  facts: {
    representative: 'European Union',
    mechanism: 'government or central bank',
    purpose: 'credit rating (as printed; section 2.2 says supervision)',
    openness: 'low: financial institutions only',
    dataSources: 'banks',
    character: 'mandatory, non-profit',
  },
  parameters: recordParameters({
    retentionNegative: fiveYears,
    retentionPositive: fiveYears,
    falseDefault: rare,
    missedDefault: rare,
    fee: [0, 'assumption: a public service, paid from the budget'],
    threshold: [0, 'assumption: every loan is reported; many registries have a minimum'],
  }),
  rules: (p) => ({
    contributes: contributors({ bank: 'must' }),
    access: readers({
      // Only banks contribute, so there is nobody else to read.
      level: (reader, _, lenders) => (isBank(lenders, reader) ? 'full' : 'none'),
      fee: p.fee,
    }),
    ...recordRules(p),
  }),
});
