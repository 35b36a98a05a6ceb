import { lowered } from '../../language.ts';
import { fixed } from '../../measures/index.ts';
import type { Estimate } from '../../math/interval.ts';
import { worthMost, type Effects } from '../remedies/effects.ts';
import { leadsOf, type EconomyColumn, type Tie } from '../remedies/leads.ts';

/** How a measure's differences are shown: times so much, in such a unit. */
interface Shown {
  readonly title: string;
  readonly factor: number;
  readonly unit: string;
  readonly better: 'higher' | 'lower';
}

/**
 * What remedies do, in sentences: which is worth most, or on what that depends; effects alone; interactions.
 *
 * @param columns numbers of the economy by which economies differ
 */
export function remedySentences(
  names: readonly string[],
  economies: readonly (readonly Effects[])[],
  shown: Shown,
  strengths: readonly string[],
  columns: readonly EconomyColumn[] = [],
): string[] {
  const { title, factor, unit } = shown;
  const show = ({ mean, low, high }: Estimate) => {
    const number = (x: number) => `${x > 0 ? '+' : ''}${fixed(factor * x, 2)}`;
    return Number.isNaN(low) ? number(mean) : `${number(mean)} (${number(low)} to ${number(high)})`;
  };
  const [own] = economies;
  const { remedy, counts } = worthMost(economies);
  const where =
    economies.length === 1
      ? 'at the scenario’s own economy; other economies that fit were not asked (--ensemble)'
      : `over ${economies.length} economies`;
  const total = economies.flat().length;
  const told = [...counts]
    .map(
      ([k, n]) =>
        `${k === undefined ? 'none is first for certain' : `${names[k]} is first`} in ${n} of ${total}`,
    )
    .join(', ');
  const lead =
    remedy !== undefined && economies.length > 1
      ? `Worth most in ${lowered(title)}: ${names[remedy]}, at every strength, ${where}.`
      : `Which remedy is worth most in ${lowered(title)} is not said: over strengths ${where}, ${told}.`;
  if (economies.length > 1) {
    return [lead, ...overEconomies(names, economies, shown, strengths, columns)];
  }
  return [
    lead,
    ...own.flatMap(({ strength, alone, pairs, all, allInteraction }) => [
      `${strengths[strength]}, alone, ${lowered(title)} less none (${unit}): ${names.map((name, k) => `${name} ${show(alone[k])}`).join('; ')}.`,
      `${strengths[strength]}, together: all ${show(all)}, beyond the sum of each alone ${show(allInteraction)}; ${pairs.map(({ of: [a, b], joint, interaction }) => `${names[a]} with ${names[b]} ${show(joint)}, beyond their sum ${show(interaction)}`).join('; ')}.`,
    ]),
  ];
}

/** On what it depends which remedy is worth most, and what each does alone, over several economies. */
function overEconomies(
  names: readonly string[],
  economies: readonly (readonly Effects[])[],
  { title, factor, unit, better }: Shown,
  strengths: readonly string[],
  columns: readonly EconomyColumn[],
): string[] {
  const { byStrength, sameAtAll, most, ties, tried } = leadsOf(economies, columns, better);
  const n = economies.length;
  const told = byStrength.map(({ strength, counts }) => {
    const parts = [...counts].map(
      ([k, times]) => `${k === undefined ? 'none for certain' : names[k]} ${times}`,
    );
    return `${strengths[strength].toLowerCase()}, ${parts.join(', ')}`;
  });
  const number = (x: number) => `${x > 0 ? '+' : ''}${fixed(factor * x, 2)}`;
  return [
    `First for certain, in how many of ${n} economies: ${told.join('; ')}; the same one at all strengths in ${sameAtAll}.`,
    dependence(names, most, ties, tried),
    ...byStrength.map(({ strength }, s) => {
      const parts = names.map((name, k) => {
        const all = economies.map((effects) => effects[s].alone[k]);
        const [low, high] = [Math.min, Math.max].map((end) => end(...all.map(({ mean }) => mean)));
        const more = all.filter((one) => one.low > 0).length;
        const less = all.filter((one) => one.high < 0).length;
        return `${name} ${number(low)} to ${number(high)}, above nothing for certain in ${more}, below in ${less}`;
      });
      return `${strengths[strength]}, alone, ${lowered(title)} less none (${unit}), from the least to the most over economies: ${parts.join('; ')}.`;
    }),
  ];
}

/** With which numbers of the economy the lead of the remedy that does most on average grows. */
function dependence(
  names: readonly string[],
  most: number,
  ties: readonly Tie[],
  tried: number,
): string {
  const first = `${names[most]} does most on average`;
  if (tried === 0) {
    return `By the means ${first}; on which numbers of the economy that hangs is not asked of fewer than eight economies.`;
  }
  if (ties.length === 0) {
    return `By the means ${first}; with no number of the economy does its lead go up or down for certain (${tried} rank correlations, 5% after Holm).`;
  }
  const parts = ties.map(
    ({ over, key, correlation }) =>
      `over ${names[over]} it ${correlation > 0 ? 'grows' : 'shrinks'} with ${key} (${fixed(correlation, 2)})`,
  );
  return `By the means ${first}, and its lead hangs on the economy: ${parts.join('; ')} (rank correlations, ${tried} tried, 5% after Holm).`;
}
