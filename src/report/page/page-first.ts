import { marks, type Language } from '../../language.ts';
import { firstFigure } from '../first-screen.ts';
import { glossary, marked } from '../glossary.ts';
import { html, type Html } from './html.ts';
import type { PageFigure } from './page-figures.ts';
import { pageWords } from '../page-words.ts';
import type { Report } from '../report.ts';

/** The picture of the first screen; its title is the page's own. */
export function firstPicture(report: Report, pictures: readonly PageFigure[]): Html {
  const found = pictures.find(({ id }) => id === firstFigure);
  const drawn = report.gallery.drawn.find(({ chart }) => chart.id === firstFigure);
  if (found === undefined || drawn === undefined) return html``;
  const alt = drawn.drawing.altText(report.language);
  return html`<figure id="${firstFigure}" class="picture">
    <p class="quiet">${found.subtitle}</p>
    <div class="plot" role="img" aria-label="${alt}" id="plot-${firstFigure}"></div>
    <figcaption class="on-paper">${drawn.drawing.caption(report.language)}</figcaption>
  </figure>`;
}

/** Contents: every section and every figure with its number and its finding. */
export function contents({ language }: Report, pictures: readonly PageFigure[]): Html {
  const say = pageWords[language];
  const sections = [
    ['h-question', say.question],
    ['h-verdict', say.verdict],
    ['h-results', say.results],
    ['h-figures', say.figures],
    ['h-institutions', say.institutions],
    ['h-assumptions', say.assumptions],
    ['h-glossary', say.glossary],
    ['h-reproduce', say.reproduce],
  ] as const;
  const figures = pictures.filter(({ id }) => id !== firstFigure);
  return html`<details class="contents">
    <summary>${say.contents}</summary>
    <ol>
      ${sections.map(
        ([id, name]) =>
          html`<li>
            <a href="#${id}">${name}</a>
            ${id === 'h-figures' ? list(figures, language) : html``}
          </li> `,
      )}
    </ol>
  </details>`;
}

function list(figures: readonly PageFigure[], language: Language): Html {
  const say = pageWords[language];
  const { colon } = marks[language];
  return html`<ul>
    ${figures.map(
      ({ id, title }, k) =>
        html`<li><a href="#${id}">${say.figure(k + 2)}${colon}${title}</a></li> `,
    )}
  </ul>`;
}

/** A sentence in which the first mention of a term leads to what it means, and says so by hover and focus. */
export function withTerms(sentence: string, language: Language, seen: Set<string>): Html {
  const pieces = marked(sentence, language, seen).map((piece) =>
    typeof piece === 'string'
      ? html`${piece}`
      : html`<a class="term" href="#term-${piece.term.id}" title="${piece.term.says[language]}"
          >${piece.text}</a
        >`,
  );
  return html`${pieces}`;
}

/** All terms as a list, which print keeps. */
export function glossarySection(language: Language): Html {
  return html`<section aria-labelledby="h-glossary">
    <h2 id="h-glossary">${pageWords[language].glossary}</h2>
    <dl class="glossary">
      ${glossary.map(
        ({ id, name, says }) =>
          html`<dt id="term-${id}">${name[language]}</dt>
            <dd>${says[language]}</dd> `,
      )}
    </dl>
  </section>`;
}
