import { holm } from '../../math/holm.ts';
import { mean, rankCorrelation } from '../../math/statistics.ts';
import { twoSidedP } from '../../math/student-t.ts';
import type { Effects } from './effects.ts';

/** A number of the economy, as it is in each of the economies asked. */
export interface EconomyColumn {
  readonly key: string;
  readonly values: readonly number[];
}

/** What the lead of one remedy over another goes with: Spearman's rank correlation over economies, told at 5 %. */
export interface Tie {
  readonly over: number;
  readonly key: string;
  readonly correlation: number;
}

/** What it depends on which remedy is worth most. */
export interface Leads {
  /** How often each remedy is certainly first, and how often none is, by strength. */
  readonly byStrength: readonly {
    readonly strength: number;
    readonly counts: ReadonlyMap<number | undefined, number>;
  }[];
  /** Economies in which the same one is first for certain at every strength. */
  readonly sameAtAll: number;
  /** The remedy that does most on average over economies and strengths. */
  readonly most: number;
  /** Numbers of the economy with which its lead over another goes up or down; the strongest first. */
  readonly ties: readonly Tie[];
  /** Correlations that were tried. */
  readonly tried: number;
}

/** With fewer economies no rank correlation is looked for. */
const leastEconomies = 8;
const level = 0.05;

/** @param better which way is good */
export function leadsOf(
  economies: readonly (readonly Effects[])[],
  columns: readonly EconomyColumn[],
  better: 'higher' | 'lower',
): Leads {
  const sign = better === 'higher' ? 1 : -1;
  const [own] = economies;
  const byStrength = own.map(({ strength }, s) => {
    const counts = new Map<number | undefined, number>();
    for (const effects of economies) {
      const { most } = effects[s];
      counts.set(most, (counts.get(most) ?? 0) + 1);
    }
    return { strength, counts };
  });
  const sameAtAll = economies.filter(
    (effects) =>
      effects[0].most !== undefined && effects.every(({ most }) => most === effects[0].most),
  ).length;
  /** What a remedy does for the better in each economy, the mean over strengths. */
  const gains = own[0].alone.map((_, k) =>
    economies.map((effects) => mean(effects.map(({ alone }) => sign * alone[k].mean))),
  );
  const means = gains.map(mean);
  const most = means.indexOf(Math.max(...means));
  const tried = gains.flatMap((gain, over) =>
    over === most
      ? []
      : columns.map(({ key, values }): Tie & { readonly p: number } => {
          const lead = gains[most].map((mine, e) => mine - gain[e]);
          const correlation = rankCorrelation(lead, values);
          return { over, key, correlation, p: pOf(correlation, lead.length) };
        }),
  );
  const isEnough = economies.length >= leastEconomies;
  const adjusted = holm(tried.map(({ p }) => p));
  const ties = tried
    .filter((_, i) => isEnough && adjusted[i] < level)
    .toSorted((a, b) => Math.abs(b.correlation) - Math.abs(a.correlation))
    .map(({ over, key, correlation }) => ({ over, key, correlation }));
  return { byStrength, sameAtAll, most, ties, tried: isEnough ? tried.length : 0 };
}

/** Two-sided p-value of a rank correlation, by Student's t. */
function pOf(correlation: number, n: number): number {
  const rest = 1 - correlation * correlation;
  if (!(rest > 0)) return Number.isNaN(correlation) ? NaN : 0;
  return twoSidedP(correlation * Math.sqrt((n - 2) / rest), n - 2);
}
