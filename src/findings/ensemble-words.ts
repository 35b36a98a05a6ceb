import type { Language } from '../language.ts';
import { grouped } from '../text/grouped.ts';
import { pairIn, type MeasureStandings, type PairStandings } from './ensemble.ts';

/** Counts over the shipped admissible set, as far as they hold for a run. */
export type AdmissibleCounts =
  | {
      readonly kind: 'counted';
      readonly vectors: number;
      readonly seeds: number;
      readonly borrowers: number;
      /** First digits of the hash of the economy that they were counted with. */
      readonly economy: string;
      /** Institutions whose markets are those that were counted. */
      readonly institutions: readonly string[];
      readonly measures: readonly MeasureStandings[];
    }
  /** They were counted with another engine or for another scenario: the flags with which a run counts anew. */
  | { readonly kind: 'command'; readonly flags: string };

interface Said {
  readonly apart: (front: string, back: string, counts: string) => string;
  readonly economies: string;
  readonly never: (a: string, b: string, all: string) => string;
  readonly more: (more: number, all: string) => string;
  readonly less: (less: number) => string;
  readonly alike: (alike: number) => string;
  readonly comma: string;
  readonly ranked: (front: string, back: string, more: number, less: number) => string;
  readonly all: (sentences: readonly string[], economies: number) => string;
  readonly what: (counts: Extract<AdmissibleCounts, { kind: 'counted' }>) => string;
  readonly anew: (flags: string) => string;
}

const words: Readonly<Record<Language, Said>> = {
  en: {
    apart: (front, back, counts) => `${front} ahead of ${back} in ${counts}`,
    economies: 'admissible economies',
    never: (a, b, all) => `${a} and ${b} cannot be told apart in any of ${all}`,
    more: (more, all) => `${more} of ${all}`,
    less: (less) => `behind in ${less}`,
    alike: (alike) => `not told apart in ${alike}`,
    comma: ', ',
    ranked: (front, back, more, less) =>
      more === 0
        ? `${front} and ${back} differ in none`
        : `${front} is ahead of ${back} in ${more}${less > 0 ? ` and behind in ${less}` : ''}`,
    all: (sentences, economies) =>
      `Neighbours in this order, counted again in ${economies} economies that fit the data: ${sentences.join('; ')}. In the rest of them the two cannot be told apart.`,
    what: ({ vectors, seeds, borrowers, economy }) =>
      `Admissible economies are ${vectors} that fit the data as well (scenarios/admissible-us.csv): counted with ${grouped(borrowers)} borrowers, ` +
      `paired over ${seeds} seeds in each, with economy ${economy}. They are shares of the economies found, never a probability.`,
    anew: (flags) =>
      `In how many other economies that fit the data this order holds was counted for another engine or scenario than this one; the same command with ${flags} counts anew.`,
  },
  zh: {
    apart: (front, back, counts) => `${front}领先于${back}：${counts}`,
    economies: '个可接受的经济',
    never: (a, b, all) => `${a}与${b}在全部 ${all}中均差异不显著`,
    more: (more, all) => `在 ${all}中占 ${more} 个`,
    less: (less) => `落后于 ${less} 个`,
    alike: (alike) => `${alike} 个中差异不显著`,
    comma: '，',
    ranked: (front, back, more, less) =>
      more === 0
        ? `${front}与${back}在任何一个中均差异不显著`
        : `${front}在 ${more} 个中优于${back}${less > 0 ? `，在 ${less} 个中不及` : ''}`,
    all: (sentences, economies) =>
      `按此次序相邻两者，在 ${economies} 个符合数据的经济中重新比较：${sentences.join('；')}。其余的经济中两者差异不显著。`,
    what: ({ vectors, seeds, borrowers, economy }) =>
      `可接受的经济是 ${vectors} 个同样符合数据的参数组（scenarios/admissible-us.csv）：每个 ${grouped(borrowers)} 名借款人，按 ${seeds} 个种子配对，经济代码 ${economy}。` +
      '这些是所找到的经济中的份额，绝不是概率。',
    anew: (flags) =>
      `这一排序在多少个同样符合数据的经济中成立，是就另一引擎或情景计数的；在同一命令后加 ${flags} 可重新计数。`,
  },
};

/**
 * A ranking with its condition: "full sharing ahead of negative data in 47 of 60 admissible economies, behind in 3". The
 * institution that is ahead more often comes first.
 *
 * @param nameOf an institution's name in the sentence
 * @param things what was counted, if not admissible economies
 */
export function standingSentence(
  { first, second, ahead, behind, alike }: PairStandings,
  nameOf: (institution: string) => string,
  language: Language = 'en',
  things = words[language].economies,
): string {
  const say = words[language];
  const turned = behind > ahead;
  const [front, back] = turned ? [second, first] : [first, second];
  const [more, less] = turned ? [behind, ahead] : [ahead, behind];
  const all = `${ahead + behind + alike} ${things}`;
  if (more === 0) return say.never(nameOf(front), nameOf(back), all);
  const counts = [
    say.more(more, all),
    ...(less > 0 ? [say.less(less)] : []),
    ...(alike > 0 ? [say.alike(alike)] : []),
  ];
  return say.apart(nameOf(front), nameOf(back), counts.join(say.comma));
}

/**
 * How a ranking stands over the admissible set: each institution beside the next one in it.
 *
 * @param ranked institutions, the first in front
 * @returns no sentence where nothing was counted for two of them
 */
export function rankingSentences(
  counts: AdmissibleCounts | undefined,
  measure: string,
  ranked: readonly string[],
  nameOf: (institution: string) => string,
  language: Language = 'en',
): string[] {
  if (counts?.kind !== 'counted') return [];
  const known = ranked.filter((id) => counts.institutions.includes(id));
  const said = known.slice(1).flatMap((second, i) => {
    const pair = pairIn(counts.measures, measure, known[i], second);
    return pair ? [rankedPair(pair, nameOf, language)] : [];
  });
  return said.length === 0 ? [] : [words[language].all(said, counts.vectors)];
}

/** One pair of a ranking, the one that is ahead more often in front. */
function rankedPair(
  { first, second, ahead, behind }: PairStandings,
  nameOf: (institution: string) => string,
  language: Language,
): string {
  const turned = behind > ahead;
  const [front, back] = turned ? [second, first] : [first, second];
  const [more, less] = turned ? [behind, ahead] : [ahead, behind];
  return words[language].ranked(nameOf(front), nameOf(back), more, less);
}

/** What the counts are, or how to count anew where they are of another engine or scenario. */
export function countsSentences(
  counts: AdmissibleCounts | undefined,
  language: Language = 'en',
): string[] {
  if (!counts) return [];
  const say = words[language];
  return [counts.kind === 'counted' ? say.what(counts) : say.anew(counts.flags)];
}
