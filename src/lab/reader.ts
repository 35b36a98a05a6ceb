import { UserError, type Problem } from '../errors.ts';
import type { World } from '../engine/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Bench, Side } from './model/town.ts';
import type { GivenScenario } from './run/messages.ts';
import { scenarioOfTown } from './run/read-town.ts';

/** Texts of scenarios that the lab brings along, which the build puts here (scripts/bundle-lab.mjs). */
declare const labTexts: Readonly<Record<string, string>>;

/** What of a town is read otherwise. */
export interface Reading {
  /** The scenario that the file was written with. */
  readonly given: GivenScenario | undefined;
  /** In place of the world that it lives in. */
  readonly worlds?: readonly World[];
}

/** The scenario of a town, or what is wrong with it: errors of this script are not those of the worker's. */
export type ReadTown = (
  bench: Bench,
  side: Side,
  reading: Reading,
) => Promise<{ readonly scenario: Scenario } | { readonly problems: readonly Problem[] }>;

/**
 * What reads scenarios: a script of its own, which the worker carries as a function, so that nobody waits for it who begins
 * with towns that were read when the lab was built.
 */
Object.assign(self, { readTown });

async function readTown(...[bench, side, { given, worlds }]: Parameters<ReadTown>) {
  const texts = (id: string) => (id === given?.id ? given.text : labTexts[id]);
  try {
    const more = { base: given?.id, ...(worlds && { worlds }) };
    return { scenario: await scenarioOfTown(bench, side, texts, more) };
  } catch (error) {
    if (error instanceof UserError) return { problems: error.problems };
    throw error;
  }
}
