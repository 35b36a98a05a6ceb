/** Most players of a game: 2⁸ coalitions. */
const mostPlayers = 8;

/** Who may join: a lender, or lenders of one kind and of like size that join together where they are too many. */
export interface Player {
  readonly name: string;
  /** Ids of its lenders. */
  readonly lenders: readonly string[];
}

/** As much of a lender as a class hangs on. */
export interface Choosing {
  readonly id: string;
  readonly kind: string;
  readonly share: number;
}

/**
 * The players of a joining game: each lender by itself up to eight; beyond, classes of one kind, the largest lenders
 * together, made by halving the class with most lenders until there are eight.
 *
 * @param lenders those that have the choice, in market order
 */
export function playersOf(lenders: readonly Choosing[]): readonly Player[] {
  if (lenders.length <= mostPlayers) return lenders.map(({ id }) => ({ name: id, lenders: [id] }));
  const kinds = [...new Set(lenders.map(({ kind }) => kind))];
  let classes = kinds.map((kind) =>
    lenders.filter((one) => one.kind === kind).toSorted((a, b) => b.share - a.share),
  );
  while (classes.length < mostPlayers) {
    const largest = classes.reduce((a, b) => (b.length > a.length ? b : a));
    const half = Math.ceil(largest.length / 2);
    classes = classes.flatMap((one) =>
      one === largest ? [largest.slice(0, half), largest.slice(half)] : [one],
    );
  }
  return classes.map((own) => {
    const first = own[0].id;
    const name = own.length === 1 ? first : `${first}-and-${own.length - 1}-more`;
    return { name, lenders: own.map(({ id }) => id) };
  });
}

/** Coalitions are numbers: bit p is set where player p is in. */
export const isIn = (coalition: number, player: number): boolean =>
  ((coalition >>> player) & 1) === 1;

/** The coalition without the player, or with it. */
export const moved = (coalition: number, player: number): number => coalition ^ (1 << player);

/** How many players a coalition has. */
export function coalitionSize(coalition: number): number {
  let size = 0;
  for (let rest = coalition; rest > 0; rest &= rest - 1) size++;
  return size;
}

/** Ids of the lenders in a coalition, sorted, as `participation` has them. */
export function membersOf(coalition: number, players: readonly Player[]): string[] {
  return players.flatMap(({ lenders }, p) => (isIn(coalition, p) ? lenders : [])).toSorted();
}
