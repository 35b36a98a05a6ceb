/**
 * What one open loan is expected to bring in one quarter, given that it is open (model.md §9): F and Λ(z) are known, the
 * draws are not. The plain reference of account.ts.
 */
export interface OpenLoan {
  /** a, quarters since signing; the instalment with number a + 1 is due. */
  readonly age: number;
  readonly size: number;
  readonly instalment: number;
  /** υ, use a quarter. */
  readonly use: number;
  /** δQ_{n−1}, use that goes on after a refusal, from now. */
  readonly useToCome: number;
  /** rec_n and cb_n: what the lender recovers in default, and how much of that collections take. */
  readonly recovered: number;
  readonly collections: number;
  /** ℓS. */
  readonly collateral: number;
  /** `enforcement`·S. */
  readonly enforcement: number;
  /** Lender's v, 0..1 a quarter. */
  readonly discount: number;
  /** 1 if the loan is in the set that the borrower would refuse. */
  readonly inSet: number;
  /** S/ΣS_set if it is in the set, else 0; and S/ΣS of all loans owed. */
  readonly shareOfSet: number;
  readonly share: number;
  /** ½ψSfe². */
  readonly toil: number;
}

/** The borrower's quarter. */
export interface Event {
  /** F. */
  readonly failure: number;
  /** Λ(z). */
  readonly refusal: number;
  /** κS̄ and κ0κS̄. */
  readonly stigma: number;
  readonly stigmaUnable: number;
  /** Perks lost: the largest of the set, and of all loans. */
  readonly perksOfSet: number;
  readonly perksOfAll: number;
  /** σ_e·H(Λ(z)), entropy of the choice to refuse. */
  readonly taste: number;
}

/** Flows of a loan and quarter, discounted to signing. */
export interface Flows {
  use: number;
  stigma: number;
  enforcement: number;
  collateralDestroyed: number;
  effort: number;
  perks: number;
  /** Σ(v^n − v^{n−1})·payments and Σ(v^{n−1} − δ^{n−1})·payments. */
  funding: number;
  time: number;
  /** Of refusing; outside welfare. */
  taste: number;
  /** The borrower's side in full, without the outside option. */
  borrower: number;
  /** What the lender receives. */
  lender: number;
  /** Chance of default, by inability and by refusal. */
  cannotPay: number;
  willNotPay: number;
}

export function account(loan: OpenLoan, event: Event, patience: number, out: Flows): void {
  const { failure } = event;
  const able = 1 - failure;
  const refuses = able * event.refusal;
  const unwilling = loan.inSet * refuses;
  const pays = able - unwilling;
  const defaults = failure + unwilling;
  let delta = 1;
  let before = 1; // v^{n−1}
  for (let s = 0; s < loan.age; s++) {
    delta *= patience;
    before *= loan.discount;
  }
  const after = before * loan.discount;
  const payments = pays * loan.instalment + defaults * loan.recovered;
  const lost = loan.collateral - (loan.recovered - loan.collections);
  out.cannotPay = failure;
  out.willNotPay = unwilling;
  out.use = delta * (able * loan.use + unwilling * loan.useToCome);
  out.stigma =
    delta * (refuses * event.stigma * loan.shareOfSet + failure * event.stigmaUnable * loan.share);
  out.enforcement = delta * unwilling * loan.enforcement;
  out.collateralDestroyed = delta * defaults * lost;
  out.effort = delta * loan.toil;
  out.perks =
    delta *
    (refuses * event.perksOfSet * loan.shareOfSet + failure * event.perksOfAll * loan.share);
  out.funding = (after - before) * payments;
  out.time = (before - delta) * payments;
  out.taste = delta * able * event.taste * loan.shareOfSet;
  const paid = pays * loan.instalment + defaults * (loan.collections + loan.collateral);
  out.borrower = out.use - delta * paid - out.stigma - out.enforcement - out.effort - out.perks;
  out.lender = after * payments;
}
