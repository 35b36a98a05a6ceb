import { institutionName } from '../../institution-names.ts';
import { html, type Html } from './html.ts';
import { citeLine } from '../cite.ts';
import { firstFigure, firstScreen } from '../first-screen.ts';
import { contents, firstPicture, glossarySection, withTerms } from './page-first.ts';
import { figureSections, type PageFigure } from './page-figures.ts';
import { wordsOf } from '../scenario-words.ts';
import { pageWords } from '../page-words.ts';
import type { Report } from '../report.ts';
import { tableHtml } from './page-table.ts';

/** All that a reader sees: verdict first, then results, figures, institutions, assumptions and how to make it again. */
export function pageBody(report: Report, pictures: readonly PageFigure[]): Html {
  const { run, language, results, accounts, institutions } = report;
  const { scenario } = run;
  const say = pageWords[language];
  const { borrowers, quarters, burnIn, replicates } = scenario;
  const size = say.size(borrowers.toLocaleString('en'), quarters, burnIn, replicates);
  const own = wordsOf(scenario, language);
  return html` <a class="skip" href="#verdict">${say.skip}</a>
    ${top(report, pictures)} ${institutionBar(report)}
    <main>
      <noscript
        ><p><strong>${say.noscript}</strong></p></noscript
      >
      <section aria-labelledby="h-question">
        <h2 id="h-question">${say.question}</h2>
        <p class="question">${own.question}</p>
        <p class="facts">${say.facts(size, scenario.seed)} ${own.source}</p>
      </section>
      ${verdictSection(report)}
      <section aria-labelledby="h-results">
        <h2 id="h-results">${say.results}</h2>
        ${tableHtml(results, language, true)} ${accounts ? tableHtml(accounts, language, true) : ''}
      </section>
      ${figureSections(
        report,
        pictures.filter(({ id }) => id !== firstFigure),
      )}
      <section aria-labelledby="h-institutions">
        <h2 id="h-institutions">${say.institutions}</h2>
        ${tableHtml(institutions, language, true)}
      </section>
      ${assumptionsSection(report)} ${scenarioSection(report)} ${glossarySection(language)}
      ${againSection(report)}
    </main>
    <footer>
      <h2>${say.cite}</h2>
      <p>${citeLine(report)}</p>
      <p class="quiet">${say.licence}</p>
      <p class="quiet">${say.made(`creditlab ${run.manifest.creditlab}`, run.resultsHash)}</p>
      <!-- other language -->
    </footer>`;
}

/** The first screen: what was found, in numbers and in one picture, and where the rest stands. */
function top(report: Report, pictures: readonly PageFigure[]): Html {
  const { language } = report;
  const { scenario } = report.run;
  const say = pageWords[language];
  const first = firstScreen(report);
  const own = wordsOf(scenario, language);
  return html`<header class="top">
    <div class="first">
      <div class="said">
        <p class="kicker">${own.title}</p>
        <h1>${first.sentence}</h1>
        <p class="caveat">${first.caveat}</p>
        <ul class="numbers">
          ${first.numbers.map(
            ({ value, unit, of }) =>
              html`<li><strong>${value}</strong> <span>${unit}</span> <small>${of}</small></li> `,
          )}
        </ul>
        ${scenario.replicates < 2 ? html`<p><strong>${say.oneReplicate}</strong></p>` : html``}
      </div>
      ${firstPicture(report, pictures)}
    </div>
    ${contents(report, pictures)}
  </header>`;
}

/** A button an institution: figures show the chosen one alone. */
function institutionBar({ run: { scenario }, language }: Report): Html {
  const say = pageWords[language];
  return html`<nav class="bar" aria-label="${say.show}">
    <div>
      <span>${say.show}</span> ${scenario.institutions.map(
        (one) =>
          html`<button type="button" aria-pressed="false" data-institution="${one.id}">
            ${institutionName(one, language)}
          </button> `,
      )}
    </div>
  </nav>`;
}

/** Questions with their answers; a term is explained where it stands first. */
function verdictSection({ answers, language }: Report): Html {
  const say = pageWords[language];
  const seen = new Set<string>();
  return html`<section id="verdict" class="verdict" aria-labelledby="h-verdict">
    <h2 id="h-verdict">${say.verdict}</h2>
    <p>${say.manyMeasures}</p>
    <div>
      ${answers.map(
        ({ question, sentences }) =>
          html`<div class="answer">
            <h3>${question}</h3>
            <ul>
              ${sentences.map((one) => html`<li>${withTerms(one, language, seen)}</li>`)}
            </ul>
          </div> `,
      )}
    </div>
  </section>`;
}

function assumptionsSection({ assumptions, language }: Report): Html {
  const say = pageWords[language];
  return html`<section aria-labelledby="h-assumptions">
    <h2 id="h-assumptions">${say.assumptions}</h2>
    <p>${assumptions.notes.join(' ')}</p>
    <p class="on-paper">${say.liesIn(`tables/${assumptions.id}.csv`)}</p>
    <details>
      <summary>${say.showAssumptions}</summary>
      ${tableHtml({ ...assumptions, notes: [] }, language, false)}
    </details>
  </section>`;
}

/** The scenario file, to read and to take along. */
function scenarioSection(report: Report): Html {
  const say = pageWords[report.language];
  return html`<section aria-labelledby="h-scenario">
    <h2 id="h-scenario">${say.scenario}</h2>
    <p class="on-paper">${say.liesIn(report.scenarioFile)}</p>
    <details>
      <summary>${say.showScenario}</summary>
      <pre tabindex="0" aria-label="${say.scenario}"><code>${report.scenarioText}</code></pre>
    </details>
    <ul class="links">
      <li>${say.download}</li>
      <li><a href="${report.scenarioFile}" download>yaml</a></li>
    </ul>
  </section>`;
}

/** How to make it again. */
function againSection(report: Report): Html {
  const { run } = report;
  const say = pageWords[report.language];
  return html`<section aria-labelledby="h-reproduce">
    <h2 id="h-reproduce">${say.reproduce}</h2>
    <p>${say.reproduceHow[0]}</p>
    <pre tabindex="0"><code>creditlab verify .</code></pre>
    <p>${say.reproduceHow[1]}</p>
    <pre
      tabindex="0"
    ><code>creditlab run ${quoted(report.scenarioFile)} --out ${quoted(`../${run.scenario.id}-again`)}</code></pre>
  </section>`;
}

/** A word of a shell command; quoted where it has to be. */
export function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
