import { dictionary } from '../dictionary.ts';
import {
  experimentSamples,
  type ExperimentRow,
  type ExperimentSummaryRow,
} from '../experiments/index.ts';
import type { Scenario } from '../scenario/index.ts';
import { csv } from '../text/csv.ts';
import { agreementPage } from './agreement-page.ts';
import { publishBeside } from './output-folder.ts';
import type { Content } from './publish/files.ts';
import { manifestText } from './manifest.ts';
import { inOrderOfRecord } from '../jobs/index.ts';
import { summaryColumns } from './summary-files.ts';

/** What an experiment leaves in the folder. */
interface ExperimentNumbers {
  readonly rows: readonly ExperimentRow[];
  readonly summary: readonly ExperimentSummaryRow[];
  /** What was printed of it, in Markdown. */
  readonly page: string;
}

/** Columns of experiments/<id>.csv, in order. */
const rowColumns = [
  'scenario',
  'institution',
  'world',
  'replicate',
  'measure',
  'at',
  'value',
] as const satisfies readonly (keyof ExperimentRow)[];

/**
 * Writes experiments/<id>.csv (one line a replicate), <id>-summary.csv (means, intervals, paired differences), <id>.md (what
 * was printed; of the agreement docs/measures.md) and <id>-manifest.json (what made them) into the scenario's folder, together.
 */
export function writeExperiment(
  id: string,
  scenario: Scenario,
  { rows, summary, page }: ExperimentNumbers,
  folder: string,
  force = false,
): void {
  const files = new Map<string, Content>([
    [`${id}.csv`, csv(rowColumns, rows)],
    [`${id}-summary.csv`, csv([...summaryColumns, 'at'], summary)],
    [
      `${id}.md`,
      id === 'agreement' ? agreementPage(experimentSamples(rows, dictionary), scenario) : page,
    ],
  ]);
  files.set(`${id}-manifest.json`, manifestText(inOrderOfRecord(scenario), files));
  const placed = new Map([...files].map(([name, text]) => [`experiments/${name}`, text]));
  publishBeside(folder, placed, { leaves: false, force });
}
