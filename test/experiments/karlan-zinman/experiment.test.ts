import { describe, expect, it } from 'vitest';
import { karlanZinman } from '../../../src/experiments/karlan-zinman/experiment.ts';
import { economyWith, marketOf, regimeOf } from '../../engine/market.ts';
import { finder } from '../found.ts';

const market = marketOf({ borrowers: 8000, quarters: 26, burnIn: 10, seed: [20_190_301, 11] });
const none = finder(karlanZinman.observe(market, regimeOf('none')));
const effects = ['selection', 'burden', 'incentive'] as const;

/** Standard errors between an estimate and the truth. */
const away = (find: typeof none, effect: string, world: string) =>
  (find(`karlan-zinman:${effect}`, world) - find(`karlan-zinman:${effect}-true`, world)) /
  find(`karlan-zinman:${effect}-error`, world);

describe('the Karlan–Zinman experiment', () => {
  it.each(effects)('meets the true effect within its error: %s', (effect) => {
    for (const world of ['actual', 'types-visible', 'action-contractible']) {
      expect(Math.abs(away(none, effect, world))).toBeLessThan(3);
    }
  });

  it('has the signs of theory without sharing: bad risks take dear loans, burden and laxness default', () => {
    expect(none('karlan-zinman:selection-true')).toBeGreaterThan(0.005);
    expect(none('karlan-zinman:burden-true')).toBeGreaterThan(0.02);
    expect(none('karlan-zinman:incentive-true')).toBeLessThan(-0.02);
    const t = none('karlan-zinman:incentive') / none('karlan-zinman:incentive-error');
    expect(t).toBeLessThan(-5);
  });

  it('finds less to discipline where lenders share all', () => {
    const full = finder(karlanZinman.observe(market, regimeOf('full-sharing')));
    for (const effect of ['burden', 'incentive']) {
      const id = `karlan-zinman:${effect}-true`;
      expect(Math.abs(full(id))).toBeLessThan(Math.abs(none(id)));
    }
  });

  it('counts its loans', () => {
    expect(none('karlan-zinman:loans')).toBeGreaterThan(5000);
  });
});

describe('the zero laws of the Karlan–Zinman experiment', () => {
  it('selection vanishes where types are visible', () => {
    const [id, world] = ['karlan-zinman:selection', 'types-visible'];
    expect(Math.abs(none(id, world))).toBeLessThan(3 * none(`${id}-error`, world));
    expect(Math.abs(none(`${id}-true`, world))).toBeLessThan(0.1 * none(`${id}-true`));
  });

  it('the incentive vanishes where action is contractible, exactly for each borrower', () => {
    const [id, world] = ['karlan-zinman:incentive', 'action-contractible'];
    expect(Math.abs(none(id, world))).toBeLessThan(3 * none(`${id}-error`, world));
    expect(none(`${id}-true`, world)).toBe(0);
  });

  it('the burden vanishes there too if the rate weighs on no hazard, and not before', () => {
    const [id, world] = ['karlan-zinman:burden-off', 'action-contractible'];
    expect(Math.abs(none(id, world))).toBeLessThan(3 * none(`${id}-error`, world));
    expect(Math.abs(none(`${id}-true`, world))).toBeLessThan(1e-6);
    expect(none('karlan-zinman:burden-true', world)).toBeGreaterThan(0.003);
  });
});

it('a market that lends to nobody has no effects, and says how many loans it has', () => {
  const economy = economyWith({ pricing: { cap: 0.6, exploration: 0 } });
  const find = finder(
    karlanZinman.observe({ ...market, borrowers: 300, economy }, regimeOf('none')),
  );
  expect(find('karlan-zinman:loans')).toBe(0);
  for (const effect of effects) {
    for (const kind of ['', '-error', '-true']) {
      expect(find(`karlan-zinman:${effect}${kind}`)).toBeNaN();
    }
  }
});
