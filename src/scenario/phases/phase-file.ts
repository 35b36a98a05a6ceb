import { z } from 'zod';
import { economyParameters } from '../../engine/index.ts';
import { numberSchema, show } from '../values.ts';
import { phaseParameters } from './phase-parameters.ts';
import { quarterName } from './calendar.ts';

const quarter = (about: string) => {
  const error = `expected a quarter of the run, burn-in counted, or a date as 2028-Q1\n${about}`;
  return z
    .union([z.int().min(0), z.string().regex(quarterName, { error })], { error })
    .meta({ description: about });
};

/** One entry of `phases`. What it becomes, and who participates, is read when the institution is known. */
export const phaseSchema = z
  .strictObject({
    from: quarter('first quarter in which it holds: 44 of the run, burn-in counted, or 2028-Q1'),
    announced: quarter('quarter from which borrowers reckon with the new rules').optional(),
    become: z.unknown().optional().meta({
      description: 'the institution from then on: an entry as under institutions',
    }),
    with: z.record(z.string(), z.unknown()).optional().meta({
      description: 'values of the institution that change',
    }),
    participation: z.union([z.number().min(0).max(1), z.array(z.string())]).optional(),
    backfill: numberSchema(phaseParameters.backfill).optional(),
    leavers: z.enum(['gone', 'fade']).optional().meta({
      description: 'whether records of lenders that leave are gone, or stay until they fade',
    }),
    told: z.boolean().optional().meta({
      description:
        'lenders get at once the cards that they would have learned had the new rules always held; else they learn at their usual pace',
    }),
    awareness: numberSchema(economyParameters.behaviour.awareness).optional(),
    cap: numberSchema(economyParameters.pricing.cap).optional(),
    shock: numberSchema(phaseParameters.shock).optional(),
    erase: z
      .union([
        z.literal('all', {
          error: ({ input }) =>
            `${show(input)} is not allowed\nwrite all, or { incomeFifths: [1], atMost: 2 }`,
        }),
        z.strictObject({
          incomeFifths: z.array(z.int().min(1).max(5)).optional(),
          atMost: z.int().min(1).max(1000).optional(),
        }),
      ])
      .optional()
      .meta({
        description:
          'strikes defaults off the shared files: all, or those of some fifths of income (1 is the lowest), or of who has no more than so many',
      }),
  })
  .meta({ description: 'what changes from a quarter on' });

/** One entry of `reforms`. */
export const reformSchema = z.strictObject({
  as: z
    .string()
    .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
    .max(60),
  label: z.string().trim().min(1).optional(),
  phases: z.array(z.unknown()).min(1),
});

/** What an entry of `institutions` may say of its course. Entries are read one by one (find-reforms.ts). */
export const courseKeys = {
  phases: z
    .array(z.unknown())
    .min(1)
    .meta({ description: 'what changes later; it is compared with the same without any of it' }),
  reforms: z
    .array(z.unknown())
    .min(1)
    .meta({ description: 'several ways in which it might change, each compared with no reform' }),
};
