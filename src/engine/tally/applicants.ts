import { popcount } from '../../math/bits.ts';
import { hidden } from '../columns/hidden.ts';
import { outcome } from '../columns/outcome.ts';
import { roll } from '../columns/roll.ts';
import { lenderStride } from '../columns/shape.ts';
import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import { quotes } from '../lenders/quotes.ts';
import { offerWorth } from '../stake/offer-worth.ts';
import { askingsOf, enterAsking } from './books.ts';
import type { TallyPlan } from './plan.ts';
import { lenderSumCount, lenderSumIndex, sumIndex } from './sum-index.ts';

/** The applications of a leaf's borrowers, rows `from … to − 1`, into the sums at `at`; each kind in a loop of its own. */
export function sumApplicants(
  plan: TallyPlan,
  from: number,
  to: number,
  sums: Float64Array,
  at: number,
): void {
  countApplications(plan, from, to, sums, at);
  sumPredictions(from, to, sums, at);
  sumTerms(plan, from, to, sums, at);
}

/** Whole numbers: who applies, who is approved. */
function countApplications(
  { inquirers }: TallyPlan,
  from: number,
  to: number,
  sums: Float64Array,
  at: number,
): void {
  const { asked, person } = roll;
  const { approved, explored } = terms;
  const { taken } = outcome;
  const { safe, strain } = hidden;
  let approvals = 0;
  let exploratory = 0;
  let inquiries = 0;
  let thin = 0;
  let thinApprovals = 0;
  let safes = 0;
  let safeApprovals = 0;
  let safeLoans = 0;
  let strained = 0;
  for (let r = from; r < to; r++) {
    const yes = approved[r];
    const safeType = safe[person[r]];
    const unknown = unknownTo(r);
    approvals += yes;
    exploratory += explored[r];
    inquiries += popcount(asked[r] & inquirers);
    thin += unknown;
    thinApprovals += unknown & yes;
    safes += safeType;
    safeApprovals += safeType & yes;
    safeLoans += safeType & taken[r];
    strained += strain[person[r]];
  }
  sums[at + sumIndex.applications] = to - from;
  sums[at + sumIndex.approvals] = approvals;
  sums[at + sumIndex.exploratoryOffers] = exploratory;
  sums[at + sumIndex.inquiries] = inquiries;
  sums[at + sumIndex.thinApplications] = thin;
  sums[at + sumIndex.thinApprovals] = thinApprovals;
  sums[at + sumIndex.safeApplications] = safes;
  sums[at + sumIndex.safeApprovals] = safeApprovals;
  sums[at + sumIndex.safeLoans] = safeLoans;
  sums[at + sumIndex.strainApplications] = strained;
}

/** 1 if nobody asked finds a record or an open loan. */
function unknownTo(r: number): number {
  const { askedAt, askedCount } = roll;
  const { ownRepaid, ownDefaults, sharedRepaid, sharedDefaults, fileExists } = visible;
  let found = 0;
  for (let q = 0; q < askedCount[r]; q++) {
    const c = askedAt[q * lenderStride + r] * lenderStride + r;
    found |= ownRepaid[c] | ownDefaults[c] | sharedRepaid[c] | sharedDefaults[c] | fileExists[c];
  }
  return Number(found === 0);
}

/** What lenders predict of applicants, against what is true of them. */
function sumPredictions(from: number, to: number, sums: Float64Array, at: number): void {
  const { estimate } = terms;
  const { pd } = outcome;
  let truth = 0;
  let estimates = 0;
  let brier = 0;
  let brierPd = 0;
  for (let r = from; r < to; r++) {
    const p = estimate[r];
    const PD = pd[r];
    truth += PD;
    estimates += p;
    brier += PD * (1 - p) * (1 - p) + (1 - PD) * p * p;
    brierPd += (p - PD) * (p - PD);
  }
  sums[at + sumIndex.applicantPd] = truth;
  sums[at + sumIndex.applicantEstimate] = estimates;
  sums[at + sumIndex.applicantBrier] = brier;
  sums[at + sumIndex.applicantBrierPd] = brierPd;
}

/** What is asked and offered. */
function sumTerms(
  { misreportingCost }: TallyPlan,
  from: number,
  to: number,
  sums: Float64Array,
  at: number,
): void {
  const { approved, rate, price } = terms;
  const { size, misreports } = visible;
  const { pd } = outcome;
  let sizes = 0;
  let pds = 0;
  let aprs = 0;
  let costs = 0;
  let tastes = 0;
  let liars = 0;
  for (let r = from; r < to; r++) {
    sizes += size[r];
    pds += approved[r] * pd[r];
    aprs += approved[r] * rate[r];
    costs += approved[r] * (price[r] - 1);
    tastes += offerWorth.taste[r];
    liars += misreports[r];
  }
  sums[at + sumIndex.sizeAsked] = sizes;
  sums[at + sumIndex.approvedPd] = pds;
  sums[at + sumIndex.approvedApr] = 4 * aprs;
  sums[at + sumIndex.approvedTotalCost] = costs;
  sums[at + sumIndex.tasteTaking] = tastes;
  sums[at + sumIndex.misreports] = liars;
  sums[at + sumIndex.misreportingCost] = liars * misreportingCost;
}

/**
 * How often each lender is asked, into its books of the quarter at `byQuarter`; and, if the quarter counts, how often it is
 * asked and does not refuse, into the lenders' sums at `at`.
 */
export function countAskings(
  { cap, lenders }: TallyPlan,
  from: number,
  to: number,
  sums: Float64Array,
  at: number,
  byQuarter: number,
  counted: boolean,
): void {
  const { askedAt, askedCount } = roll;
  const { breakEven } = quotes;
  for (let r = from; r < to; r++) {
    for (let q = 0; q < askedCount[r]; q++) {
      const c = q * lenderStride + r;
      enterAsking(sums, byQuarter, askedAt[c]);
      if (counted) {
        sums[at + askedAt[c] * lenderSumCount + lenderSumIndex.willing] += Number(
          breakEven[c] <= cap,
        );
      }
    }
  }
  if (!counted) return;
  for (let j = 0; j < lenders; j++) {
    sums[at + j * lenderSumCount + lenderSumIndex.asked] = askingsOf(sums, byQuarter, j);
  }
}
