import { estimate, type Estimate } from '../../math/interval.ts';
import { breaks, type Break } from './fees.ts';
import { standings, type Game, type Stability } from './game.ts';
import { pathFrom, type JoiningPath } from './paths.ts';
import type { Player } from './players.ts';

/** What was simulated of one institution's game at one fee. */
export interface Played {
  /** In mean loans a loan. */
  readonly fee: number;
  readonly game: Game;
  /** Welfare by coalition, one value a replicate. */
  readonly welfare: readonly (readonly number[])[];
}

/** A joining game of one institution, solved at each fee. */
export interface Solved {
  readonly institution: string;
  readonly label: string;
  readonly players: readonly Player[];
  /** Ids of lenders that must contribute, whatever they want. */
  readonly compelled: readonly string[];
  /** The fee of the scenario; NaN if the institution has none. */
  readonly ownFee: number;
  readonly fees: readonly SolvedAt[];
  readonly breaks: readonly Break[];
}

/** The same at one fee. */
export interface SolvedAt {
  readonly fee: number;
  readonly standings: readonly Stability[];
  /** Welfare of each coalition less that of nobody, paired. */
  readonly welfare: readonly Estimate[];
  /** The coalition with most welfare by the means: what a planner would choose. */
  readonly planner: number;
  /** Welfare of each coalition less that of the planner's, paired. */
  readonly short: readonly Estimate[];
  readonly fromNobody: JoiningPath;
  readonly fromEverybody: JoiningPath;
}

/**
 * Solves a game at each fee.
 *
 * @param about of the institution
 * @param played in rising order of fees
 * @param seed of the scenario, for resampling: the same resamples at every fee
 */
export function solve(
  about: Pick<Solved, 'institution' | 'label' | 'players' | 'compelled' | 'ownFee'>,
  played: readonly Played[],
  seed: string,
): Solved {
  const fees = played.map((one) => solveAt(one, `${seed}/${about.institution}`));
  return { ...about, fees, breaks: breaks(fees) };
}

function solveAt({ fee, game, welfare }: Played, name: string): SolvedAt {
  const all = standings(game, name);
  const means = welfare.map((values) => estimate(values).mean);
  const planner = means.reduce((best, mean, c) => (mean > means[best] ? c : best), 0);
  const less = (c: number, base: number) =>
    estimate(welfare[c].map((value, r) => value - welfare[base][r]));
  return {
    fee,
    standings: all,
    planner,
    welfare: welfare.map((_, c) => less(c, 0)),
    short: welfare.map((_, c) => less(c, planner)),
    fromNobody: pathFrom(0, all),
    fromEverybody: pathFrom((1 << game.players) - 1, all),
  };
}

/** The solution at the scenario's own fee, or at the lowest one tried. */
export function atOwnFee({ fees, ownFee }: Solved): SolvedAt {
  return fees.find(({ fee }) => fee === ownFee) ?? fees[0];
}

/** Coalitions that are equilibria by the means, and those that hold. */
export function equilibria({ standings: all }: SolvedAt): {
  readonly byMeans: readonly Stability[];
  readonly holding: readonly Stability[];
} {
  return {
    byMeans: all.filter(({ byMeans }) => byMeans),
    holding: all.filter(({ verdict }) => verdict === 'holds'),
  };
}
