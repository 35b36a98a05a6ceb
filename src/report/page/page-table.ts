import type { Language } from '../../language.ts';
import { alikeMark } from '../../findings/index.ts';
import { html, type Html } from './html.ts';
import { pageWords } from '../page-words.ts';
import { headOf, type ReportTable } from '../tables.ts';

/**
 * A table with its notes and its files, in a box that scrolls by itself where it is too wide.
 *
 * @param full shown in its whole height
 */
export function tableHtml(
  { id, title, columns, rows, notes }: ReportTable,
  language: Language,
  full: boolean,
): Html {
  /** A number, the ± half of its interval, and its mark, each apart, so that they stack where a page is narrow. */
  const cellHtml = (cell: string) => {
    const mark = cell.endsWith(alikeMark) ? alikeMark : '';
    const [value = '', half] = (mark === '' ? cell : cell.slice(0, -1)).trim().split(' ± ');
    const after = mark === '' ? html`` : html`<sup>${mark}</sup>`;
    if (half === undefined) return html`${value}${after}`;
    return html`${value}${after} <span class="half">± ${half}</span>`;
  };
  return html`<div
      class="scroll${full ? ' full' : ''}"
      role="region"
      tabindex="0"
      aria-label="${title}"
    >
      <table id="table-${id}">
        <thead>
          <tr>
            ${columns.map(
              (column) =>
                html`<th scope="col" class="${column.numeric ? 'number' : ''}">
                  ${headOf(column)}
                </th>`,
            )}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (cells) =>
              html`<tr>
                ${cells.map((cell, k) =>
                  k === 0
                    ? html`<th scope="row">${cell}</th>`
                    : html`<td class="${columns[k]?.numeric ? 'number' : ''}">
                        ${columns[k]?.numeric ? cellHtml(cell) : html`${cell}`}
                      </td>`,
                )}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    ${notes.map((note) => html`<p class="quiet">${note}</p>`)}
    <ul class="links">
      <li>${pageWords[language].download}</li>
      <li>
        <button type="button" data-table="table-${id}" data-name="${id}">
          csv<span class="sr">: ${title}</span>
        </button>
      </li>
    </ul>`;
}
