import { describe, expect, it } from 'vitest';
import { farthest } from '../../src/evidence/facts/files/range-restriction.ts';
import { filesOf, peopleOf, seen, tell } from './synthetic.ts';

describe('facts about files', () => {
  const bureau = (given: Parameters<typeof filesOf>[1], n = 1000) =>
    filesOf(n, { length: () => 10, newest: () => 1, repaid: () => 5, ...given });

  it('no-file, unscored: nothing; one record or none in eight quarters', () => {
    const files = bureau({
      length: (i) => (i < 40 ? 0 : 10),
      repaid: (i) => (i < 100 ? 1 : 5),
      newest: (i) => (i >= 100 && i < 150 ? 9 : 1),
      openLoans: (i) => Number(i >= 90 && i < 100),
    });
    const market = seen({ people: peopleOf(1000, {}, { bureau: files }) });
    expect(tell('no-file', { market })).toBeCloseTo(0.04, 12);
    // 40–89 have one record, 90–99 one and an open loan, 100–149 are old.
    expect(tell('unscored', { market })).toBeCloseTo(0.1, 12);
  });

  it('thin-files-are-poor is the share without a scored file, poorest fifth over richest', () => {
    // Of the poorest 200 eighty are unscored, of the richest 200 twenty.
    const files = bureau({ length: (i) => (i < 80 || i >= 980 ? 0 : 10) });
    const market = seen({ people: peopleOf(1000, { income: (i) => i }, { bureau: files }) });
    expect(tell('thin-files-are-poor', { market })).toBeCloseTo(4, 12);
  });

  it('file-errors is among those with a file', () => {
    const files = bureau({ length: (i) => (i < 500 ? 0 : 3), wrong: (i) => Number(i < 600) });
    const market = seen({ people: peopleOf(1000, {}, { bureau: files }) });
    expect(tell('file-errors', { market })).toBeCloseTo(0.2, 12);
  });

  it('bad-in-18-months is among people with a file who needed credit, the refused by their potential outcome', () => {
    const people = peopleOf(
      1000,
      {
        applied: (i) => Number(i >= 200),
        defaulted: (i) => Number(i >= 200 && i < 280),
        refusedBad: (i) => Number(i >= 280 && i < 320),
        sinceDefault: (i) => (i >= 320 && i < 360 ? 8 : i >= 360 && i < 400 ? 9 : NaN),
      },
      { bureau: bureau({}) },
    );
    expect(tell('bad-in-18-months', { market: seen({ people }) })).toBeCloseTo(160 / 800, 12);
  });

  // A file with a recent default is bad for sure in three of four, one without in one of four.
  const marked = (i: number) => Math.floor(i / 2) % 2;
  const rare = (i: number) => Math.floor(i / 4) % 4;
  const risky = peopleOf(
    4000,
    { defaulted: (i) => Number(marked(i) === 1 ? rare(i) < 3 : rare(i) < 1), income: (i) => i },
    {
      bureau: bureau({ defaults: marked, sinceDefault: (i) => marked(i) * 4 }, 4000),
      corrected: bureau(
        {
          defaults: (i) => marked(i) * Number(rare(i) > 0),
          sinceDefault: (i) => marked(i) * 4 * Number(rare(i) > 0),
        },
        4000,
      ),
    },
  );

  it('bureau-auc: of two marks right three times in four the AUC is three quarters', () => {
    expect(tell('bureau-auc', { market: seen({ people: risky }) })).toBeCloseTo(0.75, 6);
  });

  it('bureau-auc-best-half: among files that say the same it is a half', () => {
    expect(tell('bureau-auc-best-half', { market: seen({ people: risky }) })).toBeCloseTo(0.5, 6);
  });

  it('less-accurate-for-poor: alike in all fifths here, and better where the poor are marked by lot', () => {
    expect(tell('less-accurate-for-poor', { market: seen({ people: risky }) })).toBeCloseTo(0, 6);
    const people = peopleOf(
      4000,
      {
        income: (i) => i,
        defaulted: (i) =>
          Number(i < 800 ? rare(i) < 2 : marked(i) === 1 ? rare(i) < 3 : rare(i) < 1),
      },
      risky.files,
    );
    expect(tell('less-accurate-for-poor', { market: seen({ people }) })).toBeCloseTo(0.25, 6);
  });

  it('error-moves-tier: a quarter of the marked half would not be marked', () => {
    expect(tell('error-moves-tier', { market: seen({ people: risky }) })).toBeCloseTo(1 / 8, 6);
  });

  it('range-restriction is the farthest of eight distances; a curve that rises is outside', () => {
    const published = [0.927, 0.902, 0.867, 0.804, 0.747, 0.69, 0.642, 0.594];
    expect(farthest(published)).toBe(0);
    expect(farthest(published.map((x, k) => (k === 3 ? x - 0.05 : x)))).toBeCloseTo(0.05, 12);
    expect(farthest([0.927, 0.9, 0.86, 0.8, 0.74, 0.69, 0.6, 0.61])).toBeCloseTo(0.07, 12);
    expect(tell('range-restriction', { market: seen({ people: risky }) })).toBeGreaterThan(
      0.06 - 1,
    );
  });
});
