import { z } from 'zod';
import { worlds, type Market, type MarketInstitution } from '../../src/engine/index.ts';
import { simulate, simulateWorlds } from '../../src/engine/running/index.ts';
import { seedKey } from '../../src/random/seed.ts';
import { loadHere } from '../../src/scenario/institutions/load-here.ts';
import { newPulse } from '../../src/scenario/index.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { defineInstitution } from '../../src/institutions/institution.ts';
import { institutionShape } from '../../src/scenario/institutions/shape.ts';
import { clocked, type Task } from '../measurement.ts';
import { averages, inRepository, marketOf, small, totalOf } from './market.ts';

/** This engine on one core: `simulate`, or `simulateWorlds`. Work: borrower-quarters, whatever the worlds. */
export async function engine(task: Task) {
  const market = await marketOf(task);
  const marketInstitution = await institutionOf(task);
  const run = (of: Market) =>
    task.worlds
      ? simulateWorlds(of, marketInstitution, worlds).actual
      : simulate(of, marketInstitution);
  run(small(market));
  return clocked(task.repeats * market.borrowers * market.quarters, () => {
    let ledger = run(market);
    for (let repeat = 1; repeat < task.repeats; repeat++) {
      ledger = run({ ...market, seed: seedKey('bench', repeat) });
    }
    if (!ledger) throw new Error('the market was not simulated');
    return averages(totalOf(ledger));
  });
}

/** A built-in institution; or one of bench/plug-ins/, as threads of a run load a user's own module, or as if it were built in. */
async function institutionOf({ institution, module, loaded }: Task): Promise<MarketInstitution> {
  if (module === undefined) return { rules: institutions[institution].rules() };
  if (loaded === 'plug-in') {
    const plugIn = await loadHere(inRepository(`bench/plug-ins/${module}.ts`), newPulse());
    return { rules: plugIn.rules() };
  }
  const { default: shape } = moduleShape.parse(await compiled[module]());
  return { rules: defineInstitution(shape).rules() };
}

/** As the bundler puts them beside the model. */
const compiled: Readonly<Record<string, () => Promise<unknown>>> = {
  registry: () => import('../plug-ins/registry.ts'),
  score: () => import('../plug-ins/score.ts'),
};
const moduleShape = z.object({ default: institutionShape });
