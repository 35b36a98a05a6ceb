import type { Passport } from '../measures/index.ts';
import type { RankedInstitution } from '../replicates/index.ts';
import { distance, enumerated, institutionName, quantity, type Cast } from './sentences.ts';
import { verdictWords } from './verdict-words.ts';

/** A question and the sentences that answer it. */
export interface Answer {
  readonly question: string;
  readonly sentences: readonly string[];
}

/** How a lead is put into words. */
export interface LeadWords {
  /** What follows the leader's name: "leaves the least adverse selection". */
  readonly claim: string;
  /** What stands before the amount, if it needs saying: "showing lenders the types would add". */
  readonly amount?: string;
  readonly measure: Passport;
}

/** Whether several institutions have the same value in every replicate. */
export function isTie(places: readonly RankedInstitution[]): boolean {
  return (
    places.length > 1 &&
    places.every(({ behind }) => behind.mean === 0 && !(behind.standardError > 0))
  );
}

/** Who leads in one measure, by how much, and who cannot be told apart from it. A lead within chance is not called one. */
export function contest(
  question: string,
  places: readonly RankedInstitution[],
  cast: Cast,
  { claim, amount, measure }: LeadWords,
): Answer {
  const { language = 'en' } = cast;
  const say = verdictWords[language];
  const answer = (...sentences: readonly string[]): Answer => ({ question, sentences });
  const name = (place: RankedInstitution) => institutionName(place.institution, cast);
  if (places.length === 0) return answer(say.unmeasured(measure));
  const [best, ...rest] = places;
  const level = quantity(best.value, measure, language);
  if (isTie(places)) return answer(say.same(level));
  const amounts = amount === undefined ? level : say.amount(amount, level);
  const lead = say.lead(name(best), claim, amounts);
  if (rest.length === 0) return answer(say.end(lead), say.onlyOne);
  if (best.value.n < 2) return answer(say.end(lead), say.perhapsChance);
  const apart = rest.find((place) => place.toldApart);
  if (!apart) return answer(say.untold(name(best), amounts));
  const nearest = say.nearest(name(apart), distance(apart.behind, measure, language));
  const alike = rest.filter((place) => !place.toldApart).map(name);
  return alike.length === 0
    ? answer(say.end(lead), say.allBehind(nearest))
    : answer(say.leadAmongAlike(lead, enumerated(alike, language)), say.nearestApart(nearest));
}
