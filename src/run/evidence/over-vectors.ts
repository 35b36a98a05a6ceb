import { availableParallelism } from 'node:os';
import { factKey } from '../../calibration/index.ts';
import { marketFacts, readFact, tallyOf, type FactTally } from '../../evidence/index.ts';
import { doInOrder } from '../calibration/in-order.ts';
import { onThreads } from '../calibration/evaluator.ts';
import type { Progress } from '../../jobs/index.ts';
import { seedKey } from '../../random/seed.ts';
import { pointsOf, scenarioAt } from '../../scenario/design/index.ts';
import type { Design, Scenario } from '../../scenario/index.ts';

interface OverMeans {
  readonly threads: number | undefined;
  readonly signal: AbortSignal;
  readonly onProgress?: (progress: Progress) => void;
}

/**
 * Tells facts that need one market only at every point of a design: in how many each is inside its band, by its interval over
 * the replicates there. A fact that has no value at a point cannot be told there.
 *
 * @param ids of the facts that are wanted; those that need several markets are left out
 */
export async function factsOver(
  scenario: Scenario,
  design: Design,
  ids: readonly string[],
  { threads = availableParallelism(), signal, onProgress }: OverMeans,
): Promise<FactTally[]> {
  const facts = marketFacts.filter(({ id }) => ids.includes(id));
  const points = pointsOf(scenario, design);
  const { borrowers, quarters, burnIn, replicates } = scenario;
  const markets = [...new Set(facts.map(institutionOf))];
  const jobs = Array.from({ length: points.count }, (_, point) =>
    Array.from({ length: replicates }, (__, replicate) =>
      markets.map((market) => ({ point, replicate, market })),
    ),
  ).flat(2);
  const evaluator = onThreads(threads);
  // By fact, point and replicate.
  const values = new Map(
    facts.map(({ id }) => [
      id,
      Array.from({ length: points.count }, () => Array.from({ length: replicates }, () => NaN)),
    ]),
  );
  let done = 0;
  const tell = () => onProgress?.({ done, total: jobs.length, reused: 0 });
  tell();
  try {
    await doInOrder(
      jobs,
      async ({ point, replicate, market: id }) => {
        const { economy, lenders } = scenarioAt({ ...scenario, design }, points.at(point));
        const seed = seedKey(scenario.seed, replicate);
        const own = facts.filter((fact) => institutionOf(fact) === id);
        const task = {
          market: { borrowers, quarters, burnIn, seed, economy, lenders },
          institution: { id, label: id, from: { kind: 'built-in', id }, values: {} } as const,
          moments: { measures: [], facts: own.map((fact) => fact.id) },
        };
        return { own, numbers: await evaluator.numbersOf(task, signal) };
      },
      ({ own, numbers }, k) => {
        const { point, replicate } = jobs[k];
        for (const { id } of own) {
          const cells = values.get(id);
          if (cells) cells[point][replicate] = numbers[factKey(id)];
        }
        done++;
        tell();
      },
      { lanes: evaluator.lanes, isOver: () => false },
    );
  } finally {
    await evaluator.close();
  }
  return facts.map((fact) => {
    const readings = (values.get(fact.id) ?? []).map((cells) =>
      readFact(
        fact,
        cells.map((value) => [{ fact: fact.id, at: null, value }]),
      ),
    );
    return tallyOf(fact, readings);
  });
}

/** The only market of a fact. */
function institutionOf({ needs }: (typeof marketFacts)[number]): string {
  const [{ institution }] = Object.values(needs);
  if (typeof institution === 'string') return institution;
  throw new Error(`${institution.id} is no built-in institution`);
}
