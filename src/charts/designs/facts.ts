import type { ScenarioFacts } from '../chart.ts';
import { inWords, type Language, type Words } from '../../language.ts';

/** What figures of designs say about the scenario and the points behind them. */
export interface DesignFacts {
  readonly scenario: ScenarioFacts;
  /** Points that count, and those that were left out. */
  readonly points: number;
  readonly leftOut: number;
  /** What factors are called; by its key stands one that is not here. */
  readonly factors?: FactorNames;
}

/** What factors mean and are counted in, by their keys. */
export type FactorNames = ReadonlyMap<string, { readonly name: Words; readonly unit: Words }>;

/** That points are left out, as an ending of a sentence; '' where all count. How many count stands in the foot. */
export function leftOutText({ leftOut }: DesignFacts, language: Language): string {
  if (leftOut === 0) return '';
  const count = leftOut.toLocaleString('en');
  return inWords(language, {
    en: `; ${count} more ${leftOut === 1 ? 'point is' : 'points are'} left out`,
    zh: `；另有 ${count} 个点不计入`,
  });
}

/** A measure with its unit behind it in brackets, as an axis or a legend names it. */
export function withUnit(measure: Words, unit: Words, language: Language): string {
  const brackets = inWords(language, { en: ` (${unit.en})`, zh: `（${unit.zh}）` });
  return `${measure[language]}${unit[language] === '' ? '' : brackets}`;
}

/** Where the numbers come from, as the last sentence of a caption. */
export function designSource({ scenario }: DesignFacts, language: Language): string {
  const { id, seed } = scenario;
  return inWords(language, {
    en: `Scenario ${id}, seed ${seed}.`,
    zh: `情景 ${id}，种子 ${seed}。`,
  });
}

/** What a factor means. */
export function factorName({ factors }: DesignFacts, key: string, language: Language): string {
  return factors?.get(key)?.name[language] ?? shortKey(key);
}

/** What a factor means, with its unit: the title of its axis. */
export function factorAxis(facts: DesignFacts, key: string, language: Language): string {
  const unit = facts.factors?.get(key)?.unit[language] ?? '';
  const name = factorName(facts, key, language);
  return unit === ''
    ? name
    : `${name}${inWords(language, { en: ` (${unit})`, zh: `（${unit}）` })}`;
}

/** What a factor means in a sentence, with the key by which a scenario sets it. */
export function factorWithKey(facts: DesignFacts, key: string, language: Language): string {
  if (!facts.factors?.has(key)) return key;
  const name = factorName(facts, key, language);
  return inWords(language, { en: `“${name}” (${key})`, zh: `“${name}”（${key}）` });
}

/** A factor's key as an axis shows it: without the group of the economy, which it needs not. */
export function shortKey(key: string): string {
  return key.replace(/^economy\./, '');
}
