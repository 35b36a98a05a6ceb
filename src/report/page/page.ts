import { inWords, languageTags } from '../../language.ts';
import { createHash } from 'node:crypto';
import { institutionName } from '../../institution-names.ts';
import { pageFontRules } from '../../figures/fonts.ts';
import { boxed } from '../../figures/letters.ts';
import { dataElement, Html, html, scriptElement, styleElement } from './html.ts';
import { pageBody } from './page-body.ts';
import { pageFigures } from './page-figures.ts';
import { pageWords } from '../page-words.ts';
import { licences } from './licences.ts';
import type { Report } from '../report.ts';
import { wordsOf } from '../scenario-words.ts';
import { scripts, styleSheet } from './runtime.ts';

/**
 * The report as one HTML file that works from disk without a network: figures drawn in the page by Vega
 * under a content-security policy that allows this file's own scripts, by their hashes, and nothing else.
 * It carries the letters that it uses, so that it looks the same everywhere.
 */
export async function page(report: Report): Promise<string> {
  const { run, language } = report;
  const { scenario, manifest } = run;
  const own = scripts();
  const pictures = pageFigures(report);
  const names = scenario.institutions.map((one) => [one.id, institutionName(one, language)]);
  // Only letters of the fonts that it carries: a reader's machine would show others in fonts of its own, or not at all.
  const carried = (part: Html) => new Html(boxed(part.text));
  const embedded = [
    carried(
      dataElement(
        'figures',
        pictures.map(({ id, wide, narrow }) => ({ id, wide, narrow })),
      ),
    ),
    carried(dataElement('names', Object.fromEntries(names))),
    ...own.map(scriptElement),
  ];
  const body = html`<body>
    ${carried(pageBody(report, pictures))} ${licences()}
    <dl id="tip" hidden></dl>
    <div id="status" class="sr" role="status"></div>
    ${embedded}
  </body>`;
  const fonts = await pageFontRules(lettersOf(body), inWords(language, { en: false, zh: true }));
  const head = runningHead(`creditlab · ${scenario.id}`, pageWords[language].simulation);
  const styles = styleSheet(fonts + head);
  return html`<!doctype html>
    <html lang="${languageTags[language]}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy(own, styles)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="generator" content="creditlab ${manifest.creditlab}" />
        <link rel="icon" href="data:," />
        <title>${wordsOf(scenario, language).title}</title>
        ${styleElement(styles)}
      </head>
      ${body}
    </html> `.text;
}

/** The head of every printed page; quoted for CSS, in which nothing else may stand. */
function runningHead(left: string, right: string): string {
  const text = (words: string) => `'${words.replaceAll(/[^\p{L}\p{N} ,.·-]/gu, '')}'`;
  // Margin boxes inherit nothing from the page's body.
  const small = "font:8pt 'Source Sans 3','Noto Sans SC',sans-serif;color:#5a6673";
  return `@page{@top-left{content:${text(left)};${small}}@top-right{content:${text(right)};${small}}}`;
}

/** Every letter that can come to stand in the page: its text and what its figures write, which includes all ASCII. */
function lettersOf({ text }: Html): string {
  const ascii = Array.from({ length: 95 }, (_, k) => String.fromCharCode(32 + k)).join('');
  return ascii + '−…' + [...new Set(text)].join('');
}

/** Allows the page its own scripts, its own style sheet and fonts, and no connection to anywhere. */
function policy(own: readonly Html[], styles: Html): string {
  const hashOf = ({ text }: Html) =>
    `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  return [
    "default-src 'none'",
    `script-src ${own.map(hashOf).join(' ')}`,
    `style-src ${hashOf(styles)}`,
    'img-src data:',
    'font-src data:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}
