import type { LenderKindName, Rules } from '../institutions/institution.ts';
import { pageSize } from '../random/draws.ts';
import type { Economy } from './parameters.ts';

/** One lender of the market. */
export interface Lender {
  readonly id: string;
  readonly kind: LenderKindName;
  /** Share of borrowers' search, 0..1; shares of a market add up to 1. */
  readonly share: number;
  readonly funding: number;
  readonly operating: number;
  readonly recovery: number;
}

/** A 64-bit key of all draws of one replicate, as two unsigned words. */
export type SeedKey = readonly [number, number];

/** Everything about a market but its institution. Plain data: it crosses threads as it is. */
export interface Market {
  readonly borrowers: number;
  readonly quarters: number;
  /** Quarters not counted in outcomes, while lenders learn. */
  readonly burnIn: number;
  readonly seed: SeedKey;
  readonly economy: Economy;
  readonly lenders: readonly Lender[];
}

/** An institution as one market meets it. */
export interface Regime {
  readonly rules: Rules;
  /** Who of those that may contribute does: lender ids, or a share of them (largest first). Default: all. */
  readonly participation?: number | readonly string[];
}

/**
 * The four worlds of the decomposition (model.md §7): as it is; types visible to lenders; action
 * contractible; both.
 */
export const worlds = [
  'actual',
  'types-visible',
  'action-contractible',
  'full-information',
] as const;
export type World = (typeof worlds)[number];

/** Pages of a market: its borrowers are worked on page by page. */
export const pagesOf = (borrowers: number) => Math.ceil(borrowers / pageSize);

/** Memory for columns of a market, plain or shared between threads. */
export type Allocate = (bytes: number) => ArrayBuffer | SharedArrayBuffer;
export const plainMemory: Allocate = (bytes) => new ArrayBuffer(bytes);

/** Whether the other worlds' sanctions are those that the actual world posted (held) or learnt anew in each. */
export type Sanctions = 'held' | 'relearned';
