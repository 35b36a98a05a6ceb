import type { Identification } from '../designs/identification.ts';
import { grouped } from '../text/grouped.ts';
import { alikeGroups } from './alike.ts';
import type { ConditionKept } from './conditions.ts';
import { conflictOf } from './conflict.ts';
import { missedIn, type FitRow } from './fit.ts';
import { boundsOf, fitting, freedomOf } from './freedom.ts';
import type { Evaluation } from './log.ts';
import { misfitOf } from './misfit.ts';
import { targetName, type Calibration, type Condition } from './targets.ts';

/** What a search found, as far as words need it. */
export interface SearchFound {
  readonly evaluations: readonly Evaluation[];
  readonly best: Evaluation;
  /** Whether that is the vector chosen from the admissible set, not the search's own. */
  readonly isSettled?: boolean;
  readonly fit: readonly FitRow[];
  readonly identification: Identification;
  /** Of the best vector. */
  readonly conditions: readonly ConditionKept[];
}

/** A number as people read it: three significant digits. */
export const short = (value: number): string =>
  Number.isNaN(value) ? '–' : String(Number(value.toPrecision(3))).replace('-', '−');

const percent = (share: number) => `${Math.round(100 * share)}%`;
const listed = (words: readonly string[]) =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`;
const counted = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`;

/** What a reader should know of the result, most important first; one paragraph each. */
export function sentencesOf(calibration: Calibration, told: SearchFound): string[] {
  return [
    ...fitWords(calibration, told),
    ...conditionWords(told),
    ...conflictWords(calibration, told),
    ...identificationWords(calibration, told),
    ...freedomWords(calibration, told),
  ];
}

function fitWords(
  { targets, check }: Calibration,
  { fit, isSettled = false }: SearchFound,
): string[] {
  const missed = missedIn(fit);
  const unseen = isSettled
    ? 'that neither the search nor the choice of this vector from the admissible set saw'
    : 'that the search never saw';
  const where = `in the mean of ${counted(check.seeds, 'seed')} with ${grouped(check.borrowers)} borrowers ${unseen}`;
  if (missed.length === 0 && targets.length === 1)
    return [`The target is inside its band ${where}.`];
  if (missed.length === 0)
    return [`All ${counted(targets.length, 'target')} are inside their bands ${where}.`];
  const names = listed(missed.map((i) => targetName(targets[i])));
  return [
    `${targets.length - missed.length} of ${counted(targets.length, 'target')} are inside their bands ${where}; outside: ${names}.`,
  ];
}

function conditionWords({ conditions }: SearchFound): string[] {
  if (conditions.length === 0) return [];
  const broken = conditions.filter(({ holds }) => !holds[0]);
  if (broken.length === 0) {
    return [`It keeps ${counted(conditions.length, 'condition')} under every institution.`];
  }
  const told = broken.map(
    ({ condition, worst }) =>
      `${condition.measure} is ${short(worst[0])}, not ${boundsText(condition)}`,
  );
  return [`It breaks a condition under some institution: ${told.join('; ')}.`];
}

/** The ends of a condition: "at least 0.7 and at most 1.4". */
export function boundsText({ min, max }: Condition): string {
  return [
    ...(min === -Infinity ? [] : [`at least ${short(min)}`]),
    ...(max === Infinity ? [] : [`at most ${short(max)}`]),
  ].join(' and ');
}

function conflictWords(
  { targets }: Calibration,
  { evaluations, best, fit }: SearchFound,
): string[] {
  // What the search's luck alone keeps outside is no conflict.
  if (missedIn(fit).length === 0) return [];
  const conflict = conflictOf(
    targets,
    evaluations.map(({ moments }) => moments),
  );
  if (!conflict) return [];
  const tried = counted(evaluations.length, 'vector');
  if (conflict.without.length === 0) {
    const names = listed(
      misfitOf(targets, best.moments).outside.map((i) => targetName(targets[i])),
    );
    return [
      `No vector of the ${tried} tried meets all targets, and none meets all but two: each misses at least ${conflict.fewest}. ` +
        `The best one misses ${names}.`,
    ];
  }
  const sets = conflict.without.map((set) => listed(set.map((i) => targetName(targets[i]))));
  return [
    `No vector of the ${tried} tried meets all targets together. Without ${sets.join(', or without ')}, some vector meets the others.`,
  ];
}

function identificationWords(
  { targets, free }: Calibration,
  { identification: { rank, alike, idle }, best }: SearchFound,
): string[] {
  const words: string[] = [];
  const loose = free.length - rank;
  if (loose > 0) {
    const few =
      targets.length < free.length
        ? `${counted(targets.length, 'target')} cannot settle ${counted(free.length, 'parameter')}: `
        : '';
    const near = few === '' ? 'Near' : 'near';
    words.push(
      `${few}${near} the best vector the targets settle ${rank} of ${counted(free.length, 'direction')}. ` +
        `Along the other ${loose} the vector may move without a target noticing, so the best vector is one of many.`,
    );
  } else {
    words.push(`Near the best vector the targets settle all ${counted(free.length, 'direction')}.`);
  }
  if (alike.length > 0) {
    const groups = alikeGroups(alike).map(({ same, opposite }) => {
      const names = (some: readonly number[]) => some.map((i) => free[i].key);
      if (opposite.length === 0) return `${listed(names(same))} (alike)`;
      if (same.length + opposite.length === 2)
        return `${listed(names([...same, ...opposite]))} (in opposite ways)`;
      return `${listed(names(same))} in one way, ${listed(names(opposite))} in the opposite way`;
    });
    words.push(`Cannot be told apart, since they move the targets together: ${groups.join('; ')}.`);
  }
  if (idle.length > 0) {
    words.push(
      `Warning: no target is moved by ${listed(idle.map((i) => free[i].key))}; fix ${idle.length === 1 ? 'it' : 'them'}, or add a target that is.`,
    );
  }
  const bounds = boundsOf(free, best.values);
  if (bounds.length > 0) {
    const ends = bounds.map(({ key, end }) => `${key} (${end === 'low' ? 'lowest' : 'highest'})`);
    words.push(
      `At an end of ${bounds.length === 1 ? 'its range' : 'their ranges'}: ${listed(ends)}.`,
    );
  }
  return words;
}

function freedomWords(
  { targets, free }: Calibration,
  { evaluations, best }: SearchFound,
): string[] {
  const stated = misfitOf(targets, best.moments).outside;
  const fits = fitting(targets, evaluations, stated);
  if (fits.length < 2) return [];
  const wide = freedomOf(free, fits)
    .toSorted((a, b) => b.share - a.share)
    .slice(0, 5)
    .map(
      ({ key, low, high, share }) =>
        `${key} from ${short(low)} to ${short(high)} (${percent(share)} of its range)`,
    );
  return [
    `${fits.length} of the ${counted(evaluations.length, 'vector')} tried fit as well in the search, and they differ: ${wide.join('; ')}.`,
  ];
}
