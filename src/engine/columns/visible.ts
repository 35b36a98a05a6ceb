import { pageSize } from '../../random/draws.ts';
import type { Readers } from './readers.ts';
import { lenderStride, maxLenders, maxRows } from './shape.ts';

const row = () => new Float64Array(maxRows);
const each = maxLenders * lenderStride;

/** What any lender asked can verify of an application. Written where people apply. */
export const signalsWriter = {
  // by row
  /** x_a, income signal, the same for all lenders; x_k, capital signal. */
  income: row(),
  capital: row(),
  /** ŷ, income inferred from x_a, in mean loans a quarter. */
  incomeInferred: row(),
  /** ℓ, collateral per unit lent. */
  collateral: row(),
  /** S, size asked. */
  size: row(),
  /** 1 if the borrower inflated its footprint for this application. */
  misreports: new Uint8Array(maxRows),

  // by person
  /** ℓ and x_k, fixed for life. */
  collateralOf: new Float64Array(pageSize),
  capitalOf: new Float64Array(pageSize),
};

/** What reports tell of it. Written where the files are. */
export const reportsWriter = {
  // by row
  /** (score − 600)/100 for lenders that see the institution's score, 0 without one; what one more default in its ecosystem adds. */
  score: row(),
  scoreDrop: row(),

  // per lender and row, filled where the lender looks the applicant up (`roll.lookedUp`)
  /** Own loans repaid and defaulted on in the last 31 quarters. */
  ownRepaid: new Uint8Array(each),
  ownDefaults: new Uint8Array(each),
  /** Other lenders' closed loans as reported: repaid, defaulted on. */
  sharedRepaid: new Uint16Array(each),
  sharedDefaults: new Uint16Array(each),
  /** 1 if there is a file: a closed or an open loan that a full reader may see. */
  fileExists: new Uint8Array(each),
  /** Other lenders' open balances as reported, in mean loans. */
  balances: new Float64Array(each),
};

/** All that a scorecard may be made of. */
export const visible: Readers<typeof signalsWriter & typeof reportsWriter> = {
  ...signalsWriter,
  ...reportsWriter,
};
