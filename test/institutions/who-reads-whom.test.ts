import { describe, expect, it } from 'vitest';
import { join } from '../../src/engine/files/join.ts';
import { institutions } from '../../src/institutions/registry.ts';
import type { Values } from '../../src/institutions/institution.ts';
import { marketLenders } from './markets.ts';

/**
 * One line per reader, one letter per contributor: `.` nothing, `-` negative, `F` full, ` ` itself.
 * Lenders: three banks, a consumer-finance company, two internet lenders.
 */
function picture(id: string, values: Values = {}, participation: number | readonly string[] = 1) {
  const { n, level } = join(marketLenders, {
    rules: institutions[id].rules(values),
    participation,
  });
  const rows = [...Array(n).keys()];
  return rows.map((j) => rows.map((q) => (q === j ? ' ' : '.-F'[level[j * n + q]])).join(''));
}

const scoreReaders = (id: string, values: Values = {}) => [
  ...join(marketLenders, { rules: institutions[id].rules(values) }).scoreReader,
];

describe('who reads whom in the default market (model specification, section 6)', () => {
  it('none: nobody reads anybody', () => {
    expect(picture('none')).toEqual([' .....', '. ....', '.. ...', '... ..', '.... .', '..... ']);
  });

  it('government-led: banks read banks, the others stay outside', () => {
    expect(picture('government-led')).toEqual([
      ' FF...',
      'F F...',
      'FF ...',
      '... ..',
      '.... .',
      '..... ',
    ]);
  });

  it('market-led: a lender reads whoever reports to the bureau that it buys from', () => {
    // Lenders 0 and 3 buy from bureau 0, 1 and 4 from bureau 1, 2 and 5 from bureau 2. Banks report to
    // all; consumer finance (3) to 0 and 1; the internet lenders 4 to 1 and 5 to 2.
    expect(picture('market-led')).toEqual([
      ' FFF..',
      'F FFF.',
      'FF ..F',
      'FFF ..',
      'FFFF .',
      'FFF.. ',
    ]);
  });

  it('market-led with one bureau: everybody reads everybody', () => {
    expect(picture('market-led', { bureaus: 1 })).toEqual(picture('full-sharing'));
  });

  it('association-led: full inside the banks’ and the others’ association, negative across', () => {
    expect(picture('association-led')).toEqual([
      ' FF---',
      'F F---',
      'FF ---',
      '--- FF',
      '---F F',
      '---FF ',
    ]);
  });

  it('association-led: a lender that leaves loses access, and the others lose its records', () => {
    const stay = ['bank-1', 'bank-2', 'internet-1', 'internet-2'];
    expect(picture('association-led', {}, stay)).toEqual([
      ' F..--',
      'F ..--',
      '.. ...',
      '... ..',
      '--.. F',
      '--..F ',
    ]);
  });

  it('sesame: the others read internet lenders’ loans and the score; banks read neither', () => {
    expect(picture('sesame')).toEqual([' .....', '. ....', '.. ...', '... FF', '.... F', '....F ']);
    expect(scoreReaders('sesame')).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('sesame, variants: banks read the score too; nobody reads loans', () => {
    expect(scoreReaders('sesame', { banksRead: true })).toEqual([1, 1, 1, 1, 1, 1]);
    expect(picture('sesame', { shareLoans: false })).toEqual(picture('none'));
    expect(scoreReaders('sesame', { shareLoans: false })).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('dual: a registry for banks, a bureau for the others, the score for the latter', () => {
    expect(picture('dual')).toEqual([' FF...', 'F F...', 'FF ...', '... FF', '...F F', '...FF ']);
    expect(scoreReaders('dual')).toEqual([0, 0, 0, 1, 1, 1]);
  });

  it('the score is fed by the internet lenders alone', () => {
    for (const id of ['sesame', 'dual']) {
      const { ecosystem } = join(marketLenders, { rules: institutions[id].rules() });
      expect([...ecosystem]).toEqual([0, 0, 0, 0, 1, 1]);
    }
  });

  it('negative-only and full-sharing differ in nothing but the positive data', () => {
    expect(picture('negative-only')).toEqual(
      picture('full-sharing').map((row) => row.replaceAll('F', '-')),
    );
    expect(picture('full-sharing')[0]).toBe(' FFFFF');
    const data = (id: string) => {
      const { records, errors, perks, costPerReport } = institutions[id].rules();
      return { records, errors, perks, costPerReport };
    };
    expect(data('negative-only')).toEqual(data('full-sharing'));
  });

  it('keeps records as long as the specification says, in quarters', () => {
    const retention = (id: string) => {
      const { retentionNegative, retentionPositive } = institutions[id].rules().records;
      expect(retentionPositive).toBe(retentionNegative);
      return retentionNegative;
    };
    expect(
      ['government-led', 'market-led', 'association-led', 'sesame', 'dual'].map(retention),
    ).toEqual([20, 28, 20, 20, 20]);
    expect(['negative-only', 'full-sharing'].map(retention)).toEqual([28, 28]);
  });
});
