import { type Market, type MarketInstitution, type World, counts } from '../../engine/index.ts';
import { betweenWorlds } from '../../measures/index.ts';
import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';
import { conduct, type Protocol, type TrialWorld } from '../trial.ts';
import { addToPool, createPool, lentTo, meanOf, stages, type PoolSums } from './pool.ts';

/** The Stiglitz–Weiss dial ω: 0 = de Meza–Webb, 1 = mean-preserving spread, 2 = lemons. */
const dials = [0, 0.5, 1, 1.5, 2];

const away = {
  unit: 'share of loans',
  population:
    "among approved applications less among those of them that are taken; safe: hazard before effort below the population's median",
};
const undone = {
  unit: 'share of the loans made where types are visible',
  population: 'among applications',
};
const driven = 'Safe types that hidden types drive away';
const lost = 'Loans that hidden types undo';
const rise = ': rise from the first half of the quarters counted to the second';
const along = 'use.dial (ω)';
const worse = 'Life PD of takers less that of the approved';
const riskier = {
  unit: 'share of loans',
  population: 'among approved applications, over the life of the loan',
};

const measures: readonly ExperimentMeasure[] = (
  [
    { id: 'shortfall', title: 'Safe types who leave', better: 'neither', ...away },
    { id: 'hidden', title: driven, better: 'lower', ...away },
    { id: 'hidden-rise', title: driven + rise, better: 'lower', ...away },
    { id: 'lost', title: lost, better: 'lower', ...undone },
    { id: 'lost-rise', title: lost + rise, better: 'lower', ...undone },
    { id: 'pd-taking', title: worse, better: 'lower', ...riskier },
    ...stages.map((stage) => ({
      id: `pd-${stage}` as const,
      title: `Life PD of ${stage}`,
      better: 'lower' as const,
      unit: stage === 'takers' ? 'share of loans' : 'share of applications',
      population: `among ${stage === 'approved' ? 'approved applications' : stage}, under the contract offered`,
    })),
    { id: 'hidden-by-dial', title: driven, better: 'neither', along, ...away },
    { id: 'lost-by-dial', title: lost, better: 'neither', along, ...undone },
    { id: 'pd-taking-by-dial', title: worse, better: 'neither', along, ...riskier },
  ] as const
).map(({ id, ...rest }) => ({
  ...rest,
  id: `lemons:${id}`,
  source: 'Akerlof 1970, Quarterly Journal of Economics 84, 488–500',
  series: false,
}));

/**
 * Akerlof's lemons: among those who could have the loan, do safe types leave, and does the market unravel from quarter to
 * quarter? Safe types also have better alternatives, so some leave even where lenders see them; what hidden types do is
 * the rest, the actual world less the one with types visible. The dial ω is turned with everything else as the scenario
 * says.
 */
export const lemons: Experiment = {
  id: 'lemons',
  title: 'Akerlof: do safe types leave, and does the market unravel?',
  about:
    'safe types and life PD among the approved and among takers, over time and along the dial ω',
  source: 'Akerlof 1970, Quarterly Journal of Economics 84, 488–500',
  measures,
  observe: (market, institution) => {
    const own = market.economy.use.dial;
    const others = dials.filter((dial) => dial !== own);
    const pairs = new Map(
      [own, ...others].map((dial) => [dial, pairAt(dial, market, institution)]),
    );
    return [...pairs].flatMap(([dial, pair]) => [
      ...(dial === own ? overTime(pair, market) : []),
      ...(dials.includes(dial) ? atDial(dial, pair, market) : []),
    ]);
  },
};

/** The same market with types hidden and with types visible. */
export interface Pair {
  readonly hidden: PoolSums;
  readonly visible: PoolSums;
}

/** Keeps the pools of the worlds in which a protocol watches. */
export function poolKeeper(): {
  readonly protocolsOf: (setting: TrialWorld) => Protocol[];
  readonly pair: () => Pair;
} {
  const pools = new Map<World, PoolSums>();
  const poolOf = (world: World) => {
    const pool = pools.get(world);
    if (!pool) throw new Error(`nobody has watched the world ${world}`);
    return pool;
  };
  return {
    protocolsOf: ({ market, world }) => {
      if (world !== 'actual' && world !== 'types-visible') return [];
      const pool = createPool(market.quarters);
      pools.set(world, pool);
      return [{ look: (seen) => addToPool(pool, seen), findings: () => [] }];
    },
    pair: () => ({ hidden: poolOf('actual'), visible: poolOf('types-visible') }),
  };
}

function pairAt(dial: number, market: Market, institution: MarketInstitution): Pair {
  const { economy } = market;
  const turned = { ...market, economy: { ...economy, use: { ...economy.use, dial } } };
  const { protocolsOf, pair } = poolKeeper();
  conduct(turned, institution, ['actual', 'types-visible'], protocolsOf);
  return pair();
}

function shortfall(pool: PoolSums, from: number, to: number): number {
  return meanOf(pool, 'approved', 'safe', from, to) - meanOf(pool, 'takers', 'safe', from, to);
}

function drivenAway({ hidden, visible }: Pair, from: number, to: number): number {
  return shortfall(hidden, from, to) - shortfall(visible, from, to);
}

function undoneLoans({ hidden, visible }: Pair, from: number, to: number): number {
  return 1 - lentTo(hidden, from, to, 'count') / lentTo(visible, from, to, 'count');
}

function pdOfTaking(pool: PoolSums, from: number, to: number): number {
  return meanOf(pool, 'takers', 'pd', from, to) - meanOf(pool, 'approved', 'pd', from, to);
}

/** The quarters counted: from, to − 1. */
function counted({ burnIn, quarters, economy }: Market): readonly [number, number] {
  const { term } = economy.loan;
  const all = [...Array(quarters).keys()];
  return [burnIn, 1 + all.findLastIndex((t) => counts({ burnIn, quarters, term }, t))];
}

/** What hidden types do over the quarters counted. */
export function overTime(pair: Pair, market: Market): Finding[] {
  const [from, to] = counted(market);
  const middle = from + Math.floor((to - from) / 2);
  const { hidden, visible } = pair;
  const say = (name: string, value: number, world = 'actual'): Finding => ({
    ...{ world, at: null, value },
    measure: `lemons:${name}`,
  });
  const riseOf = (of: typeof drivenAway) => of(pair, middle, to) - of(pair, from, middle);
  const leftOut = lentTo(visible, from, to, 'safe') - lentTo(hidden, from, to, 'safe');
  return [
    say('shortfall', shortfall(hidden, from, to)),
    say('shortfall', shortfall(visible, from, to), 'types-visible'),
    say('hidden', drivenAway(pair, from, to)),
    say('hidden-rise', riseOf(drivenAway)),
    say('lost', undoneLoans(pair, from, to)),
    say('lost-rise', riseOf(undoneLoans)),
    say('pd-taking', pdOfTaking(hidden, from, to)),
    say('pd-taking', pdOfTaking(visible, from, to), 'types-visible'),
    ...stages.map((stage) => say(`pd-${stage}`, meanOf(hidden, stage, 'pd', from, to))),
    { world: betweenWorlds, measure: 'safe-types-left-out', at: null, value: leftOut },
  ];
}

function atDial(dial: number, pair: Pair, market: Market): Finding[] {
  const [from, to] = counted(market);
  const say = (name: string, value: number): Finding => ({
    ...{ world: 'actual', at: dial, value },
    measure: `lemons:${name}-by-dial`,
  });
  return [
    say('hidden', drivenAway(pair, from, to)),
    say('lost', undoneLoans(pair, from, to)),
    say('pd-taking', pdOfTaking(pair.hidden, from, to)),
  ];
}
