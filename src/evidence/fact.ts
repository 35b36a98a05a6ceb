import type { Economy } from '../engine/index.ts';
import type { Institution, Values } from '../institutions/index.ts';
import type { Seen, WatchNeed } from './seen.ts';

/** A market that a fact needs. Equal markets are run once, whoever needs them. */
export interface MarketNeed {
  /** Id of a built-in institution, or one of your own (`defineInstitution`). */
  readonly institution: string | Institution;
  /** Numbers of the institution that differ from its defaults. */
  readonly values?: Values;
  /** Numbers of the economy that differ from the one that is judged. */
  readonly economy?: EconomyChanges;
  /** Ids of lenders that are in the market; without it all. Their shares are scaled to add up to 1. */
  readonly lenders?: readonly string[];
  /** Quarters whose loans count, where the fact needs more than the run has. */
  readonly counted?: number;
  readonly watch?: WatchNeed;
}

export type EconomyChanges = { readonly [G in keyof Economy]?: Partial<Economy[G]> };

/** What agrees with what was published: a number in a range, a sign, or a best place inside a grid. */
export type Band = readonly [number, number] | '+' | '-' | 'interior';

/** Whether a fact was observed, follows from a theory, or is a law that the economy was built to keep. */
export const factKinds = ['published', 'theory', 'law'] as const;
export type FactKind = (typeof factKinds)[number];

/** THE CONTRACT. Something that was published, and how the model says it. */
export interface Fact<Name extends string = string> {
  /** Kebab-case, unique. */
  readonly id: string;
  readonly title: string;
  /** Where it was published: author, year, number. */
  readonly source: string;
  readonly kind: FactKind;
  /** Inside it the model agrees. 'interior' needs `along`. */
  readonly band: Band;
  readonly unit: string;
  /** Of whom. */
  readonly population: string;
  /** What was published, for readers; the verdict is by the band. */
  readonly value?: number | string | readonly number[];
  /** Whether the baseline was calibrated to it, so that it is no evidence for the baseline. */
  readonly fitted?: boolean;
  /** How it is measured, or why a miss is expected. */
  readonly how?: string;
  /** The grid of a fact with the band 'interior', in order. */
  readonly along?: readonly number[];
  /** The markets that are run, by names of yours. */
  readonly needs: Readonly<Record<Name, MarketNeed>>;
  /**
   * The number, from one seed. Of a fact with `along`, the height at the place `at`. The same answer twice, no chance, no
   * state; a number that is not defined is a mistake.
   */
  readonly of: (seen: Readonly<Record<Name, Seen>>, at: number) => number;
}

/** Declares a fact, so that the compiler checks it: markets that `of` reads are those of `needs`. */
export function defineFact<Name extends string>(fact: Fact<Name>): Fact {
  return fact;
}
