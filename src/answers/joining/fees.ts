import type { Stability } from './game.ts';

/** How long an equilibrium lasts as the fee rises. */
export interface Break {
  readonly coalition: number;
  /** Fees at which it is one by the means: the lowest of them. */
  readonly from: number;
  /** Highest fee at which it still is one, before the first at which it is not. */
  readonly last: number;
  /** First fee tried above `last`, at which it is none; undefined if it lasts to the highest fee tried. */
  readonly broken?: number;
  /** Where between the two the largest mean gain crosses zero, on a straight line. */
  readonly between?: number;
  /** Who gains most by moving at `broken`. */
  readonly mover?: number;
}

/**
 * At which fee each equilibrium breaks: of every coalition that is one by the means at some fee, the lowest run of fees in
 * which it is.
 *
 * @param fees in rising order, with the standings of all coalitions at each
 */
export function breaks(
  fees: readonly { readonly fee: number; readonly standings: readonly Stability[] }[],
): Break[] {
  const coalitions = fees[0]?.standings.map(({ coalition }) => coalition) ?? [];
  return coalitions.flatMap((coalition): Break[] => {
    const along = fees.map(({ fee, standings }) => ({ fee, standing: standings[coalition] }));
    const first = along.findIndex(({ standing }) => standing.byMeans);
    if (first < 0) return [];
    const next = along.findIndex(({ standing }, i) => i > first && !standing.byMeans);
    const last = next < 0 ? along.length - 1 : next - 1;
    const lasting = { coalition, from: along[first].fee, last: along[last].fee };
    if (next < 0) return [lasting];
    const [before, after] = [largestGain(along[last].standing), largestGain(along[next].standing)];
    const [low, high] = [along[last].fee, along[next].fee];
    const share = after.gain > before.gain ? -before.gain / (after.gain - before.gain) : 1;
    const between = low + Math.min(1, Math.max(0, share)) * (high - low);
    return [{ ...lasting, broken: high, between, mover: after.player }];
  });
}

/** Who gains most by moving alone, and how much by the mean; a tie gains nothing. */
function largestGain({ moves }: Stability) {
  return moves
    .map(({ player, gain, isTie }) => ({ player, gain: isTie ? 0 : gain.mean }))
    .reduce((a, b) => (b.gain > a.gain ? b : a));
}
