import { relative, sep } from 'node:path';
import { z } from 'zod';
import { UserError } from '../errors.ts';
import type { SightRow } from '../charts/index.ts';
import type { LoadInstitution } from '../scenario/index.ts';

const facts = z.object({
  representative: z.string(),
  mechanism: z.string(),
  purpose: z.string(),
  openness: z.string(),
  dataSources: z.string(),
  character: z.string(),
});

const about = { about: z.string(), source: z.string() };
const parameter = z.union([
  z.object({
    kind: z.enum(['number', 'integer']),
    ...{ default: z.number(), unit: z.string(), min: z.number(), max: z.number() },
    ...about,
  }),
  z.object({
    kind: z.literal('switch'),
    default: z.boolean(),
    unit: z.literal('yes or no'),
    ...about,
  }),
]);

const sight: z.ZodType<SightRow> = z.object({
  institution: z.string(),
  label: z.string(),
  reader: z.string(),
  contributor: z.string(),
  level: z.enum(['own', 'full', 'full-without-balances', 'negative', 'none']),
});

/** What report and figures need of users' modules, as data. */
export const recordedModules = z.object({
  /** By the name of the module's copy: what it says of itself. */
  institutions: z.record(
    z.string(),
    z.object({
      id: z.string(),
      label: z.string(),
      facts,
      parameters: z.record(z.string(), parameter),
    }),
  ),
  /** Who sees what, of all institutions of the scenario. */
  sights: z.array(sight),
});

export type ModuleRecord = Readonly<z.infer<typeof recordedModules>>;

/** What a folder says of the modules in it, in their place: nothing of them is run. */
export function fromModuleRecord(
  folder: string,
  record: ModuleRecord | undefined,
): LoadInstitution {
  return (path) => {
    const name = relative(folder, path).split(sep).join('/');
    const known = record?.institutions[name];
    if (!known) {
      const message = 'nothing is recorded of this module, and no code of results is run';
      const hint = 'run the scenario again: "creditlab run"';
      return Promise.reject(new UserError([{ file: path, message, hint }]));
    }
    const rules = () => {
      throw new Error(`${name} is opened as data; it has no rules`);
    };
    return Promise.resolve({ ...known, rules });
  };
}
