import { workerData } from 'node:worker_threads';
import { messageOf } from '../../errors.ts';
import type { HostAnswer, HostStart } from '../modules/protocol.ts';

/*
 * A thread that serves a module says why when it ends: who asks there waits without hearing of anything else, and would
 * wait in vain.
 */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- modules/host.ts starts it with these
const { path, signal, port } = workerData as HostStart;

/** Taken before the module was loaded, so that it cannot put its own in their place. */
const { notify, store } = Atomics;

function tell(message: string): void {
  const last: HostAnswer = { ended: [{ file: path, message }] };
  port.postMessage(last);
  store(signal, 0, 1);
  notify(signal, 0);
}

process.on('uncaughtExceptionMonitor', (error: unknown, origin) => {
  const what = messageOf(error);
  tell(
    origin === 'unhandledRejection'
      ? `leaves a rejected promise that nobody catches: ${what}`
      : `throws where nobody catches it: ${what}`,
  );
});
process.on('exit', (code) => {
  tell(`ends the thread that it runs in (${code})`);
});
