import { parentPort } from 'node:worker_threads';
import { attempt } from './attempt.ts';

parentPort?.on('message', (number: number) => {
  void attempt(number).then((found) => {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
    parentPort?.postMessage(found);
  });
});
