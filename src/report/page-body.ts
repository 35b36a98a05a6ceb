import { looksOf } from '../charts/index.ts';
import { institutionName } from '../institution-names.ts';
import { html, type Html } from './html.ts';
import { figureSections, type PageFigure } from './page-figures.ts';
import { pageWords } from './page-words.ts';
import type { Report } from './report.ts';
import { tableHtml } from './page-table.ts';

/** All that a reader sees: verdict first, then results, figures, institutions, assumptions and how to make it again. */
export function pageBody(report: Report, pictures: readonly PageFigure[]): Html {
  const { run, language, answers, results, institutions, assumptions } = report;
  const { scenario } = run;
  const say = pageWords[language];
  const { borrowers, quarters, burnIn, replicates } = scenario;
  const size = say.size(borrowers.toLocaleString('en'), quarters, burnIn, replicates);
  const looks = looksOf(scenario);
  return html` <a class="skip" href="#verdict">${say.skip}</a>
    <header class="top">
      <h1>${scenario.title}</h1>
      <p class="question">${scenario.question}</p>
      <p class="facts">${say.facts(size, scenario.seed)} ${scenario.source}</p>
      ${scenario.replicates < 2 ? html`<p><strong>${say.oneReplicate}</strong></p>` : html``}
    </header>
    <nav class="bar" aria-label="${say.show}">
      <div>
        <span>${say.show}</span> ${scenario.institutions.map(
          (one, k) =>
            html`<button type="button" aria-pressed="false" data-institution="${one.id}">
              <span class="swatch" style="background:${looks[k]?.colour ?? ''}"></span
              >${institutionName(one, language)}
            </button> `,
        )}
      </div>
    </nav>
    <main>
      <noscript
        ><p><strong>${say.noscript}</strong></p></noscript
      >
      <section id="verdict" class="verdict" aria-labelledby="h-verdict">
        <h2 id="h-verdict">${say.verdict}</h2>
        <div>
          ${answers.map(
            ({ question, sentences }) =>
              html`<div class="answer">
                <h3>${question}</h3>
                <ul>
                  ${sentences.map((one) => html`<li>${one}</li>`)}
                </ul>
              </div> `,
          )}
        </div>
      </section>
      <section aria-labelledby="h-results">
        <h2 id="h-results">${say.results}</h2>
        ${tableHtml(results, language, true)}
      </section>
      ${figureSections(report, pictures)}
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
      <section aria-labelledby="h-reproduce">
        <h2 id="h-reproduce">${say.reproduce}</h2>
        <p>${say.reproduceHow[0]}</p>
        <pre tabindex="0"><code>creditlab verify ${quoted(report.folder)}</code></pre>
        <p>${say.reproduceHow[1]}</p>
        <pre
          tabindex="0"
        ><code>creditlab run ${quoted(`${report.folder}/${report.scenarioFile}`)} --out ${quoted(`${report.folder}-again`)}</code></pre>
      </section>
    </main>
    <footer>
      <p class="quiet">${say.made(`creditlab ${run.manifest.creditlab}`, run.resultsHash)}</p>
    </footer>`;
}

/** A word of a shell command; quoted where it has to be. */
export function quoted(word: string): string {
  return /^[\w./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
