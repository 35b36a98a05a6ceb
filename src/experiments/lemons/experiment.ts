import type { Ledger } from '../../engine/ledger.ts';
import type { Market, Regime } from '../../engine/setup.ts';
import { simulateWorlds } from '../../engine/simulate.ts';
import { ratio } from '../../measures/index.ts';
import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';

/** The Stiglitz–Weiss dial ω: 0 = de Meza–Webb, 1 = mean-preserving spread, 2 = lemons. */
const dials = [0, 0.5, 1, 1.5, 2];

const away = {
  unit: 'share of loans',
  population:
    "among approved applications less among loans taken; safe: hazard before effort below the population's median",
};
const undone = {
  unit: 'share of the loans made where types are visible',
  population: 'among applications',
};
const driven = 'Safe types that hidden types drive away';
const lost = 'Loans that hidden types undo';
const rise = ': rise from the first half of the quarters after the burn-in to the second';
const along = 'project.dial (ω)';

const measures: readonly ExperimentMeasure[] = (
  [
    { id: 'shortfall', title: 'Safe types who leave', better: 'neither', ...away },
    { id: 'hidden', title: driven, better: 'lower', ...away },
    { id: 'hidden-rise', title: driven + rise, better: 'lower', ...away },
    { id: 'lost', title: lost, better: 'lower', ...undone },
    { id: 'lost-rise', title: lost + rise, better: 'lower', ...undone },
    { id: 'hidden-by-dial', title: driven, better: 'neither', along, ...away },
    { id: 'lost-by-dial', title: lost, better: 'neither', along, ...undone },
  ] as const
).map(({ id, ...rest }) => ({
  ...rest,
  id: `lemons:${id}`,
  source: 'Akerlof 1970, Quarterly Journal of Economics 84, 488–500',
  series: false,
}));

/**
 * Akerlof's lemons: among those who could have the loan, do safe types leave, and does the market unravel from quarter to
 * quarter? Safe types also have better alternatives, so some leave even where lenders see them; what hidden types
 * do is the rest, the actual world less the one with types visible. The dial ω is turned with everything else as the
 * scenario says.
 */
export const lemons: Experiment = {
  id: 'lemons',
  title: 'Akerlof: do safe types leave, and does the market unravel?',
  about: 'safe types among the approved and among takers, over time and along the dial ω',
  source: 'Akerlof 1970, Quarterly Journal of Economics 84, 488–500',
  measures,
  observe: (market, regime) => {
    const own = market.economy.project.dial;
    const others = dials.filter((dial) => dial !== own);
    const pairs = new Map([own, ...others].map((dial) => [dial, pairAt(dial, market, regime)]));
    return [...pairs].flatMap(([dial, pair]) => [
      ...(dial === own ? overTime(pair) : []),
      ...(dials.includes(dial) ? atDial(dial, pair) : []),
    ]);
  },
};

/** The same market with types hidden and with types visible. */
export interface Pair {
  readonly hidden: Ledger;
  readonly visible: Ledger;
}

function pairAt(dial: number, market: Market, regime: Regime): Pair {
  const { economy } = market;
  const turned = { ...market, economy: { ...economy, project: { ...economy.project, dial } } };
  const ledgers = simulateWorlds(turned, regime, ['actual', 'types-visible']);
  const { actual: hidden, 'types-visible': visible } = ledgers;
  if (!hidden || !visible) throw new Error('a world that was asked for did not run');
  return { hidden, visible };
}

const safeApproved = ratio('safeApprovals', 'approvals');
const safeTakers = ratio('safeLoans', 'loans');
const loans = ratio('loans', 'applications');

function shortfall(ledger: Ledger, from: number, to: number): number {
  return safeApproved(ledger, from, to) - safeTakers(ledger, from, to);
}

function drivenAway({ hidden, visible }: Pair, from: number, to: number): number {
  return shortfall(hidden, from, to) - shortfall(visible, from, to);
}

function undoneLoans({ hidden, visible }: Pair, from: number, to: number): number {
  return 1 - loans(hidden, from, to) / loans(visible, from, to);
}

/** What hidden types do over the quarters after the burn-in. */
export function overTime(pair: Pair): Finding[] {
  const { burnIn, quarters } = pair.hidden;
  const middle = burnIn + Math.floor((quarters - burnIn) / 2);
  const say = (name: string, value: number, world = 'actual'): Finding => ({
    ...{ world, at: null, value },
    measure: `lemons:${name}`,
  });
  const riseOf = (of: typeof drivenAway) => of(pair, middle, quarters) - of(pair, burnIn, middle);
  return [
    say('shortfall', shortfall(pair.hidden, burnIn, quarters)),
    say('shortfall', shortfall(pair.visible, burnIn, quarters), 'types-visible'),
    say('hidden', drivenAway(pair, burnIn, quarters)),
    say('hidden-rise', riseOf(drivenAway)),
    say('lost', undoneLoans(pair, burnIn, quarters)),
    say('lost-rise', riseOf(undoneLoans)),
  ];
}

function atDial(dial: number, pair: Pair): Finding[] {
  const { burnIn, quarters } = pair.hidden;
  const world = 'actual';
  return [
    {
      world,
      measure: 'lemons:hidden-by-dial',
      at: dial,
      value: drivenAway(pair, burnIn, quarters),
    },
    { world, measure: 'lemons:lost-by-dial', at: dial, value: undoneLoans(pair, burnIn, quarters) },
  ];
}
