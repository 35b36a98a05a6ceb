/**
 * Starts the first worker while the rest of the file is still being read, and asks it for the towns that the address wants:
 * a script of its own, right behind their text. Then it runs the page, which takes over as `window.labEngine` what has begun.
 */
import { read } from '../model/link.ts';
import { sides, type Side } from '../model/town.ts';
import { here, type GivenScenario, type WorkerNews, type WorkerTask } from '../run/messages.ts';
import { firstTowns } from './first.ts';
import { patientUpTo, type Begun, type Engine, type WorkerWord } from './pool.ts';

/** So long, in milliseconds, the page waits for a worker to begin: where none does, it says so. */
const patience = 1000;

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
const type = 'text/javascript';
const code = new Blob([textOf('worker')], { type });
const readerUrl = () => URL.createObjectURL(new Blob([textOf('reader')], { type }));
const firstUrl = URL.createObjectURL(new Blob([`self.postMessage('${here}');`, code], { type }));

/** Begins a worker with films of these sides. */
function begin(filmed: readonly Side[], opening?: WorkerTask['opening']): Begun {
  const worker = new Worker(firstUrl);
  const words: Exclude<WorkerWord, typeof here>[] = [];
  const keep = ({ data }: MessageEvent<WorkerWord>) => {
    if (data !== here) words.push(data);
  };
  worker.addEventListener('message', keep);
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker has no origin to name
  if (given) worker.postMessage({ ready: given.ready } satisfies WorkerNews);
  const tasks = filmed.flatMap((side, k): WorkerTask[] => {
    const first = opening && { opening: k === 0 ? opening : 'shown' };
    const want = { kind: 'film' } as const;
    return towns ? [{ question: 0, bench: towns.bench, side, want, ...first }] : [];
  });
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- nor here
  for (const task of tasks) worker.postMessage(task);
  return { worker, tasks, words, release: () => worker.removeEventListener('message', keep) };
}

// One worker films both towns unless that takes long: two would each read, compile and warm up the engine, on two cores that
// the page needs, too.
const begun =
  towns && towns.bench.borrowers <= patientUpTo
    ? [begin(sides, 'shows')]
    : sides.map((side) => begin([side]));
const labEngine: Engine = {
  ...{ url: URL.createObjectURL(code), readerUrl, begun, given: given ?? undefined, address },
};
Object.assign(window, { labEngine });

// A browser starts a worker only while its page rests, and a page that is being made does not: so workers first.
const isRead = new Promise((resolve) => {
  document.addEventListener('DOMContentLoaded', resolve);
});
const isBegun = new Promise((resolve) => {
  for (const { worker } of begun) worker.addEventListener('message', resolve, { once: true });
  setTimeout(resolve, patience);
});
void Promise.all([isRead, isBegun]).then(() => {
  const script = document.createElement('script');
  script.textContent = textOf('page');
  document.head.append(script);
});
