import { defineInstitution, normalCdf, readers, contributors, type ScoreBatch } from 'creditlab';

/** Points between the lowest and the highest percentile of each behaviour. */
const slopes = [20, 20, 50, 40, 60, 60, 80, 70, 100];
const centre = 650;

/** Everybody shares, and a score of the nine behaviours is shown to all: the one rule that runs for every applicant. */
export default defineInstitution({
  id: 'score',
  label: 'Score',
  facts: {
    representative: 'none',
    mechanism: 'a score of a benchmark',
    purpose: 'to be timed',
    openness: 'high',
    dataSources: 'all lenders',
    character: 'mandatory, non-profit',
  },
  parameters: {},
  rules: () => ({
    contributes: contributors('must'),
    access: readers({ level: () => 'full', score: () => true, fee: 0 }),
    records: { retentionNegative: 20, retentionPositive: 20, lag: 0, threshold: 0 },
    errors: { falseDefault: 0, missedDefault: 0, standardsGap: 0 },
    perks: 0,
    costPerReport: 0,
    score: { authenticity: slopes.map(() => 0.5), points },
  }),
});

/** Borrower by borrower, as one writes it first. */
function points({ n, behaviours, repaid, defaults }: ScoreBatch, out: Float64Array): void {
  for (let i = 0; i < n; ++i) {
    let sum = centre + 4 * Math.min(repaid[i], 10) - 40 * Math.min(defaults[i], 3);
    for (let b = 0; b < slopes.length; ++b) {
      sum += slopes[b] * (normalCdf(behaviours[b][i]) - 0.5);
    }
    out[i] = Math.min(950, Math.max(350, Math.round(sum)));
  }
}
