import { either } from '../../math/either.ts';
import { exp } from '../../math/exp.ts';
import { pageSize } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { hidden, hiddenWriter } from '../columns/hidden.ts';
import { everyone, roll } from '../columns/roll.ts';
import { signalsWriter } from '../columns/visible.ts';
import { drawNormals, drawUniforms, type Draws } from '../draws.ts';
import { nextAsked } from './search.ts';
import type { Economy } from '../parameters.ts';
import type { Market } from '../setup.ts';
import { mostNeed } from './draw-people.ts';
import { Mind, type Population } from './population.ts';

/** Constants of how people move and what follows from what they are, made once per market. */
export interface PeoplePlan {
  readonly economy: Economy;
  readonly macro: Float64Array;
  /** Search shares of lenders. */
  readonly share: Float64Array;
  /** Weight of ξ in capacity. */
  readonly driftWeight: number;
  readonly innovation: number;
  /** e^−liquidity and e^−own: odds of both kinds of trouble at ζ = 0. */
  readonly safeLiquidity: number;
  readonly safeOwn: number;
  /** π. */
  readonly strainShare: number;
  /** Nobody can be unaware of a market in which nothing is open. */
  readonly allAware: boolean;
}

export function planPeople(market: Market, macro: Float64Array, allAware: boolean): PeoplePlan {
  const { traits, strain, hazard } = market.economy;
  const { capacityLoading, capacityPersistence } = traits;
  return {
    economy: market.economy,
    macro,
    share: Float64Array.from(market.lenders, (lender) => lender.share),
    driftWeight: Math.sqrt(1 - capacityLoading * capacityLoading),
    innovation: Math.sqrt(1 - capacityPersistence * capacityPersistence),
    safeLiquidity: exp(-hazard.liquidity),
    safeOwn: exp(-hazard.own),
    strainShare: strain.entry > 0 ? strain.entry / (strain.entry + strain.exit) : 0,
    allAware,
  };
}

const draw = new Float64Array(pageSize);
/** Who moves. */
const moved = new Int32Array(pageSize + 1);

/**
 * Step 2: capacity, strain and home lender of everybody on the page move, from quarter 1 on; then what people are this quarter,
 * by person (`hidden`).
 */
export function stepPeople(
  plan: PeoplePlan,
  draws: Draws,
  people: Population,
  page: number,
  quarter: number,
): void {
  if (quarter > 0) {
    drift(plan, draws, people, page, quarter);
    strainAndRelief(plan, draws, people, page, quarter);
    move(plan, draws, people, page, quarter);
  }
  describe(plan, people, quarter);
  borrow(plan, people);
}

function drift(
  plan: PeoplePlan,
  draws: Draws,
  people: Population,
  page: number,
  quarter: number,
): void {
  const { size, first } = roll;
  const { capacityPersistence } = plan.economy.traits;
  drawNormals(draws, page, quarter, purposes.capacityDrift, everyone, size, draw);
  for (let i = 0; i < size; i++) {
    people.drift[first + i] =
      capacityPersistence * people.drift[first + i] + plan.innovation * draw[i];
  }
}

function strainAndRelief(
  plan: PeoplePlan,
  draws: Draws,
  people: Population,
  page: number,
  quarter: number,
): void {
  const { size, first } = roll;
  const { strain } = people;
  const { entry, exit } = plan.economy.strain;
  if (entry === 0) return;
  drawUniforms(draws, page, quarter, purposes.strainStep, everyone, size, draw);
  for (let i = 0; i < size; i++) {
    const was = strain[first + i];
    const turns = Number(draw[i] < either(entry, exit, was));
    strain[first + i] = was ^ turns;
  }
}

function move(
  plan: PeoplePlan,
  draws: Draws,
  people: Population,
  page: number,
  quarter: number,
): void {
  const { size, first } = roll;
  const { moving } = plan.economy.search;
  if (moving === 0) return;
  drawUniforms(draws, page, quarter, purposes.moving, everyone, size, draw);
  let movers = 0;
  for (let i = 0; i < size; i++) {
    moved[movers] = i;
    movers += Number(draw[i] < moving);
  }
  drawUniforms(draws, page, quarter, purposes.newHome, moved, movers, draw);
  for (let k = 0; k < movers; k++) {
    people.home[first + moved[k]] = nextAsked(plan.share, 0, draw[k]);
  }
}

/** Capacity, income, hazards, need. */
function describe(plan: PeoplePlan, people: Population, quarter: number): void {
  const { size, first } = roll;
  const { hazard, income: earning, strain: straining } = plan.economy;
  const state = plan.macro[quarter];
  const lessIncome = (earning.spread * earning.spread) / 2;
  const { safeLiquidity: liquidity, safeOwn: own } = plan;
  const {
    capacity,
    income,
    debtWeight,
    zeta,
    calmZeta,
    ownFailure,
    liquidityOdds,
    need,
    meanNeed,
  } = hiddenWriter;
  for (let i = 0; i < size; i++) {
    const at = first + i;
    const a = people.capacityBase[at] + plan.driftWeight * people.drift[at];
    const calm = hazard.capacity * a + hazard.capital * people.capital[at];
    const index = calm + (hazard.macro + hazard.conditions * people.conditions[at]) * state;
    const odds = exp(-index);
    const failing = own * odds;
    capacity[i] = a;
    const earns = earning.mean * exp(earning.spread * a - lessIncome);
    income[i] = earns;
    debtWeight[i] = hazard.debt / earns;
    calmZeta[i] = calm;
    zeta[i] = index;
    liquidityOdds[i] = liquidity * odds;
    ownFailure[i] = failing / (1 + failing);
    const usual = people.need[at];
    const more = straining.need * usual;
    const strained = more < mostNeed ? more : mostNeed;
    const under = people.strain[at];
    need[i] = either(usual, strained, under);
    meanNeed[i] = (1 - plan.strainShare) * usual + plan.strainShare * strained;
    hiddenWriter.strain[i] = under;
    hiddenWriter.safe[i] = Number(calm > 0);
  }
}

/** Own mean loan, and what goes with it; what is fixed for life. */
function borrow(plan: PeoplePlan, people: Population): void {
  const { size, first } = roll;
  const { income: earning, size: wishing, behaviour, outside: doing } = plan.economy;
  const { elasticity } = wishing;
  // S̄ = (y/ȳ)^η / e^{η(η − 1)σ²/2} = e^{ησa − η²σ²/2}
  const slope = elasticity * earning.spread;
  const shift = (slope * slope) / 2;
  const { capacity } = hidden;
  const { meanSize, stigmaCost, noise, outside, home, aware } = hiddenWriter;
  const { collateralOf, capitalOf } = signalsWriter;
  for (let i = 0; i < size; i++) {
    const at = first + i;
    const own = exp(slope * capacity[i] - shift);
    meanSize[i] = own;
    stigmaCost[i] = people.stigma[at] * own;
    noise[i] = behaviour.willingness * own;
    const slack = people.capital[at] + 1;
    outside[i] = doing.base + doing.capitalSlope * ((slack + Math.abs(slack)) / 2); // slack or 0
    home[i] = people.home[at];
    aware[i] = plan.allAware ? 1 : people.mind[at] & Mind.aware;
    collateralOf[i] = people.pledge[at];
    capitalOf[i] = people.capitalSignal[at];
  }
}
