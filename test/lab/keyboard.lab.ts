import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { labWords } from '../../src/lab/words/all.ts';
import { findChromium, launch } from '../browser/chromium.ts';
import { open } from './page.ts';

const chromium = findChromium();

describe.skipIf(chromium === undefined)('by keyboard, lesson', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(chromium ?? '');
  });
  afterAll(async () => browser?.close());

  it('5 keeps the keyboard where it was: on the arrow that moves a person, and on the way on', async () => {
    const { page, troubles } = await open(browser, '#lesson=5');
    const focused = () => page.evaluate(() => document.activeElement?.textContent?.trim());
    const order = async () => (await page.locator('.rating li b').allTextContents()).join('');
    for (const [name, presses, expected] of [
      ['C up', 3, 'CABDEF'],
      ['C down', 4, 'ABDECF'],
      ['A down', 1, 'BADECF'],
    ] as const) {
      const arrow = page.getByRole('button', { name });
      await arrow.focus();
      for (let k = 0; k < presses; k++) await page.keyboard.press('Enter');
      expect(await order()).toBe(expected);
      expect(await arrow.evaluate((element) => element === document.activeElement)).toBe(true);
    }
    await page.getByRole('button', { name: 'See who repaid' }).focus();
    await page.keyboard.press('Enter');
    expect(await focused()).toBe('Nine bars of a real score');
    await page.keyboard.press('Enter');
    expect(await focused()).toBe(labWords.en.hands.rating.which);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    expect(await page.getByRole('button', { name: 'Next' }).isEnabled()).toBe(true);
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it.each([
    ['1', ['.line PageUp', '.hand-controls .main'], 3],
    ['2', ['.place'], 2],
    ['3', ['.hand button >> nth=1', '.hand button.main >> nth=-1'], 1],
  ] as const)(
    '%s goes on at what is said of its game, once that is over',
    async (id, keys, times) => {
      const { page, troubles } = await open(browser, `#lesson=${id}`);
      for (let k = 0; k < times; k++) {
        for (const one of keys) {
          const [where, key = 'Enter'] = one.split(/ (?=PageUp$)/);
          await page.locator(where).first().press(key);
        }
      }
      expect(await page.getByRole('button', { name: 'Next' }).isEnabled()).toBe(true);
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('lesson-title');
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );
});
