import type { Answer } from './contest.ts';
import { passportOf } from './dictionary.ts';
import { level } from './level.ts';
import { againstReference, errorRate } from './ranking.ts';
import type { Samples } from './samples.ts';
import { bare, distance, list, magnitude, nameOf, quantity, type Cast } from './sentences.ts';

/** Prices of discipline other than fees: the safe who are left out, thin files, misjudged risks. */
const prices = ['safe-type-exclusion', 'thin-file-approval', 'brier-true-pd-applicants'] as const;

/** How sentences call a measure whose title and unit are too technical for them. */
const plainTitles: Readonly<Record<string, string>> = {
  'brier-true-pd-applicants':
    "Lenders' error about the applicants' risk of default, squared, on average",
};

/** What the institutions that lead in discipline and screening cost. */
export function costs(samples: Samples, leaders: readonly string[], cast: Cast): Answer {
  const names = list(leaders.map((leader) => nameOf(leader, cast)));
  return {
    question: names === '' ? 'What does it cost?' : `What does it cost under ${names}?`,
    sentences: leaders.flatMap((leader) => [
      fees(samples, leader, cast),
      ...prices.map((measure) => heldAgainst(samples, leader, measure, cast)),
    ]),
  };
}

function fees(samples: Samples, leader: string, cast: Cast): string {
  const mean = (measure: string) => level(measure, samples.values(leader, 'actual', measure));
  const revenue = mean('institution-revenue');
  const cost = mean('institution-cost');
  const name = nameOf(leader, cast);
  if (revenue.n === 0) return `${name}: fees are not defined (nobody applied).`;
  const paid =
    revenue.mean === 0 ? 'no fees' : `fees of ${quantity(revenue, 'institution-revenue')}`;
  const spent =
    cost.mean === 0 ? 'no running costs' : `running costs of ${quantity(cost, 'institution-cost')}`;
  return `${name}: ${paid}; ${spent}.`;
}

/** A level under the leader and how far it is from the reference, if that can be told. */
function heldAgainst(samples: Samples, leader: string, measure: string, cast: Cast): string {
  const plain = plainTitles[measure];
  const title = plain ?? passportOf(measure).title;
  const value = level(measure, samples.values(leader, 'actual', measure));
  if (value.n === 0) return `${title}: not defined (no such applications).`;
  const told = `${title}: ${plain === undefined ? quantity(value, measure) : bare(value)}`;
  const difference = againstReference(samples, 'actual', measure, cast.reference).get(leader);
  if (!difference || difference.n < 2) return `${told}.`;
  const reference = nameOf(cast.reference, cast);
  if (difference.adjustedP > errorRate) {
    return `${told}; cannot be told apart from ${reference}.`;
  }
  const side = difference.mean > 0 ? 'above' : 'below';
  const far = plain === undefined ? distance(difference, measure) : bare(magnitude(difference));
  return `${told}; ${far} ${side} ${reference}.`;
}
