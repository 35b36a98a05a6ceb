import type { Row } from '../measures/row.ts';
import { shapley } from './decomposition.ts';
import { passportOf } from './dictionary.ts';
import { ranking, type Place } from './ranking.ts';
import { samplesOf, type Samples } from './samples.ts';
import { distance, list, nameOf, quantity, type Cast } from './sentences.ts';
import { costs } from './verdict-costs.ts';

/** A question and the sentences that answer it. */
export interface Finding {
  readonly question: string;
  readonly sentences: readonly string[];
}

/**
 * What a run shows, in plain sentences computed from its numbers. A sentence claims a difference only if it
 * survives the correction for all pairs; otherwise it says that the two cannot be told apart.
 *
 * @param rows of one scenario
 */
export function verdict(rows: readonly Row[], cast: Cast): Finding[] {
  const samples = samplesOf(rows);
  const selection = ranking(samples, shapley, 'adverse-selection:welfare');
  const action = ranking(samples, shapley, 'moral-hazard:welfare');
  const winners = [selection[0], action[0]].flatMap((place) => place?.institution ?? []);
  return [
    contest('Which institution leaves the least adverse selection?', selection, cast, {
      verb: 'leaves the least adverse selection',
      what: 'of welfare that showing lenders the types would add',
      measure: 'adverse-selection:welfare',
    }),
    contest('Which one disciplines best?', action, cast, {
      verb: 'leaves the least moral hazard',
      what: 'of welfare that a contract on effort and repayment would add',
      measure: 'moral-hazard:welfare',
    }),
    contest(
      'Where do borrowers who can pay refuse least?',
      ranking(samples, 'actual', 'will-not-pay-rate'),
      cast,
      {
        verb: 'has the fewest borrowers who are able and unwilling',
        what: '',
        measure: 'will-not-pay-rate',
      },
    ),
    contest(
      'Which one is best for everybody together?',
      ranking(samples, 'actual', 'welfare'),
      cast,
      {
        verb: 'has the highest welfare',
        what: '',
        measure: 'welfare',
      },
    ),
    costs(samples, [...new Set(winners)], cast),
    noise(samples, cast),
  ].filter((finding) => finding.sentences.length > 0);
}

interface Words {
  readonly verb: string;
  /** What the amount is of; may be empty. */
  readonly what: string;
  readonly measure: string;
}

/** The winner of one measure, its interval, and who cannot be told apart from it. */
function contest(question: string, places: readonly Place[], cast: Cast, words: Words): Finding {
  const name = (place: Place) => nameOf(place.institution, cast);
  if (places.length === 0) return { question, sentences: [unmeasured(words.measure)] };
  const [best, ...rest] = places;
  const amount = [quantity(best.value, words.measure), words.what].filter(Boolean).join(' ');
  const first = `${name(best)} ${words.verb}: ${amount}.`;
  if (rest.length === 0) return { question, sentences: [first, 'It is the only one here.'] };
  if (best.value.n < 2) {
    return { question, sentences: [first, 'One replicate: this order may be nothing but chance.'] };
  }
  const alike = rest.filter((place) => !place.toldApart);
  const apart = rest.find((place) => place.toldApart);
  const sentences = [first];
  if (alike.length > 0) sentences.push(`It cannot be told apart from ${list(alike.map(name))}.`);
  if (apart) {
    const gap = distance(apart.behind, words.measure);
    sentences.push(
      alike.length > 0
        ? `The nearest that can be told apart is ${name(apart)}, ${gap} behind.`
        : `All others are behind it by more than chance; the nearest is ${name(apart)}, by ${gap}.`,
    );
  }
  return { question, sentences };
}

/** Which institutions differ from the reference in nothing that shows. */
function noise(samples: Samples, cast: Cast): Finding {
  const question = 'How sure is this?';
  const n = samples.replicates.length;
  if (n < 2) {
    return {
      question,
      sentences: [
        'One replicate has no interval: nothing here can be told apart from chance. Run with --replicates 20.',
      ],
    };
  }
  const alike = (['welfare', 'default-rate', 'approval-rate'] as const).flatMap((measure) => {
    const places = ranking(samples, 'actual', measure);
    const noisy = places.slice(1).filter((place) => !place.toldApart);
    if (noisy.length === 0) return [];
    const others = list(noisy.map((place) => nameOf(place.institution, cast)));
    const best = nameOf(places[0].institution, cast);
    const title = passportOf(measure).title.toLowerCase();
    return [`In ${title}, ${best} and ${others} are within noise of each other.`];
  });
  return {
    question,
    sentences: [
      `Intervals are 95 % by Student's t over ${n} replicates; differences are paired by seed, so that the same people with the same luck meet both institutions.`,
      '"Told apart" means at 5 % after Holm\'s correction over all pairs of institutions within a measure; across measures nothing is corrected.',
      ...alike,
    ],
  };
}

function unmeasured(measure: string): string {
  return measure.includes(':')
    ? 'Not measured: it needs all four worlds (leave out --worlds).'
    : 'Not defined: nobody took a loan anywhere.';
}
