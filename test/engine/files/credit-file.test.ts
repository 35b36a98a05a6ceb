import { describe, expect, it, test } from 'vitest';
import { fileReader, type FileView } from '../../../src/engine/files/credit-file.ts';
import type { Sharing } from '../../../src/engine/files/join.ts';
import type { Records } from '../../../src/engine/files/records.ts';
import { Access, LenderKind } from '../../../src/institutions/institution.ts';
import { emptyFile } from '../../../src/scores/credit-file.ts';

const map = (word: number) => Uint32Array.of(word);

const kind = [LenderKind.bank, LenderKind.bank, LenderKind.internet];

/** Three lenders, one borrower; lender 0 reads lender 1 in full and lender 2 for its defaults. */
function sharing(changes: Partial<Sharing['records']> = {}): Sharing {
  const { none, full, negative } = Access;
  const zeros = () => new Float64Array(3);
  return {
    n: 3,
    contributing: Uint8Array.of(1, 1, 1),
    level: Uint8Array.of(none, full, negative, none, none, none, none, none, none),
    scoreReader: new Uint8Array(3),
    ecosystem: new Uint8Array(3),
    inquires: new Uint8Array(3),
    ...{ fee: zeros(), cost: zeros(), perks: zeros() },
    records: { retentionNegative: 20, retentionPositive: 10, lag: 0, threshold: 0, ...changes },
    errors: { falseDefault: 0, missedDefault: 0, standardsGap: 0 },
  };
}

/** A word with the bits of so many quarters before this one. */
const ago = (now: number, quarters: readonly number[]) =>
  quarters.reduce((word, s) => (word | (1 << (now - s))) >>> 0, 0);

/** The records of one borrower as they stand in this quarter. */
function recordsIn(now: number): Records {
  const bits = (...quarters: number[]) => map(ago(now, quarters));
  return {
    // 0 quarters ago is this quarter: nobody has seen it yet.
    loans: [bits(0, 2, 25), bits(3, 12), bits(1, 4, 30)],
    defaults: [bits(0), bits(), bits(4)],
    // Lender 1's repaid loan of quarter 3 is on the shared copy as a default; lender 2's default is missed at home …
    shared: [bits(), bits(3), bits()],
    // … and read by another kind of lender.
    crossed: [bits(), bits(3), bits(4)],
    reported: [bits(0, 2, 25), bits(3, 12), bits(1, 4, 30)],
  };
}

function read(view: FileView, of = sharing(), now = 37, records = recordsIn(now)) {
  const file = emptyFile();
  fileReader(of, kind, view)(records, 0, now, file);
  return file;
}

describe('a lender’s file', () => {
  it('joins its own records, reports in full within the window, and defaults where it sees no more', () => {
    expect(read(0)).toEqual({
      repaid: 2, // own, quarters 2 and 25; lender 1's of quarter 12 is too old to be reported
      defaults: 2, // lender 1's, by error, quarter 3; lender 2's, quarter 4, as it reads across kinds
      sinceDefault: 3,
      length: 25,
      newLenders: 2, // lenders 1 and 2: nothing older than four quarters to be seen
      kinds: 2,
    });
  });

  it('without access is its own records', () => {
    expect(read(2)).toEqual({
      ...{ repaid: 2, defaults: 1, sinceDefault: 4, length: 30, newLenders: 0, kinds: 1 },
    });
  });

  it('shows what was furnished later with a lag', () => {
    expect(read(0, sharing({ lag: 3 })).defaults).toBe(1);
    expect(read(0, sharing({ lag: 4 })).defaults).toBe(0);
  });

  it('reaches as far back as retention', () => {
    expect(read(0, sharing({ retentionPositive: 12 })).repaid).toBe(3);
    expect(read(0, sharing({ retentionNegative: 3 })).defaults).toBe(1);
  });
});

test.each([31, 32, 33, 63, 64, 95, 96])('a file is the same in quarter %d', (now) => {
  for (const view of [0, 1, 2, 'complete'] as const) {
    expect(read(view, sharing(), now)).toEqual(read(view));
  }
});

test('a loan that was not reported is its lender’s secret', () => {
  const now = 40;
  const records = recordsIn(now);
  // Defaulted six quarters ago, and too small to be reported; the copies' bits there mean nothing.
  const hidden = ago(now, [6]);
  for (const maps of [records.loans, records.defaults, records.shared, records.crossed]) {
    maps[1][0] |= hidden;
  }
  expect(read(0, sharing(), now, records)).toEqual(read(0));
  expect(read(1, sharing(), now, records).defaults).toBe(1);
  expect(read('complete', sharing(), now, records).defaults).toBe(2);
});

describe('the complete file', () => {
  it('joins the truth of all lenders, as far back as retention', () => {
    expect(read('complete')).toEqual({
      repaid: 3, // quarters 2, 3 and 1; 12, 25 and 30 are too old
      defaults: 1,
      sinceDefault: 4,
      length: 4,
      newLenders: 3,
      kinds: 2,
    });
  });
});
