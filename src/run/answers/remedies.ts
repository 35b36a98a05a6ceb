import { remedyCells, effectsOf, type EconomyColumn, type Effects } from '../../answers/index.ts';
import { UserError } from '../../errors.ts';
import type { Design, Factor, Scenario } from '../../scenario/index.ts';
import type { AskedMeasure } from './asked.ts';
import { simulatePoints, type AnswerMeans } from './simulate-points.ts';

/**
 * The remedies of Xu, Guo & Li (sections 5.1 to 5.3) and their strengths: weak, middling, strong. assumption: all sizes are
 * ours; the paper names none. What audits, fines and campaigns cost stands in the scenario.
 */
const remedies: readonly {
  readonly name: string;
  readonly values: Readonly<Record<string, readonly [number, number, number]>>;
}[] = [
  { name: 'law and supervision', values: { audit: [0.02, 0.05, 0.1] } },
  { name: 'one data standard', values: { unified: [1 / 3, 2 / 3, 1] } },
  {
    name: 'publicity and education',
    values: {
      inquiries: [0.05, 0.1, 0.2],
      'economy.behaviour.awareness': [0.8, 0.9, 1],
      'economy.misreporting.share': [0.2, 0.1, 0],
    },
  },
];
export const remedyNames = remedies.map(({ name }) => name);
export const strengthNames = ['Weak', 'Middling', 'Strong'];

/** A scenario of one institution under each set of remedies at each strength. */
export type Remedied = Scenario & { readonly design: Design };

/**
 * The design over remedies: none, then at each strength each alone, all pairs, all together; crossed with the points that the
 * scenario samples, as from a file of economies.
 *
 * @throws UserError if the institution has nothing that remedies act on
 */
export function planRemedies(scenario: Scenario): Remedied {
  const choice = scenario.institutions.find(
    ({ from }) => from.kind === 'built-in' && from.id === 'dual',
  );
  if (!choice) {
    const message = 'no institution of the scenario is the dual system, on which the remedies act';
    throw new UserError([{ message, hint: 'creditlab experiment remedies remedies' }]);
  }
  const levers = remedies.flatMap(({ values }, k) =>
    Object.entries(values).map(([key, strengths]) => ({ key, strengths, remedy: k })),
  );
  const usual = (name: string) => Number(choice.values[name] ?? 0);
  const factors = levers.map(({ key }) => factorOf(key, choice.id));
  const cells = remedyCells(remedies.length, strengthNames.length);
  const varied = levers.map(({ key, strengths, remedy }) =>
    cells.map(({ strength, remedies: set }) => {
      if (strength !== undefined && ((set >>> remedy) & 1) === 1) return strengths[strength];
      const [, group, name] = /^economy\.(\w+)\.(\w+)$/.exec(key) ?? [];
      return group === undefined
        ? usual(key)
        : Number(Reflect.get(Reflect.get(scenario.economy, group), name));
    }),
  );
  const sampled = scenario.design?.sample;
  const own = scenario.design?.factors.slice(scenario.design.varied.length) ?? [];
  return {
    ...scenario,
    ...{ worlds: ['actual'], reference: choice.id, institutions: [choice] },
    design: {
      ...{ factors: [...factors, ...own], varied, zip: true, require: [], series: false },
      ...(sampled && { sample: sampled }),
    },
  };
}

function factorOf(key: string, id: string): Factor {
  const [, group, name] = /^economy\.(\w+)\.(\w+)$/.exec(key) ?? [];
  if (group !== undefined) return { key, target: { of: 'economy', group, name } };
  // 0 is the usual value of what guards records.
  const target = { of: 'institutions', name: key, usual: { [id]: 0 } } as const;
  return { key: `${id}.${key}`, target };
}

/** Effects of the remedies on each measure asked, by economy: those of the sample, or the scenario's own. */
export async function runRemedies(
  scenario: Remedied,
  asked: readonly AskedMeasure[],
  folder: string,
  means: AnswerMeans,
): Promise<readonly (readonly Effects[])[][]> {
  const { design, replicates } = scenario;
  const { values } = await simulatePoints(scenario, design, folder, means, asked);
  const cells = remedyCells(remedies.length, strengthNames.length).length;
  return asked.map(({ passport }, m) => {
    const [found] = values[m].values;
    const economies = found[0].length / cells;
    return Array.from({ length: economies }, (_, e) => {
      const rows = Array.from({ length: cells }, (__, cell) =>
        Array.from({ length: replicates }, (___, r) => found[r][cell * economies + e]),
      );
      const better = passport.better === 'lower' ? 'lower' : 'higher';
      return effectsOf(rows, remedies.length, strengthNames.length, better);
    });
  });
}

/** The numbers by which the economies of a file differ; none without a file. */
export function economyColumns({ design }: Remedied): EconomyColumn[] {
  const { sample, factors, varied } = design;
  if (sample?.kind !== 'file') return [];
  return factors.slice(varied.length).map(({ key }, c) => ({
    key,
    values: sample.rows.map((row) => Number(row[c])),
  }));
}
