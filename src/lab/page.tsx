import { render } from 'preact';
import type { Engine } from './engine/pool.ts';
import { Runs } from './engine/runs.ts';
import { read } from './model/link.ts';
import { coverRuns, firstBench, seedsOf } from './model/town.ts';
import type { GivenScenario } from './run/messages.ts';
import { App } from './screens/App.tsx';

const textOf = (id: string) => document.getElementById(id)?.textContent ?? '';

declare global {
  interface Window {
    /** From engine/start.ts. */
    readonly labEngine: Engine;
  }
}

/** The scenario that `creditlab lab` wrote into the file, if it did. */
const given: GivenScenario | null = JSON.parse(textOf('given'));
const runs = new Runs(window.labEngine, given ?? undefined);
const text = window.location.hash.length > 1 ? window.location.hash : window.location.search;
const asked = read(text, navigator.language.startsWith('zh') ? 'zh' : 'en');
const isPlain = text.replace(/^[?#]/, '') === '';
const first =
  given && isPlain ? { ...asked, place: { screen: 'bench', bench: given.bench } as const } : asked;
const root = document.getElementById('lab');
if (root) {
  // Asked before anything is drawn: the workers have something to do meanwhile.
  const { place } = first;
  if (place.screen === 'cover') runs.show(firstBench, coverRuns);
  if (place.screen === 'bench') runs.show(place.bench, { seeds: seedsOf(place.bench) });
  // For whoever checks that the numbers are the command line's: `await lab.csv('a')`.
  Object.assign(window, { lab: runs });
  root.replaceChildren();
  render(<App runs={runs} first={first} given={given ?? undefined} />, root);
}
