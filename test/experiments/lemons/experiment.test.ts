import { describe, expect, it } from 'vitest';
import { addToPool, createPool, lentTo, meanOf } from '../../../src/experiments/lemons/pool.ts';
import { fateOf } from '../../../src/experiments/lemons/reading.ts';
import { lemons } from '../../../src/experiments/lemons/experiment.ts';
import { simulate } from '../../../src/engine/running/index.ts';
import { sumNames } from '../../../src/engine/index.ts';
import { finder } from '../found.ts';
import { economyWith, builtIn, smallMarket } from '../market.ts';

describe("Akerlof's lemons", () => {
  const market = smallMarket({ borrowers: 1000 });
  const found = finder(lemons.observe(market, builtIn('government-led')));

  it('at the scenario’s own dial are those over time', () => {
    const visible = found('lemons:shortfall', 'types-visible');
    expect(found('lemons:shortfall') - visible).toBeCloseTo(found('lemons:hidden'), 15);
    expect(() => found('lemons:hidden-by-dial', 'actual', 0.83)).toThrow('0 findings');
    for (const dial of [0, 0.5, 1, 1.5, 2]) {
      expect(Math.abs(found('lemons:hidden-by-dial', 'actual', dial))).toBeLessThan(0.3);
    }
  });

  it('tell the life PD of applicants, approved and takers', () => {
    const of = (stage: string) => found(`lemons:pd-${stage}`);
    expect(of('applicants')).toBeGreaterThan(of('approved'));
    expect(of('takers') - of('approved')).toBeCloseTo(found('lemons:pd-taking'), 15);
  });

  it('zero law: where safe is a label that changes nothing, as many labelled stay as came', () => {
    const economy = economyWith({
      traits: { characterLoading: 0, capacityLoading: 0, capitalLoading: 0, collateralLoading: 0 },
      income: { spread: 0 },
      hazard: { capacity: 1e-9, capital: 1e-9 },
      outside: { capitalSlope: 0 },
      signals: { capitalNoise: 100, incomeNoise: 100 },
    });
    const labelled = smallMarket({ economy });
    const pool = createPool(labelled.quarters);
    simulate(labelled, builtIn('none'), 'actual', {
      observer: { applications: (seen) => addToPool(pool, seen) },
    });
    const [from, to] = [18, 36];
    const shortfall =
      meanOf(pool, 'approved', 'safe', from, to) - meanOf(pool, 'takers', 'safe', from, to);
    expect(Math.abs(shortfall)).toBeLessThan(0.03);
  });

  it('count the pool as the ledger does, quarter by quarter', () => {
    const pool = createPool(market.quarters);
    const { sums } = simulate(market, builtIn('none'), 'actual', {
      observer: { applications: (seen) => addToPool(pool, seen) },
    });
    const of = (name: (typeof sumNames)[number], t: number) =>
      sums[t * sumNames.length + sumNames.indexOf(name)];
    for (const t of [0, 17, 30]) {
      expect(meanOf(pool, 'applicants', 'safe', t, t + 1)).toBeCloseTo(
        of('safeApplications', t) / of('applications', t),
        12,
      );
      expect(meanOf(pool, 'approved', 'pd', t, t + 1)).toBeCloseTo(
        of('approvedPd', t) / of('approvals', t),
        9,
      );
      expect(lentTo(pool, t, t + 1, 'count')).toBeCloseTo(
        (of('loans', t) - of('exploratoryLoans', t)) / of('applications', t),
        12,
      );
    }
  });
});

describe('the fate of a market', () => {
  const between = (low: number, high: number) => ({
    ...{ n: 5, low, high, mean: (low + high) / 2, standardError: (high - low) / 5 },
  });
  const still = between(-0.01, 0.01);
  const fallen = { hidden: between(0.05, 0.07), hiddenRise: still, lost: still, lostRise: still };

  it('is told from intervals', () => {
    expect(fateOf(fallen)).toBe('lemons');
    expect(fateOf({ ...fallen, lost: between(0.6, 0.8) })).toBe('collapsed');
    expect(fateOf({ ...fallen, hidden: between(-0.03, -0.01) })).toBe('advantageous');
    expect(fateOf({ ...fallen, hidden: still })).toBe('undecided');
    const rising = between(0.01, 0.02);
    expect(fateOf({ ...fallen, hiddenRise: rising, lost: rising })).toBe('lemons');
    expect(fateOf({ ...fallen, hiddenRise: rising, lost: rising, lostRise: rising })).toBe(
      'unravelling',
    );
  });

  it('cannot be told from one replicate, and is not defined without loans', () => {
    const one = { n: 1, mean: 0.06, standardError: NaN, low: NaN, high: NaN };
    const no = { n: 0, mean: NaN, standardError: NaN, low: NaN, high: NaN };
    expect(fateOf({ hidden: one, hiddenRise: one, lost: one, lostRise: one })).toBe('undecided');
    expect(fateOf({ hidden: no, hiddenRise: no, lost: no, lostRise: no })).toBe('not defined');
  });
});
