import type { BankYear } from '../model/bank-year.ts';

/** The twelve people of the game of prices: made by hand, not by the engine, in the order of what a loan is worth to them. */
export const twelve: readonly { readonly worth: number; readonly loss: number }[] = [
  { worth: 8, loss: 2 },
  { worth: 10, loss: 3 },
  { worth: 12, loss: 3 },
  { worth: 13, loss: 5 },
  { worth: 15, loss: 4 },
  { worth: 17, loss: 8 },
  { worth: 19, loss: 7 },
  { worth: 22, loss: 14 },
  { worth: 25, loss: 12 },
  { worth: 28, loss: 20 },
  { worth: 31, loss: 24 },
  { worth: 35, loss: 30 },
];

/** Running a loan costs so much. */
const work = 2;

/** A year of the bank at a price. */
export function yearAt(price: number): BankYear {
  const stay = twelve.filter(({ worth }) => worth >= price);
  const losses = stay.reduce((sum, { loss }) => sum + loss + work, 0);
  return { price, income: price * stay.length, losses, gone: twelve.length - stay.length };
}

/** Third of risk by what is lost on a person. */
export const thirdByLoss = (loss: number): 0 | 1 | 2 => (loss <= 5 ? 0 : loss <= 12 ? 1 : 2);
