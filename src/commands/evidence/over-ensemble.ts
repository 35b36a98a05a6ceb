import { tallyTable, type FactTally, type LoadedFact } from '../../evidence/index.ts';
import { admissibleFacts } from '../../folder/ensemble/standings-file.ts';
import { factsOver } from '../../run/evidence/over-vectors.ts';
import { loadScenario } from '../../scenario/load.ts';
import type { Scenario } from '../../scenario/index.ts';
import { progressView } from '../../terminal/progress.ts';
import { lineWidth, print, say, untilInterrupted } from '../../terminal/terminal.ts';
import { textTable } from '../../text/text-table.ts';

/** Size of the runs over many economies, unless flags say otherwise. */
const usual = { borrowers: 5000, replicates: 4 } as const;

interface OverFlags {
  readonly ensemble: string;
  readonly borrowers: number | undefined;
  readonly replicates: number | undefined;
  readonly seed: string | undefined;
  readonly threads: number | undefined;
  readonly json: boolean;
  readonly quiet: boolean;
}

/** `creditlab evidence --ensemble`: in how many vectors of a file each fact of one market lies inside its band. */
export async function tellOver(
  economy: string,
  chosen: readonly LoadedFact[],
  flags: OverFlags,
): Promise<void> {
  const { ensemble, seed, threads, quiet, json } = flags;
  const scenario = await loadScenario(economy, {
    ...{ seed, ensemble, worlds: ['actual'], institutions: ['market-led'] },
    reference: 'market-led',
    borrowers: flags.borrowers ?? usual.borrowers,
    replicates: flags.replicates ?? usual.replicates,
  });
  const { design, borrowers, replicates } = scenario;
  if (!design) throw new Error('a scenario with an ensemble has a design');
  const ids = chosen.filter(({ file }) => file === undefined).map(({ fact }) => fact.id);
  const view = progressView(process.stderr, quiet, say);
  const means = { threads, signal: untilInterrupted(), onProgress: view.show };
  const tallies = await factsOver(scenario, design, ids, means).finally(view.stop);
  if (json) return print(JSON.stringify({ borrowers, replicates, facts: tallies }, null, 2));
  printTallies(tallies);
  const size = `${replicates} seeds of ${borrowers} borrowers in each`;
  if (!quiet) say(`By the 95% interval over ${size}. Shares of these economies, no probability.`);
}

/** Those of the facts that were counted over the shipped admissible set, where that was done for this economy. */
export function tellAdmissible(scenario: Scenario, ids: readonly string[]): void {
  const facts = admissibleFacts(scenario)?.filter(({ fact }) => ids.includes(fact));
  if (!facts || facts.length === 0) return;
  print('');
  print('In other economies that fit the data, facts of one market lie');
  printTallies(facts);
}

function printTallies(tallies: readonly FactTally[]): void {
  const [head, ...rows] = tallyTable(tallies);
  const columns = head.map((name, k) => ({
    ...{ head: [name], cells: rows.map((row) => row[k]) },
    align: k === 0 ? ('left' as const) : ('right' as const),
  }));
  for (const line of textTable(columns, lineWidth())) print(line);
}
