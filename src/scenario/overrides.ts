import type { Problem } from '../errors.ts';
import { institutions } from '../institutions/registry.ts';
import { didYouMean } from '../suggest.ts';
import type { Candidate } from './candidates.ts';
import type { LocatedDocument } from './yaml/document.ts';
import type { ScenarioFile } from './file.ts';
import { readLayer, type Layer } from './layers.ts';
import type { InstitutionChoice } from './scenario.ts';

/** What a command line may change in a scenario without touching its file. */
export interface Overrides {
  readonly seed?: string | undefined;
  readonly borrowers?: number | undefined;
  readonly quarters?: number | undefined;
  readonly burnIn?: number | undefined;
  readonly replicates?: number | undefined;
  readonly worlds?: readonly string[] | undefined;
  readonly sanctions?: string | undefined;
  readonly reference?: string | undefined;
  /** Ids of institutions of the scenario, or of built-in ones; the others are left out. */
  readonly institutions?: readonly string[] | undefined;
  /** Single values, each as `key=value`. */
  readonly set?: readonly string[] | undefined;
  /** CSV file of points, in place of the file's `sample`. */
  readonly ensemble?: string | undefined;
  /** In place of the file's `sample`, as a verb needs it. */
  readonly sample?: ScenarioFile['sample'] | undefined;
}

/** How problems name the place of what was given as a flag. */
export const commandLine = 'command line';

/** The overrides as a layer above the file, so that they obey the same rules. */
export function layerOf(overrides: Overrides, problems: Problem[]): Layer {
  // Which institutions run is no difference to the file's list, but a selection from it.
  const { institutions: _, set: __, ensemble, ...values } = overrides;
  const points = ensemble === undefined ? {} : { sample: { file: ensemble } };
  const given = Object.entries({ ...values, ...points }).filter(([, value]) => value !== undefined);
  const place = () => ({ file: commandLine });
  const document: LocatedDocument = {
    name: commandLine,
    data: { version: 1, ...Object.fromEntries(given) },
    has: ([key]) => given.some(([name]) => name === key),
    valueAt: place,
    keyAt: place,
  };
  return readLayer(document, problems);
}

/** Adds the built-in institutions that a command line asks for beyond those of the scenario. */
export function withBuiltIn(
  candidates: readonly Candidate[],
  wanted: readonly string[] = [],
): Candidate[] {
  const known = new Set(candidates.map(({ id }) => id));
  const missing = [...new Set(wanted)].filter((id) => !known.has(id));
  const extra = missing.filter((id) => Object.hasOwn(institutions, id));
  return [
    ...candidates,
    ...extra.map((id): Candidate => {
      const institution = institutions[id];
      const from = { kind: 'built-in', id } as const;
      const read = { isNamed: true, isWhole: true, own: {} };
      return { at: ['institutions'], id, label: institution.label, from, institution, ...read };
    }),
  ];
}

/**
 * The institutions that a command line asks for; without such a wish, all.
 *
 * @param areComplete whether the choices are all that the scenario has
 */
export function selected(
  choices: InstitutionChoice[],
  ids: readonly string[] | undefined,
  areComplete: boolean,
  problems: Problem[],
): InstitutionChoice[] {
  if (ids === undefined) return choices;
  const known = choices.map(({ id }) => id);
  for (const id of areComplete ? ids.filter((word) => !known.includes(word)) : []) {
    problems.push({
      file: commandLine,
      message: `institutions: no institution "${id}", in this scenario or built in`,
      hint: didYouMean(id, [...new Set([...known, ...Object.keys(institutions)])]),
    });
  }
  // A reform is nothing without what it is held against.
  const pasts = choices.filter(({ id }) => ids.includes(id)).map(({ reformOf }) => reformOf);
  return choices.filter(({ id }) => ids.includes(id) || pasts.includes(id));
}
