import { parentPort, workerData } from 'node:worker_threads';
import { messageOf, UserError, type Problem } from '../../errors.ts';
import type { Institution, Rules } from '../../institutions/index.ts';
import { loadHere, requireBuiltIns } from './load-here.ts';
import {
  functionMark,
  type HostAnswer,
  type HostRequest,
  type LoadedModule,
  type HostStart,
} from '../modules/protocol.ts';

/** A thread that serves one module alone: others get from it plain data, and never its code. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- module-host.ts starts it with these
const { path, signal, port } = workerData as HostStart;

/** Members of rules and of a score: what is not named here is nowhere read. */
const members = {
  ...{ contributes: 0, access: 0, records: 0, errors: 0, perks: 0, costPerReport: 0 },
  ...{ score: { ecosystem: 0, authenticity: 0, points: 0 } },
  beside: 0,
} as const;

const known: Rules[] = [];

function problemsOf(error: unknown): readonly Problem[] {
  if (error instanceof UserError) return error.problems.map((one) => ({ file: path, ...one }));
  return [{ file: path, message: messageOf(error) }];
}

function member(of: unknown, name: string): unknown {
  return typeof of === 'object' && of !== null ? Reflect.get(of, name) : undefined;
}

/** A value without its functions, which are named instead. */
function dataOf(value: unknown, names: readonly string[]): unknown {
  if (typeof value === 'function') return functionMark;
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => dataOf(one, Object.keys(members)));
  const all = new Set([...names, ...Object.keys(value)]);
  const entries = [...all].flatMap((name): [string, unknown][] => {
    const own = member(value, name);
    return own === undefined
      ? []
      : [[name, dataOf(own, name === 'score' ? Object.keys(members.score) : [])]];
  });
  return Object.fromEntries(entries);
}

function answer(institution: Institution, ask: HostRequest): HostAnswer {
  try {
    if ('rules' in ask) {
      const rules = institution.rules(ask.rules);
      const of = known.push(rules) - 1;
      return { rules: { of, data: dataOf(rules, Object.keys(members)) } };
    }
    const way = ask.call.slice(0, -1);
    const owner = way.reduce<unknown>(member, known[ask.of]);
    const name = ask.call.at(-1) ?? '';
    const call = member(owner, name);
    if (typeof call !== 'function') throw new Error(`${name} is no function`);
    Reflect.apply(call, owner, [...ask.given]);
    requireBuiltIns(path);
    return { given: ask.given };
  } catch (error) {
    if (error instanceof UserError) return { problems: problemsOf(error) };
    return { thrown: messageOf(error) };
  }
}

async function serve(): Promise<LoadedModule> {
  try {
    const institution = await loadHere(path);
    port.on('message', (ask: HostRequest) => {
      const given = answer(institution, ask);
      try {
        port.postMessage(given);
      } catch (error) {
        port.postMessage({ problems: problemsOf(error) });
      }
      Atomics.store(signal, 0, 1);
      Atomics.notify(signal, 0);
    });
    const { rules: _, ...said } = institution;
    return { institution: said };
  } catch (error) {
    return { problems: problemsOf(error) };
  }
}

// oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origins
parentPort?.postMessage(await serve());
