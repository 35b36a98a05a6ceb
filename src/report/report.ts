import { footLine, theme, type Stamp } from '../charts/index.ts';
import { stampOfRun } from './stamp.ts';
import { institutionName } from '../institution-names.ts';
import { inWords, type Language } from '../language.ts';
import { reformAnswers, verdict, type Answer } from '../findings/index.ts';
import { inOrderOfRecord } from '../jobs/index.ts';
import { printScenario } from '../scenario/index.ts';
import { admissibleCounts } from '../folder/ensemble/standings-file.ts';
import { formats } from '../figures/index.ts';
import { figuresFolder, type Gallery } from './figures.ts';
import type { DrawableRun } from './inputs.ts';
import { scenarioFileOf } from './names.ts';
import { accountsTable } from './accounts-table.ts';
import { timelineAnswers, whoGainsAnswers } from './experiment-answers.ts';
import { assumptionsTable, institutionsTable, resultsTable, type ReportTable } from './tables.ts';

/** All that a report says, before it is set in HTML, Markdown or LaTeX. */
export interface Report {
  readonly run: DrawableRun;
  readonly language: Language;
  readonly answers: readonly Answer[];
  readonly gallery: Gallery;
  readonly results: ReportTable;
  /** Who pays for reforms and who gains; undefined without reforms. */
  readonly accounts: ReportTable | undefined;
  readonly institutions: ReportTable;
  readonly assumptions: ReportTable;
  /** The scenario as a file of its own, every number stated. */
  readonly scenarioText: string;
  /** Name of that file in the output folder. */
  readonly scenarioFile: string;
  /** Paths of the figures that lie in the folder, in the language of the report: `figures/lemons.svg`. */
  readonly pictures: ReadonlySet<string>;
}

/** Gathers a report from stored results. */
export function reportOf(
  run: DrawableRun,
  rest: Pick<Report, 'language' | 'gallery' | 'pictures'>,
): Report {
  const { scenario, institutions, inputs } = run;
  const { language } = rest;
  const labels = new Map(
    scenario.institutions.map((one) => [one.id, institutionName(one, language)]),
  );
  const institutionOf = ({ id }: { readonly id: string }) => {
    const found = institutions.get(id);
    if (found === undefined) throw new Error(`no institution ${id} in this run`);
    return found;
  };
  const noted = (table: ReportTable, stamp: Stamp): ReportTable => ({
    ...table,
    notes: [...table.notes, footLine(stamp, language)],
  });
  const program = `creditlab ${run.manifest.creditlab}`;
  const rules = { kind: 'rules', program, scenario: scenario.id } as const;
  const simulated = stampOfRun(run);
  const stamped = (table: ReportTable) => noted(table, simulated);
  const accounts = accountsTable(run, language);
  const cast = {
    ...{ labels, reference: scenario.reference, language },
    admissible: admissibleCounts(scenario),
  };
  const byPerson = whoGainsAnswers(run, cast);
  const told = { ...cast, isToldByPerson: byPerson.length > 0 };
  return {
    run,
    answers: [
      ...reformAnswers(inOrderOfRecord(scenario), inputs.rows, told),
      ...byPerson,
      ...timelineAnswers(run, cast),
      ...verdict(inputs.rows, cast),
    ],
    results: stamped(resultsTable(run, language)),
    accounts: accounts && stamped(accounts),
    institutions: noted(institutionsTable(run, language), rules),
    assumptions: stamped(assumptionsTable(run, language)),
    scenarioText: printScenario(asRun(run), institutionOf),
    scenarioFile: scenarioFileOf(scenario),
    ...rest,
  };
}

/** The scenario with its institutions named as it was run, whatever they are called here. */
function asRun({ scenario, manifest }: DrawableRun): DrawableRun['scenario'] {
  const labels = new Map(manifest.scenario.institutions.map(({ id, label }) => [id, label]));
  const institutions = scenario.institutions.map((one) => ({
    ...one,
    label: labels.get(one.id) ?? one.label,
  }));
  return { ...scenario, institutions };
}

/** The files in which a figure lies beside the report, one a format. */
export function picturesOf({ language, pictures }: Report, id: string) {
  const folder = figuresFolder({ look: theme('paper'), language });
  return formats
    .map((format) => ({ format, path: `${folder}/${id}.${format}` }))
    .filter(({ path }) => pictures.has(path));
}

/** Who made the report from what, as one line. */
export function origin({ run, language }: Report): string {
  const { scenario, manifest } = run;
  const { id, seed, replicates } = scenario;
  return inWords(language, {
    en: `creditlab ${manifest.creditlab}, scenario ${id}, seed ${seed}, ${replicates} replicates.`,
    zh: `creditlab ${manifest.creditlab}，情景 ${id}，种子 ${seed}，${replicates} 次重复。`,
  });
}
