import type { Scenario } from '../scenario/index.ts';
import type { Quantity } from './quantity.ts';
import type { FreeParameter } from './space.ts';

/** A number that an economy should reproduce. */
export interface Target {
  /** Names it, together with its market. */
  readonly id: string;
  /** Institution under which it is measured. */
  readonly market: string;
  readonly quantity: Quantity;
  readonly value: number;
  /** What counts as one unit of a miss, in the unit of the value; above 0. */
  readonly scale: number;
  /** What still fits, ends included. */
  readonly band: readonly [number, number];
  readonly unit: string;
  readonly source: string;
}

/** What the experiment flips finds beside the measures of a ledger. */
export const flipsMeasure = 'stake-over-cost';

/** What must hold of a market whose vector is kept; not looked at while searching. */
export interface Condition {
  /** Id of a measure, or of a finding of the experiment flips. */
  readonly measure: string;
  /** Infinite where there is no such end. */
  readonly min: number;
  readonly max: number;
}

/** How large the markets of a search are. */
interface SearchSize {
  readonly borrowers: number;
  readonly quarters: number;
  readonly burnIn: number;
}

/** A file of targets after `extends`, defaults and checks. */
export interface Calibration {
  /** File stem. */
  readonly id: string;
  readonly title: string;
  /** Reference by which a scenario of the result extends the one that is fitted: an id, or an absolute path. */
  readonly base: string;
  /** The economy that is fitted, with the institutions of its markets. */
  readonly scenario: Scenario;
  readonly seed: string;
  readonly size: SearchSize;
  readonly targets: readonly Target[];
  readonly free: readonly FreeParameter[];
  readonly conditions: readonly Condition[];
  /** What judges a vector in the end: larger markets, with people and luck that no search saw. */
  readonly check: { readonly borrowers: number; readonly seeds: number };
}

/** Name of a target in columns: `default@market-led`. */
export const targetName = ({ id, market }: Pick<Target, 'id' | 'market'>): string =>
  `${id}@${market}`;

/** Markets of the targets, those with most of them first. */
export function marketsOfTargets(targets: readonly Target[]): string[] {
  const counts = new Map<string, number>();
  for (const { market } of targets) counts.set(market, (counts.get(market) ?? 0) + 1);
  return [...counts.keys()].toSorted((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0));
}
