import { z } from 'zod';

const text = z.string().trim().min(1);

const ends = z.tuple([z.number(), z.number()], {
  error: 'expected two numbers, [lowest, highest]',
});

/** One entry of `targets`, as far as it stands alone. */
export const entrySchema = z.strictObject({
  id: z.string().trim().min(1).optional(),
  measure: z.string().optional(),
  ratio: z
    .tuple([z.string(), z.string()], { error: 'expected two measures, [top, bottom]' })
    .optional(),
  fact: z.string().optional(),
  market: z.string().optional(),
  value: z.number(),
  scale: z.number().positive({ error: 'a scale is above 0\none unit of a miss' }).optional(),
  band: ends.optional(),
  unit: text.optional(),
  source: z
    .string({
      error: 'missing\nwhere the number comes from: nobody can judge one without a source',
    })
    .trim()
    .min(1),
  how: text.optional(),
});

const range = z.union(
  [
    ends,
    z.strictObject({
      from: z.number(),
      to: z.number(),
      scale: z.enum(['linear', 'log']).optional(),
    }),
  ],
  { error: 'expected [lowest, highest] or { from: 0.05, to: 1.5, scale: log }' },
);

const condition = z.strictObject({
  measure: z.string(),
  min: z.number().optional(),
  max: z.number().optional(),
});

/** A targets file, by itself: nothing here looks at what it extends. */
export const targetsSchema = z.strictObject({
  version: z.literal(1),
  title: text.optional(),
  extends: z.string().optional(),
  scenario: z.string().optional(),
  market: z.string().optional(),
  seed: z.union([text, z.int()], { error: 'expected a word or a whole number' }).optional(),
  borrowers: z.int().min(100).optional(),
  quarters: z.int().min(1).optional(),
  burnIn: z.int().min(0).optional(),
  targets: z.array(entrySchema).optional(),
  without: z.array(z.string()).optional(),
  free: z.record(z.string(), range).optional(),
  require: z.array(condition).optional(),
  check: z
    .strictObject({ borrowers: z.int().min(100), seeds: z.int().min(2) })
    .exactPartial()
    .optional(),
});

export type TargetsFile = z.infer<typeof targetsSchema>;
export type TargetEntry = z.infer<typeof entrySchema>;
export type RangeEntry = z.infer<typeof range>;
