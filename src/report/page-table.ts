import { html, type Html } from './html.ts';
import type { ReportTable } from './tables.ts';

/** A table with its notes, in a box that scrolls by itself where it is too wide. */
export function tableHtml({ id, title, columns, rows, notes }: ReportTable, full: boolean): Html {
  return html`<div
      class="scroll${full ? ' full' : ''}"
      role="region"
      tabindex="0"
      aria-label="${title}"
    >
      <table id="table-${id}">
        <thead>
          <tr>
            ${columns.map(({ head, numeric }) => html`<th scope="col" class="${numeric ? 'number' : ''}">${head}</th>`)}
          </tr>
        </thead>
        <tbody>
          ${rows.map(
            (cells) =>
              html`<tr>
                ${cells.map((cell, k) =>
                  k === 0
                    ? html`<th scope="row">${cell}</th>`
                    : html`<td class="${columns[k]?.numeric ? 'number' : ''}">${cell}</td>`,
                )}
              </tr> `,
          )}
        </tbody>
      </table>
    </div>
    ${notes.map((note) => html`<p class="quiet" lang="en">${note}</p>`)}`;
}
