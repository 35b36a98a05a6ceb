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
 * Writes experiments/<id>.csv (one line a replicate), <id>-summary.csv (means, intervals, paired differences) and
 * <id>-manifest.json (what made them) into the scenario's folder, together; for the agreement also its page.
 */
export function writeExperiment(
  id: string,
  scenario: Scenario,
  { rows, summary }: ExperimentNumbers,
  folder: string,
  force = false,
): void {
  const files = new Map<string, Content>([
    [`${id}.csv`, csv(rowColumns, rows)],
    [`${id}-summary.csv`, csv([...summaryColumns, 'at'], summary)],
  ]);
  if (id === 'agreement')
    files.set(`${id}.md`, agreementPage(experimentSamples(rows, dictionary), scenario));
  files.set(`${id}-manifest.json`, manifestText(inOrderOfRecord(scenario), files));
  const placed = new Map([...files].map(([name, text]) => [`experiments/${name}`, text]));
  publishBeside(folder, placed, { leaves: false, force });
}
