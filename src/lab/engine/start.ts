/**
 * Starts the first worker while the rest of the file is still being read, and asks it for the towns that the address wants:
 * a script of its own, right behind their text. Where the lab brings along how those towns begin, workers wait for the page
 * instead. Then it runs the page, which takes over as `window.labEngine` what has begun.
 */
import { read } from '../model/link.ts';
import { firstBench, sides, type Side } from '../model/town.ts';
import { here, type GivenScenario, type WorkerNews, type WorkerTask } from '../run/messages.ts';
import { isSameBench, openingIn } from '../run/opening.ts';
import { firstTowns } from './first.ts';
import { unpacked } from './packed.ts';
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
/** Where a script is that a blob keeps. */
const urlOf = (...parts: readonly string[]) => URL.createObjectURL(new Blob([...parts], { type }));
const readerUrl = async () => urlOf(await unpacked(textOf('reader')));
let workerUrl: string | undefined;
const url = () => (workerUrl ??= urlOf(textOf('worker')));

/** Begins workers, each with films of these sides. */
function begin(
  all: readonly (readonly Side[])[],
  opening?: WorkerTask['opening'],
): readonly Begun[] {
  const firstUrl = urlOf(`self.postMessage('${here}');`, textOf('worker'));
  return all.map((filmed) => beginOne(firstUrl, filmed, opening));
}

function beginOne(
  firstUrl: string,
  filmed: readonly Side[],
  opening: WorkerTask['opening'],
): Begun {
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
const isSmall = towns && towns.bench.borrowers <= patientUpTo;
const isBrought = !given && towns !== undefined && isSameBench(towns.bench, firstBench);
const begun = isBrought
  ? []
  : isSmall
    ? begin([sides], 'shows')
    : begin(sides.map((side) => [side]));

const isRead = new Promise((resolve) => {
  document.addEventListener('DOMContentLoaded', resolve);
});
// A browser starts a worker only while its page rests, and a page that is being made does not: so workers first.
const isBegun = new Promise<void>((resolve) => {
  for (const { worker } of begun)
    worker.addEventListener('message', () => resolve(), { once: true });
  if (isBrought) resolve();
  else setTimeout(resolve, patience);
});
void Promise.all([isRead, isBegun]).then(() => {
  const opening = isBrought ? openingIn(textOf('opening')) : undefined;
  const labEngine: Engine = {
    ...{ url, readerUrl, begun, given: given ?? undefined, address, opening },
  };
  Object.assign(window, { labEngine });
  const script = document.createElement('script');
  script.textContent = textOf('page');
  document.head.append(script);
});
