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
} from '../../charts/index.ts';
import type { Language } from '../../language.ts';
import { sourceOf } from '../figures.ts';
import { html, type Html } from './html.ts';
import { pageWords } from '../page-words.ts';
import type { Report } from '../report.ts';
import { compileSpec } from '../../figures/vega-view.ts';

/** Rows of data shown under a figure; the rest is in its file. */
const shownRows = 60;

/** The figures of a page with their words, before any script has drawn them. */
export function figureSections(report: Report, pictures: readonly PageFigure[]): Html {
  const { gallery, language } = report;
  const say = pageWords[language];
  const figures = pictures.flatMap((picture, k) => {
    const found = gallery.drawn.find(({ chart }) => chart.id === picture.id);
    return found ? [figure(report, found.drawing, picture, k + 2)] : [];
  });
  return html`<section aria-labelledby="h-figures">
    <h2 id="h-figures">${say.figures}</h2>
    ${figures}
  </section>`;
}

function figure(
  report: Report,
  drawing: Drawing,
  { id, title, subtitle }: PageFigure,
  number: number,
): Html {
  const { language } = report;
  const say = pageWords[language];
  return html`<figure id="${id}" aria-labelledby="title-${id}">
    <h3 id="title-${id}"><a class="anchor" href="#${id}">${say.figure(number)}</a> ${title}</h3>
    <p class="quiet">${subtitle}</p>
    <div class="plot" role="img" aria-label="${drawing.altText(language)}" id="plot-${id}"></div>
    <figcaption>${drawing.caption(language)}</figcaption>
    <ul class="links">
      <li>${say.download}</li>
      <li>
        <button type="button" data-picture="${id}">svg<span class="sr">: ${title}</span></button>
      </li>
      <li>
        <button type="button" data-table="data-${id}" data-name="${id}">
          csv<span class="sr">: ${title}</span>
        </button>
      </li>
    </ul>
    <details>
      <summary>${say.data}<span class="sr">: ${title}</span></summary>
      ${dataTable(drawing.table, id, title, `figures/${id}.csv`, language)}
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
  return gallery.drawn
    .filter(({ chart }) => !chart.ofThePaper)
    .map(({ chart, drawing }) => {
      const { stamp } = sourceOf(chart, run);
      const picture = (look: Theme) => pictureOf(drawing, stamp, look, language, false);
      const spec = picture(theme('screen'));
      const { title, subtitle } = headingOf(spec);
      const [wide, narrow] = [spec, picture(telephone)].map((one) => compileSpec(one, []));
      return { id: chart.id, title, subtitle, wide, narrow };
    });
}

function dataTable(
  table: Table,
  id: string,
  title: string,
  file: string,
  language: Language,
): Html {
  const columns = [...new Set(table.flatMap((row) => Object.keys(row)))];
  const rest = table.length - shownRows;
  return html`<div class="scroll" role="region" tabindex="0" aria-label="${title}">
      <table id="data-${id}">
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
