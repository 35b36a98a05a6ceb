import { describe, expect, it } from 'vitest';
import { discounts, ownMemory } from '../../../src/engine/stake/discount.ts';
import { fileSteps, repaidStep } from '../../../src/engine/stake/file-steps.ts';
import { markupExpected, valueOfNext } from '../../../src/engine/stake/next-application.ts';
import { learnFromOffers, offerSums, worthOfOffer } from '../../../src/engine/stake/offers.ts';
import { foreseenAt, learnFromTwins, perQuarter } from '../../../src/engine/stake/theta.ts';

describe('Δ(a, b)', () => {
  it('adds the weights of the quarters from a to b', () => {
    expect(discounts(0.97, 1, ownMemory)).toBeCloseTo((0.97 * (1 - 0.97 ** 31)) / 0.03, 12);
    expect(discounts(0.97, 3, 4)).toBeCloseTo(0.97 ** 3 + 0.97 ** 4, 15);
  });
  it('is 0 where there is no quarter', () => {
    expect(discounts(0.97, 1, 0)).toBe(0);
    expect(discounts(0, 1, 31)).toBe(0);
  });
});

describe('the value of the next application', () => {
  const prices = Float64Array.of(1.1, 1.15, Infinity);
  it('is the inclusive value of those within the cap and of no loan', () => {
    const s = 0.0132;
    const m = markupExpected(s, 0.097);
    expect(m).toBeCloseTo(0.0198, 15);
    const sum = ['1.1', '1.15'].reduce((t, p) => t + Math.exp(-(Number(p) + m) / s), 0);
    const L = s * Math.log(sum + Math.exp(-1.3 / s));
    expect(valueOfNext(prices, 3, 1.2347, m, s, 1.3)).toBeCloseTo(L, 13);
  });
  it('is the price at which no loan is as good, where all refuse', () => {
    expect(valueOfNext(prices, 3, 1.05, 0.01, 0.0132, 1.3)).toBeCloseTo(-1.3, 14);
  });
  it('posts at most the cap, and bears a taste of nearly nothing', () => {
    expect(valueOfNext(Float64Array.of(1.23), 1, 1.2347, 0.02, 0.0005, 1.9)).toBeCloseTo(
      -1.2347,
      12,
    );
    expect(valueOfNext(Float64Array.of(1.23), 1, 1.2347, 0.02, 0.0005, 1.1)).toBeCloseTo(-1.1, 12);
  });
});

describe('what a loan does to files', () => {
  const card = {
    ownRepaid: -0.5,
    ownDefault: 1.2,
    sharedRepaid: -0.3,
    sharedDefault: 0.8,
    sharedDefaults: 0.4,
    fileExists: -0.1,
    score: -0.6,
  };
  const today = {
    ownRepaid: 1,
    ownDefault: 0,
    sharedRepaid: 2,
    sharedDefaults: 0,
    fileExists: 0,
    scoreDrop: -0.5,
  };
  const out = new Float64Array(3);
  const not = { own: false, negative: false, full: false, file: false, score: false };
  it('the lender itself: one repaid more, or a default in its place', () => {
    fileSteps(card, { ...not, own: true }, today, out);
    expect(out[0]).toBeCloseTo(-0.5 * Math.log(3 / 2), 14);
    expect([out[1], out[2]]).toEqual([1.2, 1.2]);
    fileSteps(card, { ...not, own: true, score: true }, { ...today, ownDefault: 1 }, out);
    expect(out[1]).toBeCloseTo(0.3, 15);
  });
  it('full readers lose the repaid loan, see a default, and have a file in all three', () => {
    fileSteps(card, { ...not, negative: true, full: true, file: true }, today, out);
    expect(out[0]).toBeCloseTo(-0.1 - 0.3 * Math.log(4 / 3), 14);
    expect(out[1]).toBe(out[0]);
    expect(out[2]).toBeCloseTo(-0.1 + 0.8 + 0.2, 14);
  });
  it('where no repaid loan is kept, the default alone makes a file', () => {
    fileSteps(card, { ...not, negative: true, file: true }, today, out);
    expect([out[0], out[1]]).toEqual([0, 0]);
    expect(out[2]).toBeCloseTo(-0.1 + 0.8 + 0.2, 14);
  });
  it('negative readers see the default alone; others nothing', () => {
    fileSteps(card, { ...not, negative: true }, { ...today, sharedDefaults: 1 }, out);
    expect(Array.from(out)).toEqual([0, 0, 0.2]);
    fileSteps(card, { ...not, negative: true }, { ...today, sharedDefaults: 4 }, out);
    expect(Array.from(out)).toEqual([0, 0, 0]);
    fileSteps(card, not, today, out);
    expect(Array.from(out)).toEqual([0, 0, 0]);
  });
  it('a score that the loan feeds falls for the others in L² only', () => {
    fileSteps(card, { ...not, score: true }, today, out);
    expect(Array.from(out)).toEqual([0, 0, 0.3]);
  });
  it('a default never looks good', () => {
    fileSteps({ ...card, ownDefault: -2, ownRepaid: 0 }, { ...not, own: true }, today, out);
    expect(Array.from(out)).toEqual([0, 0, 0]);
  });
  it('steps are ln(2 + n) − ln(1 + n)', () => {
    expect(repaidStep[0]).toBeCloseTo(Math.log(2), 15);
    expect(repaidStep[30]).toBeCloseTo(Math.log(32 / 31), 15);
  });
});

describe('what offers teach', () => {
  it('moves by a tenth', () => {
    const learned = Float64Array.of(1.35, 0.8, 1);
    learnFromOffers(learned, Float64Array.of(10, 7, 3, 6));
    expect(learned[0]).toBeCloseTo(0.9 * 1.35 + 0.1 * 1.5, 15);
    expect(learned[1]).toBeCloseTo(0.9 * 0.8 + 0.1 * 0.7, 15);
  });
  it('nothing where nobody was offered a loan', () => {
    const learned = Float64Array.of(1.35, 0.8, 1);
    learnFromOffers(learned, new Float64Array(offerSums.length));
    expect(Array.from(learned)).toEqual([1.35, 0.8, 1]);
  });
  it('an offer is worth its surplus, and its price and stake where it is taken', () => {
    expect(worthOfOffer(2, 0.3, 0.5, 1.1, 0.04)).toBeCloseTo(2 * 0.3 + 0.5 * (0.2 + 0.04), 15);
  });
});

describe('what twins teach', () => {
  it('θ is lost over foreseen, both from x_0', () => {
    const losses = { lost: 1, foreseen: 2 };
    const theta = learnFromTwins(losses, 0.5, 0.25, 10, 5000);
    expect(losses.lost).toBeCloseTo(1.485, 15);
    expect(losses.foreseen).toBeCloseTo(2.22, 15);
    expect(theta).toBeCloseTo(11.485 / 12.22, 15);
  });
  it('stays within a fifth and four; 1 before anything is known', () => {
    expect(learnFromTwins({ lost: 0, foreseen: 0 }, 0, 0, 10, 1)).toBe(1);
    expect(learnFromTwins({ lost: -50, foreseen: 0 }, 0, 0, 10, 5000)).toBe(0.2);
    expect(learnFromTwins({ lost: 50, foreseen: 0 }, 0, 0, 1, 5000)).toBe(4);
  });
  it('shared records are felt as far as they are seen', () => {
    expect([0, 1, 0.5].map((seen) => foreseenAt(1, 10, seen))).toEqual([1, 11, 6]);
    expect(perQuarter(3, 0)).toBe(0);
  });
});
