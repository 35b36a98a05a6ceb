import type { Row } from '../measures/row.ts';
import { contest, isTie, type Answer } from './contest.ts';
import { shapley } from './decomposition.ts';
import { ranking, type Place } from './ranking.ts';
import { samplesOf } from './samples.ts';
import type { Cast } from './sentences.ts';
import { costs } from './verdict-costs.ts';
import { doubts } from './verdict-doubts.ts';
import { littleLent, mayBeNone } from './verdict-notes.ts';

export type { Answer } from './contest.ts';

/**
 * What a run shows, in plain sentences computed from its numbers. A sentence claims a difference only if it
 * survives the correction for all pairs; otherwise it says that the two cannot be told apart.
 *
 * @param rows of one scenario
 */
export function verdict(rows: readonly Row[], cast: Cast): Answer[] {
  const samples = samplesOf(rows);
  const selection = ranking(samples, shapley, 'adverse-selection:welfare');
  const action = ranking(samples, shapley, 'moral-hazard:welfare');
  const rank = (measure: string) => ranking(samples, 'actual', measure);
  const noted = (answer: Answer, places: readonly Place[]): Answer => ({
    ...answer,
    sentences: [...answer.sentences, ...mayBeNone(places), ...littleLent(samples, places, cast)],
  });
  const winners = [selection, action].flatMap((places) =>
    isTie(places) ? [] : (places[0]?.institution ?? []),
  );
  return [
    noted(
      contest('Which institution leaves the least adverse selection?', selection, cast, {
        claim: 'leaves the least adverse selection',
        amount: 'showing lenders the types would add',
        measure: 'adverse-selection:welfare',
      }),
      selection,
    ),
    noted(
      contest('Which one disciplines best?', action, cast, {
        claim: 'leaves the least moral hazard',
        amount: 'contracts on effort and repayment would add',
        measure: 'moral-hazard:welfare',
      }),
      action,
    ),
    contest('Where do the fewest refuse to pay?', rank('will-not-pay-rate'), cast, {
      claim: 'has the fewest borrowers who could pay and do not',
      measure: 'will-not-pay-rate',
    }),
    contest('Which one is best for all together?', rank('welfare'), cast, {
      claim: 'has the highest welfare',
      measure: 'welfare',
    }),
    costs(samples, [...new Set(winners)], cast),
    doubts(samples, cast),
  ].filter((answer) => answer.sentences.length > 0);
}
