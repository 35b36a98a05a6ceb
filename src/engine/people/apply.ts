import { exp, log } from '../../math/exp.ts';
import { pageSize } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { hidden, hiddenWriter } from '../columns/hidden.ts';
import { everyone, roll, rollWriter } from '../columns/roll.ts';
import { leafSize, leavesPerPage, maxRows, personMask } from '../columns/shape.ts';
import { signalsWriter, visible } from '../columns/visible.ts';
import { drawNormals, drawUniforms, type Draws } from '../draws.ts';
import type { Economy } from '../parameters.ts';
import type { Market } from '../setup.ts';

/** Constants of applying, made once per market. */
export interface ApplyPlan {
  readonly economy: Economy;
  /** Bit of each lender: who owes all of them asks for nothing, nor does anybody where there is none. */
  readonly allLenders: number;
  /** ln sh(s_ref). */
  readonly referenceShare: number;
  /** e^−liquidity and e^−own. */
  readonly safeLiquidity: number;
  readonly safeOwn: number;
}

export function planApplications(market: Market): ApplyPlan {
  const { use, loan, hazard } = market.economy;
  const safe = exp(log(1 - use.referenceHazard) / loan.term);
  const n = market.lenders.length;
  return {
    economy: market.economy,
    // A shift takes its distance modulo 32: by 32 it would leave all bits.
    allLenders: n === 0 ? 0 : 0xffffffff >>> (32 - n),
    referenceShare: log(shareOfUse(safe, loan.term)),
    safeLiquidity: exp(-hazard.liquidity),
    safeOwn: exp(-hazard.own),
  };
}

/** sh(s) = (1/T)·Σ s^n: share of its use that a loan gives to who gets through a quarter with chance s. */
export function shareOfUse(safe: number, term: number): number {
  let sum = 0;
  for (let n = 0; n < term; n++) sum = safe * (1 + sum);
  return sum / term;
}

const needDraw = new Float64Array(pageSize);
const draw = new Float64Array(maxRows);

/** Step 3: who applies, for how much, and what it signals. */
export function enrol(plan: ApplyPlan, draws: Draws, page: number, quarter: number): void {
  drawUniforms(draws, page, quarter, purposes.needNow, everyone, roll.size, needDraw);
  listApplicants(plan);
  drawSizes(plan, draws, page, quarter);
  drawSignals(plan, draws, page, quarter);
  valueUse(plan);
}

/** Fills the roll leaf by leaf: borrowers, then their twins; branch-free. */
function listApplicants({ allLenders }: ApplyPlan): void {
  const { size, owed, twins, twinCount } = roll;
  const { slot, person, leafOriginals, leafEnd, rowOf } = rollWriter;
  const { need } = hidden;
  let n = 0;
  let twin = 0;
  for (let leaf = 0; leaf < leavesPerPage; leaf++) {
    const from = Math.min(size, leaf * leafSize);
    const to = Math.min(size, (leaf + 1) * leafSize);
    for (let i = from; i < to; i++) {
      const applies = Number(needDraw[i] < need[i]) & Number(owed[i] !== allLenders);
      slot[n] = i;
      person[n] = i;
      rowOf[i] = ((n + 1) & -applies) - 1; // n, or −1
      n += applies;
    }
    leafOriginals[leaf] = n;
    for (; twin < twinCount && twins[twin] < pageSize + to; twin++) {
      const s = twins[twin];
      const i = s & personMask;
      const applies = Number(needDraw[i] < need[i]) & Number(owed[s] !== allLenders);
      slot[n] = s;
      person[n] = i;
      rowOf[s] = ((n + 1) & -applies) - 1;
      n += applies;
    }
    leafEnd[leaf] = n;
  }
  rollWriter.n = n;
}

function drawSizes({ economy }: ApplyPlan, draws: Draws, page: number, quarter: number): void {
  const { n, person } = roll;
  const { spread } = economy.size;
  const { meanSize } = hidden;
  const { size } = signalsWriter;
  drawNormals(draws, page, quarter, purposes.size, person, n, draw);
  for (let r = 0; r < n; r++) {
    size[r] = meanSize[person[r]] * exp(spread * draw[r] - (spread * spread) / 2);
  }
}

/** What any lender can verify. */
function drawSignals({ economy }: ApplyPlan, draws: Draws, page: number, quarter: number): void {
  const { n, person } = roll;
  const { income: earning, signals } = economy;
  const weight = 1 / (1 + signals.incomeNoise * signals.incomeNoise);
  const slope = earning.spread * weight;
  const shift = (weight * earning.spread * earning.spread) / 2;
  const { capitalOf, collateralOf } = visible;
  const { income, incomeInferred, capital, collateral } = signalsWriter;
  drawNormals(draws, page, quarter, purposes.incomeNoise, person, n, draw);
  for (let r = 0; r < n; r++) {
    const i = person[r];
    income[r] = hidden.capacity[i] + signals.incomeNoise * draw[r];
    incomeInferred[r] = earning.mean * exp(slope * income[r] - shift);
    capital[r] = capitalOf[i];
    collateral[r] = collateralOf[i];
  }
}

/** R = R̄·[sh(s_ref)/sh(s)]^ω: who fails sooner has less use of a loan, and gets as much more as the dial says. */
function valueUse({
  economy,
  referenceShare,
  safeLiquidity: liquidity,
  safeOwn: own,
}: ApplyPlan): void {
  const { n, person } = roll;
  const { use: using, loan } = economy;
  const { calmZeta } = hidden;
  const { use } = hiddenWriter;
  for (let r = 0; r < n; r++) {
    const odds = exp(-calmZeta[person[r]]);
    const safe = 1 / ((1 + liquidity * odds) * (1 + own * odds));
    const share = shareOfUse(safe, loan.term);
    use[r] = using.meanValue * exp(using.dial * (referenceShare - log(share)));
  }
}
