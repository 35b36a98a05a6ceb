/**
 * The suite of `npm run recovery`, on the built program: vectors that are known are hidden behind moments of markets with
 * other people and luck, and must be found again.
 */
import { Worker } from 'node:worker_threads';
import type { Attempt } from './attempt.ts';

const attempts = 10;
const needed = 9;
const threads = 2;

const begun = performance.now();
const found: Attempt[] = [];
const queue = [...Array(attempts).keys()];
await Promise.all(
  Array.from({ length: threads }, async () => {
    const worker = new Worker(new URL('./worker.js', import.meta.url));
    for (let number = queue.shift(); number !== undefined; number = queue.shift()) {
      found[number] = await new Promise<Attempt>((resolve, reject) => {
        worker.removeAllListeners();
        worker.once('message', resolve);
        worker.once('error', reject);
        // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread is no window
        worker.postMessage(number);
      });
      console.log(`truth ${number + 1}: ${found[number].inside.map(said).join(', ')}`);
    }
    await worker.terminate();
  }),
);

let passed = 0;
let failed = 0;
const judge = (holds: boolean, says: string) => {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? 'holds ' : 'FAILED'} ${says}`);
};
const most = Math.max(...found.map(({ inside }) => inside.length));
let noticed = false;
for (let k = 0; k < most; k++) {
  const told = found.filter(({ inside }) => k < inside.length);
  const right = told.filter(({ inside }) => inside[k]).length;
  const wrong = told.filter(({ mirrored }) => mirrored[k]).length;
  const enough = (n: number) => n * attempts >= needed * told.length;
  judge(
    enough(right),
    `identified direction ${k + 1}: the truth is inside in ${right} of ${told.length}`,
  );
  console.log(`       a wrong truth is inside in ${wrong} of ${told.length}`);
  noticed ||= !enough(wrong);
}
judge(most >= 2, `moments identify at least 2 of 3 directions: ${most}`);
judge(noticed, 'a wrong truth is noticed');
console.log(
  `${((performance.now() - begun) / 1000).toFixed(0)} s, ${(process.cpuUsage().user / 1e6).toFixed(0)} s of processors`,
);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;

function said(inside: boolean): string {
  return inside ? 'inside' : 'OUTSIDE';
}
