import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type * as Library from '../../src/browser.ts';
import { run } from '../../src/index.ts';
import { findChromium, launch } from './chromium.ts';

const chromium = findChromium();
const root = new URL('../../', import.meta.url);
const bundle = readFileSync(new URL('dist/browser.js', root), 'utf8');
const small = { borrowers: 300, quarters: 12, burnIn: 4, replicates: 2 };

it('the library for pages is one file, without modules of Node or of anybody', () => {
  expect(bundle).not.toMatch(/\bfrom\s*["']|\bimport\s*\(|\brequire\s*\(|["']node:|new Worker\b/);
  expect(bundle.length).toBeGreaterThan(100_000);
});

declare global {
  interface Window {
    creditlab: typeof Library;
  }
}

describe.skipIf(chromium === undefined)('the library in a page', () => {
  let browser: Browser;
  let server: Server;
  let page: Page;
  const troubles: string[] = [];

  beforeAll(async () => {
    server = createServer(({ url = '/' }, response) => {
      const name = url.slice(1);
      const isKnown = ['dist/browser.js', 'examples/page.html'].includes(name);
      const type = name.endsWith('.js') ? 'text/javascript' : 'text/html';
      response.writeHead(200, { 'content-type': `${type}; charset=utf-8` });
      response.end(
        isKnown
          ? readFileSync(new URL(name, root))
          : '<!doctype html><link rel="icon" href="data:,">',
      );
    });
    await new Promise<void>((resolve) => {
      server.listen(0, '127.0.0.1', resolve);
    });
    browser = await launch(chromium ?? '');
    page = await browser.newPage();
    page.on('pageerror', (error) => troubles.push(String(error)));
    await page.goto(address(''));
    await page.addScriptTag({
      type: 'module',
      content: 'delete globalThis.Worker; window.creditlab = await import("/dist/browser.js");',
    });
    await page.waitForFunction(() => 'creditlab' in window);
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
  });

  function address(name: string): string {
    const { port } = server.address() as AddressInfo;
    return `http://127.0.0.1:${port}/${name}`;
  }

  it('gives the rows of the command line to the byte, with no workers', async () => {
    const csv = await page.evaluate(
      async (options) => (await window.creditlab.run('tiny', options)).csv(),
      small,
    );
    expect(csv).toBe((await run('tiny', small)).csv());
  });

  it('tells mistakes as objects, stops when it is told to, and can be used after', async () => {
    const told = await page.evaluate(
      async (options) => {
        const { run: inPage, UserError } = window.creditlab;
        const problems = await inPage('tiny', {
          ...options,
          set: { 'economy.loan.trem': 8 },
        }).catch((error: unknown) => (error instanceof UserError ? error.problems : String(error)));
        const stop = new AbortController();
        const onProgress = ({ done }: { readonly done: number }) => {
          if (done === 1) stop.abort(new Error('enough'));
        };
        const reason = await inPage('tiny', { ...options, onProgress, signal: stop.signal }).catch(
          String,
        );
        const { spec, caption } = (await inPage('tiny', options)).figure('differences');
        return { problems, reason, schema: spec.$schema, caption };
      },
      { ...small, replicates: 1 },
    );
    expect(told.problems).toMatchObject([{ guess: 'economy.loan.term' }]);
    expect(told.reason).toBe('Error: enough');
    expect(told.schema).toContain('vega-lite');
    expect(told.caption).not.toBe('');
    expect(troubles).toEqual([]);
  });

  it('runs a market in the page of the examples', async () => {
    const example = await browser.newPage();
    example.on('pageerror', (error) => troubles.push(String(error)));
    await example.goto(address('examples/page.html'));
    await example.locator('#run').click();
    await example.locator('#verdict:not(:empty)').waitFor({ timeout: 100_000 });
    expect(await example.locator('#table').textContent()).toMatch(/full-sharing +\d+\.\d%/);
    expect(troubles).toEqual([]);
    await example.close();
  });
});
