import { join } from 'node:path';
import type { ChartInputs } from '../../charts/index.ts';
import { charts } from '../../charts/registry.ts';
import type { FigureStyle } from '../../figures/index.ts';
import { requireWritable, type Content } from '../../folder/index.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import { labelled, type Labelling } from '../../institution-names.ts';
import { inOrderOfRecord } from '../../jobs/index.ts';
import type { Language } from '../../language.ts';
import { figuresFolder, gallery, galleryFiles, type ChartOrigin } from '../../report/figures.ts';
import type { LoneExperiment } from '../../report/inputs.ts';
import { economyStanding, namedIn } from '../../scenario/index.ts';
import { breathe, say, untilInterrupted } from '../../terminal/terminal.ts';
import { holding } from '../holding.ts';
import { sayLetters } from '../words/letter-words.ts';

/** What is drawn of a folder that holds experiments alone. */
interface LoneFlags {
  readonly folder: string;
  readonly labels: Labelling;
  readonly font: string | undefined;
  readonly force: boolean;
  /** Figures; all of the experiments without it. */
  readonly only: readonly string[] | undefined;
  /** Institutions; all without it. */
  readonly drawnOnly: readonly string[] | undefined;
}

/** Draws the figures of experiments that lie in a folder without a run, each by the scenario that it was done on. */
export async function drawLone(
  experiments: readonly LoneExperiment[],
  style: FigureStyle,
  flags: LoneFlags,
): Promise<void> {
  const { folder, only, force } = flags;
  const [{ scenario }] = experiments;
  requireWritable(folder);
  await sayLetters(scenario, flags.font);
  const signal = untilInterrupted();
  const files = new Map<string, Content>();
  const asked = new Set<string>();
  let count = 0;
  for (const one of experiments) {
    const own = charts
      .filter(({ id, experiment }) => experiment === one.stored.id && (only?.includes(id) ?? true))
      .map(({ id }) => id);
    for (const id of own) asked.add(id);
    const origin = originOf(one, style.language, flags);
    const { drawn, missing } = gallery(origin, own);
    for (const { chart, reason } of missing) say(`not drawn: ${chart.id}. ${reason.en}`);
    const made = await galleryFiles(drawn, origin, style, () => breathe(signal));
    for (const [name, content] of made) files.set(name, content);
    count += drawn.length;
  }
  const held = experiments.map(({ stored }) => stored.id).join(', ');
  for (const id of only ?? []) {
    if (asked.has(id)) continue;
    say(`not drawn: ${id}. The folder holds no run, only what experiments left: ${held}`);
  }
  await holding(folder, { scenario, signal }, async () =>
    publishBeside(folder, files, { leaves: true, force }),
  );
  sayFigures(count, files.size, join(folder, figuresFolder(style)));
}

/** How many figures were drawn, and where they lie. */
export function sayFigures(figures: number, files: number, place: string): void {
  say(`${figures} ${figures === 1 ? 'figure' : 'figures'}, ${files} files in ${place}`);
}

function originOf(
  { scenario, stored }: LoneExperiment,
  language: Language,
  { labels, drawnOnly }: LoneFlags,
): ChartOrigin {
  const { id, seed, replicates, borrowers, version, hash, table } = stored;
  const institutions = labelled(namedIn(scenario, language), labels).filter(
    (one) => drawnOnly?.includes(one.id) ?? true,
  );
  const inputs: ChartInputs = {
    scenario: inOrderOfRecord({ ...scenario, institutions }),
    ...{ rows: [], summary: [], tables: { [id]: table } },
    experiments: { [id]: { seed, replicates, borrowers } },
    economy: economyStanding(scenario),
  };
  return { inputs, manifest: { creditlab: version }, experiments: [stored], resultsHash: hash };
}
