import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type Axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Runs } from '../../src/lab/engine/runs.ts';

declare global {
  interface Window {
    readonly axe: typeof Axe;
    readonly lab: Runs;
  }
}

export const address = pathToFileURL(
  fileURLToPath(new URL('../../dist/lab.html', import.meta.url)),
).href;
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * A page with the lab, from disk, the network off. What goes wrong in it is kept.
 *
 * @param before run in the page before anything of it
 */
export async function open(
  browser: Browser,
  behind = '',
  size: { readonly width: number; readonly height: number } = { width: 1366, height: 768 },
  before?: () => void,
): Promise<{ readonly page: Page; readonly troubles: string[] }> {
  const context = await browser.newContext({
    ...{ viewport: size, offline: true, locale: 'en', reducedMotion: 'reduce' },
  });
  const page = await context.newPage();
  page.setDefaultTimeout(300_000);
  const troubles: string[] = [];
  page.on('pageerror', (error) => troubles.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') troubles.push(message.text());
  });
  page.on('request', (request) => {
    if (/^https?:/.test(request.url())) troubles.push(`asks ${request.url()}`);
  });
  if (before) await page.addInitScript(before);
  await page.goto(address + behind);
  await made(page);
  return { page, troubles };
}

/** What axe finds that is serious; it is put in past the page's policy, as an extension would be. */
export async function seriousOf(page: Page): Promise<string[]> {
  await page.evaluate(axe);
  const { violations } = await page.evaluate(async () => window.axe.run());
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`);
}

/** Waits until the page is made: that begins once its file has been read and its workers run. */
export async function made(page: Page): Promise<void> {
  await page.locator('#main').waitFor();
}

/** Waits until something holds in the page. */
export async function until(page: Page, holds: () => boolean): Promise<void> {
  while (!(await page.evaluate(holds))) await page.waitForTimeout(100);
}

/** Waits until both towns are whole. */
export async function whole(page: Page): Promise<void> {
  await until(page, () => {
    // The old picture stays until the new one is there: what is told is of the towns that are shown.
    const { bench, told, towns } = window.lab.state;
    const films = [towns.a?.done, towns.b?.done];
    if (!bench || films.some((done) => done !== bench.quarters)) return false;
    return told.a.has(bench.replicate) && told.b.has(bench.replicate);
  });
}

/** Plays the game that a lesson begins with, by keyboard or by clicks. */
export async function play(page: Page, lesson: string): Promise<void> {
  const click = async (name: RegExp | string) => page.getByRole('button', { name }).first().click();
  if (lesson === '1') {
    for (let k = 0; k < 3; k++) {
      await page.getByRole('slider', { name: 'Your price' }).press('PageUp');
      await click('Lend for a year');
    }
  } else if (lesson === '2') {
    await click('Keep it');
    await click('Pay the lender');
  } else if (lesson === '3') {
    await click('Cannot be told');
    await click('Draw lots for prices');
  } else if (lesson === '4') {
    await page.getByRole('slider', { name: 'Memory' }).fill('12');
  } else {
    await click('C up');
    await click('See who repaid');
    await click('Nine bars of a real score');
    await click('Shopping online');
  }
  expect(await page.getByRole('button', { name: 'Next' }).isEnabled()).toBe(true);
}

/** Draws the curve of a lesson, by keyboard, before it is shown. */
export async function draw(page: Page): Promise<void> {
  for (const handle of await page.locator('.guess .handle').all()) {
    await handle.focus();
    for (let k = 0; k < 3; k++) await page.keyboard.press('ArrowDown');
  }
  await page.getByRole('button', { name: 'That is my guess' }).click();
}
