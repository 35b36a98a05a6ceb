import { Access, Duty, LenderKind, defineInstitution } from 'creditlab';

/** The government-led registry as a stranger might write it, from the bare contract. */
export default defineInstitution({
  id: 'registry',
  label: 'Registry',
  facts: {
    representative: 'none',
    mechanism: 'a registry of a benchmark',
    purpose: 'to be timed',
    openness: 'low',
    dataSources: 'banks',
    character: 'mandatory, non-profit',
  },
  parameters: {},
  rules: () => ({
    contributes(lenders, out) {
      for (let j = 0; j < lenders.n; ++j) {
        out[j] = lenders.kind[j] === LenderKind.bank ? Duty.must : Duty.barred;
      }
    },
    access(lenders, contributing, out) {
      for (let j = 0; j < lenders.n; ++j) {
        if (lenders.kind[j] !== LenderKind.bank) continue;
        for (let q = 0; q < lenders.n; ++q) {
          if (contributing[q]) out.level[j * lenders.n + q] = Access.full;
        }
      }
    },
    records: { retentionNegative: 20, retentionPositive: 20, lag: 0, threshold: 0 },
    errors: { falseDefault: 0.005, missedDefault: 0.005, standardsGap: 0 },
    perks: 0,
    costPerReport: 0,
  }),
});
