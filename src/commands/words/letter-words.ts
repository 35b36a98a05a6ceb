import { becomings, type Scenario } from '../../scenario/index.ts';
import { say } from '../../terminal/terminal.ts';
import { wordOption } from '../options.ts';

/** `--font` of the verbs that draw, and of check, which says what would be missing. */
export const fontOption = wordOption(
  'font',
  'a .ttf or .otf file that figures and reports may use as well, for letters that the shipped fonts lack',
);

/** Any letter that is not surely in every shipped font. */
const unusual = /[^\n\t\u0020-\u007e\u00a0-\u024f]/u;

/**
 * Says which institutions share a name, adds a font where one is given, and names every letter of a scenario that no font has, with the label it is of. Fonts are
 * loaded only where a text has something unusual.
 *
 * @throws UserError if the font cannot be used
 */
export async function sayLetters(
  scenario: Pick<Scenario, 'title' | 'question' | 'source' | 'institutions'>,
  font: string | undefined,
): Promise<void> {
  const shared = scenario.institutions.filter(({ id, label }) => label.endsWith(` (${id})`));
  if (shared.length > 1)
    say(
      `Several institutions have the same name; their ids stand beside it: ${shared.map(({ label }) => label).join(', ')}.`,
    );
  if (font !== undefined) (await import('../../figures/faces.ts')).addFont(font);
  const texts = textsOf(scenario).filter(([, text]) => unusual.test(text));
  if (texts.length === 0) return;
  const { unwritten } = await import('../../figures/letters.ts');
  for (const [of, text] of texts) {
    const lost = unwritten(text);
    if (lost.length === 0) continue;
    const named = lost.slice(0, 8).map((one) => `${one} (${codeOf(one)})`);
    const more = lost.length > 8 ? ` and ${lost.length - 8} more` : '';
    say(
      `No font has ${named.join(', ')}${more}, in ${of}: “${text}”. A box stands for each in figures and reports; --font file.ttf adds a font.`,
    );
  }
}

function codeOf(letter: string): string {
  return `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** All texts of a scenario that a figure or report shows, with what they are. */
function textsOf({
  title,
  question,
  source,
  institutions,
}: Pick<Scenario, 'title' | 'question' | 'source' | 'institutions'>): [string, string][] {
  return [
    ['the title', title],
    ['the question', question],
    ['the source', source],
    ...institutions
      .flatMap(becomings)
      .map(({ id, label }): [string, string] => [`the label of ${id}`, label]),
  ];
}
