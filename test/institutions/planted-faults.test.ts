import { describe, expect, it } from 'vitest';
import { fullSharing } from '../../src/institutions/full-sharing.ts';
import { real } from '../../src/parameters.ts';
import {
  Access,
  type Institution,
  type Rules,
  type ScoreRules,
} from '../../src/institutions/institution.ts';
import { contract } from './institution.properties.ts';

/** Full sharing with something wrong in its rules. */
function spoiled(part: Partial<Rules>): Institution {
  return { ...fullSharing, rules: (values) => ({ ...fullSharing.rules(values), ...part }) };
}

const scored = (points: ScoreRules['points']) =>
  spoiled({ score: { authenticity: [0, 0, 0, 0, 0, 0, 0, 0, 0], points } });

let calls = 0;

/** Each law with an institution that breaks it. */
const faults: Readonly<Record<string, readonly Institution[]>> = {
  'has a name, six facts, and parameters with unit, range, meaning and source': [
    { ...fullSharing, id: 'FullSharing' },
    { ...fullSharing, facts: { ...fullSharing.facts, purpose: ' ' } },
    {
      ...fullSharing,
      parameters: {
        fee: real(2, [0, 1], 'principals', { about: 'the fee of it', source: 'a book' }),
      },
    },
    {
      ...fullSharing,
      parameters: {
        fee: real(0, [0, 1], 'principals', { about: 'the fee of it', source: 'assumption' }),
      },
    },
  ],
  'answers sensibly about the lenders of any market': [
    spoiled({ contributes: (lenders, out) => out.fill(3, 0, lenders.n) }),
    spoiled({ access: (_lenders, _contributing, out) => out.level.fill(7) }),
    spoiled({ access: (_lenders, _contributing, out) => out.fee.fill(NaN) }),
    spoiled({ perks: -1 }),
    spoiled({ errors: { falseDefault: 1.5, missedDefault: 0, standardsGap: 0 } }),
    spoiled({
      records: { retentionNegative: 20, retentionPositive: 28, lag: 4, threshold: 0 },
    }),
  ],
  'answers the same when asked again, and leaves what it was given untouched': [
    spoiled({ contributes: (lenders, out) => out.fill(++calls % 2, 0, lenders.n) }),
    spoiled({
      access(lenders, contributing) {
        // What plain JavaScript would let a rule do.
        if (lenders.n > 0) Reflect.set(contributing, 0, 0);
      },
    }),
    spoiled({
      access(lenders, _contributing, out) {
        calls += lenders.n;
        out.fee.fill(calls);
      },
    }),
  ],
  'opens the records of nobody who does not contribute': [
    spoiled({
      contributes: (_lenders, out) => out.fill(0),
      access: (_lenders, _contributing, out) => out.level.fill(Access.full),
    }),
  ],
  'reads every parameter: moving it changes an answer': [
    {
      ...fullSharing,
      parameters: {
        unread: real(0, [0, 1], 'share', {
          about: 'nobody reads this',
          source: 'assumption: none',
        }),
      },
    },
  ],
  'scores on the scale from 350 to 950, or not at all': [
    scored((reports, out) => out.fill(0.5, 0, reports.n)),
    scored((_reports, out) => out.fill(Infinity)),
  ],
  'scores each borrower alone: reordering borrowers reorders scores': [
    scored((reports, out) => {
      for (let i = 0; i < reports.n; ++i) out[i] = 600 + i;
    }),
    scored((_reports, out) => out.fill(400 + (++calls % 500))),
  ],
  'never scores a borrower higher for one more default': [
    scored((reports, out) => {
      for (let i = 0; i < reports.n; ++i) out[i] = 400 + reports.defaults[i];
    }),
  ],
};

describe('the contract suite', () => {
  it('has a planted fault for every law', () => {
    expect(Object.keys(faults).toSorted()).toEqual(Object.keys(contract).toSorted());
  });

  for (const [law, institutions] of Object.entries(faults)) {
    institutions.forEach((institution, i) => {
      it(`catches a planted fault: ${law} (${i + 1})`, () => {
        expect(() => contract[law](institution)).toThrow(Error);
      });
    });
  }

  it('finds no fault with the institution before it was spoiled', () => {
    for (const check of Object.values(contract)) expect(check(spoiled({}))).toBeUndefined();
  });
});
