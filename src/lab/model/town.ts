import type { World } from '../../engine/index.ts';

/** Values by the keys of `creditlab list parameters`, without what stands before the last group. */
export type Settings = Readonly<Record<string, number | boolean>>;

/** One of the two towns: the same people and the same luck meet this institution. */
export interface Town {
  /** Id of a built-in institution. */
  readonly institution: string;
  /** Its own parameters where they differ: `retentionNegative: 8`. */
  readonly with: Settings;
  /** What lenders see of people: records and signals, or their types as well. */
  readonly world: Extract<World, 'actual' | 'types-visible'>;
  /** Of the economy, where this town differs from the other: `economy.signals.incomeNoise`. */
  readonly set: Settings;
  /** What changes later. A link does not carry it: only encores have it. */
  readonly phases?: readonly TownPhase[];
}

/** What changes in a town from a quarter on, as `phases` of a scenario says it. */
export interface TownPhase {
  readonly from: number;
  readonly become?: string;
  readonly backfill?: number;
  readonly shock?: number;
}

/** Two towns, and what they have in common. */
export interface Bench {
  readonly seed: string;
  /** From 0: other people and other luck of the same seed. */
  readonly replicate: number;
  readonly borrowers: number;
  readonly quarters: number;
  readonly burnIn: number;
  /** Of the economy of both: `economy.outside.taste`. */
  readonly set: Settings;
  readonly a: Town;
  readonly b: Town;
}

export const sides = ['a', 'b'] as const;
export type Side = (typeof sides)[number];

/** A town under a built-in institution, as it is. */
export function town(institution: string, more: Partial<Town> = {}): Town {
  return { institution, with: {}, world: 'actual', set: {}, ...more };
}

/** What the bench begins with. */
export const firstBench: Bench = {
  seed: 'lecture',
  replicate: 0,
  borrowers: 2000,
  quarters: 48,
  burnIn: 24,
  set: {},
  a: town('none'),
  b: town('full-sharing'),
};

/** The cover shows one pair of towns, and no others with other luck. */
export const coverRuns = { seeds: 1 } as const;

/** More people than this and the page says what they take. */
export const largeFrom = 10_000;

/** Pairs of towns that intervals are made of: of a large market fewer. */
export const seedsOf = ({ borrowers }: Bench): number =>
  borrowers > largeFrom ? 1 : borrowers > 2000 ? 5 : 20;
