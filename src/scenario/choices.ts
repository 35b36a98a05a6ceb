import type { Lender } from '../engine/index.ts';
import { rulesOf } from './institutions/check.ts';
import { tierKey, valuesOfTier } from './institutions/combined.ts';
import { dutiesOf } from './institutions/participation.ts';
import { Duty, lenderColumns, type Rules, type Values } from '../institutions/index.ts';
import { didYouMean } from '../suggest.ts';
import type { Candidate } from './candidates.ts';
import type { Path } from './yaml/document.ts';
import type { Draft } from './draft.ts';
import { unknownKey } from './problems.ts';
import { readAround, readBySchema } from './reading.ts';
import { inReadingOrder } from './institutions/reading-order.ts';
import type { InstitutionChoice } from './scenario.ts';
import { tableSchema, valueSchema } from './values.ts';

/** Quarters that a record map holds behind the present one. */
export const quartersOnFile = 31;

/**
 * The institutions of a scenario with their values: what `with` sets, else `everyInstitution`, else
 * nothing. Values that equal the institution's own defaults are left out, so that stating a default
 * changes no result. Their order does not depend on that in the file.
 *
 * @param areAll whether the candidates are all that the scenario names
 * @param lenders undefined if they are not known; what depends on them is then not checked
 */
export function readChoices(
  draft: Draft,
  candidates: readonly Candidate[],
  areAll: boolean,
  lenders: readonly Lender[] | undefined,
): InstitutionChoice[] {
  checkEveryInstitution(draft, candidates, areAll);
  return inReadingOrder(candidates.map((candidate) => readChoice(draft, candidate, lenders)));
}

/** One institution with its values, and what is wrong with them. */
export function readChoice(
  draft: Draft,
  candidate: Candidate,
  lenders: readonly Lender[] | undefined,
): InstitutionChoice {
  const { values, lost } = readValues(draft, candidate);
  const { id, label, from, participation } = candidate;
  const participants = typeof participation === 'object' ? participation.toSorted() : participation;
  const fit = recordsFit(draft, candidate, values, lost);
  const isSound = fit && candidate.isWhole && lost.size === 0;
  if (lenders !== undefined && isSound) checkRules(draft, candidate, values, lenders);
  return {
    ...{ id, label, from, values },
    ...(participants !== undefined && { participation: participants }),
  };
}

interface ReadValues {
  readonly values: Values;
  readonly lost: ReadonlySet<string>;
}

/** The values of a candidate, and the names under which something stands that could not be understood. */
function readValues(draft: Draft, { at, institution, own, tiers }: Candidate): ReadValues {
  if (!tiers) return readTable(draft, { at, institution, own });
  const read = tiers.map((tier) => ({ name: tier.name, ...readTable(draft, tier) }));
  return {
    values: Object.fromEntries(
      read.flatMap(({ name, values }) =>
        Object.entries(values).map(([key, value]) => [tierKey(name, key), value]),
      ),
    ),
    lost: new Set(read.flatMap(({ name, lost }) => [...lost].map((key) => tierKey(name, key)))),
  };
}

/** The values of one institution: what `with` sets, else `everyInstitution`. */
function readTable(
  draft: Draft,
  { at, institution, own }: Pick<Candidate, 'at' | 'institution' | 'own'>,
): ReadValues {
  const { parameters } = institution;
  const table = tableSchema(parameters);
  const document = draft.documentOf(at);
  const mine = readAround(table, table, own, document, draft.problems, [...at, 'with']);
  const every = draft.given.everyInstitution ?? {};
  const values: Record<string, number | boolean> = {};
  const lost = new Set(mine.lost.map(([name]) => String(name)));
  for (const [name, parameter] of Object.entries(parameters)) {
    const shared = valueSchema(parameter).optional().safeParse(every[name]);
    const value = mine.value?.[name] ?? shared.data;
    if (value !== undefined && value !== parameter.default) values[name] = value;
    if (value === undefined && !shared.success) lost.add(name);
  }
  return { values, lost };
}

/** Each value of `everyInstitution` must be one that some institution knows, and suit all that know it. */
function checkEveryInstitution(
  draft: Draft,
  candidates: readonly Candidate[],
  areAll: boolean,
): void {
  const tables = candidates.flatMap(({ institution, tiers }) =>
    (tiers ?? [{ institution }]).map((one) => one.institution.parameters),
  );
  const known = [...new Set(tables.flatMap((table) => Object.keys(table)))];
  for (const [name, value] of Object.entries(draft.given.everyInstitution ?? {})) {
    const at: Path = ['everyInstitution', name];
    const document = draft.documentOf(at);
    const owner = tables.find((table) => {
      if (!Object.hasOwn(table, name)) return false;
      return !valueSchema(table[name]).safeParse(value).success;
    });
    if (owner !== undefined)
      readBySchema(valueSchema(owner[name]), value, document, draft.problems, at);
    else if (areAll && !known.includes(name)) {
      draft.problems.push(unknownKey(document, at, known));
    }
  }
}

/** Whether records stay readable within what the record maps hold, as far as `lost` values leave it to be told. */
function recordsFit(
  draft: Draft,
  { at, institution, tiers }: Candidate,
  values: Values,
  lost: ReadonlySet<string>,
): boolean {
  if (!tiers) return tierFits(draft, { at, institution }, values, lost);
  const gone = Object.fromEntries([...lost].map((name) => [name, 0] as const));
  return tiers
    .map((tier) => {
      const ownLost = new Set(Object.keys(valuesOfTier(tier.name, gone)));
      return tierFits(draft, tier, valuesOfTier(tier.name, values), ownLost);
    })
    .every(Boolean);
}

function tierFits(
  draft: Draft,
  { at, institution }: Pick<Candidate, 'at' | 'institution'>,
  values: Values,
  lost: ReadonlySet<string>,
): boolean {
  const valueOf = (name: string) =>
    Number(values[name] ?? institution.parameters[name]?.default ?? 0);
  const kept = ['retentionNegative', 'retentionPositive'].filter((name) => !lost.has(name));
  const found = lost.has('lag') ? undefined : keptTooLong(institution.id, kept, valueOf);
  if (found !== undefined) {
    const places = ['lag', ...found.names].flatMap((key): Path[] => [
      [...at, 'with', key],
      ['everyInstitution', key],
    ]);
    draft.complain([places.find((path) => draft.documentOf(path).has(path)) ?? at], found.text);
  }
  return found === undefined;
}

/** Which records are kept longer than record maps reach back, and what to say of it. */
export function keptTooLong(
  id: string,
  retentions: readonly string[],
  valueOf: (name: string) => number,
): { readonly names: readonly string[]; readonly text: string } | undefined {
  const lag = valueOf('lag');
  const names = retentions.filter((name) => lag + valueOf(name) > quartersOnFile);
  if (names.length === 0) return undefined;
  const named = names.map((name) => `${name} ${valueOf(name)}`).join(' and ');
  const text =
    `lag ${lag} with ${named} reaches further back than records do, under ${id}\n` +
    `lag + retention: at most ${quartersOnFile} quarters`;
  return { names, text };
}

/** Runs the rules on these lenders, and sees whether those who are said to participate can. */
function checkRules(
  draft: Draft,
  candidate: Candidate,
  values: Values,
  lenders: readonly Lender[],
): void {
  const { at, id, institution, from } = candidate;
  const columns = lenderColumns(lenders);
  let rules: Rules;
  try {
    const name = from.kind === 'module' ? `${id} (${from.path})` : id;
    rules = rulesOf({ ...institution, id: name }, values, columns);
  } catch (error) {
    draft.relay(at, error);
    return;
  }
  const { participation } = candidate;
  if (participation === undefined) return;
  const place: Path = [...at, 'participation'];
  const of = (duty: number) =>
    lenders.filter((_, j) => dutiesOf(rules, columns)[j].includes(duty)).map((lender) => lender.id);
  const free = of(Duty.may);
  if (free.length === 0) {
    draft.complain([place], `${id} leaves no lender the choice\nleave participation out`);
  } else if (typeof participation === 'object') {
    participation.forEach((lender, k) => {
      // Who must contribute anyway may be named: the run says that it changes nothing (participation.ts).
      if (free.includes(lender) || of(Duty.must).includes(lender)) return;
      const known = lenders.some((other) => other.id === lender);
      const what = known ? `${id} leaves "${lender}" no choice` : `no lender "${lender}"`;
      draft.complain([[...place, k]], `${what}\n${didYouMean(lender, free)}`);
    });
  }
}
