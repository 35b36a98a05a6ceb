import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launch } from '../browser/chromium.ts';
import { open, until, whole } from './page.ts';

const chromium = findChromium();
const laptop = { width: 1366, height: 768 };

/** What the page holds of both towns: their first four quarters, and what they tell. */
async function shown(page: Page) {
  return page.evaluate(() =>
    (['a', 'b'] as const).map((side) => {
      const { film, done, told } = window.lab.state.towns[side] ?? {};
      const end = 4 * (film?.people ?? 0);
      const cells = [film?.marks, film?.apr, film?.effort, film?.worth].map((column) =>
        Array.from(column?.slice(0, end) ?? []),
      );
      const thirds = Object.entries(told?.thirds ?? {}).map(([k, sums]) => [k, Array.from(sums)]);
      return { done, cells, told: JSON.stringify([told?.numbers, thirds]) };
    }),
  );
}

/** The pixels of both fields, read as the browser itself reads them. */
async function pixels(page: Page): Promise<number[][]> {
  return page.locator('canvas.field').evaluateAll((fields) =>
    fields.map((field) => {
      if (!(field instanceof HTMLCanvasElement)) return [];
      const { width, height } = field;
      const copy = new OffscreenCanvas(width, height).getContext('2d');
      if (!copy) return [];
      copy.drawImage(field, 0, 0);
      const read: typeof copy.getImageData =
        Reflect.get(window, 'read') ?? Reflect.get(copy, 'getImageData');
      return [...new Uint32Array(read.call(copy, 0, 0, width, height).data.buffer)];
    }),
  );
}

describe.skipIf(chromium === undefined)('how the lab opens', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch(chromium ?? '');
  });
  afterAll(async () => browser?.close());

  it('shows people and results before a worker says anything, and they are what its worker finds', async () => {
    // Workers hear nothing until they are let.
    const { page } = await open(browser, '', laptop, () => {
      const held: (() => void)[] = [];
      let isLet = false;
      class Held extends Worker {
        override postMessage(...words: [unknown]): void {
          const say = () => super.postMessage(...words);
          if (isLet) say();
          else held.push(say);
        }
      }
      const letWorkers = () => {
        isLet = true;
        for (const say of held) say();
      };
      Object.assign(window, { Worker: Held, letWorkers });
    });
    await until(page, () => window.lab.state.towns.b?.told !== undefined);
    const brought = await shown(page);
    expect(brought.map(({ done }) => done)).toEqual([4, 4]);
    expect(brought.every(({ cells }) => cells[0].some((mark) => mark > 0))).toBe(true);
    // It is drawn, not only known.
    const inks = (await pixels(page)).map((field) => new Set(field).size);
    expect(Math.min(...inks)).toBeGreaterThan(20);

    // Whoever scrubs ahead of what is there is told what is seen, and waits.
    await page.locator('.time input').fill('30');
    await page.getByText('Quarter 4 of 48').waitFor();
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await page.waitForTimeout(1500);
    await page.getByText('Quarter 4 of 48').waitFor();
    await page.getByRole('button', { name: 'Pause', exact: true }).click();

    await page.evaluate('letWorkers()');
    await whole(page);
    await page.getByText('Quarter 31 of 48').waitFor();
    const found = await shown(page);
    expect(found.map(({ done }) => done)).toEqual([48, 48]);
    expect(found.map(({ cells, told }) => ({ cells, told }))).toEqual(
      brought.map(({ cells, told }) => ({ cells, told })),
    );
    await page.context().close();
  });

  it('is drawn by the browser where it gives noise for what is read back', async () => {
    const { page } = await open(browser, '', laptop, () => {
      const own = OffscreenCanvasRenderingContext2D.prototype;
      const read = Reflect.get(own, 'getImageData');
      Object.assign(window, { read });
      own.getImageData = (_: number, __: number, width: number, height: number) => {
        const image = new ImageData(width, height);
        for (let k = 0; k < image.data.length; k++) image.data[k] = (k * 2_654_435_761) % 256;
        return image;
      };
    });
    await whole(page);
    // #f7f9fb, the ground.
    const grounds = (await pixels(page)).map(
      (field) => field.filter((one) => one === 0xfffbf9f7).length / field.length,
    );
    for (const ground of grounds) expect(ground).toBeGreaterThan(0.2);
    await page.context().close();
  });

  it('says on its cover that the engine gave up', async () => {
    const { page } = await open(browser);
    await until(page, () => window.lab.pool.load > 0);
    await page.evaluate(() => {
      window.lab.pool.crash();
      window.lab.pool.crash();
    });
    await page.getByText('The engine stopped twice at this town.').waitFor();
    await page.context().close();
  });
});
