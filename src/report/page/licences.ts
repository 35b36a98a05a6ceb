import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { programFolder } from '../../program-folder.ts';
import { html, type Html } from './html.ts';

/** What a report carries inside of others' work, and where its licence lies. */
const carried = [
  { name: 'Vega, vega-interpreter (BSD-3-Clause)', text: () => besidePackage('vega', 'LICENSE') },
  { name: 'Source Sans 3 (SIL OFL 1.1)', text: () => asset('SourceSans3-LICENSE.md') },
  { name: 'Noto Sans SC, Noto Sans JP (SIL OFL 1.1)', text: () => asset('NotoSansSC-LICENSE.txt') },
] as const;

/** The licences of all that the page carries, in full, as they ask. */
export function licences(): Html {
  return html`<details class="licences">
    <summary>Licences</summary>
    ${carried.map(
      ({ name, text }) =>
        html`<h3>${name}</h3>
          <pre tabindex="0" aria-label="${name}">${text()}</pre> `,
    )}
  </details>`;
}

function asset(name: string): string {
  return readFileSync(new URL(`assets/fonts/${name}`, programFolder), 'utf8');
}

/** A file at the root of a package, above its entry. */
function besidePackage(name: string, file: string): string {
  let folder = new URL('.', import.meta.resolve(name));
  while (folder.pathname.includes('/node_modules/')) {
    const found = new URL(file, folder);
    if (existsSync(fileURLToPath(found))) return readFileSync(fileURLToPath(found), 'utf8');
    folder = new URL('..', folder);
  }
  throw new Error(`${name} has no ${file}`);
}
