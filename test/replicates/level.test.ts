import { describe, expect, it } from 'vitest';
import { simulateWorlds } from '../../src/engine/simulate.ts';
import { worlds } from '../../src/engine/setup.ts';
import { resultDictionary, resultMeasures } from '../../src/measures/result-measures.ts';
import { experiments } from '../../src/experiments/registry.ts';
import { level } from '../../src/replicates/level.ts';
import { rowsOf } from '../../src/measures/rows.ts';
import { estimate, halfWidth } from '../../src/math/interval.ts';
import { economy, marketOf } from '../engine/economy.ts';
import { institutions } from '../../src/institutions/registry.ts';

const { passportOf } = resultDictionary;
const nearlyAll = [0.97, 1, 1];

describe('the interval of a measure', () => {
  it('ends at 100% where it is a share, and leaves the standard error alone', () => {
    const plain = estimate(nearlyAll);
    expect(plain.high).toBeGreaterThan(1);
    expect(level(passportOf('approval-rate'), nearlyAll)).toEqual({ ...plain, high: 1 });
  });

  it('ends at 0, too', () => {
    const few = nearlyAll.map((share) => 1 - share);
    expect(level(passportOf('default-rate'), few)).toMatchObject({
      low: 0,
      mean: estimate(few).mean,
    });
  });

  it('goes where Student’s t leads it where the measure may take any value', () => {
    expect(level(passportOf('welfare'), nearlyAll)).toEqual(estimate(nearlyAll));
  });

  it('shows its whole half behind ±, though one side is cut short', () => {
    const whole = halfWidth(estimate(nearlyAll));
    expect(halfWidth(level(passportOf('approval-rate'), nearlyAll))).toBeCloseTo(whole, 12);
  });

  it('is not defined with one replicate', () => {
    expect(level(passportOf('approval-rate'), [0.5])).toMatchObject({ low: NaN, high: NaN });
  });
});

it('every share and probability has a range; money and differences have none', () => {
  const all = [...resultMeasures, ...experiments.flatMap((experiment) => experiment.measures)];
  const open = all.filter(
    ({ range, unit }) => !range && /^(share|probability|squared probability)\b/.test(unit),
  );
  for (const { id, unit } of open) {
    if (!/ of (a mean loan|the amount lent)/.test(unit))
      expect(id).toMatch(/^(lemons|karlan-zinman):/);
  }
});

it('no measure leaves its range, in any world', () => {
  const gaming = { ...economy, misreporting: { ...economy.misreporting, share: 0.5 } };
  const market = marketOf(400, 12, { burnIn: 3, economy: gaming });
  const facts = { sanctions: 'held', lenders: market.lenders.map(({ id }) => id) } as const;
  for (const institution of [institutions.none, institutions.dual]) {
    const run = { scenario: '', institution: institution.id, replicate: 0 };
    const ledgers = simulateWorlds(market, { rules: institution.rules() }, worlds);
    for (const { measure, value } of rowsOf(ledgers, run, facts)) {
      const [least, most] = passportOf(measure).range ?? [-Infinity, Infinity];
      if (Number.isNaN(value)) continue;
      expect(value, measure).toBeGreaterThanOrEqual(least);
      expect(value, measure).toBeLessThanOrEqual(most);
    }
  }
});
