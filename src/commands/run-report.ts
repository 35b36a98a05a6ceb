import { comparison, legend } from '../findings/index.ts';
import { scenarioDifferences } from '../folder/index.ts';
import { inOrderOfRecord } from '../jobs/index.ts';
import { firstLook, type PrecisionTarget, type RunOutcome } from '../run/index.ts';
import { textTable } from '../text/text-table.ts';
import type { Scenario } from '../scenario/index.ts';
import { colours, lineWidth, print, printWrapped, say } from '../terminal/terminal.ts';

/** The outcome as one JSON document on stdout: scenario, summary, verdict. NaN becomes null. */
export function printJson({ scenario, summary, answers }: RunOutcome, folder: string): void {
  const { id, title, seed, replicates, reference } = scenario;
  print(
    JSON.stringify(
      { scenario: { id, title, seed, replicates, reference }, folder, summary, verdict: answers },
      null,
      2,
    ),
  );
}

/** The comparison and the verdict for a person: table on stdout, what explains it after it. */
export function printReport({ scenario, summary, answers }: RunOutcome): void {
  const { bold, dim } = colours(process.stdout);
  const width = lineWidth();
  printWrapped(scenario.title, '', bold);
  print('');
  for (const line of textTable(comparison(scenario, summary), width)) print(line);
  print('');
  for (const line of legend(scenario, summary)) printWrapped(line, '', dim);
  for (const { question, sentences } of answers) {
    print('');
    printWrapped(question, '', bold);
    for (const sentence of sentences) printWrapped(sentence, '  ');
  }
}

/** Differences that are spelt out. */
const mostSpelt = 4;

/** That the results of an earlier version of a scenario give way, and what was changed since. */
export function sayReplaced(folder: string, earlier: Scenario, scenario: Scenario): void {
  const all = scenarioDifferences(earlier, inOrderOfRecord(scenario));
  if (all.length === 0) return;
  const more = all.length > mostSpelt ? ` and ${all.length - mostSpelt} more` : '';
  say(
    `${folder} holds a run with other settings, which this one replaces: ${all.slice(0, mostSpelt).join('; ')}${more}`,
  );
}

/** Whether the precision asked for was reached, and with how many replicates. */
export function sayPrecision({ scenario, reached }: RunOutcome, target: PrecisionTarget): void {
  const { measure, halfWidth, most } = target;
  const ending = `after ${scenario.replicates} replicates`;
  if (Number.isNaN(reached)) {
    say(`${measure}: no difference to the reference is defined ${ending}, so no precision either.`);
  } else if (reached <= halfWidth) {
    say(`${measure}: every difference is known to ± ${reached.toPrecision(2)} ${ending}.`);
  } else {
    say(
      `${measure}: ± ${reached.toPrecision(2)} ${ending}, not the ± ${halfWidth} asked for; stopped at ${most} replicates.`,
    );
  }
  if (scenario.replicates > firstLook) {
    say(
      'Having looked more than once, whether that was enough, leaves these intervals slightly too narrow.',
    );
  }
}

/** Rows that common spreadsheets open. */
const spreadsheetRows = 1_048_576;

/** Where everything is, and what to open if the largest table is too long for a spreadsheet. */
export function sayWhere({ lines }: RunOutcome, folder: string): void {
  say(`Results, summary and verdict: ${folder}`);
  if (lines <= spreadsheetRows) return;
  const long = `results.csv has ${lines.toLocaleString('en')} lines, more than a spreadsheet opens`;
  say(`${long}; summary.csv and series.csv are short.`);
}
