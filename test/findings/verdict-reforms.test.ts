import { describe, expect, it } from 'vitest';
import { reformAnswers } from '../../src/findings/index.ts';
import type { Row } from '../../src/measures/index.ts';
import { defaultsOf } from '../../src/parameters.ts';
import { economyParameters, type Economy } from '../../src/engine/index.ts';
import type { Scenario } from '../../src/scenario/index.ts';

const from = { kind: 'built-in', id: 'market-led' } as const;
const economy = Object.fromEntries(
  Object.entries(economyParameters).map(([group, table]) => [group, defaultsOf(table)]),
) as Economy;
const scenario: Scenario = {
  ...{ version: 1, id: 's', title: 't', question: 'q', source: 'assumption', seed: 'x' },
  ...{ borrowers: 500, quarters: 40, burnIn: 16, replicates: 10, start: '2026-Q1' },
  ...{ worlds: ['actual'], reference: 'today', lenders: [], economy },
  institutions: [
    { id: 'today', label: 'Today', from, values: {} },
    {
      id: 'new',
      label: 'New',
      from,
      values: {},
      reformOf: 'today',
      phases: [{ from: 20, cap: 0.3 }],
    },
  ],
};

/** Welfare of .2 without reform; with it what `path` adds from quarter 20 on. */
function rowsOf(path: (quarter: number, replicate: number) => number): Row[] {
  return ['today', 'new'].flatMap((institution) =>
    Array.from({ length: 37 }, (_, quarter) =>
      Array.from({ length: 10 }, (__, replicate): Row => {
        const more = institution === 'new' && quarter >= 20 ? path(quarter, replicate) : 0;
        const value = 0.2 + 0.001 * replicate + more;
        return {
          scenario: 's',
          institution,
          world: 'actual',
          replicate,
          quarter,
          measure: 'welfare',
          value,
        };
      }),
    ).flat(),
  );
}

const cast = {
  labels: new Map([
    ['today', 'Today'],
    ['new', 'New'],
  ]),
  reference: 'today',
};
const noise = (replicate: number) => 0.0004 * ((replicate % 3) - 1);

describe('what a reform changes', () => {
  it('is told with its interval, as the long run where it has come to rest', () => {
    const rows = rowsOf((quarter, replicate) => (quarter < 28 ? 0.01 : 0.02) + noise(replicate));
    const [{ question, sentences }] = reformAnswers(scenario, rows, cast);
    expect(question).toBe('What does the reform change: New?');
    expect(sentences[0]).toMatch(
      /from 2029-Q2 to 2031-Q1: welfare rises by 1\.9\d+% of a mean loan per application \(95%: /,
    );
    expect(sentences[1]).toBe('Come to rest, so that the means above are the long run: welfare.');
    expect(sentences[2]).toMatch(
      /^Up to then the way costs [78]\.\d+% of a mean loan per application/,
    );
  });

  it('is no long run while it still moves', () => {
    const rows = rowsOf((quarter, replicate) => 0.002 * (quarter - 20) + noise(replicate));
    const [{ sentences }] = reformAnswers(scenario, rows, cast);
    expect(sentences[1]).toBe(
      'Not settled by 2031-Q1, so that the means above are of the way: welfare.',
    );
  });

  it('is told in Chinese too', () => {
    const rows = rowsOf(() => 0.02);
    const [{ question, sentences }] = reformAnswers(scenario, rows, { ...cast, language: 'zh' });
    expect(question).toBe('改革“New”改变了什么？');
    expect(sentences[0]).toContain('福利上升每笔申请平均贷款额的 2.');
  });

  it('names the one quarter of a last phase, and the last quarter whose loans have ended', () => {
    const late = scenario.institutions.map((one) =>
      one.id === 'new' ? { ...one, phases: [{ from: 36, cap: 0.3 }] } : one,
    );
    const rows = rowsOf(() => 0.02);
    const tell = (language: 'en' | 'zh') =>
      reformAnswers({ ...scenario, institutions: late }, rows, { ...cast, language })[0].sentences;
    expect(tell('en')[0]).toMatch(
      /^In phase 1 \(2031-Q1\), held against Today: welfare rises by 2/,
    );
    expect(tell('en')[1]).toMatch(
      /^The last quarter whose loans have all ended is 2031-Q1, too soon/,
    );
    expect(tell('zh')[0]).toMatch(/^在第 1 阶段（2031-Q1），与Today相比：福利上升/);
  });

  it('adds up in money to welfare', () => {
    const of = (measure: string, each: number) =>
      rowsOf(() => each).map((row) => ({ ...row, measure }));
    const rows = [
      ...of('money-borrowers', 3),
      ...of('money-lenders', -1),
      ...of('money-revenue', 0.5),
      ...of('money-cost', 0.25),
      ...of('money-welfare', 2.25),
    ];
    const [{ sentences }] = reformAnswers(scenario, rows, cast);
    const money = sentences.find((sentence) => sentence.startsWith('In money')) ?? '';
    const told = [...money.matchAll(/([+−][\d.]+) mean loans/g)].map(([, text]) =>
      Number(text.replace('−', '-')),
    );
    const [borrowers, lenders, revenue, cost, welfare] = told;
    expect(borrowers).toBeGreaterThan(0);
    expect(Math.abs(borrowers + lenders + revenue - cost - welfare)).toBeLessThan(0.5);
    expect(money).toContain('welfare, the first three less the cost, +');
  });

  describe('to each lender', () => {
    const lender = { share: 0.5, funding: 0.01, operating: 0.05, recovery: 0.8 };
    const lenders = [
      { id: 'bank-1', kind: 'bank', ...lender },
      { id: 'internet-1', kind: 'internet', ...lender },
    ] as const;
    const of = (measure: string, path: Parameters<typeof rowsOf>[0]) =>
      rowsOf(path).map((row) => ({ ...row, measure }));
    const rows = [
      ...rowsOf(() => 0.02),
      ...of('lender-return@bank-1', (_, replicate) => -0.01 + noise(replicate)),
      ...of('lender-apr@bank-1', (_, replicate) => noise(replicate)),
      ...of('lender-return@internet-1', (_, replicate) => noise(replicate)),
      ...of('lender-default@internet-1', (_, replicate) => 0.03 + noise(replicate)),
    ];
    const tell = (more: object = {}) =>
      reformAnswers({ ...scenario, lenders }, rows, { ...cast, ...more })[0].sentences;

    it('profit is told always, the rest where it moves', () => {
      expect(tell()).toContain(
        'To each lender, from 2029-Q2 to 2031-Q1: its profit, and of its share of loans, price and default what moves.',
      );
      const [bank, internet] = ['Bank 1: ', 'Internet 1: '].map((name) =>
        tell().find((sentence) => sentence.startsWith(name)),
      );
      expect(bank).toMatch(
        /^Bank 1: profit on what it lends falls by 1\.\d+% of the amount lent \(95%: [^)]*\)\.$/,
      );
      expect(internet).toMatch(
        /cannot be told from no change, .*; default on its loans rises by 2\.99\d percentage points/,
      );
      expect(tell().join(' ')).toContain('These are 4 intervals of lenders');
    });

    it('in Chinese as well', () => {
      expect(tell({ language: 'zh' }).join('')).toMatch(/银行 1：放贷利润率下降本金的 1\.\d+%/);
    });
  });

  it('says how to ask to whom, where that is not told beside it', () => {
    const asks = (more: object) =>
      reformAnswers(
        scenario,
        rowsOf(() => 0.02),
        { ...cast, ...more },
      )[0].sentences.some((sentence) => sentence.includes('creditlab experiment who-gains'));
    expect(asks({})).toBe(true);
    expect(asks({ isToldByPerson: true })).toBe(false);
  });
});
