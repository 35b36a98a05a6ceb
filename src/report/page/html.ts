/** Text that is already HTML. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Piece = string | number | Html | readonly Html[];

/**
 * HTML from a template; whatever is put into it is escaped unless it is HTML itself, so that no title,
 * label or question of a scenario can become markup.
 */
export function html(parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html {
  return new Html(
    parts.map((part, k) => part + (k < pieces.length ? written(pieces[k]) : '')).join(''),
  );
}

function written(piece: Piece | undefined): string {
  if (piece === undefined) return '';
  if (piece instanceof Html) return piece.text;
  if (typeof piece === 'object') return piece.map(({ text }) => text).join('');
  return escapeHtml(String(piece));
}

export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

/** Data for a script, inside a script element: no `<` in it can end the element. */
export function jsonForScript(data: unknown): Html {
  return new Html(JSON.stringify(data).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028'));
}

/** Data for the page's scripts; not from a template, because a bundler rewrites one in which a script ends. */
export function dataElement(id: string, data: unknown): Html {
  return new Html(
    `<script type="application/json" id="${id}">\n      ${jsonForScript(data).text}\n    </script>\n    `,
  );
}

/** A style element, for the same reason as a script's. */
export function styleElement({ text }: Html): Html {
  return new Html(`<style>${text}</style>\n`);
}

/** A script element; not from a template, because not one space may differ from what its hash was made of. */
export function scriptElement({ text }: Html): Html {
  return new Html(`<script>${text}</script>\n`);
}
