/**
 * Starts the two workers while the rest of the page is still being read, and asks them for the towns that the address wants:
 * a script of its own, right behind their text. The page takes over as `window.labEngine` what has begun here.
 */
import { read } from '../model/link.ts';
import { sides } from '../model/town.ts';
import type { GivenScenario, WorkerAnswer, WorkerTask } from '../run/messages.ts';
import { firstTowns } from './first.ts';
import type { Begun, Engine } from './pool.ts';

const textOf = (id: string) => document.getElementById(id)?.textContent ?? '';

/** The scenario that `creditlab lab` wrote into the file, if it did. */
const given: GivenScenario | null = JSON.parse(textOf('given'));
const { hash, search } = window.location;
const text = hash.length > 1 ? hash : search;
const asked = read(text, navigator.language.startsWith('zh') ? 'zh' : 'en');
const isPlain = text.replace(/^[?#]/, '') === '';
const address =
  given && isPlain ? { ...asked, place: { screen: 'bench', bench: given.bench } as const } : asked;
const towns = firstTowns(address);
const url = URL.createObjectURL(new Blob([textOf('worker')], { type: 'text/javascript' }));
const begun = sides.map((side): Begun => {
  const worker = new Worker(url);
  const answers: WorkerAnswer[] = [];
  const keep = ({ data }: MessageEvent<WorkerAnswer>) => void answers.push(data);
  worker.addEventListener('message', keep);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  if (given) worker.postMessage(given);
  const task: WorkerTask | undefined = towns && {
    ...{ question: 0, bench: towns.bench, side, want: { kind: 'film' } },
  };
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- nor here
  if (task) worker.postMessage(task);
  return { worker, task, answers, release: () => worker.removeEventListener('message', keep) };
});
const labEngine: Engine = { url, begun, given: given ?? undefined, address };
Object.assign(window, { labEngine });
