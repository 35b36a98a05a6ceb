import { Agent, Environment } from 'flocc';
import type { KernelLuck } from './luck.ts';
import { kernel, type KernelOutcome } from './kernel.ts';

/** The kernel in flocc, as its guide writes a model: an agent a borrower, its data behind `get` and `set`. */
export function kernelWithFlocc(
  borrowers: number,
  quarters: number,
  luck: KernelLuck,
): KernelOutcome {
  const { demand, signalNoise, weights, cutOff, hazard } = kernel;
  const environment = new Environment({ torus: false });
  environment.set({ applications: 0, approvals: 0, defaults: 0 });

  const tick = (borrower: Agent) => {
    const { time } = environment;
    const id: number = borrower.get('borrower');
    if (luck.uniform('needNow', id, time) >= demand) return;
    environment.increment('applications');
    const strength: number = borrower.get('strength');
    const signal = strength + signalNoise * luck.normal('incomeNoise', id, time);
    const score =
      weights.signal * signal +
      weights.repaid * Math.log1p(borrower.get('repaid')) +
      weights.defaults * Math.min(borrower.get('defaults'), weights.counted);
    if (score < cutOff) return;
    environment.increment('approvals');
    const pd = 1 / (1 + Math.exp(strength - hazard));
    if (luck.uniform('failure', id, time) < pd) {
      borrower.increment('defaults');
      environment.increment('defaults');
    } else {
      borrower.increment('repaid');
    }
  };
  for (let id = 0; id < borrowers; id++) {
    const strength = luck.normal('character', id, 0);
    environment.addAgent(new Agent({ borrower: id, strength, repaid: 0, defaults: 0, tick }));
  }
  for (let quarter = 0; quarter < quarters; quarter++) environment.tick();
  return {
    applications: environment.get('applications'),
    approvals: environment.get('approvals'),
    defaults: environment.get('defaults'),
  };
}
