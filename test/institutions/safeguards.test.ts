import { describe, expect, it } from 'vitest';
import { join } from '../../src/engine/files/join.ts';
import { bookSums, sumNames, type Ledger, type SumName } from '../../src/engine/ledger.ts';
import { simulate } from '../../src/engine/running/index.ts';
import { pathMeasures } from '../../src/measures/catalogue/paths.ts';
import type { Measure } from '../../src/measures/measure.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { safeguardParameters, safeguarded } from '../../src/institutions/safeguards.ts';
import type { Values } from '../../src/institutions/institution.ts';
import { defaultsOf } from '../../src/parameters.ts';
import { fingerprint, marketOf } from '../engine/market.ts';
import { marketLenders } from './markets.ts';

const { dual } = institutions;
const off = defaultsOf(safeguardParameters);
const market = marketOf({ borrowers: 2000, quarters: 28, burnIn: 12 });
const small = marketOf({ borrowers: 500, quarters: 24, burnIn: 10 });
const ledgerOf = (values: Values, of = market) => simulate(of, { rules: dual.rules(values) });

describe('what guards records', () => {
  it('changes nothing where it is off, or where there is nothing to guard', () => {
    const plain = fingerprint(ledgerOf({}));
    expect(fingerprint(ledgerOf({ ...off }))).toBe(plain);
    // A loss without a leak, a fine without an audit, a cost of what is not done.
    const idle = { leakLoss: 1, penalty: 1, carelessness: 0.5, auditCost: 0.1, unifyCost: 0.1 };
    expect(fingerprint(ledgerOf({ ...idle, inquiryCost: 0.1 }))).toBe(plain);
    // Nothing is false, missed or late in it, so that an audit that costs nothing finds nothing.
    expect(fingerprint(ledgerOf({ audit: 0.1, penalty: 1, inquiries: 0.5 }))).toBe(plain);
  });

  it('lowers errors and lateness by the share of records on which care pays', () => {
    const rules = institutions['full-sharing'].rules({
      ...{ falseDefault: 0.1, missedDefault: 0.2, lag: 4, standardsGap: 0.3 },
    });
    const law = safeguarded(rules, { ...off, audit: 0.1, penalty: 0.1, carelessness: 0.02 });
    expect(law.errors.falseDefault).toBeCloseTo(0.05, 12);
    expect(law.errors.missedDefault).toBeCloseTo(0.1, 12);
    expect(law.errors.standardsGap).toBe(0.3);
    expect(law.records.lag).toBe(2);
    const strict = safeguarded(rules, { ...off, audit: 0.5, penalty: 0.1, carelessness: 0.02 });
    expect(strict.errors).toMatchObject({ falseDefault: 0, missedDefault: 0 });
    const one = safeguarded(rules, { ...off, unified: 0.5, unifyCost: 0.01 });
    expect(one.errors.standardsGap).toBe(0.15);
    expect(one.costPerReport).toBe(0.005);
    // Found in the second of four quarters on average where every borrower looks each quarter: one of four stands.
    const short = { ...rules, records: { ...rules.records, lag: 0, retentionNegative: 4 } };
    expect(safeguarded(short, { ...off, inquiries: 1 }).errors.falseDefault).toBeCloseTo(0.025, 12);
  });

  it('leaks more, the more read and the longer records are kept, and less under the law', () => {
    const leak = { leakChance: 0.001, leakLoss: 0.5 };
    const lossOf = (id: string, values: Values, law = {}) => {
      const rules = safeguarded(institutions[id].rules(values), { ...off, ...leak, ...law });
      return join(marketLenders, { rules }).leaks[0];
    };
    const all = lossOf('full-sharing', {});
    expect(all).toBeCloseTo(0.5 * (1 - 0.999 ** (6 * 28)), 12);
    expect(lossOf('government-led', { retentionNegative: 28, retentionPositive: 28 })).toBeLessThan(
      all,
    );
    expect(lossOf('full-sharing', { retentionNegative: 4, retentionPositive: 4 })).toBeLessThan(
      all,
    );
    expect(lossOf('full-sharing', {}, { audit: 0.1, penalty: 0.1 })).toBeLessThan(all);
    expect(lossOf('none', {})).toBe(0);
  });

  it('takes what leaks cost from borrowers, loan by loan, and from nobody else', () => {
    const values = { leakChance: 0.0005, leakLoss: 0.5 };
    const [plain, leaking] = [ledgerOf({}, small), ledgerOf(values, small)];
    const { leaks } = join(small.lenders, { rules: dual.rules(values) });
    const sumOf = (ledger: Ledger, name: SumName, t: number) =>
      ledger.sums[t * sumNames.length + sumNames.indexOf(name)];
    const loansOf = (t: number, j: number) =>
      leaking.books[(t * leaks.length + j) * bookSums.length + bookSums.indexOf('loans')];
    const borne: readonly SumName[] = ['leakLosses', 'borrowerSurplus', 'welfare'];
    for (let t = 0; t < small.quarters; t++) {
      const lost = leaks.reduce((sum, one, j) => sum + one * loansOf(t, j), 0);
      expect(sumOf(leaking, 'leakLosses', t)).toBeCloseTo(lost, 10);
      expect(lost).toBeGreaterThan(0);
      for (const name of sumNames) {
        const fall = sumOf(plain, name, t) - sumOf(leaking, name, t);
        if (name === 'leakLosses') expect(sumOf(plain, name, t)).toBe(0);
        else if (borne.includes(name)) expect(fall).toBeCloseTo(lost, 10);
        else expect(fall, name).toBe(0);
      }
    }
    expect(leaking.posted.cards).toEqual(plain.posted.cards);
  });

  it('leaves the accounts of a ministry adding up to welfare, quarter by quarter', () => {
    const rules = dual.rules({
      leakChance: 0.0005,
      leakLoss: 0.5,
      fee: 0.01,
      costPerReport: 0.002,
    });
    const phases = [{ from: 16, rules }];
    const ledger = simulate(small, { rules: dual.rules({ fee: 0.01 }), phases });
    const [borrowers, lenders, revenue, cost, welfare] = [
      ...['money-borrowers', 'money-lenders', 'money-revenue', 'money-cost', 'money-welfare'],
    ].map((id) => pathMeasures.find((one) => one.id === id) as Measure);
    for (let t = 0; t < small.quarters; t++) {
      const of = (measure: Measure) => measure.of(ledger, t, t + 1);
      expect(of(cost) > 0).toBe(t >= 16);
      expect(of(borrowers) + of(lenders) + of(revenue) - of(cost)).toBeCloseTo(of(welfare), 10);
    }
  });
});
