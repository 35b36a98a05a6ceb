import type { Spec } from 'vega';
import {
  headingOf,
  pictureOf,
  smaller,
  theme,
  decimal,
  type Cell,
  type Drawing,
  type Table,
  type Theme,
} from '../charts/index.ts';
import type { Language } from '../language.ts';
import { sourceOf } from './figures.ts';
import { html, type Html } from './html.ts';
import { pageWords } from './page-words.ts';
import { picturesOf, type Report } from './report.ts';
import { compileSpec } from '../figures/vega-view.ts';

/** Rows of data shown under a figure; the rest is in its file. */
const shownRows = 60;

/** The figures of a page with their words, before any script has drawn them: those of the results, then the paper's. */
export function figureSections(report: Report, pictures: readonly PageFigure[]): Html {
  const { gallery, language } = report;
  const say = pageWords[language];
  const figures = gallery.drawn.map(({ chart, drawing }, k) => ({
    chart,
    html: figure(report, drawing, pictures[k]),
  }));
  const missing = gallery.missing.map(
    ({ chart, reason }) => html`<li>${chart.title[language]}: ${reason[language]}</li>`,
  );
  return html`<section aria-labelledby="h-figures">
      <h2 id="h-figures">${say.figures}</h2>
      ${figures.filter(({ chart }) => !chart.ofThePaper).map((one) => one.html)}
      ${missing.length === 0 ? [] : [html`<h3>${say.missing}</h3>`]}
      <ul class="quiet">
        ${missing}
      </ul>
    </section>
    <section aria-labelledby="h-paper">
      <h2 id="h-paper">${say.paper}</h2>
      ${figures.filter(({ chart }) => chart.ofThePaper).map((one) => one.html)}
    </section>`;
}

function figure(report: Report, drawing: Drawing, { id, title, subtitle }: PageFigure): Html {
  const { language } = report;
  const say = pageWords[language];
  const files = picturesOf(report, id);
  const links = files.map(
    ({ format, path }) =>
      html`<li>
        <a href="${path}" download>${format}<span class="sr">: ${title}</span></a>
      </li>`,
  );
  const csv = files.find(({ format }) => format === 'csv')?.path ?? `figures/${id}.csv`;
  return html`<figure id="${id}" aria-labelledby="title-${id}">
    <h3 id="title-${id}">${title}</h3>
    <p class="quiet">${subtitle}</p>
    <div class="plot" role="img" aria-label="${drawing.altText(language)}" id="plot-${id}"></div>
    <figcaption>${drawing.caption(language)}</figcaption>
    ${
      links.length === 0
        ? []
        : [
            html`<ul class="links">
              <li>${say.download}</li>
              ${links}
            </ul>`,
          ]
    }
    <details>
      <summary>${say.data}<span class="sr">: ${title}</span></summary>
      ${dataTable(drawing.table, title, csv, language)}
    </details>
  </figure> `;
}

/** A figure for the page: compiled, so that the page needs no compiler, its title left to the page. */
export interface PageFigure {
  readonly id: string;
  readonly title: string;
  /** The line under the title. */
  readonly subtitle: string;
  /** As drawn in a window of usual width, and on a telephone. */
  readonly wide: Spec;
  readonly narrow: Spec;
}

/** On a telephone: 350 pixels wide, in letters of 11. */
const telephone = smaller(theme('screen', 350), 11 / 12);

/** What the page's script draws. */
export function pageFigures({ gallery, language, run }: Report): PageFigure[] {
  return gallery.drawn.map(({ chart, drawing }) => {
    const { stamp } = sourceOf(chart, run);
    const picture = (look: Theme) => pictureOf(drawing, stamp, look, language, false);
    const spec = picture(theme('screen'));
    const { title, subtitle } = headingOf(spec);
    const [wide, narrow] = [spec, picture(telephone)].map((one) => compileSpec(one, []));
    return { id: chart.id, title, subtitle, wide, narrow };
  });
}

function dataTable(table: Table, title: string, file: string, language: Language): Html {
  const columns = [...new Set(table.flatMap((row) => Object.keys(row)))];
  const rest = table.length - shownRows;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${title}">
      <table>
        <thead>
          <tr>
            ${columns.map((column) => html`<th scope="col">${column}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${table.slice(0, shownRows).map(
            (row) =>
              html`<tr>
                ${columns.map((column) => dataCell(row[column] ?? null))}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    ${rest > 0 ? html`<p class="quiet">${pageWords[language].more(rest, file)}</p>` : html``}`;
}

function dataCell(cell: Cell): Html {
  if (typeof cell !== 'number') return html`<td>${cell === null ? '' : String(cell)}</td>`;
  const text = Number.isInteger(cell) ? decimal(cell, 0) : Number(cell.toPrecision(5)).toString();
  return html`<td class="number">${text.replace('-', '−')}</td>`;
}
