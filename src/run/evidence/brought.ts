import type { Market } from '../../engine/index.ts';
import { messageOf, UserError } from '../../errors.ts';
import type { LoadedFact } from '../../evidence/index.ts';
import { factIn } from '../../evidence/shape.ts';
import {
  hashOfModule,
  lookEvery,
  moduleSeconds,
  noSignOfLife,
  patience,
  requireLoadable,
  requirePlainImports,
} from '../../scenario/index.ts';
import { evidencePool } from './pool.ts';

/** Facts that were described, by path and hash of their source: what is asked again is the same. */
const known = new Map<string, Promise<LoadedFact>>();

/**
 * What a fact in a file of the user's says of itself. Its code runs in a thread of its own, and what comes from there is data:
 * it can be shown and judged here, not told.
 *
 * @param path of the module, absolute
 * @param market that it is to be judged in, if its needs are to be looked at as well
 * @throws UserError if the module is missing, does not parse or run, exports no fact, reads files, or changes what others
 *   compute with
 */
export async function broughtFact(path: string, market?: Market): Promise<LoadedFact> {
  await requireLoadable(path);
  requirePlainImports(path);
  const key = `${path} ${hashOfModule(path)}`;
  const fact = known.get(key) ?? describedIn(path, market);
  known.set(key, fact);
  return fact.catch((error: unknown) => {
    known.delete(key);
    throw error;
  });
}

async function describedIn(path: string, market?: Market): Promise<LoadedFact> {
  const pool = evidencePool(1, path);
  const giveUp = new AbortController();
  const late = giveUp.signal;
  const counted = patience();
  const timer = setInterval(() => {
    if (counted() > moduleSeconds() * 1000) giveUp.abort();
  }, lookEvery());
  try {
    const task = { describe: path, ...(market && { market }) };
    const reply = await pool.run(task, { signal: late }).catch((error: unknown) => {
      if (late.aborted) throw noSignOfLife(path);
      throw new UserError([
        { file: path, message: `fails while it is loaded: ${messageOf(error)}` },
      ]);
    });
    if ('problems' in reply) {
      throw new UserError(reply.problems.map((one) => ({ file: path, ...one })));
    }
    if (!('said' in reply)) throw new Error('values in place of what a fact says');
    return { fact: factIn(path, withoutCode(path, reply.said)), file: path };
  } finally {
    clearInterval(timer);
    await pool.destroy();
  }
}

/** With functions that say that they are not here. */
function withoutCode(path: string, said: unknown): unknown {
  const elsewhere = () => {
    throw new Error(`${path} is run in a thread of its own`);
  };
  if (typeof said !== 'object' || said === null) return said;
  const needs: unknown = Reflect.get(said, 'needs');
  const entries = typeof needs === 'object' && needs !== null ? Object.entries(needs) : [];
  const whole = entries.map(([name, need]: [string, unknown]): [string, unknown] => {
    if (typeof need !== 'object' || need === null) return [name, need];
    const institution: unknown = Reflect.get(need, 'institution');
    if (typeof institution !== 'object' || institution === null) return [name, need];
    return [name, { ...need, institution: { ...institution, rules: elsewhere } }];
  });
  return { ...said, needs: Object.fromEntries(whole), of: elsewhere };
}
