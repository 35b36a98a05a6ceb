import { readFileSync } from 'node:fs';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { run } from '../../src/index.ts';
import { dials } from '../../src/lab/model/dials.ts';
import { read, written } from '../../src/lab/model/link.ts';
import { firstBench, sides, town } from '../../src/lab/model/town.ts';
import { townScenario } from '../../src/lab/model/town-scenario.ts';
import { scenarioText } from '../../src/lab/model/yaml.ts';
import { findChromium, launch } from '../browser/chromium.ts';
import { address, open, seriousOf, until, whole } from './page.ts';

const chromium = findChromium();
const small = {
  ...firstBench,
  ...{ borrowers: 300, quarters: 16, burnIn: 6 },
  b: town('sesame', { with: { authenticity: 0.5 } }),
};
const behind = `#${written({ place: { screen: 'bench', bench: small }, language: 'en', seed: undefined, hidden: [] })}`;

describe.skipIf(chromium === undefined)('the sandbox in a browser, from disk', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(chromium ?? '');
  });
  afterAll(async () => browser?.close());

  it('has the bytes of the command line, and again after the link is loaded anew', async () => {
    const { page, troubles } = await open(browser, behind);
    await whole(page);
    for (const side of sides) {
      const here = await page.evaluate(async (one) => window.lab.csv(one), side);
      const there = await run(scenarioText(townScenario(small, side)), { name: 'lab' });
      expect(here).toBe(there.csv());
    }
    const link = await page.evaluate(() => window.location.href);
    const before = await page.evaluate(async () => window.lab.csv('b'));
    const again = await open(browser, link.slice(address.length));
    await whole(again.page);
    expect(await again.page.evaluate(async () => window.lab.csv('b'))).toBe(before);
    expect([...troubles, ...again.troubles]).toEqual([]);
    await page.context().close();
    await again.page.context().close();
  });

  it('steps back to the picture that was there', async () => {
    const { page } = await open(browser, behind);
    await whole(page);
    const picture = async () =>
      page.evaluate(
        () => document.querySelector<HTMLCanvasElement>('canvas.field-b')?.toDataURL() ?? '',
      );
    const press = async (name: string) => page.getByRole('button', { name, exact: true }).click();
    // Once nothing is being simulated the page does not grow any more, nor the field with it.
    await until(page, () => window.lab.pool.load === 0);
    const at = async (quarter: number) =>
      page.locator(`canvas.field-b[data-quarter="${quarter}"]`).waitFor();
    await page.getByRole('slider', { name: 'Quarter' }).fill('8');
    await at(8);
    const first = await picture();
    await press('Step');
    await at(9);
    expect(await picture()).not.toBe(first);
    await press('Step back');
    await at(8);
    expect(await picture()).toBe(first);
    await page.context().close();
  });

  it('turns every dial, and the link says so; undo turns it back', async () => {
    const { page, troubles } = await open(browser, behind);
    await whole(page);
    for (const tab of ['Institution', 'Lenders', 'People']) {
      await page.getByRole('tab', { name: tab }).click();
      for (const slider of await page.locator('.panel input[type=range]').all()) {
        // A dial at its end goes back.
        const end = await slider.getAttribute('max');
        await slider.press((await slider.inputValue()) === end ? 'ArrowLeft' : 'ArrowRight');
      }
    }
    await page.waitForTimeout(500);
    await whole(page);
    const { place } = read(await page.evaluate(() => window.location.hash));
    if (place.screen !== 'bench') throw new Error('no bench in the link');
    const turned = [...Object.keys(place.bench.set), ...Object.keys(place.bench.b.with)];
    expect(turned).toEqual(expect.arrayContaining(dials.map(({ key }) => key)));
    const undo = page.getByRole('button', { name: 'Undo' });
    while (await undo.isEnabled()) await undo.click();
    await page.waitForTimeout(500);
    expect(await page.evaluate(() => window.location.hash)).toBe(behind);
    expect(await seriousOf(page)).toEqual([]);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('lets the latest question win, and never queues', async () => {
    const { page } = await open(browser, behind);
    await whole(page);
    await page.getByRole('tab', { name: 'Lenders' }).click();
    const slider = page.locator('.panel input[type=range]').nth(4);
    for (let k = 0; k < 40; k++) await slider.press('ArrowLeft');
    await page.waitForTimeout(200);
    const load = await page.evaluate(() => window.lab.pool.load);
    // Two towns, nineteen times other luck, and at most two tasks that are at work.
    expect(load).toBeLessThanOrEqual(42);
    await page.context().close();
  });

  it('begins anew when a worker fails, and says so', async () => {
    const { page } = await open(browser, behind);
    await whole(page);
    await page.evaluate(() => window.lab.pool.crash());
    await page.getByText('The engine stopped and was started again.').waitFor();
    expect(await page.evaluate(async () => (await window.lab.csv('a')).length)).toBeGreaterThan(
      1000,
    );
    await page.context().close();
  });

  it.each(['#lesson=77', '#a=none&b=full-sharing&borrowers=lots'])(
    'says of a link that cannot be read that it cannot be, and starts as usual: %s',
    async (broken) => {
      const { page } = await open(browser, broken);
      expect(await page.getByRole('alert').textContent()).toContain('could not be read');
      await page.getByRole('button', { name: 'Play lesson 1' }).waitFor();
      await page.context().close();
    },
  );

  it('says of a town that cannot be what is wrong with it', async () => {
    const { page } = await open(browser, behind.replace('a=none', 'a=nowhere'));
    await page.getByText('This town cannot be run:').waitFor();
    await page.context().close();
  });

  it('draws what a class has bet from its codes', async () => {
    const { page } = await open(browser, '#teacher=1');
    await page
      .getByRole('textbox', { name: /codes?/i })
      .last()
      .fill('1B-9M2A-x\nnonsense');
    await page.getByText('Not read:').waitFor();
    expect(await seriousOf(page)).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['phone', 390, 844],
    ['laptop', 1366, 768],
    ['projector', 1920, 1080],
  ] as const)('fits a %s', async (_, width, height) => {
    for (const hash of ['', '#lesson=1', behind, '#teacher=1&lang=zh']) {
      const { page } = await open(browser, hash, { width, height });
      await page.locator('#main').waitFor();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(wide, hash).toBeLessThanOrEqual(width);
      await page.context().close();
    }
  });
});

it('the lab is one file of at most 1.5 MB that asks nobody for anything', () => {
  const html = readFileSync(new URL('../../dist/lab.html', import.meta.url), 'utf8');
  expect(Buffer.byteLength(html)).toBeLessThanOrEqual(1_500_000);
  expect(html).not.toMatch(/<(script|link|img)[^>]+(src|href)="(?!data:)/);
  expect(html).toMatch(/script-src( 'sha256-[^']+'){3}; style-src 'sha256-[^']+'/);
});
