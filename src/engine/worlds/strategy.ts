import { purposes } from '../../random/purposes.ts';
import { maxLenders } from '../columns/layout.ts';
import { scoreOthers } from '../files/score.ts';
import type { LenderCosts } from '../lenders/costs.ts';
import { breakEvenPrices, estimateByScorecard, lendToLearn } from '../lenders/quote.ts';
import { scoreApplicants } from '../lenders/scorecard.ts';
import type { MarketState, WorldState } from '../memory/market-state.ts';
import { keysOf, keyWords } from '../people/draw.ts';
import { misreport } from '../people/misreport.ts';
import { fearWhomTheyAsk, fearWinner } from '../people/stake.ts';
import { actPrivately, type Act } from '../people/take-up.ts';
import type { Sanctions, World } from '../setup.ts';
import { actByContract } from './contractible.ts';
import { estimateByType, priceByType } from './types-visible.ts';

/** What differs between the worlds, chosen once for each: no stage of a quarter asks in which world it is. */
export interface Strategy {
  /** Whether lenders learn from the loans of this world. */
  readonly learns: boolean;
  /** Borrowers inflate what the score's keeper sees of them, if it pays. */
  readonly misreport: (state: MarketState, world: WorldState) => void;
  /** Prices at which lenders break even: fills `breakEven`. After the prices by the scorecards that sanction. */
  readonly price: (state: MarketState, world: WorldState, sanctioning: Float64Array) => void;
  /** Lenders grant some of what they refuse. */
  readonly lendToLearn: (state: MarketState, quarter: number) => void;
  /** What a default on the winner would cost the borrower, if it was not reckoned before the price. */
  readonly fear: (state: MarketState, sanctioning: Float64Array) => void;
  /** What borrowers do with a loan. */
  readonly act: Act;
  /** The winner's price-setting PD. */
  readonly estimate: (costs: LenderCosts) => void;
}

const nothing = () => {};

export function strategyOf(world: World, sanctions: Sanctions = 'held'): Strategy {
  const typesVisible = world === 'types-visible' || world === 'full-information';
  const contractible = world === 'action-contractible' || world === 'full-information';
  const act = contractible ? actByContract : actPrivately;
  const fear = (state: MarketState, sanctioning: Float64Array) =>
    fearWinner(state.stake, sanctioning);
  if (!typesVisible) {
    return {
      learns: true,
      misreport: misreportByScorecard,
      price: priceByScorecard,
      lendToLearn: exploreRefused,
      fear,
      act,
      estimate: estimateByScorecard,
    };
  }
  // Who sees types prices on the PD that depends on what it is feared for, unless action is contracted.
  const fearFirst = !contractible;
  return {
    learns: sanctions === 'relearned',
    misreport: nothing,
    price: ({ stake, market, costs }, _, sanctioning) => {
      if (fearFirst) fearWhomTheyAsk(stake, sanctioning);
      priceByType(market.economy, costs, act, contractible);
    },
    lendToLearn: nothing,
    fear: fearFirst ? nothing : fear,
    act,
    estimate: estimateByType,
  };
}

/** Keys of lenders' draws, three words each. */
const keys = new Int32Array(keyWords * maxLenders);

function exploreRefused({ market, sharing, costs, draws }: MarketState, quarter: number): void {
  keysOf(draws, quarter, purposes.exploration, sharing.n, keys);
  lendToLearn(market.economy, costs, keys);
}

function misreportByScorecard(state: MarketState, { scorecards }: WorldState): void {
  const { market, sharing, costs, people, footprints, score } = state;
  if (footprints === undefined || score === undefined) return;
  const { coefficients } = scorecards;
  scoreApplicants(coefficients, sharing.n);
  misreport(market.economy, sharing, costs, people, coefficients, (out) => {
    scoreOthers(score, footprints.inflated, out);
  });
}

function priceByScorecard({ sharing, costs }: MarketState, { held, scorecards }: WorldState): void {
  if (held === undefined) return; // the scorecards that sanction are those that price
  scoreApplicants(scorecards.coefficients, sharing.n);
  breakEvenPrices(costs, false);
}
