import type { Row } from '../measures/row.ts';
import { shapley } from './decomposition.ts';
import { passportOf } from './dictionary.ts';
import { againstReference, errorRate, ranking, type Place } from './ranking.ts';
import { samplesOf, type Samples } from './samples.ts';
import { distance, list, nameOf, quantity, type Cast } from './sentences.ts';
import { costs } from './verdict-costs.ts';

/** A question and the sentences that answer it. */
export interface Answer {
  readonly question: string;
  readonly sentences: readonly string[];
}

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
  const winners = [selection, action].flatMap((places) =>
    isTie(places) ? [] : (places[0]?.institution ?? []),
  );
  return [
    contest('Which institution leaves the least adverse selection?', selection, cast, {
      claim: 'leaves the least adverse selection: showing lenders the types would add',
      measure: 'adverse-selection:welfare',
    }),
    contest('Which one disciplines best?', action, cast, {
      claim: 'leaves the least moral hazard: contracts on effort and repayment would add',
      measure: 'moral-hazard:welfare',
    }),
    contest('Where do the fewest refuse to pay?', rank('will-not-pay-rate'), cast, {
      claim: 'has the fewest borrowers who could pay and do not:',
      measure: 'will-not-pay-rate',
    }),
    contest('Which one is best for all together?', rank('welfare'), cast, {
      claim: 'has the highest welfare:',
      measure: 'welfare',
    }),
    costs(samples, [...new Set(winners)], cast),
    noise(samples, cast),
  ].filter((answer) => answer.sentences.length > 0);
}

export interface Words {
  /** What follows the winner's name, up to the amount. */
  readonly claim: string;
  readonly measure: string;
}

/** Whether several institutions have the same value in every replicate. */
function isTie(places: readonly Place[]): boolean {
  return (
    places.length > 1 &&
    places.every(({ behind }) => behind.mean === 0 && !(behind.standardError > 0))
  );
}

/** The winner of one measure, its interval, and who cannot be told apart from it. */
export function contest(
  question: string,
  places: readonly Place[],
  cast: Cast,
  words: Words,
): Answer {
  const { claim, measure } = words;
  const name = (place: Place) => nameOf(place.institution, cast);
  if (places.length === 0) return { question, sentences: [unmeasured(measure)] };
  const [best, ...rest] = places;
  if (isTie(places)) {
    const level = quantity(best.value, measure);
    return { question, sentences: [`All institutions are the same in this: ${level}.`] };
  }
  const first = `${name(best)} ${claim} ${quantity(best.value, measure)}.`;
  if (rest.length === 0) return { question, sentences: [first, 'It is the only one here.'] };
  if (best.value.n < 2) {
    return { question, sentences: [first, 'One replicate: this order may be nothing but chance.'] };
  }
  const alike = rest.filter((place) => !place.toldApart);
  const apart = rest.find((place) => place.toldApart);
  if (!apart) {
    return { question, sentences: [first, 'No other institution can be told apart from it.'] };
  }
  const nearest = `${name(apart)}, ${distance(apart.behind, measure)} behind`;
  return {
    question,
    sentences:
      alike.length === 0
        ? [first, `All others are behind by more than chance; the nearest is ${nearest}.`]
        : [
            first,
            `It cannot be told apart from ${list(alike.map(name))}.`,
            `The nearest that can be told apart is ${nearest}.`,
          ],
  };
}

/** Measures whose noise is spelt out. */
const spelt = [
  ['actual', 'welfare'],
  ['actual', 'approval-rate'],
  ['actual', 'default-rate'],
  ['actual', 'will-not-pay-rate'],
  [shapley, 'adverse-selection:welfare'],
  [shapley, 'moral-hazard:welfare'],
] as const;

/** How the numbers are to be read, and who differs from the reference in nothing that shows. */
function noise(samples: Samples, cast: Cast): Answer {
  const question = 'How sure is this?';
  const n = samples.replicates.length;
  const reference = nameOf(cast.reference, cast);
  if (n < 2) {
    const none = 'One replicate has no interval: nothing here can be told apart from chance.';
    return { question, sentences: [`${none} Run with --replicates 20.`] };
  }
  const alike = spelt.flatMap(([world, measure]) => {
    const comparisons = againstReference(samples, world, measure, cast.reference);
    const noisy = [...comparisons].filter(([, { adjustedP }]) => adjustedP > errorRate);
    if (noisy.length === 0) return [];
    const { title } = passportOf(measure);
    if (noisy.length === comparisons.size && noisy.length > 1) {
      return `${title}: none of the others can be told apart from ${reference}.`;
    }
    const names = list(noisy.map(([institution]) => nameOf(institution, cast)));
    return `${title}: ${names} cannot be told apart from ${reference}.`;
  });
  return {
    question,
    sentences: [
      `Intervals are 95 % by Student's t over ${n} replicates. Differences are paired by seed: the same people with the same luck meet both institutions.`,
      "Told apart means at 5 % after Holm's correction: above over all pairs of institutions in a measure, below over all that are held against the reference. Nothing is corrected across measures.",
      ...alike,
    ],
  };
}

function unmeasured(measure: string): string {
  return measure.includes(':')
    ? 'Not measured: it needs all four worlds (leave out --worlds).'
    : 'Not defined: nobody took a loan anywhere.';
}
