import type { Posted } from '../engine/index.ts';
import { simulate, simulateWorlds, withoutSharing } from '../engine/running/index.ts';
import { messageOf, UserError } from '../errors.ts';
import { experimentOf } from '../experiments/registry.ts';
import { rowsOf, type Ledgers, type Row } from '../measures/index.ts';
import { originsOf, marketInstitutionOf } from '../scenario/institutions/resolve.ts';
import type { InstitutionChoice, LoadInstitution } from '../scenario/index.ts';
import type { Alone } from './beliefs.ts';
import type { Job } from './job.ts';

/** One number of a job; the rest of its row follows from the job and the scenario. */
export interface Value extends Pick<Row, 'world' | 'quarter' | 'measure' | 'value'> {
  /** Of an experiment: where along the measure's curve. */
  readonly at?: number | null;
}

/** What a job gave. */
export interface Work {
  readonly values: Value[];
  /** What its market posted in the actual world; of no experiment. */
  readonly posted?: Posted | undefined;
}

/**
 * Does a job: simulates its worlds and measures their ledgers, or does its experiment.
 *
 * @throws UserError if the institution's own code fails
 */
export async function work(job: Job, load: LoadInstitution): Promise<Value[]> {
  const { values } = await workAndPost(job, load);
  return values;
}

/** The same, with what was posted. */
export async function workAndPost(job: Job, load: LoadInstitution): Promise<Work> {
  const { market, institution, worlds, sanctions = 'held', experiment, beliefs } = job;
  const marketInstitution = await marketInstitutionOf(institution, market.lenders, load);
  try {
    if (experiment !== undefined) {
      const findings = experimentOf(experiment).observe(market, marketInstitution);
      // A design keeps numbers, not curves.
      const told = job.wholeRun ? findings.filter(({ at }) => at === null) : findings;
      return { values: told.map((finding) => ({ ...finding, quarter: null })) };
    }
    const ledgers = simulateWorlds(market, marketInstitution, worlds, {
      sanctions,
      ...(beliefs && { withoutSharing: beliefs }),
    });
    const { actual } = ledgers;
    return { values: valuesOf(ledgers, job), ...(actual && { posted: actual.posted }) };
  } catch (error) {
    throw blame(institution, error);
  }
}

/** What a market posts without sharing. */
export function beliefsOf({ alone, befalls }: Alone): Posted {
  return simulate(alone, withoutSharing({ phases: befalls })).posted;
}

/** What the ledgers of a job measure. */
export function valuesOf(ledgers: Ledgers, job: Job): Value[] {
  const { market, institution, sanctions = 'held', paths = false, wholeRun = false } = job;
  const lenders = market.lenders.map(({ id }) => id);
  const rows = rowsOf(
    ledgers,
    { scenario: '', institution: institution.id, replicate: 0 },
    { sanctions, lenders, paths, wholeRun },
  );
  return rows.map(({ world, quarter, measure, value }) => ({ world, quarter, measure, value }));
}

/** What went wrong in a simulation, said to be the user's mistake if its rules are those of the user's module. */
export function blame({ id, from }: InstitutionChoice, error: unknown): unknown {
  const module = originsOf(from).find(({ kind }) => kind === 'module');
  if (module?.kind !== 'module' || error instanceof UserError) return error;
  const message = `${id}: its rules failed during the simulation: ${messageOf(error)}`;
  return new UserError([{ file: module.path, message }], { cause: error });
}
