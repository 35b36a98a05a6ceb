import { UserError, type Problem } from '../../errors.ts';
import {
  problemAt,
  readAround,
  readYaml,
  relayed,
  type LocatedDocument,
} from '../../scenario/reading.ts';
import type { Scenario } from '../../scenario/index.ts';
import { entrySchema, targetsSchema, type TargetsFile } from './file-schema.ts';
import type { ReadEntry, TargetsLayer } from './layer.ts';
import { readConditions, readFree } from './read-free.ts';
import { readTargets } from './read-targets.ts';
import type { Calibration } from '../targets.ts';

/** A text and the name that problems give it. */
export interface TargetsSource {
  readonly name: string;
  readonly text: string;
}

/** What reading needs from where it runs. */
export interface TargetsSurroundings {
  /** The targets file that `extends` names in the file `from`. Throws UserError if there is none. */
  readonly read: (reference: string, from: string) => TargetsSource;
  /**
   * The scenario of a reference in the file `from`, with these built-in institutions beside its own; and the reference by
   * which another file may extend it. Throws UserError if it cannot be read.
   */
  readonly load: (
    reference: string,
    from: string,
  ) => Promise<{ readonly scenario: Scenario; readonly base: string }>;
  /** Facts by id, with their units; undefined for those that need several markets, which cannot be targets. */
  readonly facts: ReadonlyMap<string, string | undefined>;
}

/** Markets of a search unless a file says otherwise: enough to learn in and small enough for thousands. */
const usual = { borrowers: 4096, quarters: 56, burnIn: 32 } as const;
/** What judges a vector, unless a file says otherwise: people and luck that no search saw. */
const usualCheck = { borrowers: 20_000, seeds: 4 } as const;

/**
 * From the text of a targets file to a calibration, with all it extends, its defaults, and every check that can be made
 * without simulating.
 *
 * @throws UserError with every problem found, each at its place
 */
export async function parseTargets(
  source: TargetsSource,
  surroundings: TargetsSurroundings,
): Promise<Calibration> {
  const problems: Problem[] = [];
  const layers = layersOf(source, surroundings, problems);
  const [entry] = layers;
  const given = (key: keyof TargetsLayer['file']) =>
    layers.find(({ file }) => file[key] !== undefined);
  const loaded = await loadScenario(layers, surroundings, problems);
  if (!loaded) throw new UserError(problems);
  const { scenario, base } = loaded;

  const targets = readTargets(layers, scenario, surroundings.facts, problems);
  const free = readFree(layers, scenario, problems);
  const conditions = readConditions(layers, problems);
  const size = {
    borrowers: given('borrowers')?.file.borrowers ?? usual.borrowers,
    quarters: given('quarters')?.file.quarters ?? usual.quarters,
    burnIn: given('burnIn')?.file.burnIn ?? usual.burnIn,
  };
  const { term } = scenario.economy.loan;
  if (size.quarters < size.burnIn + term) {
    const layer = given('quarters') ?? given('burnIn') ?? entry;
    const text =
      `after a burn-in of ${size.burnIn}, loans of ${term} quarters do not end within ${size.quarters} quarters\n` +
      `quarters must be at least ${size.burnIn + term}`;
    problems.push(problemAt(layer.document, [given('quarters') ? 'quarters' : 'burnIn'], text));
  }
  if (problems.length > 0) throw new UserError(problems);
  return {
    id: idOf(source.name),
    title: entry.file.title ?? `${scenario.title}, fitted to ${idOf(source.name)}`,
    ...{ base, scenario },
    seed: String(given('seed')?.file.seed ?? 'calibrate'),
    ...{ size, targets, free, conditions },
    check: { ...usualCheck, ...given('check')?.file.check },
  };
}

/** The file and what it extends, nearest first. */
function layersOf(
  source: TargetsSource,
  { read }: TargetsSurroundings,
  problems: Problem[],
): [TargetsLayer, ...TargetsLayer[]] {
  const first = layerOf(source, problems);
  const layers: [TargetsLayer, ...TargetsLayer[]] = [first];
  for (let last = first; last.file.extends !== undefined;) {
    try {
      const next = read(last.file.extends, last.document.name);
      if (layers.some(({ document }) => document.name === next.name)) {
        problems.push(problemAt(last.document, ['extends'], 'goes in a circle'));
        break;
      }
      last = layerOf(next, problems);
      layers.push(last);
    } catch (error) {
      problems.push(...relayed(last.document, ['extends'], error));
      break;
    }
  }
  return layers;
}

function layerOf({ name, text }: TargetsSource, problems: Problem[]): TargetsLayer {
  const document = readYaml(name, text, problems);
  if (document.broken || document.data === null) {
    if (!document.broken)
      problems.push(problemAt(document, [], 'the file is empty\nbegin with version: 1'));
    return { document, file: {}, entries: undefined, isSpoilt: true };
  }
  const { value } = readAround(
    targetsSchema,
    targetsSchema.exactPartial(),
    document.data,
    document,
    problems,
  );
  const { targets, ...file }: Partial<TargetsFile> = value ?? {};
  const entries = targets?.map((said) => ({ said, isWhole: true })) ?? entriesApart(document);
  return { document, file, entries, isSpoilt: entries === undefined && 'targets' in raw(document) };
}

/** Entry by entry, where the list has a mistake, so that what else is wrong with its targets is told at once. */
function entriesApart(document: LocatedDocument): ReadEntry[] | undefined {
  const { targets } = raw(document);
  if (!Array.isArray(targets)) return undefined;
  return targets.map((entry: unknown) => {
    // Told already, with the list.
    const unheard: Problem[] = [];
    const { value } = readAround(entrySchema, entrySchema.exactPartial(), entry, document, unheard);
    return { said: value ?? {}, isWhole: unheard.length === 0 };
  });
}

function raw({ data }: LocatedDocument): Readonly<Record<string, unknown>> {
  return typeof data === 'object' && data !== null ? { ...data } : {};
}

async function loadScenario(
  layers: readonly [TargetsLayer, ...TargetsLayer[]],
  { load }: TargetsSurroundings,
  problems: Problem[],
) {
  const layer = layers.find(({ file }) => file.scenario !== undefined) ?? layers[0];
  try {
    return await load(layer.file.scenario ?? 'baseline', layer.document.name);
  } catch (error) {
    problems.push(...relayed(layer.document, ['scenario'], error));
    return undefined;
  }
}

/** File stem, with what cannot stand in a folder's name replaced. */
function idOf(name: string): string {
  const stem = name.replace(/^.*[\\/]/, '').replace(/\.ya?ml$/i, '');
  return /[\p{L}\p{N}]/u.test(stem) ? stem.replaceAll(/[^\p{L}\p{N}._-]+/gu, '-') : 'targets';
}
