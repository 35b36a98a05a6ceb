import type { Language } from '../charts/words.ts';
import { verdict, type Answer } from '../experiments/verdict.ts';
import { printScenario } from '../scenario/print.ts';
import type { Format } from './figure.ts';
import { gallery, type Gallery } from './figures.ts';
import type { StoredRun } from './inputs.ts';
import { assumptionsTable, institutionsTable, resultsTable, type ReportTable } from './tables.ts';

/** All that a report says, before it is set in HTML, Markdown or LaTeX. */
export interface Report {
  readonly run: StoredRun;
  readonly language: Language;
  readonly answers: readonly Answer[];
  readonly gallery: Gallery;
  readonly results: ReportTable;
  readonly institutions: ReportTable;
  readonly assumptions: ReportTable;
  /** The scenario as a file of its own, every number stated. */
  readonly scenarioText: string;
  /** Name of that file in the output folder. */
  readonly scenarioFile: string;
  /** The output folder as the reader knows it. */
  readonly folder: string;
  /** Formats in which the figures lie in the folder; none if they were not drawn. */
  readonly formats: readonly Format[];
}

/** Gathers a report from stored results. */
export function reportOf(
  run: StoredRun,
  folder: string,
  language: Language,
  formats: readonly Format[],
): Report {
  const { scenario, institutions, inputs } = run;
  const labels = new Map(scenario.institutions.map(({ id, label }) => [id, label]));
  const institutionOf = ({ id }: { readonly id: string }) => {
    const found = institutions.get(id);
    if (found === undefined) throw new Error(`no institution ${id} in this run`);
    return found;
  };
  return {
    run,
    language,
    answers: verdict(inputs.rows, { labels, reference: scenario.reference }),
    gallery: gallery(run),
    results: resultsTable(run),
    institutions: institutionsTable(run),
    assumptions: assumptionsTable(run),
    scenarioText: printScenario(scenario, institutionOf),
    // In a folder of its own: with --out . it would else replace the user's file of this name.
    scenarioFile: `scenario/${scenario.id}.yaml`,
    folder,
    formats,
  };
}

/** Who made the report from what, as one line. */
export function origin({ run }: Report): string {
  const { scenario, manifest, resultsHash } = run;
  return `creditlab ${manifest.creditlab}, scenario ${scenario.id}, seed ${scenario.seed}, ${scenario.replicates} replicates, results SHA-256 ${resultsHash}.`;
}
