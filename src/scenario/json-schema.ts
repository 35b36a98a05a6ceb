import { z } from 'zod';
import { mostTiers, recordParameters } from '../institutions/index.ts';
import { languages } from '../language.ts';
import { institutions } from '../institutions/registry.ts';
import {
  anyValues,
  combination,
  declaration,
  differencesSchema,
  ofTheWhole,
  use,
  version,
} from './file.ts';
import { courseKeys, phaseSchema, reformSchema } from './phases/phase-file.ts';
import { tableSchema } from './values.ts';

/**
 * The JSON Schema of scenario files, with which an editor completes keys, shows meanings, units and
 * defaults, and marks mistakes. scenarios/scenario.schema.json holds it.
 */
export function scenarioJsonSchema(): string {
  const schema = z.toJSONSchema(editorSchema(), { io: 'input', target: 'draft-7' });
  const whole = { title: 'creditlab scenario', ...schema };
  return `${JSON.stringify(whole, inLanguages, 2)}\n`;
}

/** Keys whose text may be one in each language (words.ts). */
const texts: readonly string[] = ['title', 'question', 'source', 'label'];

/** Allows such a key, among the properties of a group, a text in each language as well. */
function inLanguages(key: string, value: unknown): unknown {
  if (key !== 'properties' || typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, text]: [string, unknown]) => {
      const isText = texts.includes(name) && typeof text === 'object' && text !== null;
      if (!isText || Reflect.get(text, 'type') !== 'string') return [name, text];
      const one = { type: 'string', minLength: 1 };
      const each = Object.fromEntries(languages.map((language) => [language, one]));
      const group = {
        type: 'object',
        properties: each,
        required: languages,
        additionalProperties: false,
      };
      const { description, ...own }: { description?: unknown } = text;
      return [name, { description, anyOf: [own, group] }];
    }),
  );
}

/**
 * What a file may say, for editors: stricter where an editor can help, with the parameters of each built-in
 * institution and the header that a file needs to be run.
 */
function editorSchema() {
  const builtIn = Object.values(institutions);
  const ids = z.enum(builtIn.map(({ id }) => id));
  const named = builtIn.map(({ id, parameters }) => use(z.literal(id), tableSchema(parameters)));
  const own = use(z.string().regex(/^\.{1,2}\//), anyValues);
  const declared = declaration.extend({ with: tableSchema(recordParameters()).optional() });
  const combine = z
    .array(
      z.union([
        ids,
        ...named.map((one) => one.omit(ofTheWhole)),
        own.omit(ofTheWhole),
        declared.omit(ofTheWhole),
      ]),
    )
    .min(2)
    .max(mostTiers)
    .meta({ ...combination.shape.combine.meta(), id: 'tiers' });
  const combined = combination.extend({ combine });
  const everyParameter = Object.assign({}, ...builtIn.map(({ parameters }) => parameters));
  const course = editorCourse(
    // No module of the user's own comes with a phase.
    z.union([
      ids,
      ...named.map((one) => one.omit(ofItsCourse)),
      declared.omit(ofItsCourse),
      combined.omit(ofItsCourse),
    ]),
    // Of several beside each other a value is called registry.fee: editors know what stands before no dot.
    z.looseObject(tableSchema(everyParameter).shape),
  );
  return differencesSchema.required({ title: true, question: true, source: true }).extend({
    version,
    everyInstitution: tableSchema(everyParameter).optional(),
    institutions: z
      .array(
        z.union([
          ids,
          ...[...named, own, declared, combined].map((one) => one.extend(course.partial().shape)),
        ]),
      )
      .min(1)
      .optional(),
  });
}

const ofItsCourse = { phases: true, reforms: true } as const;

/** `phases` and `reforms`, of which a file's own schema reads entries one by one. */
function editorCourse(become: z.ZodType, values: z.ZodType) {
  const { phases, reforms } = courseKeys;
  const about = (schema: z.ZodType) => schema.meta() ?? {};
  const phase = phaseSchema
    .extend({
      become: become.optional().meta(about(phaseSchema.shape.become)),
      with: values.optional().meta(about(phaseSchema.shape.with)),
    })
    .meta({ ...about(phaseSchema), id: 'phase' });
  const several = z.array(phase).min(1);
  return z.strictObject({
    phases: several.meta(about(phases)),
    reforms: z
      .array(reformSchema.extend({ phases: several }))
      .min(1)
      .meta(about(reforms)),
  });
}
