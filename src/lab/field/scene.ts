import type { Film } from '../run/film.ts';
import type { Fog } from './fog.ts';
import type { FieldLayout } from './layout.ts';
import type { Memory } from './memory.ts';
import type { Water } from './water.ts';

/** A lens held over a field: everywhere, or round a place. */
export type Lens =
  | 'off'
  | 'all'
  | { readonly x: number; readonly y: number; readonly radius: number };

/** What a field shows. */
export interface Scene {
  readonly film: Film;
  readonly fog: Fog;
  readonly layout: FieldLayout;
  readonly quarter: number;
  /** Quarters of the film that are there. */
  readonly done: number;
  /** How far the quarter is, 0 … 1. */
  readonly phase: number;
  readonly lens: Lens;
  /** Records fly to the registry, where others may read them; else they stay with the lender. */
  readonly shares: boolean;
  /** Price as a water line; people stand where it wants them, in place of their usual places. */
  readonly water: Water | undefined;
  /** How long it is on file. */
  readonly memory: Memory;
  /** The person that is looked at, −1 for none. */
  readonly chosen: number;
  /** In pixels of the page, of which each is so many of the screen. */
  readonly width: number;
  readonly height: number;
  readonly scale: number;
}

/** So much of a quarter is asking, so much deciding; then loans live and end. */
export const asked = 0.3;
export const decided = 0.55;

/**
 * The half of a quarter that comes next, unless the film, as far as it is there, ends. With a water line people stand elsewhere in
 * each quarter.
 */
export function nextHalf(scene: Scene): Scene | undefined {
  const { quarter, done, phase, water } = scene;
  if (phase < decided) return { ...scene, phase: decided };
  return quarter + 1 < done && !water ? { ...scene, quarter: quarter + 1, phase: 0 } : undefined;
}
