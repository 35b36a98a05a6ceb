import type { Language } from '../language.ts';
import { alikeMark } from '../findings/index.ts';
import { html, type Html } from './html.ts';
import { pageWords } from './page-words.ts';
import { headOf, type ReportTable } from './tables.ts';

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
  const marked = columns.map((_, k) => rows.some((cells) => cells[k]?.endsWith(alikeMark)));
  /** The cell, and the room of a mark where others of its column have one, so that numbers stay in line. */
  const cellHtml = (cell: string, k: number) =>
    marked[k] && !cell.endsWith(alikeMark)
      ? html`${cell}<span class="hold" aria-hidden="true">${alikeMark}</span>`
      : html`${cell}`;
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
                        ${cellHtml(cell, k)}
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
      ${['tex', 'csv'].map(
        (ending) =>
          html`<li>
            <a href="tables/${id}.${ending}" download
              >${ending}<span class="sr">: ${title}</span></a
            >
          </li>`,
      )}
    </ul>`;
}
