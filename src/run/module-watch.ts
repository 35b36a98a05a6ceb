import { UserError } from '../errors.ts';
import type { Job } from '../jobs/index.ts';
import type { Value } from '../jobs/work.ts';
import {
  lookEvery,
  moduleSeconds,
  newPulse,
  noSignOfLife,
  patience,
  readPulse,
  type InstitutionChoice,
  type Pulse,
} from '../scenario/index.ts';
import { modulePaths } from '../scenario/institutions/load-here.ts';
import { isOfModule } from './module-thread.ts';

/**
 * Waits for threads in which rules of a module's run, and gives them up where one call of them does not end.
 *
 * @param work is given a signal that aborts then, and where its threads show that they live
 * @throws UserError if there is no sign of life
 */
export async function watching<Result>(
  choice: InstitutionChoice,
  signal: AbortSignal,
  work: Watched<Result>,
): Promise<Result> {
  return watchingModule(modulePaths(choice)[0] ?? choice.id, signal, work);
}

type Watched<Result> = (stop: AbortSignal, pulses: () => Pulse) => Promise<Result>;

/** The same for the code of one module. */
export async function watchingModule<Result>(
  path: string,
  signal: AbortSignal,
  work: Watched<Result>,
): Promise<Result> {
  const pulses: { readonly pulse: Pulse; count: number; since: number }[] = [];
  const hangs = new AbortController();
  const most = moduleSeconds() * 1000;
  const counted = patience();
  const timer = setInterval(() => {
    const now = counted();
    for (const one of pulses) {
      const { isRunning, count } = readPulse(one.pulse);
      if (!isRunning || count !== one.count) {
        one.count = count;
        one.since = now;
      } else if (now - one.since > most) hangs.abort(noSignOfLife(path));
    }
  }, lookEvery());
  const pulse = () => {
    const fresh = newPulse();
    pulses.push({ pulse: fresh, count: -1, since: counted() });
    return fresh;
  };
  try {
    return await work(AbortSignal.any([signal, hangs.signal]), pulse);
  } catch (error) {
    throw hangs.signal.aborted ? hangs.signal.reason : error;
  } finally {
    clearInterval(timer);
  }
}

/** Notices rules that draw chance: the first job of each institution that runs a module's code is done twice. */
export function doneTwice(): (
  job: Job,
  values: readonly Value[],
  again: () => Promise<readonly Value[]>,
) => Promise<void> {
  const seen = new Set<string>();
  return async ({ institution, market }, values, again) => {
    const key = `${institution.id}/${market.borrowers}`;
    if (!isOfModule(institution) || seen.has(institution.id)) return;
    seen.add(institution.id);
    const second = await again();
    const text = (all: readonly Value[]) => all.map(({ value }) => String(value)).join();
    if (text(values) === text(second)) return;
    const message = `${key.split('/')[0]}: its rules answer differently when a replicate is done again`;
    const hint = 'rules draw no chance and read no clock: what is drawn is drawn by the market';
    throw new UserError([{ file: modulePaths(institution)[0] ?? '', message, hint }]);
  };
}
