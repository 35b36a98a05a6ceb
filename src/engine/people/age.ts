import { purposes } from '../../random/purposes.ts';
import { rollWriter } from '../columns/roll.ts';
import { rememberedAfter } from '../files/windows.ts';
import { drawNormals, noise, type Draws } from './draw.ts';
import type { ApplyPlan } from './plan.ts';
import type { Population } from './population.ts';

/** Time passes for those who act: capacity drifts, old records are forgotten. */
export function age(plan: ApplyPlan, draws: Draws, people: Population, quarter: number): void {
  const { index, n, first, remembered } = rollWriter;
  const { persistence, innovation } = plan;
  const { capacity, lastSeen } = people;
  drawNormals(draws, quarter, purposes.capacityDrift);
  for (let r = 0; r < n; r++) {
    const i = first + index[r];
    const quarters = quarter - lastSeen[i];
    lastSeen[i] = quarter;
    remembered[r] = rememberedAfter(quarter, quarters);
    capacity[i] = persistence[quarters] * capacity[i] + innovation[quarters] * noise[r];
  }
}
