import { render } from 'preact';
import { Runs } from './engine/runs.ts';
import { read } from './model/link.ts';
import type { Given } from './run/messages.ts';
import { App } from './screens/App.tsx';

const textOf = (id: string) => document.getElementById(id)?.textContent ?? '';

/** The scenario that `creditlab lab` wrote into the file, if it did. */
const given: Given | null = JSON.parse(textOf('given'));
const runs = new Runs(textOf('worker'), given ?? undefined);
const text = window.location.hash.length > 1 ? window.location.hash : window.location.search;
const first = read(text, navigator.language.startsWith('zh') ? 'zh' : 'en');
const root = document.getElementById('lab');
if (root) {
  root.replaceChildren();
  render(<App runs={runs} first={first} baseId={given?.id} />, root);
}
