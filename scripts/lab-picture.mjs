/**
 * `npm run docs:lab`: the picture of the lab in the README, from the lab itself: the first lesson's towns in quarter 30, half of
 * it seen through the lens. CHROMIUM_PATH names the browser.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { chromium } from 'playwright-core';
import { root } from './prepare.mjs';

const places = [process.env.CHROMIUM_PATH ?? '', '/usr/bin/chromium', '/usr/bin/google-chrome'];
const browser = await chromium.launch({
  executablePath: places.find((place) => existsSync(place)),
  args: ['--no-sandbox'],
});
const page = await browser.newPage({
  viewport: { width: 1280, height: 820 },
  reducedMotion: 'reduce',
  locale: 'en',
});
await page.goto(pathToFileURL(join(root, 'dist/lab.html')).href);
await page.locator('canvas.field-b').waitFor();
const isWhole = () => {
  const { bench, towns } = window.lab.state;
  return ['a', 'b'].every((side) => towns[side]?.done === bench?.quarters);
};
while (!(await page.evaluate(isWhole))) {
  await page.waitForTimeout(200);
}
await page.locator('.time input').fill('29');
const box = await page.locator('canvas.field-b').boundingBox();
await page.mouse.move(box.x + box.width * 0.45, box.y + box.height * 0.5);
await page.mouse.down();
await page.mouse.move(box.x + box.width * 0.5, box.y + box.height * 0.55);
await page.waitForTimeout(500);
await page.screenshot({ path: join(root, 'docs/lab.png') });
await browser.close();
console.log('docs/lab.png');
