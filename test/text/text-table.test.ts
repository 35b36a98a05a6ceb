import { describe, expect, it } from 'vitest';
import { headlineColumn, headline } from '../../src/findings/headline.ts';
import { textTable, type TextColumn } from '../../src/text/text-table.ts';

const columns: TextColumn[] = [
  { head: ['name'], cells: ['a', '中国'], align: 'left' },
  { head: ['long', 'head'], cells: ['1', '22'], align: 'right' },
  { head: ['x'], cells: ['333', '4'], align: 'right' },
];

describe('a table for the terminal', () => {
  it('aligns cells under heads that end at the same line', () => {
    expect(textTable(columns, Infinity)).toEqual([
      '      long',
      'name  head    x',
      '───────────────',
      'a        1  333',
      '中国    22    4',
    ]);
  });

  it('repeats its first column below where it is too wide', () => {
    expect(textTable(columns, 12)).toEqual([
      '      long',
      'name  head',
      '──────────',
      'a        1',
      '中国    22',
      '',
      'name    x',
      '─────────',
      'a     333',
      '中国    4',
    ]);
  });

  it('breaks words that leave no room, and begins each row at one line', () => {
    const words: TextColumn[] = [
      { head: ['system'], cells: ['government', 'market'], align: 'left' },
      { head: ['purpose'], cells: ['prevention of risk and supervision', 'rating'], align: 'left' },
      { head: ['openness'], cells: ['low', 'high'], align: 'left' },
    ];
    expect(textTable(words, 32)).toEqual([
      'system      purpose',
      '──────────────────────────────',
      'government  prevention of risk',
      '            and supervision',
      'market      rating',
      '',
      'system      openness',
      '────────────────────',
      'government  low',
      'market      high',
    ]);
  });

  it('shows at least one column beside the first, however narrow', () => {
    expect(textTable(columns, 1)).toHaveLength(10 + 1 - 1);
  });
});

describe('a column of estimates', () => {
  const [approval] = headline;
  const estimate = (mean: number, half: number, n = 5) => {
    return { n, mean, standardError: half / 2, low: mean - half, high: mean + half };
  };

  it('shows per cent with the decimals that its errors call for', () => {
    const entries = [
      { value: estimate(0.5123, 0.0031), alike: false },
      { value: estimate(0.4, 0.0042), alike: true },
    ];
    expect(headlineColumn(approval, entries)).toEqual({
      head: ['approved', '%'],
      cells: ['51.23 ± 0.31 ', '40.00 ± 0.42≈'],
      align: 'right',
    });
  });

  it('says in words what is not defined, and shows one replicate without an interval', () => {
    const rate = headline.find(({ measure }) => measure === 'apr') ?? approval;
    const entries = [
      { value: estimate(NaN, NaN, 0), alike: false },
      { value: estimate(0.2, NaN, 1), alike: false },
    ];
    expect(headlineColumn(rate, entries).cells).toEqual(['no loans', '20.0']);
  });
});
