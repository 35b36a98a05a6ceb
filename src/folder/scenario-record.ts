import { z } from 'zod';
import { type Economy, economyParameters, worlds } from '../engine/index.ts';
import type { DeclaredColumns, Design, Scenario } from '../scenario/index.ts';
import { lenderKindNames } from '../institutions/index.ts';

const object = z.record(z.string(), z.unknown());
const count = z.int().nonnegative();

/** Whether a value has every number of the economy. */
function isEconomy(value: unknown): value is Economy {
  const groups = object.safeParse(value).data ?? {};
  return Object.entries(economyParameters).every(([group, table]) => {
    const given = object.safeParse(groups[group]).data ?? {};
    return Object.entries(table).every(
      ([name, parameter]) => typeof given[name] === typeof parameter.default,
    );
  });
}

const origins = [
  z.object({ kind: z.literal('built-in'), id: z.string() }),
  z.object({
    kind: z.literal('declared'),
    columns: z.custom<DeclaredColumns>((value) => object.safeParse(value).success),
  }),
  z.object({ kind: z.literal('module'), path: z.string(), hash: z.string() }),
] as const;

const choice = z.object({
  id: z.string(),
  label: z.string(),
  from: z.discriminatedUnion('kind', [
    ...origins,
    z.object({
      kind: z.literal('combined'),
      tiers: z.array(z.object({ name: z.string(), from: z.discriminatedUnion('kind', origins) })),
    }),
  ]),
  values: z.record(z.string(), z.union([z.number(), z.boolean()])),
  participation: z.union([z.number(), z.array(z.string())]).exactOptional(),
});

const phase = z.object({
  from: count,
  announced: count.exactOptional(),
  becomes: choice.exactOptional(),
  backfill: count.exactOptional(),
  leavers: z.literal('fade').exactOptional(),
  told: z.boolean().exactOptional(),
  awareness: z.number().exactOptional(),
  cap: z.number().exactOptional(),
  shock: z.number().exactOptional(),
  erase: z
    .object({ incomeFifths: z.array(count).exactOptional(), atMost: count.exactOptional() })
    .exactOptional(),
});

const reformable = choice.extend({
  reformOf: z.string().exactOptional(),
  phases: z.array(phase).exactOptional(),
});

/** What a manifest must hold to be run again; the scenario's own checks were passed when it was written. */
export const recordedScenario: z.ZodType<Scenario> = z.object({
  version: z.literal(1),
  id: z.string(),
  title: z.string(),
  question: z.string(),
  source: z.string(),
  seed: z.string(),
  borrowers: count,
  quarters: count,
  burnIn: count,
  words: z.record(z.string(), z.object({ en: z.string(), zh: z.string() })).exactOptional(),
  start: z.string().exactOptional(),
  replicates: count,
  worlds: z.array(z.enum(worlds)),
  sanctions: z.literal('relearned').exactOptional(),
  reference: z.string(),
  institutions: z.array(reformable),
  lenders: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(lenderKindNames),
      share: z.number(),
      funding: z.number(),
      operating: z.number(),
      recovery: z.number(),
    }),
  ),
  economy: z.custom<Economy>(isEconomy),
  design: z.custom<Design>((value) => object.safeParse(value).success).exactOptional(),
});
