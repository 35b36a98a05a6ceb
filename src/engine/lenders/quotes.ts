import { lenderStride } from '../columns/shape.ts';

/** Lenders that somebody can ask at once, at most. */
export const maxPlaces = 12;

/** What the lenders asked answer, by place in the order of asking and row: place q's are at q · lenderStride + r. */
export const quotes = {
  /** Price at which the lender breaks even; `refusal` where it lends at none under the cap. */
  breakEven: new Float64Array(maxPlaces * lenderStride),
  /** η: log-odds of default on its card, without the price. */
  logOdds: new Float64Array(maxPlaces * lenderStride),
};
