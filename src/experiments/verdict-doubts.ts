import { holm } from '../math/holm.ts';
import type { Answer } from './contest.ts';
import { paired, type Contrast } from './contrast.ts';
import { shapley } from './decomposition.ts';
import { againstReference, errorRate } from './ranking.ts';
import { groupBy, type Samples } from './samples.ts';
import { distance, list, nameOf, type Cast } from './sentences.ts';

/** Measures in which the others are held against the reference, and their names in a sentence. */
const held = [
  ['actual', 'welfare', 'welfare'],
  ['actual', 'approval-rate', 'approval'],
  ['actual', 'default-rate', 'default'],
  ['actual', 'will-not-pay-rate', 'refusal to pay'],
  [shapley, 'adverse-selection:welfare', 'adverse selection'],
  [shapley, 'moral-hazard:welfare', 'moral hazard'],
] as const;

/** How the numbers are to be read, who differs from the reference in nothing that shows, and what still moves. */
export function doubts(samples: Samples, cast: Cast): Answer {
  const question = 'How sure is this?';
  const n = samples.replicates.length;
  if (n < 2) {
    const none = 'One replicate has no interval: nothing here can be told apart from chance.';
    return { question, sentences: [`${none} Run with --replicates 20.`] };
  }
  return {
    question,
    sentences: [
      `Intervals are 95% by Student's t over ${n} replicates; those of shares end at 0 and 100%. Differences are paired by seed: the same people with the same luck meet both institutions.`,
      "Told apart means at 5% after Holm's correction: above over all pairs of institutions in a measure, below over all that are held against the reference. Nothing is corrected across measures.",
      ...alike(samples, cast),
      ...moving(samples, cast),
    ],
  };
}

/** Who cannot be told apart from the reference, and in what. */
function alike(samples: Samples, cast: Cast): string[] {
  const reference = nameOf(cast.reference, cast);
  const compared = held.flatMap(([world, measure, word]) => {
    const all = [...againstReference(samples, world, measure, cast.reference)];
    if (all.every(([, { adjustedP }]) => Number.isNaN(adjustedP))) return [];
    // What is not defined under one institution cannot be told apart either.
    const noisy = all.filter(([, { adjustedP }]) => !(adjustedP <= errorRate)).map(([id]) => id);
    return { word, noisy, others: all.length };
  });
  const everything = list(compared.map(({ word }) => word));
  const noisy = [...new Set(compared.flatMap((each) => each.noisy))];
  if (compared.length === 0) return [];
  if (noisy.length === 0)
    return [`All others differ from ${reference} by more than chance in ${everything}.`];
  if (compared.every((each) => each.noisy.length === each.others)) {
    return [`No other can be told apart from ${reference}, be it in ${everything}.`];
  }
  const told = noisy.map((id) => {
    const words = compared.filter((one) => one.noisy.includes(id)).map(({ word }) => word);
    return { id, words: words.length === compared.length ? 'all of it' : list(words) };
  });
  const groups = groupBy(told, ({ words }) => words).map((group) => {
    return `${list(group.map(({ id }) => nameOf(id, cast)))} in ${group[0].words}`;
  });
  return [
    `Held against ${reference} in ${everything}, these cannot be told apart: ${groups.join('; ')}. The others differ by more than chance.`,
  ];
}

/** Smaller movements of approval, in shares, are not worth a word. */
const worthSaying = 0.02;

/** A warning if approval still moves within the counted quarters: means then depend on the burn-in. */
function moving(samples: Samples, cast: Cast): string[] {
  const ids = [...new Set(samples.columns.map(({ institution }) => institution))];
  const changes = ids.map((institution) => {
    const values = samples.values(institution, 'actual', 'approval-drift');
    return {
      institution,
      change: paired(
        values,
        values.map(() => 0),
      ),
    };
  });
  const adjusted = holm(changes.map(({ change }) => change.p));
  const found = changes
    .filter(({ change }, i) => adjusted[i] <= errorRate && Math.abs(change.mean) >= worthSaying)
    .toSorted((a, b) => Math.abs(b.change.mean) - Math.abs(a.change.mean));
  if (found.length === 0) return [];
  const [{ institution, change }, ...others] = found;
  const less = others.map((other) => nameOf(other.institution, cast));
  return [
    `The market is still settling. From the first to the second half of the counted quarters approval ${movement(change)} ` +
      `under ${nameOf(institution, cast)}${less.length > 0 ? `; it moves by less under ${list(less)}` : ''}. ` +
      'Means mix the way there with where it leads; a longer burnIn shows the latter.',
  ];
}

function movement(change: Contrast): string {
  return `${change.mean > 0 ? 'rises' : 'falls'} by ${distance(change, 'approval-rate')}`;
}
