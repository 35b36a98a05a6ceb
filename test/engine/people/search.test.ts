import { describe, expect, it } from 'vitest';
import { roll, rollWriter } from '../../../src/engine/columns/roll.ts';
import { lenderStride } from '../../../src/engine/columns/shape.ts';
import { ask, nextAsked, sharesUpTo } from '../../../src/engine/people/search.ts';

const share = Float64Array.of(0.25, 0.2, 0.15, 0.12, 0.16, 0.12);

describe('picking by share', () => {
  it('takes the first lender whose cumulated share exceeds u times the sum of those left', () => {
    expect(nextAsked(share, 0, 0.1)).toBe(0);
    expect(nextAsked(share, 0, 0.26)).toBe(1);
    expect(nextAsked(share, 0, 0.999)).toBe(5);
    // Left: 0, 2, 4: .25 .15 .16, sum .56; .5 · .56 = .28.
    expect(nextAsked(share, 0b101010, 0.5)).toBe(2);
    expect(nextAsked(share, 0b101010, 0.44)).toBe(0);
    expect(nextAsked(share, 0b111111, 0.44)).toBe(-1);
    expect(nextAsked(share, 0b011111, 0.44)).toBe(5);
  });
});

/** Everybody of a page applies; person i's home is i mod 6. */
function everybodyApplies(owed: (i: number) => number) {
  rollWriter.first = 0;
  rollWriter.n = 4096;
  const home = new Uint8Array(4096);
  for (let i = 0; i < 4096; i++) {
    rollWriter.slot[i] = i;
    rollWriter.person[i] = i;
    rollWriter.owed[i] = owed(i);
    home[i] = i % 6;
  }
  return home;
}

const askedBy = (r: number) =>
  Array.from({ length: roll.askedCount[r] }, (_, q) => roll.askedAt[q * lenderStride + r]);

describe('whom an applicant asks', () => {
  const plan = {
    seed: [1, 2] as const,
    share,
    quotes: 3,
    homeLender: true,
    upTo: sharesUpTo(share),
  };

  it('is its home first, then others, nobody twice and nobody owed', () => {
    const home = everybodyApplies((i) => (i * 7919) & 63 & ~(1 << (i % 3)));
    ask(plan, home, 5);
    for (let r = 0; r < roll.n; r++) {
      const lenders = askedBy(r);
      const open = 6 - [...Array(6).keys()].filter((j) => (roll.owed[r] >> j) & 1).length;
      expect(lenders).toHaveLength(Math.min(3, open));
      expect(new Set(lenders).size).toBe(lenders.length);
      for (const j of lenders) expect((roll.owed[r] >> j) & 1).toBe(0);
      if (((roll.owed[r] >> home[r]) & 1) === 0) expect(lenders[0]).toBe(home[r]);
      expect(lenders.reduce((set, j) => set | (1 << j), 0)).toBe(roll.asked[r]);
      expect(roll.lookedUp[r]).toBe(roll.asked[r]);
    }
  });

  it('follows shares without replacement', () => {
    const home = everybodyApplies(() => 0);
    let seconds = 0;
    let homes = 0;
    for (let quarter = 0; quarter < 20; quarter++) {
      ask(plan, home, quarter);
      for (let r = 0; r < roll.n; r++) {
        if (home[r] !== 0) continue;
        homes++;
        if (askedBy(r)[1] === 1) seconds++;
      }
    }
    const expected = 0.2 / 0.75;
    expect(Math.abs(seconds / homes - expected)).toBeLessThan(
      4 * Math.sqrt((expected * (1 - expected)) / homes),
    );
  });

  it('keeps the draw of a place whether or not the home lender fills the first', () => {
    const home = everybodyApplies(() => 0);
    ask({ ...plan, homeLender: false }, home, 3);
    const second = Array.from({ length: roll.n }, (_, r) => askedBy(r));
    ask(plan, home, 3);
    // Where the first lender drawn was the home lender, all places are the same.
    let same = 0;
    for (let r = 0; r < roll.n; r++) {
      if (second[r][0] !== home[r]) continue;
      same++;
      expect(askedBy(r)).toEqual(second[r]);
    }
    expect(same).toBeGreaterThan(300);
  });

  it('is the same with the table of shares as without', () => {
    const home = everybodyApplies((i) => (i * 7919) & 63 & ~(1 << (i % 3)));
    ask({ ...plan, upTo: new Float64Array(0) }, home, 8);
    const plain = Array.from({ length: roll.n }, (_, r) => askedBy(r));
    ask(plan, home, 8);
    for (let r = 0; r < roll.n; r++) expect(askedBy(r)).toEqual(plain[r]);
  });
});
