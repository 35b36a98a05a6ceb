import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { programFolder } from '../../program-folder.ts';
import { html, type Html } from './html.ts';

/** Packages whose scripts a report carries. Vega's holds those that it depends on. */
const scripted = ['vega', 'vega-interpreter'];

/** What Vega depends on for other uses than in a page, or as types. */
const notInPage = /^(@types\/|vega-typings$|commander$|iconv-lite$|safer-buffer$|rw$)/;

const fonts = [
  ['Source Sans 3 (SIL OFL 1.1)', 'SourceSans3-LICENSE.md'],
  ['Noto Sans SC, Noto Sans JP (SIL OFL 1.1)', 'NotoSansSC-LICENSE.txt'],
] as const;

/** The licences of all that the page carries, in full, as they ask; a text that several packages share stands once. */
export function licences(): Html {
  const texts = new Map<string, string[]>();
  for (const folder of foldersOf(scripted)) {
    const { name } = packageIn(folder);
    const text = licenceIn(folder);
    texts.set(text, [...(texts.get(text) ?? []), name]);
  }
  const carried = [
    ...[...texts].map(([text, names]) => [names.join(', '), text] as const),
    ...fonts.map(([name, file]) => [name, asset(file)] as const),
  ];
  return html`<details class="licences">
    <summary>Licences</summary>
    ${carried.map(
      ([name, text]) =>
        html`<h3>${name}</h3>
          <pre tabindex="0" aria-label="${name}">${text}</pre> `,
    )}
  </details>`;
}

function asset(name: string): string {
  return readFileSync(new URL(`assets/fonts/${name}`, programFolder), 'utf8');
}

/** The folders of packages and of all that they depend on, each once. */
function foldersOf(names: readonly string[]): URL[] {
  const found = new Map<string, URL>();
  const add = (name: string, from: URL) => {
    if (notInPage.test(name)) return;
    const folder = folderOf(name, from);
    if (found.has(folder.href)) return;
    found.set(folder.href, folder);
    for (const one of Object.keys(packageIn(folder).dependencies ?? {})) add(one, folder);
  };
  for (const name of names) add(name, new URL(import.meta.url));
  return [...found.values()];
}

/** Where Node finds a package from another's folder; many let nobody import their package.json. */
function folderOf(name: string, from: URL): URL {
  for (let place = new URL('.', from); ; place = new URL('..', place)) {
    const folder = new URL(`node_modules/${name}/`, place);
    if (existsSync(fileURLToPath(new URL('package.json', folder)))) return folder;
    if (place.href === new URL('..', place).href) throw new Error(`${name} is not installed`);
  }
}

const described = z.object({
  name: z.string(),
  dependencies: z.record(z.string(), z.string()).optional(),
});

function packageIn(folder: URL) {
  const text = readFileSync(fileURLToPath(new URL('package.json', folder)), 'utf8');
  return described.parse(JSON.parse(text));
}

function licenceIn(folder: URL): string {
  const file = readdirSync(fileURLToPath(folder)).find((one) => /^licen[cs]e(\.|$)/i.test(one));
  if (file === undefined) throw new Error(`${folder.href} has no licence`);
  return readFileSync(fileURLToPath(new URL(file, folder)), 'utf8').trim();
}
