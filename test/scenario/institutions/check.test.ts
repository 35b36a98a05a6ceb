import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/errors.ts';
import { checkRules, rulesOf } from '../../../src/scenario/institutions/check.ts';
import { fullSharing } from '../../../src/institutions/full-sharing.ts';
import type { Rules } from '../../../src/institutions/institution.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { lenderColumns } from '../../../src/institutions/lender-columns.ts';
import { marketLenders } from '../../institutions/markets.ts';

const lenders = lenderColumns(marketLenders);
const good = fullSharing.rules();

/** The messages of the user's error that `work` throws. */
function complaints(work: () => unknown): string[] {
  try {
    work();
  } catch (error) {
    if (error instanceof UserError) return error.problems.map(({ message }) => message);
    throw error;
  }
  return [];
}

type Points = NonNullable<Rules['score']>['points'];

/** A score that gives everybody these points. */
const score = (points: number) => ({
  authenticity: [0, 0, 0, 0, 0, 0, 0, 0, 0],
  points: ((_, out) => void out.fill(points)) satisfies Points,
});

const complaintsAbout = (rules: unknown) =>
  complaints(() => checkRules(fullSharing, rules as Rules, lenders));

describe('checking rules on the lenders of a market', () => {
  it('accepts every built-in institution', () => {
    for (const institution of Object.values(institutions)) {
      expect(complaints(() => rulesOf(institution, {}, lenders))).toEqual([]);
    }
  });

  it('names the institution, the rule and what was thrown', () => {
    const boom = () => {
      throw new TypeError('lenders is not iterable');
    };
    expect(complaintsAbout({ ...good, access: boom })).toEqual([
      'full-sharing: access: TypeError: lenders is not iterable',
    ]);
    expect(complaintsAbout({ ...good, contributes: boom })).toEqual([
      'full-sharing: contributes: TypeError: lenders is not iterable',
    ]);
    expect(complaints(() => rulesOf({ ...fullSharing, rules: boom }, {}, lenders))).toEqual([
      'full-sharing: rules: TypeError: lenders is not iterable',
    ]);
  });

  it('keeps the original error as the cause', () => {
    const original = new RangeError('no');
    const throws = () => {
      throw original;
    };
    expect(() => checkRules(fullSharing, { ...good, contributes: throws }, lenders)).toThrow(
      expect.objectContaining({ cause: original }),
    );
  });

  it('passes on a user’s error of the rules themselves, with the institution’s name', () => {
    const { sesame } = institutions;
    expect(complaints(() => rulesOf(sesame, { floor: 950, ceiling: 350 }, lenders))).toEqual([
      expect.stringMatching(/^sesame: rules: floor 950 must lie below ceiling 350/),
    ]);
  });

  it('refuses a fee of NaN, a level of 7, a duty of 3 and a flag of 2, all at once', () => {
    expect(
      complaintsAbout({
        ...good,
        contributes: (_: unknown, out: Uint8Array) => out.fill(3),
        access(_: unknown, __: unknown, out: Parameters<Rules['access']>[2]) {
          out.level.fill(7);
          out.fee.fill(NaN);
          out.score.fill(2);
        },
      }),
    ).toEqual([
      'full-sharing: contributes: wrote 3; allowed: 0 (barred), 1 (may), 2 (must)',
      'full-sharing: access: level: wrote 7; allowed: 0 (none), 1 (negative), 2 (full), 3 (full without balances)',
      'full-sharing: access: fee: wrote NaN; allowed: mean loans, 0 or more',
      'full-sharing: access: score: wrote 2; allowed: 0 or 1',
    ]);
  });

  it('finds nonsense that shows only when those who may contribute do not', () => {
    const access: Rules['access'] = (_lenders, contributing, out) => {
      if (!contributing[0]) out.fee.fill(-1);
    };
    expect(complaintsAbout({ ...institutions['market-led'].rules(), access })).toEqual([
      'full-sharing: access: fee: wrote -1; allowed: mean loans, 0 or more',
    ]);
  });

  it.each([Infinity, -Infinity, 5000, 349.9])('refuses %d points', (points) => {
    expect(complaintsAbout({ ...good, score: score(points) })).toEqual([
      `full-sharing: score.points: wrote ${points}; allowed: 350 to 950, or NaN for no score`,
    ]);
  });

  it.each([350, 950, NaN])('accepts %d points', (points) => {
    expect(complaintsAbout({ ...good, score: score(points) })).toEqual([]);
  });

  it('holds a score to its range in a market too, and takes what it leaves out for no score', () => {
    const reports = { n: 2, behaviours: [], repaid: [0, 99], defaults: [0, 0] };
    const pointsFrom = (points: Points) => {
      const rules: Rules = { ...good, score: { ...score(600), points } };
      const out = new Float64Array(2);
      rulesOf({ ...fullSharing, rules: () => rules }, {}, lenders).score?.points(reports, out);
      return [...out];
    };
    expect(pointsFrom((_, out) => void (out[1] = 700))).toEqual([NaN, 700]);
    const late: Points = ({ repaid }, out) => void out.fill(repaid[1] > 50 ? 5000 : 600);
    expect(() => pointsFrom(late)).toThrow('score.points: wrote 5000; allowed: 350 to 950');
  });

  it('refuses rules that change what they are given', () => {
    const greedy: Points = (reports) => void Reflect.set(reports.repaid, 0, 9);
    expect(
      complaintsAbout({
        ...good,
        access: (_: unknown, contributing: object) => void Reflect.set(contributing, 0, 0),
        score: { ...score(600), points: greedy },
      }),
    ).toEqual([
      'full-sharing: access: changes what it is given; it may read that, and write into out alone',
      'full-sharing: score.points: changes what it is given; it may read that, and write into out alone',
    ]);
  });

  it('refuses rules that keep state or draw chance', () => {
    let asked = 0;
    const fickle: Points = (_, out) => void out.fill(600 + asked++);
    expect(complaintsAbout({ ...good, score: { ...score(600), points: fickle } })).toEqual([
      expect.stringContaining('score.points: answers differently when asked again'),
    ]);
  });

  it('leaves a user’s rules their own class', () => {
    class Own {
      readonly #duty = 1;
      readonly records = good.records;
      readonly errors = good.errors;
      readonly perks = 0;
      readonly costPerReport = 0;
      readonly score = score(600);
      contributes(_: unknown, out: Uint8Array) {
        out.fill(this.#duty);
      }
      access() {
        return this.#duty;
      }
    }
    const rules = rulesOf({ ...fullSharing, rules: () => new Own() }, {}, lenders);
    const out = new Uint8Array(lenders.n);
    rules.contributes(lenders, out);
    expect(out).toEqual(new Uint8Array(lenders.n).fill(1));
  });

  it('names every missing or wrong field', () => {
    const { access: _access, perks: _perks, ...lacking } = good;
    expect(
      complaintsAbout({
        ...lacking,
        errors: { ...good.errors, falseDefault: 2 },
        records: { ...good.records, retentionNegative: 1.5 },
        score: { authenticity: [1], points: 'none' },
      }).toSorted(),
    ).toEqual([
      'full-sharing: access: is not a function',
      expect.stringMatching(/^full-sharing: errors.falseDefault: /),
      'full-sharing: perks: is missing',
      expect.stringMatching(/^full-sharing: records.retentionNegative: /),
      expect.stringMatching(/^full-sharing: score.authenticity: /),
      'full-sharing: score.points: is not a function',
    ]);
  });

  it('refuses a lag that pushes records out of the 31 quarters kept', () => {
    expect(complaints(() => rulesOf(fullSharing, { lag: 3 }, lenders))).toEqual([]);
    expect(complaints(() => rulesOf(fullSharing, { lag: 4 }, lenders))).toEqual([
      'full-sharing: records: lag + retention is more than 31 quarters',
    ]);
  });

  it('refuses rules that are not there at all', () => {
    expect(complaintsAbout(undefined)).toEqual(['full-sharing: is missing']);
  });
});
