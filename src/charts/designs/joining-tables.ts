import type { Cells, Chart, ChartInputs, Missing } from '../chart.ts';
import { lacks } from '../kit/select.ts';
import type { DesignFacts } from './facts.ts';
import { initials } from './initials.ts';
import { joiningFees, joiningFeesTitle, type ParticipationRow } from './joining-fees.ts';
import { joiningMap } from './joining-map.ts';
import { joiningMapTitle, type CoalitionRow } from './joining-map-rows.ts';

const stem = 'joining';

/** Every coalition of every institution at the scenario's own fee. */
export const joiningMapChart: Chart = {
  id: 'joining-map',
  title: joiningMapTitle,
  experiment: stem,
  draw(inputs) {
    const rows = gamesOf(inputs).flatMap(({ own }) => own.map(coalitionRow));
    return rows.length === 0 ? nothing() : joiningMap(factsOf(inputs, rows), rows);
  },
};

/** How many lenders join, by the fee, where several fees were tried. */
export const joiningFeesChart: Chart = {
  id: 'joining-fees',
  title: joiningFeesTitle,
  experiment: stem,
  draw(inputs) {
    const rows = gamesOf(inputs)
      .filter(({ fees }) => fees.length > 1)
      .flatMap(participationRows);
    if (rows.length === 0) return nothing();
    return joiningFees(factsOf(inputs, rows), rows);
  },
};

function nothing(): Missing {
  return lacks(
    { en: 'games of joining, or only one fee', zh: '加入博弈，或仅有一种费用' },
    {
      en: 'Run them with: creditlab experiment joining.',
      zh: '请先运行：creditlab experiment joining。',
    },
  );
}

/** The rows of experiments/joining.csv of one institution. */
interface Game {
  readonly institution: string;
  /** At its own fee; at the lowest, if that was not tried. */
  readonly own: readonly Cells[];
  /** By fee, in rising order. */
  readonly fees: readonly (readonly Cells[])[];
}

function gamesOf({ scenario, tables }: ChartInputs): Game[] {
  const table = tables[stem] ?? [];
  return scenario.institutions.flatMap(({ id }): Game[] => {
    const mine = table.filter((row) => row['institution'] === id);
    const prices = [...new Set(mine.map((row) => row['fee']))];
    const fees = prices.map((fee) => mine.filter((row) => Object.is(row['fee'], fee)));
    const [first] = fees;
    if (first === undefined) return [];
    const own = fees.find((rows) => rows.some((row) => isTrue(row['ownFee'])));
    return [{ institution: id, own: own ?? first, fees }];
  });
}

function factsOf(
  { scenario, tables, experiments }: ChartInputs,
  rows: readonly { readonly institution: string }[],
): DesignFacts {
  const institutions = scenario.institutions.filter(({ id }) =>
    rows.some(({ institution }) => institution === id),
  );
  const about = { ...scenario, ...experiments?.[stem], institutions };
  return { scenario: about, points: tables[stem]?.length ?? 0, leftOut: 0 };
}

/** Of a table in memory or in a file, where it is text. */
const isTrue = (value: unknown) => value === true || value === 'true';
const numberOrNull = (value: unknown) =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;

function coalitionRow(row: Cells, _: number, all: readonly Cells[]): CoalitionRow {
  const coalition = String(row['coalition']);
  const lenders = Number(row['lenders']);
  const most = Math.max(...all.map((one) => Number(one['lenders'])));
  const verdict = row['verdict'];
  return {
    ...{ institution: String(row['institution']), coalition, lenders },
    short: shortText(coalition, lenders > 1 && lenders === most),
    ...{ fee: numberOrNull(row['fee']), welfare: numberOrNull(row['welfare']) },
    verdict: verdict === 'holds' || verdict === 'fails' ? verdict : 'untold',
    ...{ byMeans: isTrue(row['byMeans']), isPlanner: isTrue(row['isPlanner']) },
    fromNobody: numberOrNull(row['fromNobody']),
    fromEverybody: numberOrNull(row['fromEverybody']),
  };
}

function participationRows({ institution, fees }: Game): ParticipationRow[] {
  return fees.flatMap((rows) => {
    const choosing = Math.max(...rows.map((one) => Number(one['lenders'])));
    const row = (of: ParticipationRow['of'], found: Cells | undefined): ParticipationRow => ({
      ...{ institution, fee: Number(rows[0]?.['fee']), of, choosing },
      lenders: found === undefined ? null : Number(found['lenders']),
      coalition: found === undefined ? '' : String(found['coalition']),
    });
    const restOf = (from: 'fromNobody' | 'fromEverybody') => {
      const [end] = rows
        .filter((one) => numberOrNull(one[from]) !== null)
        .toSorted((a, b) => Number(b[from]) - Number(a[from]));
      return end && !isTrue(end['inCycle']) ? end : undefined;
    };
    return [
      row('fromNobody', restOf('fromNobody')),
      row('fromEverybody', restOf('fromEverybody')),
      row(
        'planner',
        rows.find((one) => isTrue(one['isPlanner'])),
      ),
    ];
  });
}

/** Initials of a coalition's lenders: `b1 cf`; `nobody`; `all`. */
function shortText(coalition: string, isAll: boolean): string {
  if (coalition === 'nobody') return coalition;
  return isAll ? 'all' : coalition.split(' ').map(initials).join(' ');
}
