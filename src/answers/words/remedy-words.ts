import { lowered } from '../../language.ts';
import { fixed } from '../../measures/index.ts';
import type { Estimate } from '../../math/interval.ts';
import { worthMost, type Effects } from '../remedies/effects.ts';

/** How a measure's differences are shown: times so much, in such a unit. */
interface Shown {
  readonly title: string;
  readonly factor: number;
  readonly unit: string;
}

/** What remedies do, in sentences: which is worth most, or on what that depends; effects alone; interactions. */
export function remedySentences(
  names: readonly string[],
  economies: readonly (readonly Effects[])[],
  { title, factor, unit }: Shown,
  strengths: readonly string[],
): string[] {
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
  return [
    lead,
    ...own.flatMap(({ strength, alone, pairs, all, allInteraction }) => [
      `${strengths[strength]}, alone, ${lowered(title)} less none (${unit}): ${names.map((name, k) => `${name} ${show(alone[k])}`).join('; ')}.`,
      `${strengths[strength]}, together: all ${show(all)}, beyond the sum of each alone ${show(allInteraction)}; ${pairs.map(({ of: [a, b], joint, interaction }) => `${names[a]} with ${names[b]} ${show(joint)}, beyond their sum ${show(interaction)}`).join('; ')}.`,
    ]),
  ];
}
