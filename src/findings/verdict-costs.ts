import type { Estimate } from '../math/interval.ts';
import type { Passport } from '../measures/index.ts';
import type { Answer } from './contest.ts';
import { level, againstReference, errorRate, type Samples } from '../replicates/index.ts';
import {
  bare,
  distance,
  enumerated,
  magnitude,
  institutionName,
  quantity,
  type Cast,
} from './sentences.ts';
import { verdictWords } from './verdict-words.ts';

/** Prices of discipline other than fees: the safe who are left out, thin files, misjudged risks. */
const prices = ['safe-type-exclusion', 'thin-file-approval', 'brier-true-pd-applicants'] as const;

/** Of a group that another institution puts together otherwise: who has a thin file hangs on who shows files. */
const ofAnotherGroup: readonly string[] = ['thin-file-approval'];

/** What the institutions that lead in discipline and screening cost. */
export function costs(samples: Samples, leaders: readonly string[], cast: Cast): Answer {
  const { language = 'en' } = cast;
  const names = enumerated(
    leaders.map((leader) => institutionName(leader, cast)),
    language,
  );
  return {
    question: verdictWords[language].cost(names),
    sentences: leaders.flatMap((leader) => [
      fees(samples, leader, cast),
      ...prices.map((measure) => heldAgainst(samples, leader, samples.passportOf(measure), cast)),
    ]),
  };
}

function fees(samples: Samples, leader: string, cast: Cast): string {
  const [revenueOf, costOf] = ['institution-revenue', 'institution-cost'].map(samples.passportOf);
  const mean = (measure: Passport) => level(measure, samples.values(leader, 'actual', measure.id));
  const revenue = mean(revenueOf);
  const cost = mean(costOf);
  const { language = 'en' } = cast;
  const say = verdictWords[language];
  const name = institutionName(leader, cast);
  if (revenue.n === 0) return say.noFeesDefined(name);
  const unlessZero = (value: Estimate, measure: Passport) =>
    value.mean === 0 ? undefined : quantity(value, measure, language);
  return say.fees(name, unlessZero(revenue, revenueOf), unlessZero(cost, costOf));
}

/** A level under the leader and how far it is from the reference, if that can be told. */
function heldAgainst(samples: Samples, leader: string, measure: Passport, cast: Cast): string {
  const { language = 'en' } = cast;
  const say = verdictWords[language];
  const title = say.title(measure);
  const value = level(measure, samples.values(leader, 'actual', measure.id));
  if (value.n === 0) return say.undefinedLevel(title);
  const isBare = say.isBare(measure);
  const told = isBare ? bare(value, language) : quantity(value, measure, language);
  const difference = againstReference(samples, 'actual', measure.id, cast.reference).get(leader);
  if (!difference || difference.n < 2 || ofAnotherGroup.includes(measure.id))
    return say.level(title, told);
  const reference = institutionName(cast.reference, cast);
  if (difference.adjustedP > errorRate) return say.levelLikeReference(title, told, reference);
  const far = isBare
    ? bare(magnitude(difference), language)
    : distance(difference, measure, language);
  return say.levelFromReference(title, told, far, difference.mean > 0, reference);
}
