import type { Language } from '../language.ts';
import { holm } from '../math/holm.ts';
import type { Estimate } from '../math/interval.ts';
import type { Answer } from './contest.ts';
import {
  againstReference,
  errorRate,
  groupBy,
  paired,
  replicatesToHalve,
  smallestTold,
  type Samples,
} from '../replicates/index.ts';
import { betweenWorlds, type Passport } from '../measures/index.ts';
import { countsSentences } from './ensemble-words.ts';
import { distance, enumerated, institutionName, quantity, type Cast } from './sentences.ts';
import { verdictWords } from './verdict-words.ts';

/** Measures in which the others are held against the reference. */
const held = [
  ['actual', 'welfare'],
  ['actual', 'approval-rate'],
  ['actual', 'default-rate'],
  ['actual', 'will-not-pay-rate'],
  [betweenWorlds, 'safe-types-left-out'],
  [betweenWorlds, 'moral-hazard-low'],
  [betweenWorlds, 'moral-hazard-high'],
] as const;

/** How the numbers are to be read, who differs from the reference in nothing that shows, and what still moves. */
export function doubts(samples: Samples, cast: Cast): Answer {
  const say = verdictWords[cast.language ?? 'en'];
  const n = samples.replicates.length;
  if (n < 2) return { question: say.sure, sentences: [say.noInterval] };
  return {
    question: say.sure,
    sentences: [
      say.intervals(n),
      ...smallest(samples, cast),
      say.toldApart,
      ...alike(samples, cast),
      ...moving(samples, cast),
      ...countsSentences(cast.admissible, cast.language),
    ],
  };
}

/** What difference in welfare these replicates could tell, in the median over institutions, and how many would halve it. */
function smallest(samples: Samples, { language = 'en', reference }: Cast): string[] {
  const differences = againstReference(samples, 'actual', 'welfare', reference);
  return smallestSentences([...differences.values()], samples.passportOf('welfare'), language);
}

/**
 * The sentence about the smallest difference in welfare that could be told; none where nothing differs or nothing is told.
 *
 * @param all of each institution to the reference, paired by seed
 */
export function smallestSentences(
  all: readonly Estimate[],
  welfare: Passport,
  language: Language,
): string[] {
  const differences = all
    .filter(({ standardError }) => standardError > 0)
    .toSorted((a, b) => a.standardError - b.standardError);
  const middle = differences[Math.floor(differences.length / 2)];
  if (!middle) return [];
  const told = { n: middle.n, mean: smallestTold(middle.standardError, middle.n) };
  const bare = { ...told, standardError: NaN, low: NaN, high: NaN };
  const far = quantity(bare, welfare, language);
  return [verdictWords[language].smallest(middle.n, far, replicatesToHalve(middle.n))];
}

/** Who cannot be told apart from the reference, and in what. */
function alike(samples: Samples, cast: Cast): string[] {
  const { language = 'en' } = cast;
  const say = verdictWords[language];
  const reference = institutionName(cast.reference, cast);
  const compared = held.flatMap(([world, measure]) => {
    const all = [...againstReference(samples, world, measure, cast.reference)];
    if (all.every(([, { adjustedP }]) => Number.isNaN(adjustedP))) return [];
    // What is not defined under one institution cannot be told apart either.
    const noisy = all.filter(([, { adjustedP }]) => !(adjustedP <= errorRate)).map(([id]) => id);
    return { word: say.held[measure], noisy, others: all.length };
  });
  const everything = enumerated(
    compared.map(({ word }) => word),
    language,
  );
  const noisy = [...new Set(compared.flatMap((each) => each.noisy))];
  if (compared.length === 0) return [];
  if (noisy.length === 0) return [say.allDiffer(reference, everything)];
  if (compared.every((each) => each.noisy.length === each.others)) {
    return [say.noneDiffers(reference, everything)];
  }
  const told = noisy.map((id) => {
    const words = compared.filter((one) => one.noisy.includes(id)).map(({ word }) => word);
    return {
      id,
      words: words.length === compared.length ? say.allOfIt : enumerated(words, language),
    };
  });
  const groups = groupBy(told, ({ words }) => words).map((group) => {
    const names = group.map(({ id }) => institutionName(id, cast));
    return say.alikeIn(enumerated(names, language), group[0].words);
  });
  return [say.someAlike(reference, everything, groups)];
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
  const { language = 'en' } = cast;
  const far = distance(change, samples.passportOf('approval-rate'), language);
  const less = others.map((other) => institutionName(other.institution, cast));
  const { settling } = verdictWords[language];
  return [
    settling(change.mean > 0, far, institutionName(institution, cast), enumerated(less, language)),
  ];
}
