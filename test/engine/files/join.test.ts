import { describe, expect, it } from 'vitest';
import { join } from '../../../src/engine/files/join.ts';
import type { Lender } from '../../../src/engine/setup.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import type { Rules } from '../../../src/institutions/institution.ts';
import { marketLenders } from '../../institutions/markets.ts';

const open = institutions['market-led'].rules({ bureaus: 1, perks: 0.05, costPerReport: 0.001 });

const contributing = (rules: Rules, participation?: number | readonly string[]) =>
  [
    ...join(marketLenders, participation === undefined ? { rules } : { rules, participation })
      .contributing,
  ].join('');

describe('join', () => {
  it('lets everybody contribute who may, unless told otherwise', () => {
    expect(contributing(open)).toBe('111111');
  });

  it('takes a share of those who may, the largest first', () => {
    // Shares .25 .20 .15 .12 .16 .12
    expect(contributing(open, 0)).toBe('000000');
    expect(contributing(open, 0.5)).toBe('110010');
    expect(contributing(open, 2 / 3)).toBe('111010');
    expect(contributing(open, 1)).toBe('111111');
  });

  it('takes ties in scenario order', () => {
    expect(contributing(open, 5 / 6)).toBe('111110');
  });

  it('takes the lenders that are named', () => {
    expect(contributing(open, ['internet-2', 'bank-2'])).toBe('010001');
    expect(contributing(open, [])).toBe('000000');
  });

  it('always takes those who must, and never those who are barred', () => {
    const registry = institutions['government-led'].rules();
    expect(contributing(registry, 0)).toBe('111000');
    expect(contributing(registry, ['internet-1'])).toBe('111000');
    const dual = institutions['dual'].rules();
    expect(contributing(dual, ['internet-1'])).toBe('111010');
  });

  it('names lenders that are not in the market', () => {
    expect(() => contributing(open, ['bank-9', 'bank-1'])).toThrow(
      /unknown lender 'bank-9'[^]*bank-1, bank-2/,
    );
  });

  it('closes the diagonal and the records of those who do not contribute, whatever the rule says', () => {
    const careless: Rules = { ...open, access: (_lenders, _who, out) => void out.level.fill(2) };
    const { n, level } = join(marketLenders, { rules: careless, participation: ['bank-1'] });
    for (let j = 0; j < n; ++j) {
      for (let q = 0; q < n; ++q) expect(level[j * n + q]).toBe(q === 0 && j !== 0 ? 2 : 0);
    }
  });

  it('charges no fee and costs nothing for an empty report', () => {
    const { fee, cost } = join(marketLenders, { rules: open, participation: ['bank-1'] });
    expect([...fee]).toEqual([0, 0.002, 0.002, 0.002, 0.002, 0.002]);
    expect([...cost]).toEqual([0, 0.001, 0.001, 0.001, 0.001, 0.001]);
  });

  it('gives perks where a record is kept: by contributors and by the score’s ecosystem', () => {
    expect([...join(marketLenders, { rules: open, participation: ['bank-1'] }).perks]).toEqual([
      0.05, 0, 0, 0, 0, 0,
    ]);
    const scoreOnly = institutions['sesame'].rules({ shareLoans: false, perks: 0.03 });
    expect([...join(marketLenders, { rules: scoreOnly }).perks]).toEqual([0, 0, 0, 0, 0.03, 0.03]);
  });

  it('shows no score where there is none', () => {
    const rules: Rules = { ...open, access: (_lenders, _who, out) => void out.score.fill(1) };
    expect([...join(marketLenders, { rules }).scoreReader]).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it('keeps rules from changing each other’s lenders', () => {
    const meddling: Rules = {
      ...open,
      access: (_lenders, who) => void Reflect.set(who, 0, 0),
    };
    expect(contributing(meddling)).toBe('111111');
  });

  it('joins a market of one, and of none', () => {
    expect([...join(marketLenders.slice(0, 1), { rules: open }).level]).toEqual([0]);
    const nobody: readonly Lender[] = [];
    expect(join(nobody, { rules: open }).n).toBe(0);
  });
});
