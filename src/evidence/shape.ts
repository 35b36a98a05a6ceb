import { z } from 'zod';
import { UserError, type Problem } from '../errors.ts';
import type { Fact } from './fact.ts';
import { factKinds } from './fact.ts';

/** What a fact must look like, for those that no compiler has seen: a user's module may be plain JavaScript. */

const text = z.string().trim().min(1, { error: 'is empty' });
const finite = z.number({ error: 'is no number' });
const isFunction = (value: unknown) => typeof value === 'function';

const band = z.union(
  [
    z.enum(['+', '-', 'interior']),
    z
      .tuple([finite, finite])
      .refine(([low, high]) => low <= high, {
        error: 'is crossed: its low end lies above its high one',
      })
      .refine(([low, high]) => low !== high, { error: 'is empty: both ends are the same' }),
  ],
  {
    error: (issue) =>
      issue.input === undefined
        ? 'is missing'
        : "is no band; write [low, high], '+', '-' or 'interior'",
  },
);

const watch = z.strictObject({
  applications: z.boolean().optional(),
  loans: z.boolean().optional(),
  trials: z.boolean().optional(),
  people: z
    .strictObject({
      after: z.int().min(0),
      ahead: z.int().min(0),
      files: z
        .record(
          z.string(),
          z.union(
            [
              z.int().min(0),
              z.literal('complete'),
              z.strictObject({
                access: z.enum(['negative', 'full', 'full-without-balances']),
                corrected: z.boolean().optional(),
              }),
            ],
            { error: "is no reader; write a lender's number, { access: 'full' } or 'complete'" },
          ),
        )
        .optional(),
    })
    .optional(),
});

const need = z.strictObject({
  institution: z.union(
    [text, z.custom((value) => typeof value === 'object' && value !== null && 'rules' in value)],
    {
      error: 'is no institution; write the id of a built-in one, or defineInstitution({ … })',
    },
  ),
  values: z.record(z.string(), z.union([z.number(), z.boolean()])).optional(),
  economy: z
    .record(z.string(), z.record(z.string(), z.union([z.number(), z.boolean()])))
    .optional(),
  lenders: z.array(text).optional(),
  counted: z.int().min(1).optional(),
  watch: watch.optional(),
});

const shape = z
  .looseObject({
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, { error: 'is not kebab-case, like default-level' }),
    title: text,
    source: text,
    kind: z.enum(factKinds, { error: `is none of ${factKinds.join(', ')}` }),
    band,
    unit: text,
    population: text,
    value: z.union([z.number(), z.string(), z.array(z.number())]).optional(),
    fitted: z.boolean().optional(),
    how: z.string().optional(),
    along: z.array(finite).optional(),
    needs: z.record(z.string(), need).refine((needs) => Object.keys(needs).length > 0, {
      error: 'names no market',
    }),
    of: z.custom(isFunction, { error: 'is not a function' }),
  })
  .superRefine(({ band: wanted, along }, context) => {
    if (wanted === 'interior' && (along === undefined || along.length < 3)) {
      context.addIssue({
        code: 'custom',
        path: ['along'],
        message: "the band 'interior' needs a grid of at least three places",
      });
    }
    if (wanted !== 'interior' && along !== undefined) {
      context.addIssue({
        code: 'custom',
        path: ['along'],
        message: "is for the band 'interior' alone",
      });
    }
    if (along && along.some((place, k) => k > 0 && place <= along[k - 1])) {
      context.addIssue({
        code: 'custom',
        path: ['along'],
        message: 'is not in order, lowest first',
      });
    }
  });

/**
 * A value as a fact.
 *
 * @param file where it was read, for the problems
 * @throws UserError with all that is wrong with it
 */
export function factIn(file: string, exported: unknown): Fact {
  const result = shape.safeParse(exported, {
    error: ({ input }) => (input === undefined ? 'is missing' : undefined),
  });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the shape has just been checked
  if (result.success) return exported as Fact;
  throw new UserError(
    result.error.issues.map(({ path, message }): Problem => ({
      file,
      message: path.length > 0 ? `${path.join('.')}: ${message}` : message,
    })),
  );
}
