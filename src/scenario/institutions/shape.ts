import { z } from 'zod';
import { behaviours } from '../../scores/index.ts';
import { mostTiers, type Institution } from '../../institutions/index.ts';
import { isFormula, oddSignIn } from '../../text/odd-signs.ts';

/**
 * What an institution and its rules must look like, for those that no compiler has seen: a user's
 * module may be plain JavaScript, and a scenario's values reach rules unseen by either.
 */

const text = z
  .string()
  .trim()
  .min(1, { error: 'is empty' })
  .refine((value) => oddSignIn(value) === undefined, { error: 'holds a control character' })
  .refine((value) => !isFormula(value), { error: 'begins like a formula of a spreadsheet' });
/** Written of parameters, and in no table. */
const prose = z.string().trim().min(1, { error: 'is empty' });
const passport = { about: prose, source: prose };

const numberParameter = z
  .object({
    kind: z.enum(['number', 'integer']),
    default: z.number(),
    min: z.number(),
    max: z.number(),
    unit: text,
    ...passport,
  })
  .refine((p) => p.min <= p.default && p.default <= p.max, { error: 'default outside its range' })
  .refine((p) => p.kind === 'number' || Number.isInteger(p.default), {
    error: 'not a whole number',
  });

const switchParameter = z.object({
  kind: z.literal('switch'),
  default: z.boolean(),
  unit: z.literal('yes or no'),
  ...passport,
});

const isFunction = (value: unknown) => typeof value === 'function';
const notFunction = { error: 'is not a function' };

/** What a module must export by default. */
export const institutionShape = z.object({
  id: z
    .string()
    .regex(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { error: 'is not kebab-case, like my-registry' }),
  label: text,
  facts: z.object({
    representative: text,
    mechanism: text,
    purpose: text,
    openness: text,
    dataSources: text,
    character: text,
  }),
  parameters: z.record(z.string(), z.union([numberParameter, switchParameter])),
  rules: z.custom<Institution['rules']>(isFunction, notFunction),
});

const share = z.number().min(0).max(1);
const amount = z.number().min(0);
const retention = z.int().min(0).max(31);
const rule = z.custom(isFunction, notFunction);

/** What each tier must be. */
const tierShape = z.object({
  contributes: rule,
  access: rule,
  records: z
    .object({
      retentionNegative: retention,
      retentionPositive: retention,
      lag: z.int().min(0).max(30),
      threshold: amount,
    })
    .refine((r) => r.lag + Math.max(r.retentionNegative, r.retentionPositive) <= 31, {
      error: 'lag + retention is more than 31 quarters',
    }),
  errors: z.object({ falseDefault: share, missedDefault: share, standardsGap: share }),
  perks: amount,
  leak: z.object({ chance: share, loss: amount }).optional(),
  costPerReport: amount,
  score: z
    .object({
      ecosystem: rule.optional(),
      authenticity: z.array(share).length(behaviours.length),
      points: rule,
    })
    .optional(),
});

/** What `rules` must return. Answers of its functions are checked by running them (check.ts). */
export const rulesShape = tierShape.extend({
  beside: z
    .array(tierShape.extend({ beside: z.undefined('tiers have none beside them').optional() }))
    .max(mostTiers - 1, { error: `at most ${mostTiers} tiers stand beside each other` })
    .optional(),
});

/** What is wrong with a value, one a field, with its path: `facts.purpose: is missing`. */
export function misfits(shape: z.ZodType, value: unknown): string[] {
  const result = shape.safeParse(value, {
    error: ({ input }) => (input === undefined ? 'is missing' : undefined),
  });
  if (result.success) return [];
  return result.error.issues.map(({ path, message }) =>
    path.length > 0 ? `${path.join('.')}: ${message}` : message,
  );
}
