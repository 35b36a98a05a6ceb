/**
 * The borrower's recursion over one loan where action is contracted (model.md §3 and §8): who is able pays, and effort
 * maximises the sum of borrower and lender within the cap. The plain reference of contractible.ts.
 *
 *   Us1 = υ + δWs_{n−1}, Us0 = −(κ0κS̄φ + ℓS − min(recovery·ℓS, rec_n)), e_n = clamp((1 − h_n)(Us1 − Us0)/(ψS), 0, ē)
 *   Ws_n = (1 − F_n)Us1 + F_n·Us0 − ½ψS·f·e_n²
 *   U1 = υ − I + δW_{n−1}, U0 = −(ℓS + cb_n) − V_o − φ_n(κ0κS̄ + V̂_n), W_n from the same e_n and F_n
 */
export interface ContractedLoan {
  /** Instalments left today, n_0. */
  readonly left: number;
  readonly size: number;
  readonly instalment: number;
  /** υ, use a quarter. */
  readonly use: number;
  /** ℓS. */
  readonly collateral: number;
  /** Share of the collateral that the lender recovers, 0..1. */
  readonly recovery: number;
  /** κ0κS̄, stigma of an inability. */
  readonly stigma: number;
  /** V_o. */
  readonly ownStake: number;
  /** f, failure that effort lowers. */
  readonly own: number;
  /** By n = 1 … left (place 0 is not used): h_n, φ_n, V̂_n, rec_n. */
  readonly trouble: Float64Array;
  readonly share: Float64Array;
  readonly sharedStake: Float64Array;
  readonly recovered: Float64Array;
}

/** ψ, ē and δ. */
export interface Effort {
  readonly cost: number;
  readonly cap: number;
  readonly patience: number;
}

/** What comes of it with n instalments left. */
export interface ContractedStages {
  /** e_n, F_n and W_n at [n]; W_0 = 0. */
  readonly effort: Float64Array;
  readonly failure: Float64Array;
  readonly value: Float64Array;
  /** Ws_n, of borrower and lender together. */
  readonly joint: Float64Array;
}

export function contractedStages(
  loan: ContractedLoan,
  effort: Effort,
  out: ContractedStages,
): void {
  const { size, instalment, use, collateral, own } = loan;
  const kept = loan.recovery * collateral;
  out.value[0] = 0;
  out.joint[0] = 0;
  for (let n = 1; n <= loan.left; n++) {
    const rec = loan.recovered[n];
    const toLender = kept < rec ? kept : rec;
    const h = loan.trouble[n];
    const jointAble = use + effort.patience * out.joint[n - 1];
    const jointUnable = -(loan.stigma * loan.share[n] + collateral - toLender);
    const wanted = ((1 - h) * (jointAble - jointUnable)) / (effort.cost * size);
    const e = wanted < 0 ? 0 : wanted > effort.cap ? effort.cap : wanted;
    const failure = h + (1 - h) * own * (1 - e);
    const toil = 0.5 * effort.cost * size * own * e * e;
    const able = use - instalment + effort.patience * out.value[n - 1];
    const unable =
      -(collateral + (rec - toLender)) -
      loan.ownStake -
      loan.share[n] * (loan.stigma + loan.sharedStake[n]);
    out.effort[n] = e;
    out.failure[n] = failure;
    out.joint[n] = (1 - failure) * jointAble + failure * jointUnable - toil;
    out.value[n] = (1 - failure) * able + failure * unable - toil;
  }
}
