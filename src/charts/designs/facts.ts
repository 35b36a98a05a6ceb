import type { ScenarioFacts } from '../chart.ts';
import { inWords, type Language } from '../../language.ts';

/** What figures of designs say about the scenario and the points behind them. */
export interface DesignFacts {
  readonly scenario: ScenarioFacts;
  /** Points that count, and those that were left out. */
  readonly points: number;
  readonly leftOut: number;
}

/** How many points are behind a figure; replicates stand in its foot. */
export function pointsText({ points, leftOut }: DesignFacts, language: Language): string {
  const count = (n: number) => n.toLocaleString('en');
  const out =
    leftOut > 0
      ? { en: ` (${count(leftOut)} left out)`, zh: `（另有 ${count(leftOut)} 个不计入）` }
      : { en: '', zh: '' };
  return inWords(language, {
    en: `${count(points)} ${points === 1 ? 'point' : 'points'}${out.en}`,
    zh: `${count(points)} 个点${out.zh}`,
  });
}

/** Where the numbers come from, as the last sentence of a caption. */
export function designSource({ scenario }: DesignFacts, language: Language): string {
  const { id, seed } = scenario;
  return inWords(language, {
    en: `Scenario ${id}, seed ${seed}.`,
    zh: `情景 ${id}，种子 ${seed}。`,
  });
}

/** A factor's key as an axis shows it: without the group of the economy, which it needs not. */
export function shortKey(key: string): string {
  return key.replace(/^economy\./, '');
}
