import { rowsOf } from './accounts.ts';
import type { Application } from './application.ts';
import type { Owed, Quarter } from './choice.ts';
import { quintilesOf, type Person, type Today } from './borrowers.ts';
import type { Institution } from './institution.ts';
import { clamp, entropy, log, logistic, total } from './mathematics.ts';
import type { Loan } from './loan.ts';
import type { Economy, Lender } from './parameters.ts';
import { isThin } from './records.ts';
import { noBookSums, noLenderSums, type BookSums, type LenderSums } from './lender-sums.ts';
import {
  checkIdentity,
  histogramNames,
  settle,
  sumNames,
  zeros,
  zerosBy,
  type HistogramName,
  type SumName,
} from './sums.ts';

/** All that is reported of one market (section 9). Twins never come here. */
export class Ledger {
  readonly sums: Record<SumName, number[]>;
  readonly lenders: LenderSums[];
  /** books[quarter][lender]. */
  readonly books: BookSums[][];
  /** ages[quarter of signing][x − 1] = [cannot, will not]. */
  readonly ages: number[][][];
  /** prices[lender][bin] = [loans, defaults, Σest]. */
  readonly prices: number[][][];
  readonly histograms: Record<HistogramName, number[]>;
  /** quintiles[trait][quintile] = [applications, approvals, loans, defaults]. */
  readonly quintiles: number[][][];
  covered = 0;
  private readonly quarters: number;
  private readonly burnIn: number;
  private readonly priceCap: number;
  private readonly economy: Economy;
  private readonly market: readonly Lender[];
  private readonly institution: Institution;

  constructor(
    quarters: number,
    burnIn: number,
    priceCap: number,
    economy: Economy,
    market: readonly Lender[],
    institution: Institution,
  ) {
    this.quarters = quarters;
    this.burnIn = burnIn;
    this.priceCap = priceCap;
    this.economy = economy;
    this.market = market;
    this.institution = institution;
    this.sums = zerosBy(sumNames, quarters);
    this.lenders = market.map(noLenderSums);
    this.books = Array.from({ length: quarters }, () => market.map(noBookSums));
    this.ages = Array.from({ length: quarters }, () =>
      Array.from({ length: economy.term }, () => [0, 0]),
    );
    this.prices = market.map(() => Array.from({ length: 100 }, () => [0, 0, 0]));
    this.histograms = zerosBy(histogramNames, 1024);
    this.quintiles = Array.from({ length: 5 }, () => Array.from({ length: 5 }, () => zeros(4)));
  }

  private add(name: SumName, quarter: number, value: number): void {
    this.sums[name][quarter] += value;
  }

  private counts(quarter: number): boolean {
    return quarter >= this.burnIn && quarter <= this.quarters - this.economy.term;
  }

  /** Steps 3–8 of one application; `taken` if a loan was signed. */
  application(t: number, application: Application, taken: boolean, person: Person, today: Today) {
    const { contract, approved, exploratory, size, asked, willing, inflated } = application;
    const { estimate, price, valued, lender } = contract;
    const pd = valued.lifePd;
    const add = (name: SumName, value: number) => this.add(name, t, value);
    add('applications', 1);
    add('inquiries', asked.filter((j) => this.institution.open[j]).length);
    const thin = application.views.every(isThin);
    if (thin) add('thinApplications', 1);
    if (today.safe) add('safeApplications', 1);
    if (today.strain === 1) add('strainApplications', 1);
    add('sizeAsked', size);
    add('applicantPd', pd);
    add('applicantEstimate', estimate);
    add('applicantBrier', pd * (1 - estimate) * (1 - estimate) + (1 - pd) * estimate * estimate);
    add('applicantBrierPd', (estimate - pd) * (estimate - pd));
    if (inflated) {
      add('misreports', 1);
      add('misreportingCost', this.economy.misreportingCost);
    }
    if (approved) {
      add('approvals', 1);
      if (thin) add('thinApprovals', 1);
      if (today.safe) add('safeApprovals', 1);
      add('approvedPd', pd);
      add('approvedApr', 4 * valued.offer.rate);
      add('approvedTotalCost', price - 1);
    }
    if (exploratory) add('exploratoryOffers', 1);
    if (approved || exploratory) {
      add('tasteTaking', size * this.economy.taste * entropy(logistic(valued.x)));
    }
    for (const j of asked) this.books[t][j].asked += 1;
    if (taken) this.signing(t, application, today);
    if (!this.counts(t)) return;
    asked.forEach((j, at) => {
      this.lenders[j].asked += 1;
      if (willing[at]) this.lenders[j].willing += 1;
    });
    const bad = Math.floor(pd * 1048576 + 0.5);
    this.count('applicantBad', estimate, bad);
    this.count('applicantGood', estimate, 1048576 - bad);
    this.addQuintiles(quintilesOf(person, today), 0, 1);
    if (approved) this.addQuintiles(quintilesOf(person, today), 1, 1);
    if (!taken) return;
    this.addQuintiles(quintilesOf(person, today), 2, 1);
    this.count('fundedExpectedBad', estimate, bad);
    this.count('fundedExpectedGood', estimate, 1048576 - bad);
    const own = this.lenders[lender];
    own.loans += 1;
    own.principal += size;
    own.estimate += estimate;
    own.lifePd += pd;
    const bin = this.prices[lender][this.priceBin(price)];
    bin[0] += 1;
    bin[2] += estimate;
  }

  private signing(t: number, application: Application, today: Today): void {
    const { contract, exploratory, size } = application;
    const { lender, price, stake, valued } = contract;
    const add = (name: SumName, value: number) => this.add(name, t, value);
    add('loans', 1);
    if (exploratory) add('exploratoryLoans', 1);
    if (today.safe) add('safeLoans', 1);
    add('principal', size);
    add('loanPd', valued.lifePd);
    add('loanEstimate', contract.estimate);
    add('price', price);
    add('apr', 4 * valued.offer.rate);
    add('totalCost', price - 1);
    add('stakeOwn', stake.own);
    add('stakeShared', stake.shared);
    const resources = size * (1 + this.market[lender].operating);
    const fee = this.institution.fee[lender];
    add('outside', size * today.outside);
    add('leakLosses', this.institution.leaks[lender]);
    add('resources', resources);
    add('fees', fee);
    add('institutionCost', this.institution.cost[lender]);
    add('realisedProfit', -resources - fee);
    const book = this.books[t][lender];
    book.loans += 1;
    book.principal += size;
    book.estimate += contract.estimate;
    book.apr += 4 * valued.offer.rate;
    book.realisedProfit -= resources + fee;
    if (!this.counts(t)) return;
    this.lenders[lender].profit -= resources + fee;
    this.lenders[lender].realisedProfit -= resources + fee;
  }

  /** Stocks of quarter t: what this borrower owes in step 9. */
  stocks(t: number, owed: readonly Owed[], balances: readonly number[], today: Today): void {
    this.add('income', t, today.income);
    if (owed.length === 0) return;
    const service = total(owed.map((one) => one.instalment));
    this.add('openLoans', t, owed.length);
    this.add('owing', t, 1);
    if (owed.length > 1) this.add('owingSeveral', t, 1);
    this.add('openBalance', t, total(balances));
    this.add('service', t, service);
    this.add('serviceToIncome', t, service / today.income);
  }

  /** The rows of section 9.1: one quarter of all loans of one borrower. */
  loanQuarter(t: number, loans: readonly Loan[], quarter: Quarter, today: Today): void {
    const { economy, market, institution } = this;
    loans.forEach((loan, j) => {
      const rows = rowsOf(j, t, loans, quarter, today, economy, market, institution);
      for (const [name, value] of rows) {
        this.add(name, loan.signed, value);
        if (name !== 'lenderInflow' || !this.counts(loan.signed)) continue;
        this.lenders[loan.lender].profit += value;
      }
    });
  }

  /** What a loan really paid this quarter, discounted to signing. */
  realised(loan: Loan, flow: number): void {
    this.add('realisedProfit', loan.signed, flow);
    this.books[loan.signed][loan.lender].realisedProfit += flow;
    if (this.counts(loan.signed)) this.lenders[loan.lender].realisedProfit += flow;
  }

  /** A loan that ended at `age`; `how` is undefined if it was repaid. */
  ending(
    loan: Loan,
    age: number,
    how: 'cannot' | 'will-not' | undefined,
    owed: number,
    recovered: number,
  ): void {
    const s = loan.signed;
    const bad = how === undefined ? 0 : 1;
    this.add('fundedBrier', s, (loan.estimate - bad) * (loan.estimate - bad));
    if (how !== undefined) {
      this.add(how === 'cannot' ? 'cannotPay' : 'willNotPay', s, 1);
      this.add('defaultedPrincipal', s, loan.size);
      this.add('paidBeforeDefault', s, age * loan.instalment);
      this.add('defaultedBalance', s, owed);
      this.add('recovered', s, recovered);
      this.ages[s][age][how === 'cannot' ? 0 : 1] += 1;
      this.books[s][loan.lender].defaults += 1;
    }
    if (!this.counts(s)) return;
    this.count(bad === 1 ? 'fundedBad' : 'fundedGood', loan.estimate, 1);
    if (bad === 0) return;
    this.lenders[loan.lender].defaults += 1;
    this.prices[loan.lender][this.priceBin(loan.price)][1] += 1;
    this.addQuintiles(loan.quintiles, 3, 1);
  }

  close(): void {
    settle(this.sums);
    checkIdentity(this.sums);
  }

  private count(name: HistogramName, estimate: number, weight: number): void {
    const logOdds = log(estimate / (1 - estimate));
    this.histograms[name][clamp(Math.floor((logOdds + 8) * 64), 0, 1023)] += weight;
  }

  private priceBin(price: number): number {
    if (this.priceCap <= 1) return 0;
    return clamp(Math.floor((100 * (price - 1)) / (this.priceCap - 1)), 0, 99);
  }

  private addQuintiles(quintiles: readonly number[], column: number, value: number): void {
    quintiles.forEach((quintile, trait) => {
      this.quintiles[trait][quintile][column] += value;
    });
  }
}
