import { grouped } from '../../text/grouped.ts';
import { apartFromZero, enumerated } from '../../findings/index.ts';
import type { Language } from '../../language.ts';
import { lenderName } from '../../lender-names.ts';
import { fixed } from '../../measures/index.ts';
import { atOwnFee, equilibria, type Solved, type SolvedAt } from '../joining/outcome.ts';
import { restOf, type JoiningPath } from '../joining/paths.ts';
import { isIn, membersOf, type Player } from '../joining/players.ts';
import { resamples, type Stability } from '../joining/game.ts';
import { joiningLanguage, type JoiningLanguage } from './joining-language.ts';

/** Coalitions that are spelt out. */
const mostSpelt = 6;

/** The words of a language, and what players and coalitions are called in it. */
interface Speech {
  readonly say: JoiningLanguage;
  readonly language: Language;
  readonly player: (player: number) => string;
  readonly coalition: (coalition: number) => string;
}

/** What a joining game shows: the equilibria, where best responses lead, the planner's choice, ties, and the fees. */
export function joiningSentences(one: Solved, language: Language = 'en'): string[] {
  const at = atOwnFee(one);
  const speech = speechOf(one.players, language);
  return [
    lead(one, at, speech),
    ...playerSentences(one, speech),
    ...equilibriumSentences(at, speech),
    ...pathSentences(at, speech),
    plannerSentence(at, speech),
    ...tieSentences(at, speech),
    ...feeSentences(one, speech),
    ...compelledSentences(one, speech),
  ];
}

/** A coalition as sentences call it: `nobody`, `everybody`, `{Bank 1, Bank 2}`. */
export function coalitionName(
  coalition: number,
  players: readonly Player[],
  language: Language,
): string {
  const { nobody, everybody, comma } = joiningLanguage[language];
  const members = membersOf(coalition, players);
  if (members.length === 0) return nobody;
  const all = players.reduce((count, { lenders }) => count + lenders.length, 0);
  if (members.length === all && all > 1) return everybody;
  return `{${members.map((id) => lenderName(id, language)).join(comma)}}`;
}

function speechOf(players: readonly Player[], language: Language): Speech {
  const say = joiningLanguage[language];
  return {
    ...{ say, language },
    player: (p) => {
      const [first, ...others] = players[p].lenders;
      const name = lenderName(first ?? '', language);
      return others.length === 0 ? name : say.classOf(name, others.length);
    },
    coalition: (c) => coalitionName(c, players, language),
  };
}

function lead({ label }: Solved, at: SolvedAt, speech: Speech): string {
  const { say } = speech;
  const { holding, byMeans } = equilibria(at);
  const count = (verdict: Stability['verdict']) =>
    at.standings.filter((one) => one.verdict === verdict).length;
  const counted = say.counted(at.standings.length, count('holds'), count('fails'), count('untold'));
  const told =
    holding.length > 0
      ? say.holding(named(holding, speech), holding.length > 1)
      : byMeans.length > 0
        ? say.lasting(named(byMeans, speech))
        : say.none;
  return say.lead(label, Number.isFinite(at.fee) ? percentOf(at.fee) : undefined, told, counted);
}

/** Who chooses together, where more lenders may join than can each play for itself. */
function playerSentences({ players }: Solved, { say, language, player }: Speech): string[] {
  const lenders = players.reduce((sum, one) => sum + one.lenders.length, 0);
  if (lenders === players.length) return [];
  const told = players.flatMap((one, p) =>
    one.lenders.length > 1
      ? [say.members(player(p), one.lenders.map((id) => lenderName(id, language)).join(say.comma))]
      : [],
  );
  return [say.classes(lenders, players.length, told.join(say.semicolon))];
}

function equilibriumSentences(at: SolvedAt, { say, coalition: spelt }: Speech): string[] {
  const { byMeans, holding } = equilibria(at);
  const all = byMeans.filter((one) => !holding.includes(one)).concat(holding);
  return all.slice(0, mostSpelt).map(({ coalition, inResamples, verdict }) => {
    const { mean, low, high } = at.welfare[coalition];
    return say.standing(
      capital(spelt(coalition)),
      say.verdicts[verdict],
      `${fixed(100 * inResamples, 0)}%`,
      grouped(resamples),
      withInterval(mean, low, high, say),
    );
  });
}

function pathSentences(at: SolvedAt, { say, player, coalition }: Speech): string[] {
  const told = (from: string, { coalitions, movers, cycle }: JoiningPath) => {
    if (cycle) return say.round(from, cycle.map(coalition).join(' → '));
    if (movers.length === 0) return say.still(from);
    const steps = movers.map((p, k) => say.moves(player(p), isIn(coalitions[k + 1], p)));
    return say.path(from, steps.join(say.next), coalition(coalitions.at(-1) ?? 0));
  };
  return [told(say.nobody, at.fromNobody), told(say.everybody, at.fromEverybody), say.inPlace];
}

function plannerSentence(at: SolvedAt, { say, coalition }: Speech): string {
  const { mean, low, high } = at.welfare[at.planner];
  const alike = at.short.filter(({ high: end }, c) => c !== at.planner && !(end < 0)).length;
  return say.planner(coalition(at.planner), withInterval(mean, low, high, say), alike);
}

function tieSentences(at: SolvedAt, { say, language, player, coalition: spelt }: Speech): string[] {
  const tied = at.standings.filter(({ moves }) => moves.some(({ isTie }) => isTie));
  if (tied.length === 0) return [];
  const some = tied.slice(0, mostSpelt).map(({ coalition, moves }) => {
    const who = moves.filter(({ isTie }) => isTie).map((move) => player(move.player));
    return say.tie(enumerated(who, language), spelt(coalition));
  });
  return [say.ties(some.join(say.semicolon), Math.max(0, tied.length - mostSpelt))];
}

/** Where best responses end at each fee, then where each equilibrium breaks. */
function feeSentences(
  { breaks, fees, ownFee }: Solved,
  { say, player, coalition }: Speech,
): string[] {
  if (fees.length < 2) return [];
  const shown = (fee: number) => (fee === ownFee ? say.ownFee(percentOf(fee)) : percentOf(fee));
  const end = (path: JoiningPath) => {
    const rest = restOf(path);
    return rest === undefined ? say.goesRound : say.rests(coalition(rest));
  };
  const ends = fees.map((at) => {
    const held = equilibria(at).holding.length;
    return say.atFee(shown(at.fee), end(at.fromNobody), end(at.fromEverybody), held);
  });
  const broken = breaks.slice(0, 2 * mostSpelt).map((one) => {
    const who = capital(coalition(one.coalition));
    const from = one.from > fees[0].fee ? percentOf(one.from) : undefined;
    const last = percentOf(one.last);
    if (one.broken === undefined) return say.lasts(who, from, last);
    const at = {
      ...{ last, broken: percentOf(one.broken) },
      between: percentOf(one.between ?? NaN),
    };
    return say.breaks(who, from, at, one.mover === undefined ? undefined : player(one.mover));
  });
  return [say.tried(fees.map(({ fee }) => shown(fee)).join(say.comma)), ...ends, ...broken];
}

function compelledSentences({ compelled }: Solved, { say, language }: Speech): string[] {
  if (compelled.length === 0) return [];
  return [
    say.compelled(
      enumerated(
        compelled.map((id) => lenderName(id, language)),
        language,
      ),
    ),
  ];
}

function named(standings: readonly Stability[], { say, coalition: spelt }: Speech): string {
  const some = standings.slice(0, mostSpelt).map(({ coalition }) => spelt(coalition));
  const more = standings.length - some.length;
  const names = some.join(say.semicolon);
  return more > 0 ? say.more(names, more) : names;
}

const capital = (text: string) => text.replace(/^[a-z]/, (letter) => letter.toUpperCase());
const percentOf = (fee: number) => `${fixed(100 * fee, 2)}%`;

/** A difference in welfare with its 95% interval, if there is one. */
function withInterval(mean: number, low: number, high: number, say: JoiningLanguage): string {
  const decimals = apartFromZero({ low, high }, 100, 2);
  const points = (welfare: number) => `${welfare > 0 ? '+' : ''}${fixed(100 * welfare, decimals)}%`;
  return Number.isNaN(low) ? points(mean) : say.within(points(mean), points(low), points(high));
}
