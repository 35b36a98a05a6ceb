import { join, type Lender } from '../../engine/index.ts';
import type { Candidate } from '../candidates.ts';
import { readChoice } from '../choices.ts';
import type { Path } from '../yaml/document.ts';
import type { Draft } from '../draft.ts';
import { unknownKey } from '../problems.ts';
import { rulesOf } from '../institutions/check.ts';
import { lenderColumns } from '../../institutions/index.ts';
import { valuesOfTier } from '../institutions/combined.ts';
import type { InstitutionChoice } from '../scenario.ts';
import { dateOf, quarterOf } from '../phases/calendar.ts';
import { unreformed, type FoundPhase, type FoundReform, type PhaseEntry } from './find-reforms.ts';
import type { Becoming, PhaseChoice } from '../scenario.ts';

/** What phases are held against. */
export interface RunTimes {
  readonly quarters: number;
  readonly burnIn: number;
  /** Date of the first counted quarter, if the scenario has a calendar. */
  readonly start: string | undefined;
}

/** The institution in force, as a candidate and as chosen. */
interface InForce {
  readonly candidate: Candidate;
  readonly choice: Becoming;
}

/**
 * The reforms of a scenario as choices: each the institution that it reforms, with phases.
 *
 * @param choices the institutions as they are without reform
 * @param lenders undefined if they are not known
 */
export function readReforms(
  draft: Draft,
  reforms: readonly FoundReform[],
  candidates: readonly Candidate[],
  choices: readonly InstitutionChoice[],
  lenders: readonly Lender[] | undefined,
  times: RunTimes,
): InstitutionChoice[] {
  return reforms.flatMap(({ of, id, label, phases }): InstitutionChoice[] => {
    const candidate = candidates.find((one) => one.id === of);
    const choice = choices.find((one) => one.id === of);
    if (!candidate || !choice) return [];
    let now: InForce = { candidate, choice };
    let before = -1;
    const records = [keepsRecords(now, lenders)];
    const read = phases.flatMap((phase): PhaseChoice[] => {
      const when = readTimes(draft, phase, times, before);
      const becoming = becomingOf(draft, phase, now, lenders);
      now = becoming ?? now;
      records.push(keepsRecords(now, lenders));
      const written = now.choice.id === unreformed(id) ? id : now.choice.id;
      checkErasure(draft, phase, written, records);
      if (!when) return [];
      before = when.from;
      return [{ ...when, ...(becoming && { becomes: becoming.choice }), ...actsOf(phase.entry) }];
    });
    return [{ ...choice, id, label, reformOf: of, phases: read }];
  });
}

/** The quarters of a phase, unless they contradict the run or the phase before. */
function readTimes(
  draft: Draft,
  { at, entry }: FoundPhase,
  { quarters, burnIn, start }: RunTimes,
  before: number,
): { readonly from: number; readonly announced?: number } | undefined {
  const read = (key: 'from' | 'announced'): number | undefined => {
    const given = entry[key];
    const complain = (text: string) => {
      draft.complain([[...at, key]], text);
      return undefined;
    };
    if (given === undefined || typeof given === 'number') return given;
    if (start === undefined) {
      return complain(
        `"${given}" is a date, and this scenario has no calendar\nwrite start: and the date of the first counted quarter, as 2015-Q1, or the number of a quarter`,
      );
    }
    const quarter = quarterOf(given, start, burnIn);
    const allowed = `dates from ${start} to ${dateOf(quarters - 1, start, burnIn)}; earlier ones as the number of a quarter, below ${burnIn}`;
    return quarter < burnIn
      ? complain(`${given} lies before the start, ${start}\n${allowed}`)
      : quarter;
  };
  // Quarters are told back as they were written: as dates or as numbers.
  const told = (key: 'from' | 'announced', quarter: number) =>
    start === undefined || typeof entry[key] === 'number' || quarter < burnIn
      ? String(quarter)
      : dateOf(quarter, start, burnIn);
  const named = (key: 'from' | 'announced', quarter: number) =>
    told(key, quarter).replace(/^\d+$/, 'quarter $&');
  const from = read('from');
  const announced = read('announced');
  if (from === undefined) return undefined;
  if (from >= quarters) {
    const last = `the run ends with ${named('from', quarters - 1)}`;
    const instead = `quarters: ${from + 1} or more, or an earlier quarter`;
    draft.complain(
      [[...at, 'from'], ['quarters']],
      `${named('from', from)} never comes: ${last}\nwrite ${instead}`,
    );
    return undefined;
  }
  if (from <= before) {
    draft.complain(
      [[...at, 'from']],
      `begins in ${named('from', from)}, no later than the phase before it (${told('from', before)})\nphases follow each other: put changes of one quarter into one phase`,
    );
    return undefined;
  }
  if (announced === undefined || announced === from) return { from };
  if (announced > from) {
    draft.complain(
      [[...at, 'announced']],
      `${named('announced', announced)} is later than from, ${told('announced', from)}\nthe same quarter or an earlier one; without it, borrowers reckon with the change on its date`,
    );
  } else if (announced <= before) {
    draft.complain(
      [[...at, 'announced']],
      `${named('announced', announced)} is no later than the phase before it (${told('announced', before)})\nborrowers reckon with one change at a time`,
    );
  }
  return { from, announced };
}

/** What the institution becomes, if it becomes something else. */
function becomingOf(
  draft: Draft,
  { at, entry, become }: FoundPhase,
  now: InForce,
  lenders: readonly Lender[] | undefined,
): InForce | undefined {
  const { with: changes, participation } = entry;
  if (!become && !changes && participation === undefined) return undefined;
  const { candidate } = now;
  for (const key of candidate.tiers && !become ? Object.keys(changes ?? {}) : []) {
    const known = Object.keys(candidate.institution.parameters);
    if (known.includes(key)) continue;
    draft.problems.push(unknownKey(draft.documentOf(at), [...at, 'with', key], known));
  }
  const next = become
    ? { ...become, ...(participation !== undefined && { participation }) }
    : changed(at, now, changes ?? {}, participation);
  if (become && changes) {
    draft.complain([[...at, 'with']], 'stands beside become\nput it into become');
  }
  const { reformOf: _, phases: __, ...choice } = readChoice(draft, next, lenders);
  return { candidate: next, choice };
}

/** The institution in force with some values changed. */
function changed(
  at: Path,
  { candidate, choice }: InForce,
  changes: Readonly<Record<string, unknown>>,
  participation: Candidate['participation'] = choice.participation,
): Candidate {
  const usual = Object.entries(candidate.institution.parameters).map(([name, parameter]) => [
    name,
    choice.values[name] ?? parameter.default,
  ]);
  const own: Record<string, unknown> = { ...Object.fromEntries(usual), ...changes };
  const next = { ...candidate, at, own, participation, isWhole: true };
  if (!candidate.tiers) return next;
  const tiers = candidate.tiers.map((tier) => ({
    ...tier,
    at,
    own: valuesOfTier(tier.name, own),
  }));
  return { ...next, tiers };
}

function actsOf(entry: PhaseEntry) {
  const { backfill, leavers, told, awareness, cap, shock, erase } = entry;
  return {
    ...(backfill !== undefined && { backfill }),
    ...(leavers === 'fade' && { leavers }),
    ...(told === true && { told }),
    ...(awareness !== undefined && { awareness }),
    ...(cap !== undefined && { cap }),
    ...(shock !== undefined && { shock }),
    ...(erase !== undefined && { erase: erase === 'all' ? {} : erase }),
  };
}

/** Whether somebody furnishes records to it, or feeds its score; undefined if that cannot be told. */
function keepsRecords(
  { candidate: { institution }, choice }: InForce,
  lenders: readonly Lender[] | undefined,
): boolean | undefined {
  if (!lenders) return undefined;
  try {
    const rules = rulesOf(institution, choice.values, lenderColumns(lenders));
    const { contributing, ecosystem } = join(lenders, {
      rules,
      participation: choice.participation,
    });
    return contributing.includes(1) || ecosystem.includes(1);
  } catch {
    return undefined; // told elsewhere
  }
}

function checkErasure(
  draft: Draft,
  { at, entry }: FoundPhase,
  id: string,
  records: readonly (boolean | undefined)[],
): void {
  if (entry.erase === undefined || records.some((keeps) => keeps !== false)) return;
  draft.complain(
    [[...at, 'erase']],
    `${id} keeps no records that could be erased\nno lender contributes to it, now or before`,
  );
}
