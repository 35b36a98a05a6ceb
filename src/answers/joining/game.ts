import { holm } from '../../math/holm.ts';
import { estimate, type Estimate } from '../../math/interval.ts';
import { studentTQuantile, twoSidedP } from '../../math/student-t.ts';
import { stream } from '../../random/stream.ts';
import { isIn, moved } from './players.ts';

/** What every player earns under every coalition, at one fee. */
export interface Game {
  /** Number of players; there are 2^players coalitions, numbered as in players.ts. */
  readonly players: number;
  /** A player's total profit, by coalition and player, one value a replicate. */
  readonly profits: readonly (readonly (readonly number[])[])[];
}

/** What a player would gain by moving alone: joining if it is out, leaving if it is in. */
export interface Move {
  readonly player: number;
  readonly joins: boolean;
  /** Its profit after the move less that before, replicate by replicate. */
  readonly gain: Estimate;
  /** It earns the same to the bit in every replicate: its move changes nothing for it. */
  readonly isTie: boolean;
  /** End of the one-sided 95% interval: with 95% confidence it gains no more. NaN with one replicate. */
  readonly upper: number;
  /** Chance of such a gain if it gained nothing, one-sided, by Holm over the players; 1 for a tie. */
  readonly adjustedP: number;
}

export type StabilityVerdict = 'holds' | 'fails' | 'untold';

/** Whether nobody gains by moving alone. */
export interface Stability {
  readonly coalition: number;
  readonly moves: readonly Move[];
  /**
   * Holds if every player's one-sided bound says that it gains nothing (an intersection–union test: at 5% without correction);
   * fails if one is shown to gain, at 5% after Holm over the players; else these replicates cannot tell.
   */
  readonly verdict: StabilityVerdict;
  /** By the means alone: nobody gains. */
  readonly byMeans: boolean;
  /** Share of resamples of whole replicates in which it is so by the means. */
  readonly inResamples: number;
}

const level = 0.05;
/** Resamples of whole replicates. */
export const resamples = 1000;

/**
 * Whether each coalition is an equilibrium. A tie is no gain: who earns the same to the bit stays where it is.
 *
 * @param name of the stream by which replicates are drawn again
 */
export function standings(game: Game, name: string): Stability[] {
  const coalitions = Array.from({ length: 1 << game.players }, (_, c) => c);
  const replicates = game.profits[0]?.[0]?.length ?? 0;
  const gains = coalitions.map((coalition) =>
    playersIn(game).map((p) => gainsOf(game, coalition, p)),
  );
  const again = drawnAgain(replicates, name);
  return coalitions.map((coalition) => {
    const raw = gains[coalition].map((gain, player) => moveOf(coalition, player, gain));
    const adjusted = holm(raw.map(({ p }) => p));
    const moves = raw.map(({ p, ...move }, player) => ({
      ...move,
      adjustedP: move.isTie ? 1 : adjusted[player],
    }));
    return {
      coalition,
      moves,
      verdict: verdictOf(moves),
      byMeans: moves.every((move) => !gainsBy(move)),
      inResamples: shareOfResamples(gains[coalition], again),
    };
  });
}

/** Whether a player gains by its move, going by the mean. */
export const gainsBy = ({ gain, isTie }: Pick<Move, 'gain' | 'isTie'>): boolean =>
  !isTie && gain.mean > 0;

function playersIn({ players }: Game): number[] {
  return Array.from({ length: players }, (_, p) => p);
}

function gainsOf({ profits }: Game, coalition: number, player: number): number[] {
  const before = profits[coalition][player];
  return profits[moved(coalition, player)][player].map((after, r) => after - before[r]);
}

function moveOf(coalition: number, player: number, gains: readonly number[]) {
  const isTie = gains.every((gain) => gain === 0);
  const gain = estimate(gains);
  const degrees = gains.length - 1;
  const error = gain.standardError;
  // Without spread the mean is known, as it is of a tie.
  const upper = isTie ? 0 : gain.mean + studentTQuantile(1 - level, degrees) * error;
  const joins = !isIn(coalition, player);
  return { player, joins, gain, isTie, upper, p: isTie ? 1 : oneSidedP(gain, degrees) };
}

/** P(a mean gain at least so large, if there is none). */
function oneSidedP({ mean, standardError }: Estimate, degrees: number): number {
  if (standardError === 0) return mean > 0 ? 0 : 1;
  const tail = twoSidedP(mean / standardError, degrees) / 2;
  return mean > 0 ? tail : 1 - tail;
}

function verdictOf(moves: readonly Move[]): StabilityVerdict {
  if (moves.some(({ adjustedP }) => adjustedP <= level)) return 'fails';
  return moves.every(({ upper }) => upper <= 0) ? 'holds' : 'untold';
}

/** Numbers of the replicates in each resample. Shape (resamples × replicates). */
function drawnAgain(replicates: number, name: string): Int32Array {
  const { below } = stream(`joining/${name}`);
  return Int32Array.from({ length: resamples * replicates }, () => below(replicates));
}

function shareOfResamples(gains: readonly (readonly number[])[], again: Int32Array): number {
  const replicates = gains[0]?.length ?? 0;
  let stable = 0;
  for (let s = 0; s < resamples; s++) {
    const from = s * replicates;
    const anyGains = gains.some((own) => {
      let sum = 0;
      for (let k = from; k < from + replicates; k++) sum += own[again[k]];
      return sum > 0;
    });
    if (!anyGains) stable++;
  }
  return stable / resamples;
}
