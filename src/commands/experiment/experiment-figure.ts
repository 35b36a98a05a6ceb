import { join } from 'node:path';
import { isMissing, scoreColumn, theme, type ChartInputs } from '../../charts/index.ts';
import { charts } from '../../charts/registry.ts';
import { UserError } from '../../errors.ts';
import { sightsOf } from '../../figures/who-sees-what.ts';
import { hashOfFile, type Content } from '../../folder/index.ts';
import { programVersion } from '../../folder/manifest.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import { formats } from '../../figures/index.ts';
import { inOrderOfRecord, type ExperimentOutcome } from '../../jobs/index.ts';
import type { Language } from '../../language.ts';
import { economyStanding, namedIn, type Scenario } from '../../scenario/index.ts';
import { loadExternalInstitution } from '../../scenario/institutions/external.ts';

/** Experiments that ask what a score is worth: they say nothing where no lender reads one. */
const ofScores: readonly string[] = ['score-value', 'score-bands'];

/**
 * Refuses an experiment that could not say anything on a scenario, before anything is simulated.
 *
 * @throws UserError that names scenarios on which it can
 */
export async function requireSomethingToSay(id: string, scenario: Scenario): Promise<void> {
  if (!ofScores.includes(id)) return;
  const sights = await sightsOf(scenario, loadExternalInstitution);
  const isRead = sights.some(
    ({ contributor, level }) => contributor === scoreColumn && level !== 'none',
  );
  if (isRead) return;
  const message = `${id}: no institution of ${scenario.id} keeps a score that a lender reads`;
  const hint = `scenarios that have one: baseline, sesame, dual; e.g. creditlab experiment ${id} sesame`;
  throw new UserError([{ message, hint }]);
}

/**
 * Draws the figures of an experiment into the folder of its scenario, as `run` draws those of a run.
 *
 * @returns names of the figures, in the folder
 */
export async function drawExperiment(
  id: string,
  scenario: Scenario,
  { rows }: ExperimentOutcome,
  { folder, language, force }: { folder: string; language: Language; force: boolean },
): Promise<string[]> {
  const { figureFiles } = await import('../../figures/figure.ts');
  const { figuresFolder, sourceOf } = await import('../../report/figures.ts');
  const table = rows.map((row) => ({
    ...row,
    value: Number.isNaN(row.value) ? null : row.value,
  }));
  const { seed, replicates, borrowers } = scenario;
  const inputs: ChartInputs = {
    scenario: inOrderOfRecord({ ...scenario, institutions: namedIn(scenario, language) }),
    ...{ rows: [], summary: [], tables: { [id]: table } },
    experiments: { [id]: { seed, replicates, borrowers } },
    economy: economyStanding(scenario),
  };
  const version = programVersion();
  // Of the file that lies there, so that whoever holds figure and table can compare.
  const hash = hashOfFile(join(folder, 'experiments', `${id}.csv`));
  const own = { id, seed, replicates, borrowers, version, hash, table };
  const style = { look: theme('paper'), language, formats };
  const files = new Map<string, Content>();
  const drawn: string[] = [];
  for (const chart of charts.filter(({ experiment }) => experiment === id)) {
    const drawing = chart.draw(inputs);
    if (isMissing(drawing)) continue;
    const made = {
      inputs,
      manifest: { creditlab: version },
      experiments: [own],
      resultsHash: hash,
    };
    for (const [name, content] of await figureFiles(
      chart.id,
      drawing,
      style,
      sourceOf(chart, made),
    ))
      files.set(join(figuresFolder(style), name), content);
    drawn.push(join(figuresFolder(style), `${chart.id}.svg`));
  }
  if (files.size > 0) publishBeside(folder, files, { leaves: true, force });
  return drawn;
}
