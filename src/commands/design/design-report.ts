import { designAnswers, designLegend, pointTable } from '../../findings/index.ts';
import type { DesignOutcome } from '../../run/index.ts';
import { colours, lineWidth, print, printWrapped, say } from '../../terminal/terminal.ts';
import { textTable } from '../../text/text-table.ts';

/** Rows of a table that a person reads on a terminal. */
const mostRows = 120;

/** Factors that a table has columns for. */
const mostFactors = 6;

/** What a design comes to, for a person: the table of points if they are few, which count, and who is first. */
export function printDesign({ scenario, points }: DesignOutcome): void {
  const { bold, dim } = colours(process.stdout);
  const width = lineWidth();
  const { institutions, design } = scenario;
  print(bold(scenario.title));
  print('');
  const factors = design?.factors.length ?? 0;
  if (points.length * institutions.length <= mostRows && factors <= mostFactors) {
    for (const line of textTable(pointTable(scenario, points), width)) print(line);
    print('');
    for (const line of designLegend(scenario, points)) printWrapped(line, '', dim);
  }
  for (const { question, sentences } of designAnswers(scenario, points)) {
    print('');
    print(bold(question));
    for (const sentence of sentences) printWrapped(sentence, '  ');
  }
}

/** What the curves of a measure show. */
export function printCurves(title: string, sentences: readonly string[]): void {
  const { bold } = colours(process.stdout);
  print('');
  print(bold(`How does ${title.toLowerCase()} change?`));
  for (const sentence of sentences) {
    printWrapped(sentence, '  ');
  }
}

/** Where everything is. */
export function sayDesign({ lines }: DesignOutcome, folder: string): void {
  say(
    `Table by point and institution: ${folder}/table.csv; values of the points: ${folder}/points.csv`,
  );
  say(
    `All ${(lines - 1).toLocaleString('en')} numbers: ${folder}/results.parquet, results.csv and summary.csv`,
  );
}

/** The outcome as one JSON document on stdout. NaN becomes null. */
export function printDesignJson({ scenario, points }: DesignOutcome, folder: string): void {
  const { id, title, seed, replicates, reference, design } = scenario;
  const factors = design?.factors.map(({ key }) => key) ?? [];
  const verdict = designAnswers(scenario, points);
  const about = { id, title, seed, replicates, reference };
  print(JSON.stringify({ scenario: about, folder, factors, points, verdict }, null, 2));
}
