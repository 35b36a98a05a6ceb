import {
  atOwnFee,
  coalitionText,
  membersOf,
  rests,
  type Player,
  type Solved,
} from '../../answers/index.ts';
import {
  cell,
  joiningFees,
  joiningFeesTitle,
  joiningMap,
  joiningMapTitle,
  type CoalitionRow,
  type ParticipationRow,
} from '../../charts/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import type { Picture } from '../design/design-pictures.ts';

/** The figures of joining games: the map of coalitions at the scenario's own fee, and participation against the fee. */
export function joiningPictures(scenario: Scenario, solved: readonly Solved[]): Picture[] {
  const shown = scenario.institutions.filter(({ id }) =>
    solved.some(({ institution }) => institution === id),
  );
  const games = solved.reduce(
    (count, { fees, players }) => count + fees.length * 2 ** players.length,
    0,
  );
  const facts = { scenario: { ...scenario, institutions: shown }, points: games, leftOut: 0 };
  const map = {
    id: 'joining-map',
    title: joiningMapTitle,
    drawing: joiningMap(facts, solved.flatMap(coalitionRows)),
  };
  const priced = solved.filter(({ fees }) => fees.length > 1);
  if (priced.length === 0) return [map];
  const some = shown.filter(({ id }) => priced.some(({ institution }) => institution === id));
  const among = { ...facts, scenario: { ...scenario, institutions: some } };
  const drawing = joiningFees(among, priced.flatMap(participationRows));
  return [map, { id: 'joining-fees', title: joiningFeesTitle, drawing }];
}

function coalitionRows(one: Solved): CoalitionRow[] {
  const at = atOwnFee(one);
  const stepIn = (coalitions: readonly number[], coalition: number) => {
    const step = coalitions.indexOf(coalition);
    return step < 0 ? null : step;
  };
  return at.standings.map(({ coalition, verdict, byMeans }) => ({
    institution: one.institution,
    coalition: coalitionText(coalition, one.players),
    short: shortText(coalition, one.players),
    lenders: membersOf(coalition, one.players).length,
    welfare: cell(at.welfare[coalition].mean),
    ...{ verdict, byMeans, isPlanner: coalition === at.planner },
    fromNobody: stepIn(at.fromNobody.coalitions, coalition),
    fromEverybody: stepIn(at.fromEverybody.coalitions, coalition),
  }));
}

function participationRows(one: Solved): ParticipationRow[] {
  return one.fees.flatMap((at) => {
    const [up, down] = rests(at);
    const row = (of: ParticipationRow['of'], coalition: number | undefined): ParticipationRow => ({
      ...{ institution: one.institution, fee: at.fee, of },
      lenders: coalition === undefined ? null : membersOf(coalition, one.players).length,
      coalition: coalition === undefined ? '' : coalitionText(coalition, one.players),
      choosing: one.players.reduce((count, { lenders }) => count + lenders.length, 0),
    });
    return [row('fromNobody', up), row('fromEverybody', down), row('planner', at.planner)];
  });
}

/** Initials of a coalition's players: `b1 cf`; `nobody`; `all`. */
function shortText(coalition: number, players: readonly Player[]): string {
  const inside = players.filter((_, p) => ((coalition >>> p) & 1) === 1);
  if (inside.length === 0) return 'nobody';
  if (inside.length === players.length && players.length > 1) return 'all';
  return inside.map(({ name }) => initials(name)).join(' ');
}

/** `bank-1` → b1, `consumer-finance` → cf. */
function initials(name: string): string {
  return name
    .split('-')
    .map((word) => (/^\d+$/.test(word) ? word : word.charAt(0)))
    .join('');
}
