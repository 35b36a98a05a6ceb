/**
 * `npm run lab-budgets`: how fast the lab is and what memory it takes, in Chromium, from disk; a table. The page's own thread
 * is slowed four times, as an old laptop's would be; its two workers run as fast as the machine lets them.
 */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { root } from './prepare.mjs';

const file = join(root, 'dist/lab.html');
if (!existsSync(file)) {
  console.error('the lab has not been built: npm run build:lab');
  process.exit(1);
}
const slowed = 4;
const places = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'];
const browser = await chromium.launch({
  executablePath: places.find((place) => existsSync(place)),
  args: ['--no-sandbox'],
});
const devtools = await browser.newBrowserCDPSession();
const rows = [['file', `${(statSync(file).size / 1e6).toFixed(2)} MB`, '1.5 MB']];
const median = (values) => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
const inMs = (values) => `${Math.round(median(values))} ms`;

/**
 * In the page, before anything of it runs: when it first painted, moved and knew. What asks from outside would slow it. People
 * move once both fields have their size, which a canvas gets as it is first painted, and nothing is seen before the first paint.
 */
function watch() {
  const found = {};
  const look = () => {
    const { a, b } = window.lab?.state?.towns ?? {};
    const fields = [...document.querySelectorAll('canvas.field')];
    const arePainted = fields.length === 2 && fields.every(({ width }) => width !== 300);
    found.painted ??= performance.getEntriesByName('first-contentful-paint')[0]?.startTime;
    if (arePainted && a?.done > 0 && b?.done > 0) found.moving ??= performance.now();
    if (a?.told && b?.told) found.result ??= performance.now();
    if (found.painted && found.moving && found.result) {
      const { painted, moving, result } = found;
      window.starts = {
        painted,
        moving: Math.max(painted, moving),
        result: Math.max(painted, result),
      };
    } else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

/** A page with the lab, and its session. */
async function open(behind) {
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
  page.setDefaultTimeout(300_000);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: slowed });
  await page.addInitScript(watch);
  await page.goto(pathToFileURL(file).href + behind);
  return { page, session };
}

/** Five starts of what stands behind the file's name. */
async function startsOf(behind) {
  const starts = { painted: [], moving: [], result: [] };
  for (let k = 0; k < 5; k++) {
    const { page, session } = await open(behind);
    // Asked seldom, and only for a word: whatever is asked costs the page time.
    let one;
    while (!one) {
      await new Promise((resolve) => setTimeout(resolve, 500));
      const expression = 'JSON.stringify(window.starts ?? null)';
      const { result } = await session.send('Runtime.evaluate', { expression });
      one = JSON.parse(result.value);
    }
    for (const [name, value] of Object.entries(one)) starts[name].push(value);
    await page.close();
  }
  return starts;
}

// Nothing of the others is brought along: they are read, and filmed by a worker.
for (const { behind, title, limits } of [
  { behind: '', title: '', limits: ['1 s', '1 s', '1.5 s'] },
  { behind: '#a=none&b=negative-only', title: 'other towns, by a link: ', limits: ['–', '–', '–'] },
]) {
  const { painted, moving, result } = await startsOf(behind);
  rows.push([`${title}first paint`, inMs(painted), limits[0]]);
  rows.push([`${title}first people move`, inMs(moving), limits[1]]);
  rows.push([`${title}first result of both towns`, inMs(result), limits[2]]);
}

const { page, session } = await open('#a=none&b=full-sharing');
await page.waitForFunction(() => window.starts && window.lab.pool.load === 0, undefined, {
  polling: 500,
});
const turns = { part: [], whole: [], bucket: [] };
for (let k = 0; k < 7; k++) {
  const one = await page.evaluate(
    (quarters) =>
      new Promise((resolve) => {
        const { bench } = window.lab.state;
        const b = { ...bench.b, with: { retentionNegative: quarters } };
        const before = window.lab.state.towns.b.film;
        const start = performance.now();
        const found = {};
        window.lab.show({ ...bench, b }, { seeds: 0 });
        const look = () => {
          const { towns, buckets } = window.lab.state;
          if (towns.b.film !== before) found.part ??= performance.now() - start;
          if (towns.b.film !== before && towns.b.told && !found.whole) {
            found.whole = performance.now() - start;
            window.lab.fill();
          }
          if (buckets.a && buckets.b) {
            found.bucket = performance.now() - start - found.whole;
            resolve(found);
          } else requestAnimationFrame(look);
        };
        look();
      }),
    20 - k,
  );
  for (const [name, value] of Object.entries(one)) turns[name].push(value);
}
rows.push(['dial to a first picture, 2,000 people', inMs(turns.part), '500 ms']);
rows.push(['dial to the whole picture', inMs(turns.whole), '–']);
rows.push(['other worlds, after it', inMs(turns.bucket), '1.5 s']);

// It plays from the start, and stands still at its end.
const play = page.getByRole('button', { name: 'Play', exact: true });
if (await play.isVisible()) await play.click();
const frames = await page.evaluate(
  () =>
    new Promise((resolve) => {
      const times = [];
      const tick = (time) => {
        times.push(time);
        if (times.length > 180) resolve(times);
        else requestAnimationFrame(tick);
      };
      requestAnimationFrame(tick);
    }),
);
rows.push([
  'frames a second while it plays',
  `${Math.round((1000 * 180) / (frames[180] - frames[0]))}`,
  '60',
]);

const heap = async () => {
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  const { processInfo } = await devtools.send('SystemInfo.getProcessInfo');
  const resident = processInfo
    .filter(({ type }) => type === 'renderer')
    .map(({ id }) => Number(readFileSync(`/proc/${id}/statm`, 'utf8').split(' ')[1]) * 4096);
  return [usedSize / 1e6, Math.max(...resident) / 1e6];
};
const runs = async (from, to) =>
  page.evaluate(
    async ([first, last]) => {
      for (let replicate = first; replicate < last; replicate++) {
        window.lab.show({ ...window.lab.state.bench, borrowers: 500, replicate }, { seeds: 0 });
        const isThere = () =>
          ['a', 'b'].every((side) => window.lab.state.towns[side]?.film.replicate === replicate);
        while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 10));
      }
    },
    [from, to],
  );
await runs(1, 40);
const before = await heap();
await runs(40, 240);
const after = await heap();
const told = ([used, resident]) =>
  `${used.toFixed(1)} MB used, ${Math.round(resident)} MB resident`;
rows.push(['memory after 40 runs', told(before), '–']);
rows.push(['memory after 200 more', told(after), 'flat']);
await browser.close();
console.log(`| what | measured | budget |\n| --- | --- | --- |`);
for (const row of rows) console.log(`| ${row.join(' | ')} |`);
