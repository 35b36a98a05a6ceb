import { estimate, type Estimate } from '../../math/interval.ts';

/** Which remedies are applied, and how strongly. */
export interface RemedyCell {
  /** Place of the strength; undefined where none is applied. */
  readonly strength: number | undefined;
  /** Bit k: remedy k is applied. */
  readonly remedies: number;
}

/** What remedies do to a measure at one strength, paired by replicate. */
export interface Effects {
  readonly strength: number;
  /** Each alone, less none. */
  readonly alone: readonly Estimate[];
  /** Each pair together, less what its two do alone, added up. */
  readonly pairs: readonly {
    readonly of: readonly [number, number];
    readonly joint: Estimate;
    readonly interaction: Estimate;
  }[];
  /** All together, less none; and less the sum of what each does alone. */
  readonly all: Estimate;
  readonly allInteraction: Estimate;
  /** The remedy that does most for the better alone, if that is certain beside every other: 95% each, paired. */
  readonly most: number | undefined;
}

/** None, then at each strength each remedy alone, all pairs and all together. */
export function remedyCells(remedies: number, strengths: number): RemedyCell[] {
  const sets = Array.from({ length: (1 << remedies) - 1 }, (_, k) => k + 1);
  return [
    { strength: undefined, remedies: 0 },
    ...Array.from({ length: strengths }, (_, strength) =>
      sets.map((set): RemedyCell => ({ strength, remedies: set })),
    ).flat(),
  ];
}

/**
 * Effects and interactions at each strength.
 *
 * @param values by cell of `cellsOf`, one a replicate
 * @param better which way is good
 */
export function effectsOf(
  values: readonly (readonly number[])[],
  remedies: number,
  strengths: number,
  better: 'higher' | 'lower',
): Effects[] {
  const cells = remedyCells(remedies, strengths);
  const sign = better === 'higher' ? 1 : -1;
  const each = Array.from({ length: remedies }, (_, k) => k);
  const couples = each.flatMap((a) => each.slice(a + 1).map((b) => [a, b] as const));
  const whole = (1 << remedies) - 1;
  return Array.from({ length: strengths }, (_, strength): Effects => {
    /** What a set of remedies does, less none, replicate by replicate. */
    const gains = (set: number) => {
      const at = cells.findIndex((cell) => cell.strength === strength && cell.remedies === set);
      return values[at].map((value, r) => value - values[0][r]);
    };
    const single = each.map((k) => gains(1 << k));
    const less = (joint: readonly number[], of: readonly number[]) =>
      joint.map((value, r) => value - of.reduce((sum, k) => sum + single[k][r], 0));
    const isMost = (k: number) =>
      each.every((other) => {
        if (other === k) return true;
        return estimate(single[k].map((value, r) => sign * (value - single[other][r]))).low > 0;
      });
    const all = gains(whole);
    return {
      strength,
      alone: single.map((own) => estimate(own)),
      pairs: couples.map((of) => {
        const joint = gains((1 << of[0]) | (1 << of[1]));
        return { of, joint: estimate(joint), interaction: estimate(less(joint, of)) };
      }),
      all: estimate(all),
      allInteraction: estimate(less(all, each)),
      most: each.find((k) => isMost(k) && estimate(single[k].map((x) => sign * x)).low > 0),
    };
  });
}

/**
 * The remedy that is worth most, if it is so for certain at every strength in every economy asked; else undefined, with what it
 * depends on.
 *
 * @param economies effects by economy
 */
export function worthMost(economies: readonly (readonly Effects[])[]): {
  readonly remedy: number | undefined;
  /** How often each remedy is certainly first, and how often none is, over strengths and economies. */
  readonly counts: ReadonlyMap<number | undefined, number>;
} {
  const counts = new Map<number | undefined, number>();
  for (const { most } of economies.flat()) counts.set(most, (counts.get(most) ?? 0) + 1);
  const [only] = counts.keys();
  return { remedy: counts.size === 1 ? only : undefined, counts };
}
