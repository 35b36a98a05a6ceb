import { describe, expect, it } from 'vitest';
import { fateOf } from '../../../src/experiments/lemons/reading.ts';
import { lemons } from '../../../src/experiments/lemons/experiment.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import { total } from '../../../src/measures/sums.ts';
import { economyWith, marketOf, regimeOf } from '../../engine/market.ts';
import { finder } from '../found.ts';

const market = marketOf({ borrowers: 4000, quarters: 26, burnIn: 10 });

describe("Akerlof's lemons", () => {
  // Without sharing so small a market can collapse by bad luck alone.
  const shared = finder(lemons.observe(market, regimeOf('government-led')));
  const by = (measure: string, dial: number) => shared(`lemons:${measure}-by-dial`, 'actual', dial);

  it('drive safe types away and undo loans, the more the further the dial is turned', () => {
    expect(shared('lemons:hidden')).toBeGreaterThan(0.02);
    expect(by('hidden', 2)).toBeGreaterThan(by('hidden', 1));
    expect(by('hidden', 1)).toBeGreaterThan(by('hidden', 0));
    expect(by('lost', 2)).toBeGreaterThan(by('lost', 1));
  });

  it('hardly exist in the world of de Meza and Webb', () => {
    expect(Math.abs(by('hidden', 0))).toBeLessThan(0.03);
  });

  it('at the scenario’s own dial are those over time', () => {
    expect(by('hidden', 1)).toBe(shared('lemons:hidden'));
    const visible = shared('lemons:shortfall', 'types-visible');
    expect(shared('lemons:shortfall') - visible).toBeCloseTo(shared('lemons:hidden'), 15);
  });

  it('are also shown at a dial of the scenario that is not on the grid', () => {
    const economy = economyWith({ project: { dial: 1.2 } });
    const find = finder(
      lemons.observe({ ...market, borrowers: 500, quarters: 14, economy }, regimeOf('none')),
    );
    expect(Number.isFinite(find('lemons:hidden'))).toBe(true);
    expect(() => find('lemons:hidden-by-dial', 'actual', 1.2)).toThrow('0 findings');
  });

  it('zero law: where safe is a label that changes nothing, as many labelled stay as came', () => {
    const economy = economyWith({
      traits: { characterLoading: 0, capacityLoading: 0, capitalLoading: 0, collateralLoading: 0 },
      hazard: { capacity: 1e-9, capital: 1e-9 },
      outside: { capitalSlope: 0 },
    });
    const ledger = simulate({ ...market, economy }, regimeOf('none'));
    const sum = (name: Parameters<typeof total>[1]) => total(ledger, name, 10, 26);
    const shortfall = sum('safeApprovals') / sum('approvals') - sum('safeLoans') / sum('loans');
    const refused = sum('approvals') - sum('loans');
    const error = Math.sqrt((0.25 * refused) / sum('approvals') / sum('loans'));
    expect(sum('loans')).toBeGreaterThan(5000);
    expect(Math.abs(shortfall)).toBeLessThan(3 * error);
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
