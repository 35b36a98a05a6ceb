import { inWords, lowered, type Language } from '../../language.ts';
import { apartFromZero } from '../../findings/index.ts';
import { fixed } from '../../measures/index.ts';
import type { Estimate } from '../../math/interval.ts';
import { worthMost, type Effects } from '../remedies/effects.ts';
import { leadsOf, type EconomyColumn, type Tie } from '../remedies/leads.ts';
import { remedyLanguage, type RemedyLanguage } from './remedy-language.ts';

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
  language: Language = 'en',
): string[] {
  const say = remedyLanguage[language];
  const { title, factor, unit } = shown;
  const show = (value: Estimate) => {
    const { mean, low, high } = value;
    const decimals = apartFromZero(value, factor, 2);
    const number = (x: number) => signed(factor * x, decimals);
    return Number.isNaN(low) ? number(mean) : say.within(number(mean), number(low), number(high));
  };
  const [own] = economies;
  const { remedy, counts } = worthMost(economies);
  const where = economies.length === 1 ? say.ownEconomy : say.over(economies.length);
  const total = economies.flat().length;
  const told = [...counts].map(([k, n]) =>
    say.first(k === undefined ? undefined : names[k], n, total),
  );
  const measure = inWords(language, { en: lowered(title), zh: title });
  const lead =
    remedy !== undefined && economies.length > 1
      ? say.most(measure, names[remedy], where)
      : say.untold(measure, where, told.join(say.comma));
  if (economies.length > 1) {
    return [
      lead,
      ...overEconomies(names, economies, { ...shown, title: measure }, strengths, columns, say),
    ];
  }
  return [
    lead,
    ...own.flatMap(({ strength, alone, pairs, all, allInteraction }) => [
      say.alone(
        strengths[strength],
        measure,
        unit,
        names.map((name, k) => say.of(name, show(alone[k]))).join(say.semicolon),
      ),
      say.together(
        strengths[strength],
        show(all),
        show(allInteraction),
        pairs
          .map(({ of: [a, b], joint, interaction }) =>
            say.pair(names[a], names[b], show(joint), show(interaction)),
          )
          .join(say.semicolon),
      ),
    ]),
  ];
}

const signed = (x: number, decimals = 2) => `${x > 0 ? '+' : ''}${fixed(x, decimals)}`;

/** On what it depends which remedy is worth most, and what each does alone, over several economies. */
function overEconomies(
  names: readonly string[],
  economies: readonly (readonly Effects[])[],
  { title, factor, unit, better }: Shown,
  strengths: readonly string[],
  columns: readonly EconomyColumn[],
  say: RemedyLanguage,
): string[] {
  const { byStrength, sameAtAll, most, ties, tried } = leadsOf(economies, columns, better);
  const told = byStrength.map(({ strength, counts }) => {
    const parts = [...counts].map(([k, times]) =>
      say.times(k === undefined ? undefined : names[k], times),
    );
    return say.atStrength(strengths[strength], parts.join(say.comma));
  });
  const number = (x: number) => signed(factor * x);
  return [
    say.counts(economies.length, told.join(say.semicolon), sameAtAll),
    dependence(names, most, ties, tried, say),
    ...byStrength.map(({ strength }, s) => {
      const parts = names.map((name, k) => {
        const all = economies.map((effects) => effects[s].alone[k]);
        const [low, high] = [Math.min, Math.max].map((end) => end(...all.map(({ mean }) => mean)));
        const more = all.filter((one) => one.low > 0).length;
        const less = all.filter((one) => one.high < 0).length;
        return say.range(name, number(low), number(high), more, less);
      });
      return say.aloneOver(strengths[strength], title, unit, parts.join(say.semicolon));
    }),
  ];
}

/** With which numbers of the economy the lead of the remedy that does most on average grows. */
function dependence(
  names: readonly string[],
  most: number,
  ties: readonly Tie[],
  tried: number,
  say: RemedyLanguage,
): string {
  if (tried === 0) return say.notAsked(names[most]);
  if (ties.length === 0) return say.noTie(names[most], tried);
  const parts = ties.map(({ over, key, correlation }) =>
    say.tie(names[over], key, fixed(correlation, 2), correlation > 0),
  );
  return say.hangs(names[most], parts.join(say.semicolon), tried);
}
