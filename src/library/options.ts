import { UserError } from '../errors.ts';
import type { Institution } from '../institutions/index.ts';
import type { World } from '../engine/index.ts';
import type { Progress } from '../jobs/index.ts';
import type { Overrides } from '../scenario/index.ts';
import { didYouMean } from '../suggest.ts';

/** What a scenario may say, as an object: the keys of a scenario file (`creditlab schema`). */
export interface ScenarioObject {
  /** 1. */
  readonly version: number;
  readonly title?: string;
  readonly question?: string;
  readonly source?: string;
  /** Id of a shipped scenario, or a path that begins with ./ or ../, from the working folder. */
  readonly extends?: string;
  readonly institutions?: readonly unknown[];
  readonly [key: string]: unknown;
}

/** What may differ from what the scenario says, as the flags of the command line. */
export interface MarketOptions {
  /** Single values by key: `{ 'economy.behaviour.awareness': 0.5 }`. */
  readonly set?: Readonly<Record<string, unknown>>;
  /** Any word or number: other people, other luck. */
  readonly seed?: string | number;
  /** Of each market. */
  readonly borrowers?: number;
  /** Length of a run, the burn-in included. */
  readonly quarters?: number;
  /** First quarters, not counted in outcomes. */
  readonly burnIn?: number;
  /** Seeds. */
  readonly replicates?: number;
  /** Ids of institutions of the scenario, or of built-in ones; the others are left out. */
  readonly institutions?: readonly string[];
  /** Institution that differences are taken against. */
  readonly reference?: string;
  /** Worlds of the decomposition to simulate; `actual` is always among them. */
  readonly worlds?: readonly World[];
  /** What a default costs a reputation in the other worlds. */
  readonly sanctions?: 'held' | 'relearned';
  /** What names a scenario that is no file: the `scenario` of its rows. Without it `scenario`. */
  readonly name?: string;
  /** Institutions in code, by the path under which the scenario uses them: `{ './mine.ts': defineInstitution({ … }) }`. */
  readonly modules?: Readonly<Record<string, Institution>>;
}

/** How work is done and stopped. */
export interface WorkOptions {
  /** Ends the work, which then rejects with the signal's reason and leaves nothing behind. */
  readonly signal?: AbortSignal;
  /** Called before the first market and after each. */
  readonly onProgress?: (progress: Progress) => void;
}

export const marketKeys = [
  ...['set', 'seed', 'borrowers', 'quarters', 'burnIn', 'replicates', 'institutions'],
  ...['reference', 'worlds', 'sanctions', 'name', 'modules'],
];
export const workKeys = ['signal', 'onProgress'];

/** The options as a command line would give them. */
export function overridesOf(options: MarketOptions): Overrides {
  const { seed, borrowers, quarters, burnIn, replicates, institutions, reference } = options;
  const { worlds, sanctions, set = {} } = options;
  return {
    ...{ seed: seed === undefined ? undefined : String(seed), borrowers, quarters, burnIn },
    ...{ replicates, institutions, reference, worlds, sanctions },
    set: Object.entries(set).map(([key, value]) => `${key}=${JSON.stringify(value)}`),
  };
}

/**
 * Refuses options that do not exist: a misspelt one would else change nothing, in silence.
 *
 * @throws UserError with all of them
 */
export function requireKnown(options: object, known: readonly string[]): void {
  const strange = Object.keys(options).filter((key) => !known.includes(key));
  if (strange.length === 0) return;
  throw new UserError(
    strange.map((key) => ({
      message: `there is no option "${key}"`,
      hint: didYouMean(key, known),
      path: [key],
    })),
  );
}
