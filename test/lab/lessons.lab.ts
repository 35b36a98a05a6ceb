import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { encores } from '../../src/lab/lessons/encores.ts';
import { lessons } from '../../src/lab/lessons/lessons.ts';
import { readClassCode } from '../../src/lab/model/class-code.ts';
import { labWords } from '../../src/lab/words/all.ts';
import { findChromium, launch } from '../browser/chromium.ts';
import { address, draw, open, play, seriousOf, until, whole } from './page.ts';

const chromium = findChromium();
const plain = (text: string) => text.replaceAll(/[[\]]/g, '');

describe.skipIf(chromium === undefined)('a lesson in a browser, from disk', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(chromium ?? '');
  });
  afterAll(async () => browser?.close());

  it.each(lessons.map(({ id }) => id))(
    '%s tells what follows from each bet, and ends with a code',
    async (id) => {
      const lesson = lessons.find((one) => one.id === id);
      const words = labWords.en.lessons[id];
      const { page, troubles } = await open(browser, `#lesson=${id}`);
      expect(await page.getByRole('button', { name: 'Next', exact: true }).isDisabled()).toBe(true);
      await play(page, id);
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      expect(await page.getByRole('button', { name: 'Next', exact: true }).isDisabled()).toBe(true);
      for (const [k, option] of words.bet.options.entries()) {
        await page.getByRole('button', { name: option }).click();
        await page.getByRole('button', { name: 'Next', exact: true }).click();
        expect(await page.locator('.say').first().textContent()).toBe(plain(words.after[k]));
        await page.getByRole('button', { name: 'Back', exact: true }).click();
      }
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      await whole(page);
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      if (lesson?.guess) {
        expect(await page.getByRole('button', { name: 'Next', exact: true }).isDisabled()).toBe(
          true,
        );
        expect(await page.locator('.guess polyline.found').count()).toBe(0);
        await draw(page);
      }
      for (const { id: stop } of lesson?.stops ?? []) {
        await page.locator(`.dial label:has-text("${words.dial.stops[stop].name}")`).click();
        expect(await page.locator('.say.small').textContent()).toBe(
          plain(words.dial.stops[stop].text),
        );
        await whole(page);
      }
      // Stop by stop the engine's own curve has been drawn over the guess.
      if (lesson?.guess) expect(await page.locator('.guess polyline.found').count()).toBe(3);
      expect(await seriousOf(page)).toEqual([]);
      await page.getByRole('button', { name: 'Next', exact: true }).click();
      const code = await page.locator('.code code').textContent();
      expect(readClassCode(code ?? '')).toMatchObject({
        lesson: id,
        bet: words.bet.options.length - 1,
      });
      expect(troubles).toEqual([]);
      await page.context().close();
    },
  );

  it('and the five encores: a bet, what follows from it, and every stop', async () => {
    const { page, troubles } = await open(browser, '#encore=quotes');
    for (const { id, stops, right } of encores) {
      const words = labWords.en.encore.of[id];
      if (id !== 'quotes') await page.getByRole('button', { name: words.name }).click();
      expect(await page.locator('.say').first().textContent()).toBe(words.ask);
      expect(await page.locator('canvas').count()).toBe(0);
      await page.getByRole('button', { name: words.options[right] }).click();
      expect(await page.locator('.say').first().textContent()).toBe(
        `You were right. ${words.after}`,
      );
      for (const { id: stop, bench } of stops) {
        const { name, text, signs } = words.stops[stop];
        await page.locator(`.dial label:has-text("${name}")`).first().click();
        expect(await page.locator('.say.small').textContent()).toBe(text);
        expect(await page.locator('.town figcaption span').allTextContents()).toEqual([...signs]);
        expect(await page.evaluate(() => window.lab.state.bench)).toEqual(bench);
      }
      await page.getByRole('button', { name: 'Replay with other luck' }).click();
      expect(await page.evaluate(() => window.lab.state.bench)).toEqual({
        ...stops.at(-1)?.bench,
        replicate: 1,
      });
      if (id === 'reform') {
        await page.locator('.vessel').nth(1).waitFor();
        expect(await seriousOf(page)).toEqual([]);
      }
    }
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('1 can be played with nothing but the keyboard', async () => {
    const { page, troubles } = await open(browser, '#lesson=1');
    const reach = async (name: string) => {
      for (let k = 0; k < 60; k++) {
        await page.keyboard.press('Tab');
        const here = await page.evaluate(() => {
          const focused = document.activeElement;
          if (!focused || focused === document.body) return '';
          return focused.getAttribute('aria-label') ?? focused.textContent;
        });
        if (here.includes(name)) return;
      }
      throw new Error(`no way to ${name} by keyboard`);
    };
    await reach('Your price');
    for (let k = 0; k < 4; k++) await page.keyboard.press('PageUp');
    expect(
      await page.getByRole('slider', { name: 'Your price' }).getAttribute('aria-valuenow'),
    ).toBe('30');
    await reach('Lend for a year');
    await page.keyboard.press('Enter');
    // The same price a second time is seen as such, and is no round: another one is asked for.
    for (let k = 0; k < 3; k++) await page.keyboard.press('Enter');
    await page.getByText('You have tried 30 %').waitFor();
    expect(await page.locator('.years li').count()).toBe(1);
    for (const price of ['31', '32']) {
      await page.getByRole('slider', { name: 'Your price' }).press('ArrowUp');
      await page.getByRole('button', { name: 'Lend for a year' }).press('Enter');
      expect(await page.locator('.years li').last().textContent()).toContain(`At ${price} %`);
    }
    expect(await page.locator('.years li').last().textContent()).toContain('11 of 12');
    await reach('Next');
    await page.keyboard.press('Enter');
    // What is said comes before what is done: from the title on, the next stop is the first bet.
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(
      'Mostly risky people',
    );
    await reach('Mostly safe people');
    await page.keyboard.press('Enter');
    await reach('Next');
    await page.keyboard.press('Enter');
    expect(await page.locator('.say').first().textContent()).toContain('You were right');
    await whole(page);
    await reach('Town A: a field of people');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Enter');
    await page.locator('.life .past').nth(1).waitFor();
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('price is a line that a hand can drag', async () => {
    const { page } = await open(browser, '#lesson=1');
    const box = await page.locator('.sea').boundingBox();
    if (!box) throw new Error('no sea');
    const x = box.x + box.width / 2;
    await page.mouse.move(x, box.y + box.height * 0.7);
    await page.mouse.down();
    await page.mouse.move(x, box.y + box.height * 0.2, { steps: 5 });
    await page.mouse.up();
    const price = Number(
      await page.getByRole('slider', { name: 'Your price' }).getAttribute('aria-valuenow'),
    );
    expect(price).toBeGreaterThan(25);
    expect(await page.locator('.person.under').count()).toBeGreaterThan(6);
    await page.context().close();
  });

  it.each([
    ['en', 'Your number (seed)'],
    ['zh', '你的号码（种子）'],
  ] as const)('begins with a number of one’s own, which its link keeps: %s', async (lang, name) => {
    const { page, troubles } = await open(browser, `#lang=${lang}&lesson=2`);
    const own = page.getByRole('textbox', { name });
    expect(await own.inputValue()).toBe('lecture');
    const seed = () => page.evaluate(() => window.lab.state.bench?.seed);
    await own.fill('<17>');
    await own.press('Enter');
    expect(await page.locator('.seed small').textContent()).toBe(labWords[lang].seed.refused);
    expect(await seed()).toBe('lecture');
    await own.fill('17');
    await own.press('Enter');
    await until(page, () => window.lab.state.bench?.seed === '17');
    expect(new URL(page.url()).hash).toContain('lesson=2&seed=17');
    await page.reload();
    expect(await own.inputValue()).toBe('17');
    expect(await seed()).toBe('17');
    await page.locator('.table .place').last().click();
    await page.locator('.table .place').last().click();
    const on = page.locator('.steps .main');
    await on.click();
    await page.locator('.bets button').first().click();
    for (let k = 0; k < 3; k++) await on.click();
    const code = page.locator('.code code');
    await code.waitFor();
    expect(readClassCode((await code.textContent()) ?? '')).toMatchObject({
      lesson: '2',
      seed: '17',
    });
    // No number at all is the usual one, and the link is short again.
    await page.goto(`${address}#lang=${lang}&lesson=1&seed=17`);
    await own.fill('');
    await own.press('Enter');
    await until(page, () => window.lab.state.bench?.seed === 'lecture');
    expect(new URL(page.url()).hash).not.toContain('seed');
    expect(await own.inputValue()).toBe('lecture');
    expect(troubles).toEqual([]);
    await page.context().close();
  });

  it('hides what a teacher hides', async () => {
    const { page } = await open(browser, '?lesson=2&seed=lecture-7&hide=lens,dial');
    await play(page, '2');
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await whole(page);
    expect(await page.evaluate(() => window.lab.state.bench?.seed)).toBe('lecture-7');
    expect(await page.locator('button.lens').count()).toBe(0);
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    expect(await page.locator('.dial').count()).toBe(0);
    await page.context().close();
  });
});
