import { defineFact } from '../../fact.ts';
import { matureFiles } from '../../read/mature.ts';
import { bureauScore } from '../../read/bureau-score.ts';
import { shareOf } from '../../read/scored-file.ts';

/** Five price tiers that hold equally many of these people: which one a score falls into, 0 the worst. */
function tiersBy(score: Float64Array, rows: Int32Array): (score: number) => number {
  const order = Float64Array.from(rows, (i) => score[i]).sort();
  const bounds = [1, 2, 3, 4].map((k) => order[Math.floor((order.length * k) / 5)]);
  return (one) => bounds.filter((bound) => one >= bound).length;
}

export const errorMovesTier = defineFact({
  id: 'error-moves-tier',
  title: '… whose risk tier it changes',
  source: 'Federal Trade Commission 2012: 5 %',
  kind: 'published',
  band: [0.02, 0.1],
  unit: 'share of people with a file',
  population: 'market-led, five equal price tiers',
  value: 0.05,
  fitted: false,
  needs: { market: matureFiles },
  of: ({ market: { people } }) => {
    const { bureau, corrected } = people.files;
    const { score, of, rows } = bureauScore(people, bureau);
    const tierOf = tiersBy(score, rows);
    const right = of(corrected);
    return shareOf(rows, (i) => tierOf(score[i]) !== tierOf(right[i]));
  },
});
