import { readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type Axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeReport } from '../../src/report/write-report.ts';
import { storedRun } from '../report/stored-run.ts';
import { findChromium, launch } from './chromium.ts';

const chromium = findChromium();
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

declare global {
  interface Window {
    /** There once its script has been evaluated in the page. */
    readonly axe: typeof Axe;
  }
}

/** What a scenario could try to smuggle into its report. */
const evil = `</script><script>window.hacked = 1</script><img src=x onerror="window.hacked = 1">`;

describe.skipIf(chromium === undefined)('the report in a browser, from disk', () => {
  let browser: Browser;
  let folder: string;
  const troubles: string[] = [];

  beforeAll(async () => {
    folder = await storedRun({ title: `Title ${evil}`, question: evil, source: evil });
    await writeReport(folder, { figures: false });
    browser = await launch(chromium ?? '');
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** Opens the report and waits until its script has drawn everything. */
  async function open(width: number): Promise<Page> {
    const page = await browser.newPage({ viewport: { width, height: 900 } });
    const address = pathToFileURL(join(folder, 'report.html')).href;
    page.on('console', (message) => troubles.push(`console: ${message.text()}`));
    page.on('pageerror', (error) => troubles.push(`error: ${String(error)}`));
    page.on('request', (request) => {
      if (!request.url().startsWith('data:') && request.url() !== address)
        troubles.push(`request: ${request.url()}`);
    });
    await page.goto(address);
    await page.locator('html[data-drawn]').waitFor({ state: 'attached', timeout: 60_000 });
    return page;
  }

  /** Elements with a style of their own. */
  const styled = (page: Page) =>
    page
      .locator('[style]')
      .evaluateAll((found) => found.map((one) => `${one.tagName} ${one.getAttribute('style')}`));

  it('draws every figure, says nothing in the console and asks the network for nothing', async () => {
    const page = await open(1280);
    const [holders, pictures] = [page.locator('.plot'), page.locator('.plot svg')];
    expect(await holders.count()).toBeGreaterThan(10);
    expect(await pictures.count()).toBe(await holders.count());
    expect(troubles).toEqual([]);
    // The policy allows no style but the sheet's; what is written by scripts keeps to that, too.
    expect(await styled(page)).toEqual([]);
    await page.close();
  });

  it('runs nothing that a scenario smuggles in, and shows it as text', async () => {
    const page = await open(1280);
    expect(await page.evaluate(() => 'hacked' in window)).toBe(false);
    expect(await page.locator('.kicker').textContent()).toBe(`Title ${evil}`);
    expect(await page.locator('img').count()).toBe(0);
    await page.close();
  });

  it('lets the keyboard dim all institutions but one, in every figure, and undo it', async () => {
    const page = await open(1280);
    const chip = page.locator('button[data-institution="full-sharing"]');
    const dimmed = () =>
      page.evaluate(() => document.querySelectorAll('.plot svg [opacity="0.12"]').length);
    expect(await dimmed()).toBe(0);
    await chip.focus();
    await page.keyboard.press('Enter');
    expect(await chip.getAttribute('aria-pressed')).toBe('true');
    await expect.poll(dimmed).toBeGreaterThan(10);
    expect(await page.locator('#status').textContent()).toBe('Full sharing');
    await page.keyboard.press('Escape');
    await expect.poll(dimmed).toBe(0);
    await page.close();
  });

  it('draws figures anew where the window becomes narrow, the choice of an institution kept', async () => {
    const page = await open(1280);
    const legible = () =>
      page.locator('#plot-differences svg').evaluate((svg) => {
        const { width } = svg.getBoundingClientRect();
        return width / Number(svg.getAttribute('viewBox')?.split(' ')[2]);
      });
    await page.locator('button[data-institution="full-sharing"]').click();
    await page.setViewportSize({ width: 390, height: 900 });
    await page.locator('html[data-drawn="narrow"]').waitFor({ state: 'attached' });
    // Drawn for the width there is, not shrunk to it.
    expect(await legible()).toBeGreaterThan(0.9);
    expect(await page.locator('#plot-differences svg [opacity="0.12"]').count()).toBeGreaterThan(3);
    await page.close();
  });

  it('shows numbers beside the pointer', async () => {
    const page = await open(1280);
    const tip = page.locator('#tip');
    expect(await tip.isVisible()).toBe(false);
    // Beside the middle, where the interval of a market this small lies over the bar.
    const bar = page.locator('#plot-default-split .mark-rect path').first();
    await bar.hover({ force: true, position: { x: 8, y: 3 } });
    await expect.poll(() => tip.isVisible()).toBe(true);
    expect(await tip.textContent()).toMatch(/institution.+mean.+%/);
    // Beside it, not in a corner of the window.
    const [place, target] = [await tip.boundingBox(), await bar.boundingBox()];
    expect(Math.abs((place?.x ?? 0) - (target?.x ?? 0))).toBeLessThan(60);
    expect(Math.abs((place?.y ?? 0) - (target?.y ?? 0))).toBeLessThan(120);
    expect(await styled(page)).toEqual([]);
    await page.close();
  });

  it('fits a narrow window without scrolling sideways, and paper', async () => {
    const page = await open(390);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
    const widths = await page
      .locator('.plot')
      .evaluateAll((plots) => plots.map(({ scrollWidth }) => scrollWidth));
    for (const width of widths) expect(width).toBeLessThanOrEqual(390 - 2 * 20);
    const paper = await page.pdf({ preferCSSPageSize: true });
    expect(paper.subarray(0, 5).toString()).toBe('%PDF-');
    await page.close();
  });

  it('has nothing serious in it for axe', async () => {
    const page = await open(1280);
    // The page's policy forbids scripts from outside, so axe comes in through the debugger.
    await page.evaluate(axe);
    const found = await page.evaluate(async () => {
      const { violations } = await window.axe.run();
      return violations.map(
        ({ id, impact, nodes }) => `${impact} ${id}: ${nodes[0]?.html.slice(0, 120)}`,
      );
    });
    expect(found.filter((one) => /^(serious|critical)/.test(one))).toEqual([]);
    await page.close();
  });
});
