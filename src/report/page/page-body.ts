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
  const { run, language, answers, results, accounts, institutions, assumptions } = report;
  const { scenario } = run;
  const say = pageWords[language];
  const { borrowers, quarters, burnIn, replicates } = scenario;
  const size = say.size(borrowers.toLocaleString('en'), quarters, burnIn, replicates);
  const first = firstScreen(report);
  const seen = new Set<string>();
  const own = wordsOf(scenario, language);
  return html` <a class="skip" href="#verdict">${say.skip}</a>
    <header class="top">
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
    </header>
    <nav class="bar" aria-label="${say.show}">
      <div>
        <span>${say.show}</span> ${scenario.institutions.map(
          (one) =>
            html`<button type="button" aria-pressed="false" data-institution="${one.id}">
              ${institutionName(one, language)}
            </button> `,
        )}
      </div>
    </nav>
    <main>
      <noscript
        ><p><strong>${say.noscript}</strong></p></noscript
      >
      <section aria-labelledby="h-question">
        <h2 id="h-question">${say.question}</h2>
        <p class="question">${own.question}</p>
        <p class="facts">${say.facts(size, scenario.seed)} ${own.source}</p>
      </section>
      <section id="verdict" class="verdict" aria-labelledby="h-verdict">
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
      </section>
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
      <section aria-labelledby="h-assumptions">
        <h2 id="h-assumptions">${say.assumptions}</h2>
        <p>${assumptions.notes.join(' ')}</p>
        <p class="on-paper">${say.liesIn(`tables/${assumptions.id}.csv`)}</p>
        <details>
          <summary>${say.showAssumptions}</summary>
          ${tableHtml({ ...assumptions, notes: [] }, language, false)}
        </details>
      </section>
      <section aria-labelledby="h-scenario">
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
      </section>
      ${glossarySection(language)}
      <section aria-labelledby="h-reproduce">
        <h2 id="h-reproduce">${say.reproduce}</h2>
        <p>${say.reproduceHow[0]}</p>
        <pre tabindex="0"><code>creditlab verify .</code></pre>
        <p>${say.reproduceHow[1]}</p>
        <pre
          tabindex="0"
        ><code>creditlab run ${quoted(report.scenarioFile)} --out ${quoted(`../${run.scenario.id}-again`)}</code></pre>
      </section>
    </main>
    <footer>
      <h2>${say.cite}</h2>
      <p>${citeLine(report)}</p>
      <p class="quiet">${say.licence}</p>
      <p class="quiet">${say.made(`creditlab ${run.manifest.creditlab}`, run.resultsHash)}</p>
      <!-- other language -->
    </footer>`;
}

/** A word of a shell command; quoted where it has to be. */
export function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
