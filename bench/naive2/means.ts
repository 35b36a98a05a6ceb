import type { Application } from './application.ts';
import { logistic, softplus } from './mathematics.ts';
import type { Economy } from './parameters.ts';

/** Sums of section 7.2 over one quarter's approvals. */
export interface Means {
  offers: number;
  taken: number;
  top: number;
  bottom: number;
}

/** The price at which no loan is as good, and the share of offers taken. */
export function addToMeans(
  means: Means,
  { contract, size }: Application,
  taken: boolean,
  economy: Economy,
): void {
  const { x, lifePd } = contract.valued;
  const taking = logistic(x);
  const stake = contract.stake.own + contract.share * contract.largestStake;
  means.offers += 1;
  if (taken) means.taken += 1;
  means.top +=
    (economy.taste * softplus(x) + taking * (contract.price - 1 + (stake * lifePd) / size)) * size;
  means.bottom += taking * size;
}

/** Step 12: both move by a tenth towards the quarter's; a quarter without approvals changes neither. */
export function moveMeans(
  { dRes, tBar }: { readonly dRes: number; readonly tBar: number },
  { offers, taken, top, bottom }: Means,
) {
  if (offers === 0) return { dRes, tBar };
  return {
    dRes: 0.9 * dRes + 0.1 * (1 + top / bottom),
    tBar: 0.9 * tBar + 0.1 * (taken / offers),
  };
}
