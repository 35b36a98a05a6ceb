import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/index.ts';
import { labFor } from '../../src/lab/given/given.ts';
import { labWith } from '../../src/lab/given/html.ts';
import { written } from '../../src/lab/model/link.ts';
import { firstBench, sides, town, type Bench } from '../../src/lab/model/town.ts';
import { townScenario } from '../../src/lab/model/town-scenario.ts';
import { scenarioText } from '../../src/lab/model/yaml.ts';
import { checked } from '../../src/library/check.ts';
import { loadExternalInstitution } from '../../src/scenario/institutions/external.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { findChromium, launch } from '../browser/chromium.ts';
import { address, made, open, play, until, whole } from './page.ts';

const chromium = findChromium();
const small: Bench = { ...firstBench, borrowers: 300, quarters: 16, burnIn: 6 };
const linkTo = (bench: Bench) =>
  `#${written({ place: { screen: 'bench', bench }, language: 'en', seed: undefined, hidden: [] })}`;

describe.skipIf(chromium === undefined)('at its edges the lab', () => {
  let browser: Browser;
  const folder = mkdtempSync(join(tmpdir(), 'creditlab-lab-'));
  beforeAll(async () => {
    browser = await launch(chromium ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true });
  });

  it('is no wider than a telephone while words wait to be explained, which is then done on the screen', async () => {
    const phone = { width: 390, height: 844 };
    const { page } = await open(browser, '#lesson=1', phone);
    await play(page, '1');
    const on = page.getByRole('button', { name: 'Next', exact: true });
    await on.click();
    await page.locator('.bets button').first().click();
    await on.click();
    const term = page.locator('.term').first();
    await term.waitFor();
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth);
    expect(await wide()).toBe(phone.width);
    await term.focus();
    expect(await wide()).toBe(phone.width);
    const shown = await term.evaluate((element) => getComputedStyle(element, '::after').display);
    expect(shown).toBe('block');
    await page.context().close();
  });

  it('says of a market that is nearly gone that it is, and gives it no surplus', async () => {
    const set = { 'economy.pricing.cap': 0.16, 'economy.outside.base': 0.4 };
    const { page, troubles } = await open(browser, linkTo({ ...small, set, b: town('sesame') }));
    await whole(page);
    await page.getByText('Town A: market nearly gone.').waitFor();
    await page.getByRole('button', { name: 'Buckets' }).click();
    await page.locator('.buckets figure').first().getByText('market nearly gone').waitFor();
    expect(await page.locator('.buckets figure').first().locator('.vessel').count()).toBe(0);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['en', 'no loan'],
    ['zh', '没有贷款'],
  ])('tells in %s what no loan tells, and lets nobody wait for it', async (lang, none) => {
    const set = { 'economy.behaviour.effortCost': 20, 'economy.sanctions.stigma': 0 };
    const { page, troubles } = await open(browser, `${linkTo({ ...small, set })}&lang=${lang}`);
    await whole(page);
    await page.locator('.strip .row', { hasText: none }).first().waitFor();
    expect(await page.locator('.strip').innerText()).not.toContain('…');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('stands still while its tab is hidden, and goes on when it is seen', async () => {
    const { page } = await open(browser, linkTo(small));
    await whole(page);
    await until(page, () => window.lab.pool.load === 0);
    await hide(page, true);
    await page.getByRole('button', { name: 'Replay with other luck' }).click();
    await until(page, () => window.lab.state.bench?.replicate === 1);
    const waiting = await page.evaluate(() => window.lab.pool.load);
    expect(waiting).toBeGreaterThan(0);
    await page.waitForTimeout(1000);
    expect(await page.evaluate(() => window.lab.pool.load)).toBe(waiting);
    await hide(page, false);
    await until(page, () => window.lab.pool.load === 0);
    expect(await page.evaluate(() => window.lab.state.towns.b?.film.replicate)).toBe(1);
    await page.context().close();
  });

  it('warns of 100,000 people, and does not wait for them once they are not asked for', async () => {
    const { page } = await open(browser, linkTo(small));
    await whole(page);
    const people = page.getByRole('combobox', { name: 'People' });
    await people.selectOption('100000');
    await page.getByText('A market of this size takes a while, and much memory.').waitFor();
    await until(page, () => window.lab.state.bench?.borrowers === 100_000);
    await people.selectOption('1000');
    await until(page, () => {
      const { bench, told } = window.lab.state;
      return bench?.borrowers === 1000 && told.a.size > 0 && told.b.size > 0;
    });
    await page.context().close();
  });

  it('gives a town up after a second crash, says so, and runs the next', async () => {
    const { page } = await open(browser, linkTo({ ...small, borrowers: 4000, quarters: 48 }));
    await until(page, () => window.lab.pool.load > 0);
    await page.evaluate(() => {
      window.lab.pool.crash();
      window.lab.pool.crash();
    });
    await page.getByText('The engine stopped twice at this town.').waitFor();
    await page.getByRole('combobox', { name: 'People' }).selectOption('1000');
    await until(page, () => window.lab.state.told.a.size > 0 && window.lab.state.told.b.size > 0);
    await page.context().close();
  });

  it('says so where a browser cannot unpack what reads scenarios', async () => {
    const laptop = { width: 1366, height: 768 };
    const { page } = await open(browser, linkTo(small), laptop, () => {
      Reflect.deleteProperty(window, 'DecompressionStream');
    });
    await page.getByText('The engine stopped twice at this town.').waitFor();
    await page.context().close();
  });

  it('has fields of one height, however high they were before', async () => {
    const { page } = await open(browser, linkTo(small), { width: 1280, height: 720 });
    await whole(page);
    // More dials, and fewer again: the panel beside the fields grows and shrinks.
    await page.locator('.panel select').first().selectOption('full-sharing');
    await until(page, () => window.lab.state.bench?.a.institution === 'full-sharing');
    await whole(page);
    await page.getByRole('button', { name: 'Undo' }).click();
    await until(page, () => window.lab.state.bench?.a.institution === 'none');
    await whole(page);
    const heights = await page.locator('canvas.field-b').evaluate(async (field) => {
      const seen = new Set<number>();
      for (let k = 0; k < 60; k++) {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        seen.add(field.clientHeight);
      }
      return [...seen];
    });
    expect(heights).toHaveLength(1);
    await page.context().close();
  });

  it('has a flat memory over 200 runs', async () => {
    const { page } = await open(
      browser,
      linkTo({ ...small, borrowers: 100, quarters: 8, burnIn: 4 }),
    );
    await whole(page);
    const devtools = await page.context().newCDPSession(page);
    const heap = async () => {
      await devtools.send('HeapProfiler.collectGarbage');
      return (await devtools.send('Runtime.getHeapUsage')).usedSize / 1e6;
    };
    const runs = async (from: number, to: number) =>
      page.evaluate(
        async ([first, last]) => {
          for (let replicate = first; replicate < last; replicate++) {
            const { bench } = window.lab.state;
            if (bench) window.lab.show({ ...bench, replicate }, { seeds: 0 });
            const isThere = () =>
              (['a', 'b'] as const).every(
                (side) => window.lab.state.towns[side]?.film.replicate === replicate,
              );
            while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 5));
          }
        },
        [from, to] as const,
      );
    await runs(1, 40);
    const before = await heap();
    await runs(40, 200);
    expect((await heap()) - before).toBeLessThan(3);
    await page.context().close();
  });

  it('opens with the scenario that it was written with: its towns, its dials, its bytes', async () => {
    const scenario = await loadScenario('short-memory');
    const { text } = await checked(scenario, loadExternalInstitution);
    const { given } = await labFor(scenario, text);
    const built = readFileSync(fileURLToPath(address), 'utf8');
    const file = join(folder, 'class.html');
    writeFileSync(file, labWith(built, given));
    const page = await browser.newPage();
    page.setDefaultTimeout(300_000);
    await page.goto(pathToFileURL(file).href);
    await page.getByText('Towns extend the scenario “short-memory”').waitFor();
    const bench = await page.evaluate(() => window.lab.state.bench);
    expect(bench).toEqual(given.bench);
    await page.getByRole('tab', { name: 'People' }).click();
    const { base } = scenario.economy.outside;
    expect(
      await page
        .locator('.panel .slider', { hasText: 'Doing without' })
        .locator('output')
        .textContent(),
    ).toBe(String(base).replace('-', '−'));
    const few: Bench = { ...given.bench, borrowers: 300, quarters: 16, burnIn: 6 };
    await page.goto(pathToFileURL(file).href + linkTo(few));
    await page.reload();
    await made(page);
    await whole(page);
    for (const side of sides) {
      const here = await page.evaluate(async (one) => window.lab.csv(one), side);
      const there = await run(scenarioText(townScenario(few, side, { base: 'short-memory' })), {
        name: 'lab',
      });
      expect(here).toBe(there.csv());
    }
    await page.close();
  });
});

/** What a browser tells a page whose tab goes to the back. */
async function hide(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, value });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}
