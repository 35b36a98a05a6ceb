import { auc, defineFact, defineInstitution, institutions, mean } from 'creditlab';

/** An institution of one's own, as a fact may bring one: full sharing that forgets after two years. */
const forgetful = defineInstitution({
  ...institutions['full-sharing'],
  id: 'forgetful',
  label: 'Forgetful',
  parameters: {},
  rules: () => institutions['full-sharing'].rules({ retentionNegative: 8, retentionPositive: 8 }),
});

/** Reads all that can be asked for, of markets changed in all ways that they can be. */
export default defineFact({
  id: 'everything',
  title: 'A fact that reads everything',
  source: 'none: a test',
  kind: 'law',
  band: [-1, 1],
  unit: 'number',
  population: 'all',
  needs: {
    plain: {
      institution: 'sesame',
      watch: {
        applications: true,
        loans: true,
        trials: true,
        people: {
          after: 0,
          ahead: 2,
          files: { bank: 0, seen: { access: 'negative' }, all: 'complete' },
        },
      },
    },
    changed: {
      institution: forgetful,
      economy: { search: { quotes: 1 } },
      lenders: ['bank-1', 'bank-2'],
      counted: 12,
    },
    short: { institution: 'negative-only', values: { retentionNegative: 4 } },
  },
  of({ plain, changed, short }) {
    const { applications, loans, trials, people } = plain;
    const numbers = [
      auc(
        applications.estimate.map((p) => -p),
        applications.bad,
        Int32Array.from(applications.bad.keys()),
      ),
      mean([...loans.endedAt]),
      mean([...trials.took]),
      mean([...people.files['bank'].length]),
      changed.measure('apr'),
      changed.market.lenders.length,
      short.sum('loans'),
    ];
    if (numbers.some((x) => !(x > 0))) throw new Error(`a number is missing: ${numbers.join(' ')}`);
    if (changed.market.quarters < 12) throw new Error('the run is too short');
    return mean([...people.files['seen'].repaid]);
  },
});
