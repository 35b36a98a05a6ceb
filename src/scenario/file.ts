import { z } from 'zod';
import { economyParameters, lenderParameters, worlds } from '../engine/index.ts';
import { accessNames, lenderKindNames, mostTiers } from '../institutions/index.ts';
import { designKeys } from './design-file.ts';
import { quarterName } from './phases/calendar.ts';
import { courseKeys } from './phases/phase-file.ts';
import { isFormula } from '../text/odd-signs.ts';
import { runParameters } from './run-parameters.ts';
import { numberSchema, tableSchema } from './values.ts';

/** What begins no formula; a text in several languages has become its English one (words.ts). */
const sentence = (about: string) =>
  z
    .string()
    .trim()
    .min(1)
    .refine((text) => !isFormula(text), {
      error: 'begins like a formula of a spreadsheet\nbegin with a letter or a digit',
    })
    .meta({ description: about });

const id = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
  .max(60)
  .meta({ description: 'lower-case letters, digits and single hyphens' });

/** One entry of `lenders`. */
export const lenderSchema = z.strictObject({
  id,
  kind: z.enum(lenderKindNames),
  share: numberSchema(lenderParameters.share),
  funding: numberSchema(lenderParameters.funding).optional(),
  operating: numberSchema(lenderParameters.operating).optional(),
  recovery: numberSchema(lenderParameters.recovery).optional(),
});

const participation = z
  .union([z.number().min(0).max(1), z.array(id)], {
    error: 'expected a share (0..1) or a list of lender ids',
  })
  .meta({
    description:
      'which of the lenders that may contribute do: their ids, or a share of them (largest first)',
  });

/** Values whose names depend on the institution: they are checked when it is known (resolve.ts). */
export const anyValues = z.record(z.string(), z.unknown());

const label = sentence('name in tables and legends');
const choiceKeys = z.strictObject({ as: id, participation, ...courseKeys }).partial();

const mostLenders = 100;

/** Institutions that one scenario may compare. */
const mostInstitutions = 100;

/** An institution by name: a built-in one or the user's own module. */
export const use = <N extends z.ZodType<string>, V extends z.ZodType>(name: N, values: V) =>
  choiceKeys.extend({ use: name, label: label.optional(), with: values.optional() });

const byKind = <V extends z.ZodType>(value: V) => z.partialRecord(z.enum(lenderKindNames), value);

/** An institution written as columns. */
export const declaration = choiceKeys.extend({
  declare: z.strictObject({
    label,
    facts: z
      .strictObject({
        representative: sentence('country or system that stands for it'),
        mechanism: sentence('who runs it'),
        purpose: sentence('what it is for'),
        openness: sentence('who may read'),
        dataSources: sentence('whose data it holds'),
        character: sentence('compulsory or voluntary, for profit or not'),
      })
      .exactPartial()
      .optional(),
    contributes: byKind(z.enum(['barred', 'may', 'must'])).meta({
      description: 'duty to furnish records, by kind of lender; kinds not named are barred',
    }),
    reads: byKind(byKind(z.enum(accessNames))).meta({
      description: 'what each kind of reader sees of each kind of contributor; not named = none',
    }),
    reciprocal: z.boolean().optional().meta({ description: 'only those who contribute may read' }),
  }),
  as: id,
  with: anyValues.optional(),
});

export const combination = choiceKeys.extend({
  label: label.optional(),
  // Entries are read one by one (candidates.ts).
  combine: z.array(z.unknown()).min(2).max(mostTiers).meta({
    description:
      'institutions that stand beside each other as one: a reader sees what any of them shows it',
  }),
});

const economy = z
  .strictObject(
    Object.fromEntries(
      Object.entries(economyParameters).map(([group, table]) => [group, tableSchema(table)]),
    ),
  )
  .partial();

export const differencesSchema = z
  .strictObject({
    title: sentence('one line that names the scenario'),
    question: sentence('what a reader should learn from it'),
    source: sentence('where its idea and its numbers come from'),
    extends: z
      .string()
      .meta({ description: 'id of a shipped scenario, or a path that begins with ./ or ../' }),
    seed: z
      .union([z.string().trim().min(1), z.int()], { error: 'expected a word or a whole number' })
      .meta({
        description: 'any word or whole number; the same seed gives the same people and luck',
      }),
    borrowers: numberSchema(runParameters.borrowers),
    quarters: numberSchema(runParameters.quarters),
    burnIn: numberSchema(runParameters.burnIn),
    start: z
      .string()
      .regex(quarterName, { error: 'expected a quarter such as 2015-Q1' })
      .meta({ description: 'date of the first counted quarter; the burn-in lies before it' }),
    replicates: numberSchema(runParameters.replicates),
    worlds: z
      .array(z.enum(worlds))
      .min(1)
      .meta({ description: 'worlds of the decomposition to run; actual is always among them' }),
    sanctions: z.enum(['held', 'relearned']).meta({
      description:
        'what a default costs a borrower’s reputation in the worlds without hidden types or hidden action: ' +
        'as much as in the actual world (held, the default), or what lenders there learn anew (relearned)',
    }),
    reference: id.meta({ description: 'institution that differences are taken against' }),
    economy,
    // Entries are read one by one (lenders.ts, choices.ts), so that one bad entry hides no other.
    lenders: z.array(z.unknown()).min(1).max(mostLenders),
    everyInstitution: anyValues,
    institutions: z
      .array(z.unknown())
      .min(1)
      .max(mostInstitutions, { error: `at most ${mostInstitutions} institutions are compared` }),
    ...designKeys,
  })
  .partial();

export const version = z.literal(1).meta({ description: 'version of this file format' });

/** What a scenario file may say, by itself: nothing here looks at what it extends. */
export const fileSchema = z.strictObject({ version, ...differencesSchema.shape });

/** A scenario file: the differences to what it extends. */
export type ScenarioFile = z.infer<typeof fileSchema>;

/** One entry of `institutions`. */
export const choiceSchema = z.union(
  [z.string(), use(z.string(), anyValues), declaration, combination],
  { error: 'expected the id of an institution, or a group of keys with use, declare or combine' },
);

/** The same of which parts were left out because of mistakes: a declared institution may have lost its name. */
export const namelessSchema = z.union([
  z.string(),
  use(z.string(), anyValues),
  declaration.partial({ as: true }),
  combination,
]);

/** What is said of an institution as a whole, not of one tier. */
export const ofTheWhole = { participation: true, phases: true, reforms: true } as const;

/** One entry of `combine`: an institution that stands beside others. Who participates is said of the whole. */
export const tierSchema = z.union(
  [z.string(), use(z.string(), anyValues).omit(ofTheWhole), declaration.omit(ofTheWhole)],
  { error: 'expected the id of an institution, or a group of keys with use or declare' },
);

export type Choice = z.infer<typeof namelessSchema>;
