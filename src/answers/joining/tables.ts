import type { Cell } from '../../text/csv.ts';
import { membersOf, coalitionSize, type Player } from './players.ts';
import type { Solved, SolvedAt } from './outcome.ts';

type Line = Readonly<Record<string, Cell>>;

/** A coalition in a table: its members, or `nobody`. */
function coalitionText(coalition: number, players: readonly Player[]): string {
  const members = membersOf(coalition, players);
  return members.length === 0 ? 'nobody' : members.join(' ');
}

/** Every coalition of every institution at every fee: experiments/joining.csv. */
export function coalitionTable(
  solved: readonly Solved[],
  shareOf: (lender: string) => number,
): Line[] {
  return solved.flatMap((one) =>
    one.fees.flatMap((at) =>
      at.standings.map(({ coalition, verdict, byMeans, inResamples, moves }): Line => {
        const members = membersOf(coalition, one.players);
        const { mean, low, high } = at.welfare[coalition];
        const short = at.short[coalition];
        return {
          ...{ institution: one.institution, fee: at.fee, ownFee: at.fee === one.ownFee },
          coalition: coalitionText(coalition, one.players),
          ...{ number: coalition, players: coalitionSize(coalition), lenders: members.length },
          searchShare: members.reduce((sum, id) => sum + shareOf(id), 0),
          ...{ verdict, byMeans, inResamples },
          ties: moves
            .filter(({ isTie }) => isTie)
            .map(({ player }) => one.players[player].name)
            .join(' '),
          ...{ welfare: mean, welfareLow: low, welfareHigh: high },
          ...{ short: short.mean, shortLow: short.low, shortHigh: short.high },
          isPlanner: coalition === at.planner,
          ...stepsOf(at, coalition),
        };
      }),
    ),
  );
}

/** Which step of the best-response paths a coalition is; empty if it is on none. */
function stepsOf({ fromNobody, fromEverybody }: SolvedAt, coalition: number) {
  const step = (coalitions: readonly number[]) => {
    const at = coalitions.indexOf(coalition);
    return at < 0 ? null : at;
  };
  const goesRound = (cycle: readonly number[] | undefined) => cycle?.includes(coalition) ?? false;
  return {
    fromNobody: step(fromNobody.coalitions),
    fromEverybody: step(fromEverybody.coalitions),
    inCycle: goesRound(fromNobody.cycle) || goesRound(fromEverybody.cycle),
  };
}

/** What every player would gain by moving alone: experiments/joining-moves.csv. */
export function moveTable(solved: readonly Solved[]): Line[] {
  return solved.flatMap(({ institution, players, fees }) =>
    fees.flatMap(({ fee, standings }) =>
      standings.flatMap(({ coalition, moves }) =>
        moves.map(({ player, joins, gain, isTie, upper, adjustedP }): Line => ({
          ...{ institution, fee, coalition: coalitionText(coalition, players) },
          ...{ player: players[player].name, move: joins ? 'joins' : 'leaves' },
          ...{ gain: gain.mean, low: gain.low, high: gain.high, upper, adjustedP, isTie },
        })),
      ),
    ),
  );
}

/** At which fee each equilibrium breaks: experiments/joining-fees.csv. */
export function breakTable(solved: readonly Solved[]): Line[] {
  return solved.flatMap(({ institution, players, breaks }) =>
    breaks.map(({ coalition, from, last, broken = null, between = null, mover }): Line => ({
      ...{ institution, coalition: coalitionText(coalition, players), from, last, broken, between },
      mover: mover === undefined ? null : players[mover].name,
    })),
  );
}
