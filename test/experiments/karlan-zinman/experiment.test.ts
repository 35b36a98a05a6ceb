import { describe, expect, it } from 'vitest';
import { karlanZinman } from '../../../src/experiments/karlan-zinman/experiment.ts';
import { finder } from '../found.ts';
import { economyWith, builtIn, smallMarket } from '../market.ts';

const none = finder(karlanZinman.observe(smallMarket({ borrowers: 4000 }), builtIn('none')));
const effects = ['selection', 'burden', 'incentive'] as const;
const worlds = ['actual', 'types-visible', 'action-contractible'] as const;

/** Standard errors between an estimate and the truth. */
const away = (effect: string, world: string) =>
  (none(`karlan-zinman:${effect}`, world) - none(`karlan-zinman:${effect}-true`, world)) /
  none(`karlan-zinman:${effect}-error`, world);

describe('the Karlan–Zinman experiment', () => {
  it.each(effects)('meets the true effect within its error: %s', (effect) => {
    for (const world of worlds) expect(Math.abs(away(effect, world))).toBeLessThan(3);
  });

  it('has the signs of theory without sharing', () => {
    expect(none('karlan-zinman:selection-true')).toBeGreaterThan(0);
    expect(none('karlan-zinman:burden-true')).toBeGreaterThan(0.002);
    expect(none('karlan-zinman:incentive-true')).toBeLessThan(-0.005);
  });

  it('counts its loans', () => {
    expect(none('karlan-zinman:loans')).toBeGreaterThan(5000);
  });

  it('says what the price does to the log-odds', () => {
    expect(Math.abs(none('karlan-zinman:price-slope'))).toBeLessThan(8);
  });
});

describe('the zero laws of the Karlan–Zinman experiment', () => {
  it('selection vanishes where types are visible', () => {
    const [id, world] = ['karlan-zinman:selection', 'types-visible'];
    expect(Math.abs(none(id, world))).toBeLessThan(3 * none(`${id}-error`, world));
    expect(Math.abs(none(`${id}-true`, world))).toBeLessThan(0.2 * none(`${id}-true`));
  });

  it('the incentive vanishes where action is contractible, exactly for each borrower', () => {
    const [id, world] = ['karlan-zinman:incentive', 'action-contractible'];
    expect(Math.abs(none(id, world))).toBeLessThan(3 * none(`${id}-error`, world));
    expect(none(`${id}-true`, world)).toBeCloseTo(0, 15);
  });
});

it('a market that lends to nobody has no effects, and says how many loans it has', () => {
  const economy = economyWith({ pricing: { cap: 0, exploration: 0 } });
  const find = finder(
    karlanZinman.observe(smallMarket({ borrowers: 300, economy }), builtIn('none')),
  );
  expect(find('karlan-zinman:loans')).toBe(0);
  for (const effect of effects) {
    for (const kind of ['', '-error', '-true']) {
      expect(find(`karlan-zinman:${effect}${kind}`)).toBeNaN();
    }
  }
  expect(find('karlan-zinman:price-slope')).toBeNaN();
});
