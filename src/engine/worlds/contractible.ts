import { hidden, hiddenWriter } from '../columns/hidden.ts';
import { terms } from '../columns/terms.ts';
import { visible } from '../columns/visible.ts';
import { recovered, type LenderCosts } from '../lenders/costs.ts';
import type { Economy } from '../parameters.ts';
import { firstBestEffort } from '../people/choice.ts';
import { deciding } from '../people/take-up.ts';

/**
 * What borrowers do where action is contractible: first-best effort, and who is able pays. `chooseByContract` of
 * people/choice.ts, written over columns; a test holds the two together to the bit.
 */
export function actByContract(economy: Economy, costs: LenderCosts, count: number): void {
  const { value, stigma, stake, hazard } = hidden;
  const { collateral } = visible;
  const { winner, price } = terms;
  const { effort, failure, willing, entropy, pd, loanValue } = hiddenWriter;
  const { involuntaryShare } = economy.sanctions;
  const { effortCost } = economy.behaviour;
  for (let k = 0; k < count; k++) {
    const r = deciding[k];
    const lost = collateral[r] - recovered(costs.recovery[winner[r]], collateral[r], price[r]);
    const e = firstBestEffort(economy, value[r], stigma[r], lost);
    const f = hazard[r];
    const F = f * (1 - e);
    const whenAble = value[r] - price[r];
    const whenUnable = -(collateral[r] + involuntaryShare * stigma[r] + stake[r]);
    effort[r] = e;
    failure[r] = F;
    willing[r] = 1;
    entropy[r] = 0;
    pd[r] = F;
    loanValue[r] = (1 - F) * whenAble + F * whenUnable - 0.5 * effortCost * f * e * e;
  }
}
