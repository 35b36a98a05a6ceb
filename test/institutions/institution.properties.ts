import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { rulesOf } from '../../src/scenario/institutions/check.ts';
import {
  Duty,
  scoreRange,
  type Institution,
  type Values,
} from '../../src/institutions/institution.ts';
import { lenderColumns } from '../../src/institutions/lender-columns.ts';
import { institutionShape, misfits } from '../../src/scenario/institutions/shape.ts';
import type { NumberParameter } from '../../src/parameters.ts';
import { accessOf, anyLenders, anyReports, marketLenders, dutiesOf, pointsOf } from './markets.ts';

/** What every institution must keep, built in, declared or a user's own: name → check that throws. */
export const contract: Readonly<Record<string, (institution: Institution) => void>> = {
  'has a name, six facts, and parameters with unit, range, meaning and source': (institution) => {
    expect(misfits(institutionShape, institution)).toEqual([]);
    for (const { about, source } of Object.values(institution.parameters)) {
      expect(about.length).toBeGreaterThan(10);
      expect(source).toMatch(/^(assumption: .{10,}|(?!assumption).{10,})$/);
    }
  },

  'answers sensibly about the lenders of any market': (institution) => {
    forAll(anyLenders, (lenders) => void rulesOf(institution, {}, lenders));
  },

  'answers the same when asked again, and leaves what it was given untouched': (institution) => {
    forAll(anyLenders, (lenders) => {
      const rules = institution.rules();
      const before = structuredClone(lenders);
      const duties = dutiesOf(rules, lenders);
      const contributing = duties.map((duty) => (duty === Duty.barred ? 0 : 1));
      const given = [...contributing];
      const first = accessOf(rules, lenders, contributing);
      // Other markets in between must leave no trace.
      dutiesOf(rules, lenderColumns(marketLenders));
      accessOf(rules, lenderColumns(marketLenders), [1, 1, 1, 1, 1, 1]);
      expect(dutiesOf(rules, lenders)).toEqual(duties);
      expect(accessOf(rules, lenders, contributing)).toEqual(first);
      expect(dutiesOf(institution.rules(), lenders)).toEqual(duties);
      expect(lenders).toEqual(before);
      expect(contributing).toEqual(given);
    });
  },

  'opens the records of nobody who does not contribute': (institution) => {
    forAll(fc.tuple(anyLenders, fc.infiniteStream(fc.boolean())), ([lenders, joins]) => {
      const { n } = lenders;
      const rules = institution.rules();
      const contributing = dutiesOf(rules, lenders).map((duty) =>
        duty === Duty.must || (duty === Duty.may && joins.next().value) ? 1 : 0,
      );
      const { level } = accessOf(rules, lenders, contributing);
      for (let q = 0; q < n; ++q) {
        if (contributing[q]) continue;
        for (let j = 0; j < n; ++j) expect(level[j * n + q]).toBe(0);
      }
    });
  },

  'reads every parameter: moving it changes an answer': (institution) => {
    for (const name of Object.keys(institution.parameters)) {
      expect(moves(institution, name), `parameter ${name}`).toBe(true);
    }
  },

  'scores on the scale from 350 to 950, or not at all': (institution) => {
    const { lowest, highest } = scoreRange;
    forAll(anyReports, (reports) => {
      for (const points of pointsOf(institution.rules(), reports)) {
        expect(Number.isNaN(points) || (points >= lowest && points <= highest)).toBe(true);
      }
    });
  },

  'scores each borrower alone: reordering borrowers reorders scores': (institution) => {
    forAll(anyReports, (reports) => {
      const rules = institution.rules();
      const before = structuredClone(reports);
      const points = pointsOf(rules, reports);
      expect(pointsOf(rules, reports)).toEqual(points);
      const backwards = {
        n: reports.n,
        behaviours: reports.behaviours.map((column) => Array.from(column).toReversed()),
        repaid: Array.from(reports.repaid).toReversed(),
        defaults: Array.from(reports.defaults).toReversed(),
      };
      expect(pointsOf(rules, backwards)).toEqual(points.toReversed());
      expect(reports).toEqual(before);
    });
  },

  'never scores a borrower higher for one more default': (institution) => {
    forAll(anyReports, (reports) => {
      const rules = institution.rules();
      const worse = { ...reports, defaults: Array.from(reports.defaults, (count) => count + 1) };
      const after = pointsOf(rules, worse);
      pointsOf(rules, reports).forEach((points, i) => {
        expect(after[i] > points, `${points} rose to ${after[i]}`).toBe(false);
      });
    });
  },
};

/** Runs the whole contract on one institution. */
export function keepsTheContract(institution: Institution) {
  describe(`the institution ${institution.id}`, () => {
    it.each(Object.entries(contract))('%s', (_law, check) => {
      expect(check(institution)).toBeUndefined();
    });
  });
}

function forAll<T>(values: fc.Arbitrary<T>, check: (value: T) => void) {
  fc.assert(fc.property(values, check), { numRuns: 40 });
}

/**
 * Whether a parameter changes any answer of the rules, at the defaults or just beside them (a bonus of
 * 0 hides the number of things that it is paid for).
 */
function moves(institution: Institution, name: string): boolean {
  const beside: Record<string, number | boolean> = {};
  for (const [other, p] of Object.entries(institution.parameters)) {
    if (p.kind === 'integer') beside[other] = Math.min(p.max, p.default + 1);
    if (p.kind === 'number') beside[other] = p.default + 0.001 * (p.max - p.default);
  }
  const parameter = institution.parameters[name];
  const places = parameter.kind === 'switch' ? [true, false] : placesOf(parameter);
  return [{}, beside].some((values) => {
    const here = answers(institution, values);
    return places.some((place) => {
      const there = answers(institution, { ...values, [name]: place });
      return there !== undefined && there !== here;
    });
  });
}

/** The ends of a range and its middle: at an end two parameters may contradict each other. */
function placesOf({ min, max }: NumberParameter): number[] {
  return [min, Math.round((min + max) / 2), max];
}

/** All that the rules say about one market and a few borrowers, as text; nothing if they refuse the values. */
function answers(institution: Institution, values: Values): string | undefined {
  const rules = rulesUnder(institution, values);
  if (!rules) return undefined;
  const lenders = lenderColumns(marketLenders);
  const duties = dutiesOf(rules, lenders);
  const reports = {
    n: 5,
    behaviours: Array.from({ length: 9 }, (_, b) => [b / 9, -b / 9, 0, 6, -6]),
    repaid: [3, 20, 0, 31, 0],
    defaults: [0, 1, 6, 0, 31],
  };
  return JSON.stringify([
    rules,
    duties,
    accessOf(
      rules,
      lenders,
      duties.map((duty) => (duty === Duty.barred ? 0 : 1)),
    ),
    pointsOf(rules, reports),
  ]);
}

function rulesUnder(institution: Institution, values: Values) {
  try {
    return institution.rules(values);
  } catch (error) {
    if (error instanceof UserError) return undefined;
    throw error;
  }
}
