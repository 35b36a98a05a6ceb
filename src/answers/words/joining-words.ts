import { grouped } from '../../text/grouped.ts';
import { enumerated } from '../../findings/index.ts';
import { fixed } from '../../measures/index.ts';
import { atOwnFee, equilibria, type Solved, type SolvedAt } from '../joining/outcome.ts';
import type { JoiningPath } from '../joining/paths.ts';
import { membersOf, type Player } from '../joining/players.ts';
import { resamples, type Stability } from '../joining/game.ts';

/** Coalitions that are spelt out. */
const mostSpelt = 6;

/** What a joining game shows: the equilibria, where best responses lead, the planner's choice, ties, and the fees. */
export function joiningSentences(one: Solved): string[] {
  const at = atOwnFee(one);
  return [
    lead(one, at),
    ...playerSentences(one),
    ...equilibriumSentences(one, at),
    ...pathSentences(one, at),
    plannerSentence(one, at),
    ...tieSentences(one, at),
    ...feeSentences(one),
    ...compelledSentences(one),
  ];
}

function lead({ label, players }: Solved, at: SolvedAt): string {
  const { holding, byMeans } = equilibria(at);
  const count = (verdict: Stability['verdict']) =>
    at.standings.filter((one) => one.verdict === verdict).length;
  const told = `of ${at.standings.length} coalitions ${count('holds')} hold, ${count('fails')} fail and ${count('untold')} cannot be told with these replicates`;
  const where = Number.isFinite(at.fee) ? ` at a fee of ${percentOf(at.fee)} of a mean loan` : '';
  if (holding.length > 0) {
    return `${label}${where}: ${named(holding, players)} ${holding.length === 1 ? 'holds' : 'hold'}; ${told}.`;
  }
  if (byMeans.length > 0) {
    return `${label}${where}: by the means ${named(byMeans, players)} would last, but none holds for certain; ${told}.`;
  }
  return `${label}${where}: no coalition lasts; ${told}.`;
}

/** Who chooses together, where more lenders may join than can each play for itself. */
function playerSentences({ players }: Solved): string[] {
  const classes = players.filter(({ lenders }) => lenders.length > 1);
  if (classes.length === 0) return [];
  const lenders = players.reduce((sum, one) => sum + one.lenders.length, 0);
  const told = classes.map((one) => `${one.name} (${one.lenders.join(', ')})`);
  return [
    `${lenders} lenders may join, too many for a coalition of each: lenders of one kind and of like size choose as one, ${players.length} players in all. As one choose ${told.join('; ')}.`,
  ];
}

function equilibriumSentences({ players }: Solved, at: SolvedAt): string[] {
  const { byMeans, holding } = equilibria(at);
  const all = byMeans.filter((one) => !holding.includes(one)).concat(holding);
  return all.slice(0, mostSpelt).map(({ coalition, inResamples, verdict }) => {
    const { mean, low, high } = at.welfare[coalition];
    const worth = withInterval(mean, low, high);
    const told = { holds: 'holds', fails: 'fails', untold: 'cannot be told' }[verdict];
    return `${capital(spelt(coalition, players))}: ${told}; an equilibrium in ${fixed(100 * inResamples, 0)}% of ${grouped(resamples)} resamples of whole replicates; welfare ${worth} of a mean loan per application above nobody’s.`;
  });
}

function pathSentences({ players }: Solved, at: SolvedAt): string[] {
  const told = (from: string, path: JoiningPath) => {
    const steps = path.movers.map((p, k) => {
      const joins =
        path.coalitions[k + 1] === undefined
          ? ((path.cycle?.[0] ?? 0) >>> p) & 1
          : (path.coalitions[k + 1] >>> p) & 1;
      return `${players[p].name} ${joins ? 'joins' : 'leaves'}`;
    });
    if (path.cycle) {
      const round = path.cycle.map((c) => spelt(c, players)).join(' → ');
      return `Best responses from ${from} go round: ${round} → and again.`;
    }
    const end = spelt(path.coalitions.at(-1) ?? 0, players);
    if (steps.length === 0) return `From ${from} nobody moves.`;
    return `Best responses from ${from}: ${steps.join(', ')}; they end at ${end}.`;
  };
  return [
    told('nobody', at.fromNobody),
    told('everybody', at.fromEverybody),
    'Each coalition is in place from the start: these are no paths in time.',
  ];
}

function plannerSentence({ players }: Solved, at: SolvedAt): string {
  const { mean, low, high } = at.welfare[at.planner];
  const alike = at.short.filter(({ high: end }, c) => c !== at.planner && !(end < 0)).length;
  const close =
    alike === 0
      ? 'all others are below it for certain'
      : `${alike} other ${alike === 1 ? 'coalition is' : 'coalitions are'} not below it for certain`;
  return `A planner would choose ${spelt(at.planner, players)}: ${withInterval(mean, low, high)} of a mean loan per application above nobody’s; ${close}.`;
}

function tieSentences({ players }: Solved, at: SolvedAt): string[] {
  const tied = at.standings.filter(({ moves }) => moves.some(({ isTie }) => isTie));
  if (tied.length === 0) return [];
  const some = tied.slice(0, mostSpelt).map(({ coalition, moves }) => {
    const who = moves.filter(({ isTie }) => isTie).map(({ player }) => players[player].name);
    return `${enumerated(who)} at ${spelt(coalition, players)}`;
  });
  const more = tied.length > mostSpelt ? `, and at ${tied.length - mostSpelt} more coalitions` : '';
  return [
    `Ties, to the bit in every replicate: ${some.join('; ')}${more}. A lender that is indifferent stays where it is.`,
  ];
}

function feeSentences({ breaks, fees, players }: Solved): string[] {
  if (fees.length < 2) return [];
  return breaks.slice(0, 2 * mostSpelt).map(({ coalition, from, last, broken, between, mover }) => {
    const who = capital(spelt(coalition, players));
    const since = from > fees[0].fee ? ` from a fee of ${percentOf(from)} on` : '';
    if (broken === undefined) {
      return `${who} is an equilibrium by the means${since}, up to the highest fee tried, ${percentOf(last)}.`;
    }
    const by = mover === undefined ? '' : `, where ${players[mover].name} would move`;
    return `${who} is an equilibrium by the means${since} up to a fee of ${percentOf(last)} and none at ${percentOf(broken)}${by}; on a line between them it breaks at ${percentOf(between ?? NaN)}.`;
  });
}

function compelledSentences({ compelled }: Solved): string[] {
  if (compelled.length === 0) return [];
  return [`Lenders that must contribute, and do not choose: ${enumerated(compelled)}.`];
}

function named(standings: readonly Stability[], players: readonly Player[]): string {
  const some = standings.slice(0, mostSpelt).map(({ coalition }) => spelt(coalition, players));
  const more = standings.length - some.length;
  return more > 0 ? `${some.join('; ')}; and ${more} more` : some.join('; ');
}

/** A coalition in a sentence. */
function spelt(coalition: number, players: readonly Player[]): string {
  const members = membersOf(coalition, players);
  if (members.length === 0) return 'nobody';
  const all = players.reduce((count, { lenders }) => count + lenders.length, 0);
  return members.length === all && all > 1 ? 'everybody' : `{${members.join(', ')}}`;
}

const capital = (text: string) => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
const percentOf = (fee: number) => `${fixed(100 * fee, 2)}%`;
const points = (welfare: number) => `${welfare > 0 ? '+' : ''}${fixed(100 * welfare, 2)}%`;

/** A difference in welfare with its 95% interval, if there is one. */
function withInterval(mean: number, low: number, high: number): string {
  return Number.isNaN(low) ? points(mean) : `${points(mean)} (${points(low)} to ${points(high)})`;
}
