// What a number is reckoned in, where two numbers of one kind meet. All are plain numbers to the compiler: a signature says by
// these names which of the two it takes, and a reader sees where one is made of the other.

/** Interest of a quarter, as a share of what is owed: ρ of a contract, or what a lender's money costs. .05 is 5 % a quarter. */
export type RateAQuarter = number;

/** Interest of a year as the law counts it (APR), as a share: four times the rate of a quarter, not compounded. */
export type RateAYear = number;

/** D: all instalments of a loan together, per unit lent. 1 is a loan without interest; a price and a cap on it are such numbers. */
export type TotalRepayment = number;

/** Markup on a break-even price, in the unit of D. */
export type Markup = number;

/** Natural logarithm of the odds of default; 0 is one in two. */
export type LogOdds = number;

/** Chance that a loan defaults before it is repaid, 0 … 1. */
export type LifePd = number;

/** Chance that something happens in one quarter, 0 … 1. */
export type ChanceAQuarter = number;
