/** Sums of one lender over counted quarters (section 9.2). */
export interface LenderSums {
  asked: number;
  willing: number;
  loans: number;
  principal: number;
  defaults: number;
  estimate: number;
  lifePd: number;
  profit: number;
  realisedProfit: number;
}

export const noLenderSums = (): LenderSums => ({
  asked: 0,
  willing: 0,
  loans: 0,
  principal: 0,
  defaults: 0,
  estimate: 0,
  lifePd: 0,
  profit: 0,
  realisedProfit: 0,
});

/** Sums of one lender in one quarter of application or signing (section 9.2, books). */
export interface BookSums {
  asked: number;
  loans: number;
  principal: number;
  estimate: number;
  apr: number;
  defaults: number;
  realisedProfit: number;
}

export const noBookSums = (): BookSums => ({
  asked: 0,
  loans: 0,
  principal: 0,
  estimate: 0,
  apr: 0,
  defaults: 0,
  realisedProfit: 0,
});
