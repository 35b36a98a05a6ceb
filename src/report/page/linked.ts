import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { languageTags, languages, type Language, fileNameIn } from '../../language.ts';
import { pageWords } from '../page-words.ts';

/** Where a page names the one in the other language, once both are there. */
const place = '<!-- other language -->';

/** A page and, where the one in the other language lies in the folder already, that one too, each with a link to the other. */
export function linked(
  folder: string,
  name: string,
  page: string,
  language: Language,
): [string, string][] {
  const other = languages.find((one) => one !== language) ?? language;
  const there = fileNameIn('report.html', other);
  if (!existsSync(join(folder, there))) return [[name, page]];
  const earlier = readFileSync(join(folder, there), 'utf8');
  const link = (file: string, of: Language) =>
    `<p><a href="${file}" hreflang="${languageTags[of === language ? other : language]}">${pageWords[of].otherLanguage}</a></p>`;
  return [
    [name, page.replace(place, link(there, language))],
    [there, earlier.replace(place, link(name, other))],
  ];
}
