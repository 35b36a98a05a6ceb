import { partMeasures } from './decomposition.ts';
import { passportOf } from './dictionary.ts';
import type { Place } from './ranking.ts';
import { distance, list, nameOf, quantity, type Cast } from './sentences.ts';

/** A question and the sentences that answer it. */
export interface Answer {
  readonly question: string;
  readonly sentences: readonly string[];
}

/** How a lead is put into words. */
export interface Words {
  /** What follows the leader's name: "leaves the least adverse selection". */
  readonly claim: string;
  /** What stands before the amount, if it needs saying: "showing lenders the types would add". */
  readonly amount?: string;
  readonly measure: string;
}

/** Whether several institutions have the same value in every replicate. */
export function isTie(places: readonly Place[]): boolean {
  return (
    places.length > 1 &&
    places.every(({ behind }) => behind.mean === 0 && !(behind.standardError > 0))
  );
}

/** Who leads in one measure, by how much, and who cannot be told apart from it. A lead within chance is not called one. */
export function contest(
  question: string,
  places: readonly Place[],
  cast: Cast,
  { claim, amount, measure }: Words,
): Answer {
  const answer = (...sentences: readonly string[]): Answer => ({ question, sentences });
  const name = (place: Place) => nameOf(place.institution, cast);
  if (places.length === 0) return answer(unmeasured(measure));
  const [best, ...rest] = places;
  const level = quantity(best.value, measure);
  if (isTie(places)) return answer(`All institutions are the same in this: ${level}.`);
  const amounts = amount === undefined ? level : `${amount} ${level}`;
  const lead = `${name(best)} ${claim}: ${amounts}`;
  if (rest.length === 0) return answer(`${lead}.`, 'It is the only one here.');
  if (best.value.n < 2) {
    return answer(`${lead}.`, 'One replicate: this order may be nothing but chance.');
  }
  const apart = rest.find((place) => place.toldApart);
  if (!apart) {
    return answer(
      `This cannot be told. The best estimate is that of ${name(best)}: ${amounts}. No other institution can be told apart from it.`,
    );
  }
  const nearest = `${name(apart)}, ${distance(apart.behind, measure)} behind`;
  const alike = rest.filter((place) => !place.toldApart).map(name);
  return alike.length === 0
    ? answer(`${lead}.`, `All others are behind by more than chance; the nearest is ${nearest}.`)
    : answer(
        `${lead}; but it cannot be told apart from ${list(alike)}.`,
        `The nearest that can be told apart is ${nearest}.`,
      );
}

function unmeasured(measure: string): string {
  const [population] = passportOf(measure).population.split(/[,;]/);
  return partMeasures.some(({ id }) => id === measure)
    ? 'Not measured: it needs all four worlds (leave out --worlds).'
    : `Not defined: it is counted ${population}, and there were none.`;
}
