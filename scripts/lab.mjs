/**
 * `npm run lab` serves the lab and builds it again at each reload; `npm run build:lab` writes dist/lab.html.
 */
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { requireInstalled, root } from './prepare.mjs';

requireInstalled('program');
const { bundleLab } = await import('./bundle-lab.mjs');
const file = 'dist/lab.html';

if (process.argv.includes('--build')) {
  const bytes = await bundleLab(file);
  console.log(`${file}: ${(bytes / 1e6).toFixed(2)} MB. Open it in a browser.`);
} else {
  const server = createServer((_, response) => {
    const send = (status, text) =>
      response.writeHead(status, { 'content-type': 'text/html; charset=utf-8' }).end(text);
    bundleLab(file).then(
      () => send(200, readFileSync(join(root, file))),
      (error) => send(500, `<pre>${String(error).replaceAll('<', '&lt;')}</pre>`),
    );
  });
  server.listen(Number(process.env.PORT ?? 4173), '127.0.0.1', () => {
    console.log(`http://127.0.0.1:${server.address().port}/ (Ctrl-C ends it)`);
  });
}
