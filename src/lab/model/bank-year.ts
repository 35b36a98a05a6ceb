/** A year of the bank at a price: what those who stay pay, what is lost on them and on the work, and how many went. */
export interface BankYear {
  readonly price: number;
  readonly income: number;
  readonly losses: number;
  readonly gone: number;
}
