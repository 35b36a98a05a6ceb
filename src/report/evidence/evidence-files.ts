import { evidenceDrawing, theme, type EvidenceRow } from '../../charts/index.ts';
import { endsOf, groupOf, groups, type FactReading } from '../../evidence/index.ts';
import { figureFiles } from '../../figures/figure.ts';
import { formats } from '../../figures/index.ts';
import { copyNames, type Content, type Manifest } from '../../folder/index.ts';
import { manifestName, manifestText, programVersion } from '../../folder/manifest.ts';
import { hashOfModule, type Scenario } from '../../scenario/index.ts';
import { csv } from '../../text/csv.ts';
import { readFileSync } from 'node:fs';
import { evidenceMarkdown } from './evidence-page.ts';
import { evidenceColumns, evidenceTable, replicateTable } from './evidence-table.ts';
import type { EvidenceNumbers } from './evidence-table.ts';

/** A fact by its id, and the module that it is read from, absolute, if it is not shipped. */
interface FactRef {
  readonly id: string;
  readonly file?: string;
}

/**
 * The files of an evidence folder by name, the manifest last: a pure function of the scenario and what the facts came to.
 * Modules of facts from outside are copied, so that the folder proves itself anywhere.
 */
export async function evidenceFiles(
  scenario: Scenario,
  refs: readonly FactRef[],
  outcome: EvidenceNumbers,
): Promise<Map<string, Content>> {
  const { readings } = outcome;
  const files = new Map<string, Content>([
    ['evidence.csv', csv(evidenceColumns, evidenceTable(readings))],
    ['evidence-replicates.csv', csv(['fact', 'at', 'replicate', 'value'], replicateTable(outcome))],
    ['evidence.md', evidenceMarkdown(scenario, readings)],
    ...(await figure(scenario, readings)),
  ]);
  const facts = refs.map(({ id, file }) => {
    if (file === undefined) return { id };
    const names = copyNames(id, file);
    for (const [path, name] of names) files.set(name, readFileSync(path));
    return { id, file: names.get(file) ?? file, hash: hashOfModule(file) };
  });
  const evidence: Manifest['evidence'] = { facts };
  files.set(manifestName, manifestText(scenario, files, { evidence }));
  return files;
}

async function figure(
  scenario: Scenario,
  readings: readonly FactReading[],
): Promise<[string, Content][]> {
  const rows = groups.flatMap((group) =>
    readings.filter(({ fact }) => groupOf(fact) === group).map(rowOf),
  );
  const drawing = evidenceDrawing(rows);
  const style = { look: theme('paper'), language: 'en', formats } as const;
  const { id, seed, replicates, borrowers } = scenario;
  const program = `creditlab ${programVersion()}`;
  const made = await figureFiles('evidence', drawing, style, {
    program,
    stamp: { kind: 'evidence', program, replicates },
    origin: [
      ['Economy', id],
      ['Seed', seed],
      ['Replicates', String(replicates)],
      ['Borrowers', String(borrowers)],
    ],
  });
  return [...made].map(([name, content]) => [`figures/${name}`, content]);
}

/** A fact as a row of the figure. */
function rowOf({ fact, value, verdict }: FactReading): EvidenceRow {
  const [low, high] = endsOf(fact.band);
  const orNull = (end: number) => (Number.isFinite(end) ? end : null);
  return {
    ...{ id: fact.id, title: fact.title, group: groupOf(fact), mean: value.mean, verdict },
    ...{ bandLow: orNull(low), bandHigh: orNull(high) },
    ...{ low: orNull(value.low), high: orNull(value.high) },
  };
}
