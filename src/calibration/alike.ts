import type { Identification } from '../designs/identification.ts';

/** Parameters each of which moves the targets as each other one does, in one way or the opposite one. Indices. */
export interface AlikeGroup {
  /** The first parameter, and those that move the targets alike. */
  readonly same: readonly number[];
  /** Those that move them in the opposite way. */
  readonly opposite: readonly number[];
}

/**
 * Pairs that cannot be told apart, brought together: with three targets and twenty parameters there are a hundred pairs,
 * and a few groups. Every pair is in a group, and every two of a group are a pair.
 */
export function alikeGroups(pairs: Identification['alike']): AlikeGroup[] {
  const cosines = new Map(pairs.map(({ pair: [i, j], cosine }) => [`${i} ${j}`, cosine]));
  const cosineOf = (i: number, j: number) => cosines.get(i < j ? `${i} ${j}` : `${j} ${i}`);
  const all = [...new Set(pairs.flatMap(({ pair }) => pair))].toSorted((a, b) => a - b);
  const told = new Set<string>();
  return pairs.flatMap(({ pair }): AlikeGroup[] => {
    if (told.has(pair.join(' '))) return [];
    const group: number[] = [...pair];
    for (const one of all) {
      if (group.every((other) => cosineOf(one, other) !== undefined)) group.push(one);
    }
    group.sort((a, b) => a - b);
    for (const i of group) for (const j of group) told.add(`${i} ${j}`);
    const [first, ...rest] = group;
    const isSame = (one: number) => (cosineOf(first, one) ?? 0) > 0;
    return [{ same: [first, ...rest.filter(isSame)], opposite: rest.filter((k) => !isSame(k)) }];
  });
}
