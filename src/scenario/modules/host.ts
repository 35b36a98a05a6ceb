import {
  MessageChannel,
  receiveMessageOnPort,
  Worker,
  type MessagePort,
} from 'node:worker_threads';
import { messageOf, UserError } from '../../errors.ts';
import type { Institution, Rules } from '../../institutions/index.ts';
import { programFolder } from '../../program-folder.ts';
import { patience } from './patience.ts';
import {
  functionMark,
  type HostAnswer,
  type HostRequest,
  type LoadedModule,
  type RulesData,
} from './protocol.ts';

/**
 * Seconds without a sign of life after which a module is given up: CREDITLAB_MODULE_SECONDS, or 30. Those in which threads waited
 * for a processor that others held do not count (patience.ts).
 */
export function moduleSeconds(): number {
  const given = Number(process.env['CREDITLAB_MODULE_SECONDS']);
  return given > 0 ? given : 30;
}

/** Milliseconds between two looks at whether a module lives. */
export const lookEvery = (): number => Math.min(500, moduleSeconds() * 250);

/** Of its heap: what a module says of itself is small, and one that fills its memory shall end its own thread alone. */
const hostMegabytes = 512;

/** That a module hangs. */
export function noSignOfLife(path: string): UserError {
  const message = `gave no sign of life for ${moduleSeconds()} seconds`;
  const hint =
    'does it loop for ever, end its thread, or fill its memory? CREDITLAB_MODULE_SECONDS gives it longer';
  return new UserError([{ file: path, message, hint }]);
}

/** The built program's worker; under tsx the source itself. */
function workerFile(): { readonly file: URL; readonly execArgv: string[] } {
  const isSource = import.meta.url.endsWith('.ts');
  if (isSource && process.execArgv.some((word) => word.includes('tsx'))) {
    return {
      file: new URL('../hosting/thread.ts', import.meta.url),
      execArgv: process.execArgv,
    };
  }
  const file = new URL('dist/module-host.js', programFolder);
  return { file, execArgv: ['--enable-source-maps'] };
}

/**
 * A user's module in a thread of its own, from which only data comes: what it says of itself, and what its rules answer
 * when they are asked here, each waited for.
 *
 * @param check what the module says of itself
 * @throws UserError if it cannot be loaded, ends its thread, or gives no sign of life
 */
export async function hosted(
  path: string,
  check: (said: unknown) => Omit<Institution, 'rules'>,
): Promise<Institution> {
  const signal = new Int32Array(new SharedArrayBuffer(4));
  const { port1: port, port2 } = new MessageChannel();
  const { file, execArgv } = workerFile();
  const workerData = { path, signal, port: port2 };
  const resourceLimits = { maxOldGenerationSizeMb: hostMegabytes };
  const worker = new Worker(file, { workerData, transferList: [port2], execArgv, resourceLimits });
  const { institution } = await loadedBy(worker, path);
  const said = check(institution);
  worker.unref();
  port.unref();
  /** Once its thread has ended, no question is asked any more. */
  let ended: UserError | undefined;
  const ask = (
    question: HostRequest,
  ): Extract<HostAnswer, { rules: unknown } | { given: unknown }> => {
    if (ended) throw ended;
    const given = asked(worker, path, port, signal, question);
    if (given === undefined || 'ended' in given) {
      void worker.terminate();
      ended = given ? new UserError(given.ended) : noSignOfLife(path);
      throw ended;
    }
    if ('problems' in given) throw new UserError(given.problems);
    if ('thrown' in given) throw new Error(given.thrown);
    return given;
  };
  return {
    ...said,
    rules(values) {
      const given = ask({ rules: values ?? {} });
      if (!('rules' in given)) throw new Error('rules were asked for');
      return rulesFrom(given.rules, ask);
    },
  };
}

/** What the worker says when the module is loaded, or why it never will. */
function loadedBy(
  worker: Worker,
  path: string,
): Promise<Exclude<LoadedModule, { problems: unknown }>> {
  return new Promise((resolve, reject) => {
    const giveUp = (error: unknown) => {
      clearInterval(timer);
      void worker.terminate();
      reject(error instanceof Error ? error : new Error(String(error)));
    };
    const counted = patience();
    const timer = setInterval(() => {
      if (counted() > moduleSeconds() * 1000) giveUp(noSignOfLife(path));
    }, lookEvery());
    worker.once('message', (said: LoadedModule) => {
      clearInterval(timer);
      if ('problems' in said) giveUp(new UserError(said.problems));
      else resolve(said);
    });
    worker.on('error', (error: unknown) => {
      const message = `fails while it is loaded: ${messageOf(error)}`;
      giveUp(new UserError([{ file: path, message }]));
    });
    worker.on('exit', (code) => {
      giveUp(new UserError([{ file: path, message: `ends the thread that it runs in (${code})` }]));
    });
  });
}

/** Undefined if no answer came in time. */
function asked(
  worker: Worker,
  path: string,
  port: MessagePort,
  signal: Int32Array<SharedArrayBuffer>,
  question: HostRequest,
): HostAnswer | undefined {
  const received = (): HostAnswer | undefined => receiveMessageOnPort(port)?.message;
  Atomics.store(signal, 0, 0);
  // The thread may have ended since it answered, and said so then.
  const last = received();
  if (last) return last;
  port.postMessage(question);
  const counted = patience();
  while (Atomics.wait(signal, 0, 0, lookEvery()) === 'timed-out') {
    if (isStopped(worker)) {
      const message = 'ends the thread that it runs in';
      return received() ?? { ended: [{ file: path, message, hint: 'does it fill its memory?' }] };
    }
    if (counted() > moduleSeconds() * 1000) break;
  }
  return received();
}

/** A thread that the system stopped, its heap full, says nothing; its loop then tells −1 as its idle time. */
function isStopped({ performance: { eventLoopUtilization } }: Worker): boolean {
  return eventLoopUtilization().idle < 0;
}

/** Rules whose functions are asked for in the module's thread. */
function rulesFrom({ of, data }: RulesData, ask: (question: HostRequest) => unknown): Rules {
  const made = (value: unknown, way: readonly string[]): unknown => {
    if (value === functionMark) {
      return (...given: unknown[]) => {
        const after = ask({ of, call: way, given });
        if (typeof after === 'object' && after !== null && 'given' in after)
          copy(after.given, given);
      };
    }
    if (Array.isArray(value)) return value.map((one, i) => made(one, [...way, String(i)]));
    if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
    return Object.fromEntries(
      Object.entries(value).map(([name, one]) => [name, made(one, [...way, name])]),
    );
  };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- checked as any module's rules are (check.ts)
  return made(data, []) as Rules;
}

/** What a function wrote into what it was given, into what stands here. */
function copy(from: unknown, to: unknown): void {
  if (typeof from !== 'object' || from === null || typeof to !== 'object' || to === null) return;
  for (const [name, value] of Object.entries(from)) {
    const own: unknown = Reflect.get(to, name);
    if (ArrayBuffer.isView(value)) {
      if (ArrayBuffer.isView(own)) bytesOf(own).set(bytesOf(value));
    } else if (typeof value === 'object') copy(value, own);
    else if (!Object.is(own, value)) Reflect.set(to, name, value);
  }
}

function bytesOf({ buffer, byteOffset, byteLength }: ArrayBufferView): Uint8Array {
  return new Uint8Array(buffer, byteOffset, byteLength);
}
