/**
 * What rolldown makes of the lab: one HTML file that opens from disk, its worker inside, under a policy that allows this
 * file's own script and style, by their hashes, and nothing else.
 */
import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { createJiti } from 'jiti';
import subsetFont from 'subset-font';
import { readsSources, withoutNode } from './bundle.mjs';
import { licencesOf } from './licences.mjs';
import { compile } from 'vega-lite';
import { builder, root } from './prepare.mjs';

const { rolldown } = await import(pathToFileURL(builder()).href);

/** Parts of Vega that no chart of the lab uses: maps of forces, trees and words. */
const notCharted = [
  ...['vega-force', 'vega-hierarchy', 'vega-voronoi', 'vega-wordcloud', 'vega-crossfilter'],
  ...['vega-regression', 'vega-label', 'vega-geo'],
];
/**
 * What stands in place of modules that nothing in the lab runs, so that nobody waits for them. A page reads neither tables of
 * points nor modules of institutions; what built-in ones look like, tests have checked.
 */
const inPlace = new Map([
  ...notCharted.map((name) => [name, 'export {};']),
  ['csv-parse/sync', "export const parse = () => { throw new Error('a page reads no tables'); };"],
  [
    join(root, 'src/scenario/institutions/shape.ts'),
    'export const institutionShape = {}, rulesShape = {}, misfits = () => [];',
  ],
]);

/** A page looks up who reads whom, and scores nobody: what a score's scale is solved with would be made as the page begins. */
const inPage = new Map([
  ...inPlace,
  [
    join(root, 'src/scores/sesame/score.ts'),
    'export const sesameScoreRules = () => undefined, explainSesame = () => undefined;',
  ],
]);

/** Reads sources of the lab, each of them once. */
const sources = createJiti(import.meta.url, readsSources);

/** How scripts are bundled that do something as they are loaded. */
const effects = { treeshake: { moduleSideEffects: true } };

/** A file of a school's server and of old laptops: more than this is too much. */
const mostBytes = 1_500_000;

/**
 * Writes the lab.
 *
 * @throws Error if anything is wrong, were it a warning, or the file is too large
 */
export async function bundleLab(file) {
  const lecture = readFileSync(join(root, 'scenarios/lecture.yaml'), 'utf8');
  const texts = { lecture };
  const reader = await script('src/lab/reader.ts', { define: { labTexts: JSON.stringify(texts) } });
  const define = { labTowns: JSON.stringify(await towns(lecture)) };
  const opening = await filmed(lecture);
  const worker = await script('src/lab/worker.ts', { define });
  const start = await script('src/lab/engine/start.ts');
  const drawn = { labCharts: JSON.stringify(charts()) };
  const page = await script('src/lab/page.tsx', { define: drawn, instead: inPage });
  // Vega registers its transforms as it is loaded.
  const drawer = await script('src/lab/charts/runtime.ts', effects);
  const style = readFileSync(join(root, 'assets/lab/lab.css'), 'utf8') + (await faces(page.code));
  const font = readFileSync(join(root, 'assets/fonts/NotoSansSC-LICENSE.txt'), 'utf8');
  const inside = licencesOf([page, worker, reader, drawer].flatMap(({ ids }) => ids));
  const licences = `${inside}\n\n\nNoto Sans SC\n\n${font}`.replaceAll('</', '< /');
  const codes = { start, page, worker, reader, drawer };
  const html = pageOf(codes, style, licences, opening);
  if (/[^\0-\x7f]/.test(html)) throw new Error('the lab has letters that are not ASCII');
  const bytes = Buffer.byteLength(html);
  if (bytes > mostBytes) throw new Error(`the lab has ${bytes} bytes, more than ${mostBytes}`);
  mkdirSync(dirname(join(root, file)), { recursive: true });
  writeFileSync(join(root, file), html);
  return bytes;
}

/** A plain script of an entry and all that it needs. */
async function script(
  entry,
  { define = {}, treeshake = { moduleSideEffects: false }, instead = inPlace } = {},
) {
  const built = await rolldown({
    cwd: root,
    input: entry,
    platform: 'browser',
    tsconfig: false,
    treeshake,
    transform: { define, jsx: { runtime: 'automatic', importSource: 'preact' } },
    onLog(level, log) {
      if (level === 'warn') throw new Error(log.message);
    },
    plugins: [
      withoutNode,
      {
        name: 'without-what-is-not-run',
        resolveId: (id) => (instead.has(id) ? id : null),
        load: (id) => instead.get(id) ?? null,
      },
    ],
  });
  const { output } = await built.generate({
    format: 'iife',
    minify: true,
    topLevelVar: false,
    codeSplitting: false,
  });
  await built.close();
  const [{ code, imports, dynamicImports, moduleIds }] = output;
  const used = [...imports, ...dynamicImports];
  if (used.length > 0) throw new Error(`${entry} imports ${used.join(', ')}`);
  const safe = code.replaceAll('</script', '<\\/script').replaceAll('<!--', '<\\!--');
  return { code: safe, ids: moduleIds };
}

/**
 * With letters of one byte alone, as all of the file is: a browser keeps it in half the memory then, and reads it, and hands it to
 * a worker, in half the time.
 */
function inAscii(code) {
  const escape = (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return code.replaceAll(/[^\0-\x7f]/g, escape);
}

function inReferences(text) {
  return text.replaceAll(/[^\0-\x7f]/gu, (sign) => `&#${sign.codePointAt(0)};`);
}

/** Scenarios of the towns that a page can begin with, read. */
async function towns(lecture) {
  const { readFirst } = await sources.import('../src/lab/engine/read-first.ts');
  return readFirst(lecture);
}

/** What the lab brings along of the towns that it opens with. */
async function filmed(lecture) {
  const { filmOpening } = await sources.import('../src/lab/engine/film-opening.ts');
  return filmOpening(lecture);
}

/** As src/lab/engine/packed.ts unpacks it. */
const packed = (text) => deflateSync(text, { level: 9 }).toString('base64');

/** Charts of the lab, compiled from Vega-Lite: the page carries only what draws them. */
function charts() {
  const folder = join(root, 'assets/lab/charts');
  return Object.fromEntries(
    readdirSync(folder)
      .toSorted()
      .map((name) => {
        const spec = JSON.parse(readFileSync(join(folder, name), 'utf8'));
        return [name.replace('.json', ''), compile(spec).spec];
      }),
  );
}

/** On the button that leads to Chinese: a page in English has no others. */
const chineseButton = '中文';

/**
 * The Chinese letters of the page, for machines that have none: the first family that its style names, of these letters alone.
 * Those of the button are a face of their own, so that a page in English reads no other.
 */
async function faces(text) {
  const letters = new Set([...text].filter((one) => one >= '\u2e80' && one <= '\uffef'));
  const own = Array.from(chineseButton, (one) => one.codePointAt(0));
  const ends = [0x2e7f, ...own.toSorted((a, b) => a - b), 0xfff0];
  const between = ends.slice(1).map((end, k) => rangeOf(ends[k] + 1, end - 1));
  const all = await face([...letters].join(''), between.join(', '));
  return all + (await face(chineseButton, own.map((one) => rangeOf(one, one)).join(', ')));
}

function rangeOf(from, to) {
  return `U+${from.toString(16)}-${to.toString(16)}`;
}

async function face(letters, range) {
  const font = readFileSync(join(root, 'assets/fonts/NotoSansSC-Regular.ttf'));
  const own = await subsetFont(font, letters, { targetFormat: 'woff2' });
  const source = `url(data:font/woff2;base64,${own.toString('base64')}) format('woff2')`;
  return `@font-face { font-family: 'Lab SC'; unicode-range: ${range}; src: ${source}; }\n`;
}

/** Workers begin at the address's towns before the page has been read to its end, unless it brings along how these begin; what reads other towns, what draws charts, and licences, come behind all that is seen. */
function pageOf(scripts, style, licences, opening) {
  const [start, page, worker, reader, drawer] = ['start', 'page', 'worker', 'reader', 'drawer'].map(
    (name) => inAscii(scripts[name].code),
  );
  const policy = [
    "default-src 'none'",
    `script-src ${[page, drawer, start].map((code) => `'${hashOf(code)}'`).join(' ')}`,
    `style-src '${hashOf(style)}'`,
    'worker-src blob:',
    'img-src data: blob:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="icon" href="data:,">
<title>creditlab: two towns</title>
<script type="application/json" id="given">null</script>
<script type="text/plain" id="worker">${worker}</script>
<script>${start}</script>
<style>${style}</style>
</head>
<body>
<div id="lab"><noscript>The lab needs JavaScript. ${inReferences('实验室需要 JavaScript。')}</noscript></div>
<script type="text/plain" id="page">${page}</script>
<script type="application/json" id="opening">${opening}</script>
<script type="text/plain" id="reader">${packed(reader)}</script>
<script type="text/plain" id="charts">${drawer}</script>
<script type="text/plain" id="licences">${licences}</script>
</body>
</html>
`;
}

function hashOf(text) {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}
