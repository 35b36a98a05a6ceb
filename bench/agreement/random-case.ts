import {
  institutionIds,
  type Declared,
  type InstitutionOptions,
  type Joining,
} from '../naive/rules.ts';
import type { Level } from '../naive/tier.ts';
import {
  defaultEconomy,
  defaultLenders,
  worlds,
  type Economy,
  type Lender,
} from '../naive/parameters.ts';
import type { Case } from './markets.ts';

type Draw = () => number;

/** Numbers 0 … 1 from a whole number (Marsaglia's xorshift): enough to pick parameters. */
function drawsOf(seed: number): Draw {
  let x = Math.imul(seed + 1, 0x9e3779b1) | 1;
  const next = () => {
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    return (x >>> 0) / 4294967296;
  };
  for (let k = 0; k < 8; k++) next();
  return next;
}

/** Ranges that reach well beyond the defaults, a few to the ends of what is allowed. */
const ranges: Partial<Record<keyof Economy, readonly [number, number]>> = {
  characterLoading: [-0.9, 0.9],
  capacityLoading: [-0.9, 0.9],
  capitalLoading: [-0.9, 0.9],
  collateralLoading: [-0.9, 0.9],
  capacityPersistence: [0, 1],
  liquidity: [3, 10],
  own: [2, 8],
  capacity: [0, 1.5],
  capital: [0, 3],
  debt: [0, 4],
  strainLiquidity: [0, 4],
  macro: [0, 1.5],
  conditions: [0, 1],
  macroPersistence: [0, 0.99],
  macroDeviation: [0, 2],
  strainEntry: [0, 0.3],
  strainExit: [0, 1],
  strainNeed: [1, 5],
  strainFootprint: [0, 3],
  incomeMean: [0.5, 5],
  incomeSpread: [0, 1.2],
  demand: [0.2, 0.95],
  needShape: [0.3, 6],
  sizeElasticity: [0, 2],
  sizeSpread: [0, 1],
  meanValue: [1.2, 2.5],
  dial: [0, 4],
  referenceHazard: [0, 0.5],
  stigma: [0, 3],
  stigmaSpread: [0, 1.5],
  involuntaryShare: [0, 1],
  enforcement: [0, 2],
  collateral: [0, 1],
  collateralSpread: [0, 1.5],
  willingness: [0.005, 1],
  effortCost: [0.05, 40],
  effortCap: [0, 1],
  patience: [0.5, 0.999],
  awareness: [0, 1],
  outside: [-0.3, 0.3],
  capitalSlope: [0, 0.5],
  taste: [0.01, 1],
  incomeNoise: [0, 3],
  capitalNoise: [0, 3],
  moving: [0, 0.5],
  tasteForLender: [0.0005, 0.1],
  collections: [0, 1],
  cap: [0.05, 1.5],
  maxMarkup: [0, 0.3],
  exploration: [0, 0.3],
  priceSlope: [0, 8],
  // Below about .5 a card carries rounding on from quarter to quarter, up to ten times each: no two versions agree long.
  decay: [0.5, 0.999],
  ridge: [0.5, 100],
  pool: [0.1, 200],
  priorIntercept: [-4, 0],
  stepLimit: [0.02, 5],
  twins: [0, 1],
  x0: [1, 1000],
  misreportingShare: [0, 1],
  misreportingInflation: [0, 3],
  misreportingCost: [0, 0.02],
};

/**
 * Market number n of the fuzz: some numbers of the economy, of the institution and of the lenders are drawn, in all worlds,
 * held or relearned.
 */
export function randomCase(n: number, borrowers: number, quarters: number): Case {
  const draw = drawsOf(n);
  const whole = (low: number, high: number) => low + Math.floor(draw() * (high - low + 1));
  const often = (chance: number) => draw() < chance;
  const lenders = often(0.5) ? defaultLenders : randomLenders(draw);
  const moved = 0.1 + 0.5 * draw();
  const economy: Record<string, number> = { twins: 0.3, twinFrom: whole(0, 12), x0: 200 };
  for (const [name, [low, high]] of Object.entries(ranges)) {
    if (often(moved)) economy[name] = low + draw() * (high - low);
  }
  if (!often(0.3)) economy.awareness = 1;
  if (often(0.6)) economy.term = [1, 2, 3, 4, 6, 8, 12][whole(0, 6)];
  if (often(0.3)) economy.draws = whole(1, 4);
  economy.quotes = Math.min(lenders.length, often(0.5) ? 3 : whole(1, 8));
  economy.homeLender = often(0.8) ? 1 : 0;
  const burnIn = Math.min(8, quarters - (economy.term ?? defaultEconomy.term));
  const id = [...institutionIds, 'declared'][whole(0, institutionIds.length)];
  const values = randomValues(draw, lenders);
  return {
    id,
    values: id === 'declared' ? { ...values, declared: randomlyDeclared(draw) } : values,
    economy,
    lenders,
    worlds,
    sanctions: often(0.5) ? 'held' : 'relearned',
    borrowers,
    quarters,
    burnIn,
    seed: [n, 7 * n + 1],
  };
}

function randomValues(draw: Draw, lenders: readonly Lender[]): InstitutionOptions {
  const whole = (low: number, high: number) => low + Math.floor(draw() * (high - low + 1));
  const values: Record<string, number | boolean | readonly string[]> = {};
  const set = (name: string, chance: number, value: () => number | boolean | readonly string[]) => {
    if (draw() < chance) values[name] = value();
  };
  set('lag', 0.3, () => whole(0, 6));
  set('retentionNegative', 0.4, () => whole(0, 25));
  set('retentionPositive', 0.4, () => whole(0, 25));
  if (typeof values.lag === 'number') {
    values.retentionNegative ??= whole(1, 25);
    values.retentionPositive ??= whole(1, 25);
  }
  set('threshold', 0.3, () => 2 * draw());
  for (const name of ['falseDefault', 'missedDefault', 'standardsGap'])
    set(name, 0.4, () => 0.4 * draw());
  set('fee', 0.4, () => 0.05 * draw());
  set('costPerReport', 0.4, () => 0.05 * draw());
  set('perks', 0.4, () => 0.3 * draw());
  set('bureaus', 0.3, () => whole(1, 5));
  set('consumerFinanceReportsTo', 0.3, () => whole(0, 5));
  set('internetReportsTo', 0.3, () => whole(0, 5));
  set('banksRead', 0.5, () => true);
  set('shareLoans', 0.3, () => false);
  set('withoutBalances', 0.25, () => true);
  set('participation', 0.3, () => draw());
  set('participation', 0.15, () => lenders.filter(() => draw() < 0.5).map(({ id }) => id));
  return values;
}

function randomlyDeclared(draw: Draw): Declared {
  const one = <T>(some: readonly T[]): T => some[Math.floor(draw() * some.length)];
  const levels: readonly Level[] = ['none', 'negative', 'full', 'full-without-balances'];
  const byKind = <T>(value: () => T) => ({
    bank: value(),
    'consumer-finance': value(),
    internet: value(),
  });
  return {
    contributes: byKind(() => one<Joining>(['must', 'must', 'may', 'may', 'barred'])),
    reads: byKind(() => byKind(() => one(levels))),
    reciprocal: draw() < 0.5,
  };
}

/** One to nine lenders of all kinds, with costs of their own, in market order. */
function randomLenders(draw: Draw): Lender[] {
  const kinds = ['bank', 'consumer-finance', 'internet'] as const;
  const weights = Array.from({ length: 1 + Math.floor(9 * draw()) }, () => 0.05 + draw());
  const sum = weights.reduce((all, one) => all + one, 0);
  const alike = draw() < 0.4;
  const own = alike ? { funding: 0.01, operating: 0.041, recovery: 0.8 } : undefined;
  return weights.map((weight, j) => ({
    id: `lender-${j}`,
    kind: kinds[Math.floor(3 * draw())],
    share: weight / sum,
    ...(own ?? {
      funding: draw() < 0.2 ? 0 : 0.05 * draw(),
      operating: 0.1 * draw(),
      recovery: draw(),
    }),
  }));
}
