import { z } from 'zod';
import { worlds } from '../engine/index.ts';
import { quarterName } from './phases/calendar.ts';

const scale = z
  .enum(['linear', 'log'])
  .meta({ description: 'steps of equal size, or of equal ratio' });

/** An end of a range: a number, or a quarter as a calendar names it. */
const end = z.union([z.number(), z.string().regex(quarterName)]);
/** Values of a factor: a range, or a list. */
const rangeSchema = z.strictObject({
  from: end,
  to: end,
  step: z.number().positive().optional(),
  count: z.int().min(2).optional().meta({ description: 'how many values, both ends included' }),
  scale: scale.optional(),
});
/** Values that are written one by one; a range may have more. */
const mostListed = 10_000;
const listSchema = z
  .array(z.union([z.number(), z.boolean(), z.string(), z.array(z.string())]))
  .min(1)
  .max(mostListed);
const levelsError = 'expected a list of values, or a range: { from: 1, to: 28, step: 1 }';
const keyText = z
  .string()
  .meta({ description: 'key of a value, e.g. economy.behaviour.awareness' });

const vary = z
  .record(z.string(), z.union([z.boolean(), listSchema, rangeSchema], { error: levelsError }))
  .meta({
    description:
      'what one chooses: key of a value → its values; all combinations, or with zip: true the first with the first and so on',
  });

const sample = z
  .strictObject({
    design: z.enum(['sobol', 'morris']).meta({
      description: 'sobol spreads points evenly; morris moves one value at a time, for screening',
    }),
    points: z.int().min(1).meta({ description: 'of a Sobol sequence; powers of two are best' }),
    trajectories: z.int().min(1).meta({ description: 'of a Morris design' }),
    file: z
      .string()
      .meta({ description: 'CSV file of points: a header of keys, then a point a line' }),
    over: z
      .union(
        [
          z.literal('assumptions'),
          z.array(keyText).min(1),
          z.record(z.string(), z.union([z.literal('plausible'), listSchema, rangeSchema])),
        ],
        { error: 'expected assumptions, a list of keys, or keys with ranges' },
      )
      .meta({
        description:
          'what one does not know: assumptions (all that have a plausible range), keys, or keys with ranges',
      }),
  })
  .partial()
  .meta({ description: 'points of what one does not know; what is varied crosses them' });

const requirement = z.union(
  [
    z.enum(['lends', 'no-lender-loses']),
    z.strictObject({
      measure: z.string(),
      institution: z.string().optional(),
      world: z.enum(worlds).optional(),
      min: z.number().optional(),
      max: z.number().optional(),
    }),
  ],
  { error: 'expected lends, no-lender-loses, or a measure with min or max' },
);

/** The keys of a scenario file that make a design of it. */
export const designKeys = {
  vary,
  sample,
  require: z.array(requirement).meta({
    description:
      'what a market must do for its point to count: lends (one loan per 100 applications), no-lender-loses ' +
      '(in every replicate), or a measure within bounds; without it the first two, of points that a file says the start of the first',
  }),
  series: z.boolean().meta({ description: 'keep quarters of a design too' }),
};
