import { readFileSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import { z } from 'zod';
import { economyParameters, type Economy } from '../engine/parameters.ts';
import { worlds } from '../engine/setup.ts';
import { byCode } from '../experiments/samples.ts';
import type { DeclaredColumns } from '../institutions/declared.ts';
import { lenderKindNames } from '../institutions/institution.ts';
import type { InstitutionChoice, Scenario } from '../scenario/scenario.ts';
import type { Content } from './files.ts';

/**
 * The scenario in the order of the record: institutions by id, worlds from actual to full information.
 * Numbers do not depend on the order in which a scenario names them, so neither do the files.
 */
export function inOrder(scenario: Scenario): Scenario {
  return {
    ...scenario,
    institutions: scenario.institutions.toSorted((a, b) => byCode(a.id, b.id)),
    worlds: worlds.filter((world) => world === 'actual' || scenario.worlds.includes(world)),
  };
}

/** Where the record keeps a copy of an institution's module, so that the folder is complete by itself. */
function copyName({ id, from }: InstitutionChoice): string | undefined {
  return from.kind === 'module' ? `plug-ins/${id}${extname(from.path)}` : undefined;
}

/** The scenario as the manifest holds it: modules by the name of their copy, never by a path of this machine. */
export function forRecord(scenario: Scenario): Scenario {
  return withModulePaths(scenario, (choice, path) => copyName(choice) ?? path);
}

/** The scenario of a record in this folder, ready to be run: modules by the path of their copy. */
export function fromRecord(scenario: Scenario, folder: string): Scenario {
  return withModulePaths(scenario, (_, path) => resolve(folder, path));
}

/** Copies of the modules that a scenario names, by file name. */
export function moduleCopies(scenario: Scenario): Map<string, Content> {
  const copies = new Map<string, Content>();
  for (const choice of scenario.institutions) {
    const name = copyName(choice);
    if (name !== undefined && choice.from.kind === 'module') {
      copies.set(name, readFileSync(choice.from.path));
    }
  }
  return copies;
}

function withModulePaths(
  scenario: Scenario,
  pathOf: (choice: InstitutionChoice, path: string) => string,
): Scenario {
  const institutions = scenario.institutions.map((choice) => {
    const { from } = choice;
    if (from.kind !== 'module') return choice;
    return { ...choice, from: { ...from, path: pathOf(choice, from.path) } };
  });
  return { ...scenario, institutions };
}

const object = z.record(z.string(), z.unknown());
const count = z.int().nonnegative();

/** Whether a value has every number of the economy. */
function isEconomy(value: unknown): value is Economy {
  const groups = object.safeParse(value).data ?? {};
  return Object.entries(economyParameters).every(([group, table]) => {
    const given = object.safeParse(groups[group]).data ?? {};
    return Object.entries(table).every(
      ([name, parameter]) => typeof given[name] === typeof parameter.default,
    );
  });
}

const choice = z.object({
  id: z.string(),
  label: z.string(),
  from: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('built-in'), id: z.string() }),
    z.object({
      kind: z.literal('declared'),
      columns: z.custom<DeclaredColumns>((value) => object.safeParse(value).success),
    }),
    z.object({ kind: z.literal('module'), path: z.string(), hash: z.string() }),
  ]),
  values: z.record(z.string(), z.union([z.number(), z.boolean()])),
  participation: z.union([z.number(), z.array(z.string())]).exactOptional(),
});

/** What a manifest must hold to be run again; the scenario's own checks were passed when it was written. */
export const recordedScenario: z.ZodType<Scenario> = z.object({
  version: z.literal(1),
  id: z.string(),
  title: z.string(),
  question: z.string(),
  source: z.string(),
  seed: z.string(),
  borrowers: count,
  quarters: count,
  burnIn: count,
  replicates: count,
  worlds: z.array(z.enum(worlds)),
  reference: z.string(),
  institutions: z.array(choice),
  lenders: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(lenderKindNames),
      share: z.number(),
      funding: z.number(),
      operating: z.number(),
      recovery: z.number(),
    }),
  ),
  economy: z.custom<Economy>(isEconomy),
});
