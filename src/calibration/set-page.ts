import { grouped } from '../text/grouped.ts';
import { plainMarkdown } from '../text/markdown.ts';
import { markdownTable } from '../text/markdown-table.ts';
import { leastDistance, type Admissible, type Spread } from './admissible.ts';
import { conditionSize, type ConditionKept } from './conditions.ts';
import type { PageTable } from './tables.ts';
import { targetName, type Calibration } from './targets.ts';
import { boundsText, short } from './words.ts';

/** R-hat up to which chains of different starts are said to agree. */
const agreed = 1.1;

/** The set as a file of points: free parameters by key, then the descent it comes from and the seeds that judged it. */
export function setTable({ free, seed, check }: Calibration, { set }: Admissible): PageTable {
  return {
    head: [...free.map(({ key }) => key), 'start', 'seeds'],
    rows: set.map(({ start, values }) => [...values, start, `${seed}/check 0-${check.seeds - 1}`]),
  };
}

/** What the set is worth, as sentences. */
export function setSentences({ targets, check }: Calibration, found: Admissible): string[] {
  const { set, starts, stated, conditions, spread, wanted, candidates, rounds } = found;
  const missed = stated.map((i) => targetName(targets[i]));
  const but = missed.length === 0 ? 'all bands' : `all bands but those of ${missed.join(', ')}`;
  const counts = starts.map((start) => set.filter((one) => one.start === start).length);
  const apart = spread.filter(({ rHat }) => !(rHat <= agreed));
  return [
    `${set.length} admissible vectors from ${starts.length} starts (${counts.join(', ')}): inside ${but} in the mean of ` +
      `${check.seeds} seeds with ${grouped(check.borrowers)} borrowers that no search saw, and no two nearer than ` +
      `${leastDistance} of the ranges.`,
    `Of ${candidates} candidates, drawn in ${rounds} rounds, ${set.length} were inside there.`,
    ...(set.length < wanted
      ? [`That is fewer than the ${wanted} wanted: most candidates were outside.`]
      : []),
    apart.length === 0
      ? `The chains agree: R-hat is at most ${agreed} for every parameter.`
      : `The chains do not agree yet (R-hat above ${agreed}) on ${apart.map(({ key, rHat }) => `${key} (${short(rHat)})`).join(', ')}: walk on with more --steps.`,
    ...(conditions.length === 0 ? [] : [conditionsWords(check, conditions)]),
  ];
}

/** Conditions in one piece, with what must be known before they are read. */
function conditionsWords(
  { borrowers, seeds }: Calibration['check'],
  kept: readonly ConditionKept[],
): string {
  const people = grouped(Math.min(borrowers, conditionSize.borrowers));
  const many = Math.min(seeds, conditionSize.seeds);
  return (
    `Conditions that must hold under every institution were looked at in the mean of ${many} seeds with ${people} borrowers, where luck ` +
    `counts, by the institution that does worst: ${kept.map(conditionWords).join('; ')}.`
  );
}

function conditionWords({ condition, holds, worst }: ConditionKept): string {
  const kept = holds.filter(Boolean).length;
  const what = `${condition.measure} ${boundsText(condition)}`;
  const values = `from ${short(Math.min(...worst))} to ${short(Math.max(...worst))}`;
  return kept === holds.length
    ? `all keep ${what}`
    : `${kept} of ${holds.length} vectors keep ${what} (${values})`;
}

/** The set and how it was drawn, as a page of Markdown. */
export function setPage(calibration: Calibration, found: Admissible): string {
  const { starts, spread, steps } = found;
  const parts = [
    `# ${plainMarkdown(calibration.title)}: the admissible set`,
    `Drawn by a chain of ${steps} steps from the optimum of each descent and from where the search began, with a prior that is uniform over the ranges (on a log scale where the range has one). The chains walk through what an emulator expects of a vector: a Gaussian process that learned from the search’s small markets with fixed luck, and from the large markets of earlier rounds. What they draw is judged in large markets.`,
    ...setSentences(calibration, found),
    '## By parameter',
    'Filled: share of the range between the lowest and the highest value in the set. Mean ± deviation of each chain, in 0 … 1 of the range.',
    markdownTable(['parameter', 'filled', 'R-hat', ...starts], spread.map(spreadRow), [
      false,
      true,
      true,
    ]).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

function spreadRow({ key, filled, rHat, byStart }: Spread): string[] {
  const chains = byStart.map(
    ({ mean, deviation }) => `${mean.toFixed(2)} ± ${deviation.toFixed(2)}`,
  );
  return [key, `${Math.round(100 * filled)}%`, rHat.toFixed(2), ...chains];
}
