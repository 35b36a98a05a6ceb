import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

/** Where a browser usually lies. */
const usualPlaces = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** With CI=true a test that finds no browser fails; elsewhere it is skipped. */
const required = process.env['CI'] === 'true';

/**
 * Path of a Chromium: `CHROMIUM_PATH`, else a usual place, else Debian's package, installed when root in CI.
 * Undefined if there is none, which is said aloud.
 *
 * @throws Error in CI, where a browser is a must
 */
export function findChromium(): string | undefined {
  const named = process.env['CHROMIUM_PATH'];
  if (named !== undefined && existsSync(named)) return named;
  const found = usualPlaces.find((place) => existsSync(place));
  if (found !== undefined) return found;
  if (required && process.getuid?.() === 0) {
    const aptGet = (...words: string[]) =>
      execFileSync('apt-get', ['-o', 'DPkg::Lock::Timeout=600', ...words], { stdio: 'ignore' });
    aptGet('update');
    aptGet('install', '-y', 'chromium');
    if (existsSync('/usr/bin/chromium')) return '/usr/bin/chromium';
  }
  if (required) throw new Error('no Chromium; set CHROMIUM_PATH');
  console.warn('\n*** NO CHROMIUM: browser tests are SKIPPED. Set CHROMIUM_PATH. ***\n');
  return undefined;
}

/** Starts the browser without a window, and without calls home. */
export async function launch(executablePath: string): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  });
}
