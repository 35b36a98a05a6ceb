import { render } from 'preact';
import { firstTowns } from './engine/first.ts';
import type { Engine } from './engine/pool.ts';
import { Runs } from './engine/runs.ts';
import { App } from './screens/App.tsx';

declare global {
  interface Window {
    /** From engine/start.ts. */
    readonly labEngine: Engine;
  }
}

const { address, given, opening } = window.labEngine;
const runs = new Runs(window.labEngine);
// What the lab brought along is seen before a worker begins.
if (opening) {
  runs.pool.pause(true);
  requestAnimationFrame(() => setTimeout(() => runs.pool.pause(document.hidden)));
}
const root = document.getElementById('lab');
if (root) {
  // What the lab brought along of them, or its workers have told so far, is shown at once.
  const towns = firstTowns(address);
  if (towns) runs.show(towns.bench, towns.how);
  // For whoever checks that the numbers are the command line's: `await lab.csv('a')`.
  Object.assign(window, { lab: runs });
  root.replaceChildren();
  render(<App runs={runs} first={address} given={given} />, root);
}
