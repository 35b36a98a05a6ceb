import { describe, expect, it } from 'vitest';
import { roll, rollWriter } from '../../../src/engine/columns/roll.ts';
import { lenderStride } from '../../../src/engine/columns/shape.ts';
import { terms } from '../../../src/engine/columns/terms.ts';
import { reportsWriter, signalsWriter, visible } from '../../../src/engine/columns/visible.ts';
import { join } from '../../../src/engine/files/join.ts';
import { breakEvenPrice } from '../../../src/engine/lenders/break-even.ts';
import { featureCount, writeFeatures } from '../../../src/engine/lenders/features.ts';
import { createCards } from '../../../src/engine/lenders/learn.ts';
import { equilibriumMarkups } from '../../../src/engine/competition/markups.ts';
import { offer } from '../../../src/engine/competition/offer.ts';
import { planCompetition } from '../../../src/engine/competition/plan.ts';
import { planLenders } from '../../../src/engine/lenders/plan.ts';
import {
  createPriceConstants,
  recoveryValue,
  updatePriceConstants,
} from '../../../src/engine/lenders/pricing-terms.ts';
import { ask, planSearch } from '../../../src/engine/people/search.ts';
import type { Economy } from '../../../src/engine/parameters.ts';
import type { Market } from '../../../src/engine/setup.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { deriveKey, word } from '../../../src/random/draws.ts';
import { purposes } from '../../../src/random/purposes.ts';
import { economy as defaults } from '../economy.ts';

const economy: Economy = {
  ...defaults,
  search: { ...defaults.search, quotes: 4 },
  pricing: { ...defaults.pricing, exploration: 0.3 },
};
const kinds = ['bank', 'bank', 'consumer-finance', 'internet', 'internet'] as const;
const market: Market = {
  borrowers: 4096,
  quarters: 8,
  burnIn: 2,
  seed: [3, 4],
  economy,
  lenders: kinds.map((kind, j) => ({
    id: `lender-${j}`,
    kind,
    share: 0.2,
    funding: j === 4 ? 0.015 : 0.01,
    operating: 0.041 + 0.002 * j,
    recovery: 0.8,
  })),
};
const sharing = join(market.lenders, { rules: institutions['sesame'].rules({ fee: 0.003 }) });
const plan = planLenders(market, sharing);
const competition = planCompetition(market, plan);
const n = 1200;
const quarter = 6;

let state = 9;
const next = () => {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 2 ** 32;
};

const uniform = (person: number, purpose: number) => {
  const key = new Int32Array(4);
  deriveKey(key, market.seed, 0, quarter, purpose);
  return ((word(person, key[0], key[1], key[2]) >>> 0) + 0.5) / 2 ** 32;
};

const cards = createCards(plan.learning, kinds.length, 4, 4096);
for (let c = 0; c < cards.coefficients.length; c++) cards.coefficients[c] += 0.5 * (next() - 0.5);
const constants = createPriceConstants(plan.terms);
updatePriceConstants(plan.terms, Float64Array.of(4, 3, 2, 1), constants);

rollWriter.first = 0;
rollWriter.n = n;
const home = new Uint8Array(4096);
for (let r = 0; r < n; r++) {
  rollWriter.slot[r] = r;
  rollWriter.person[r] = r;
  // Many owe three of five lenders, so that one, two, three or four are asked.
  rollWriter.owed[r] = Math.floor(next() * 32) & 0b01111;
  home[r] = r % 5;
  signalsWriter.income[r] = 4 * next() - 2;
  signalsWriter.capital[r] = 4 * next() - 2;
  signalsWriter.collateral[r] = 0.3 * next();
  signalsWriter.size[r] = 0.2 + 2 * next();
  signalsWriter.incomeInferred[r] = 0.3 + 2 * next();
  reportsWriter.score[r] = 2 * next() - 1;
  for (let j = 0; j < kinds.length; j++) {
    const c = j * lenderStride + r;
    reportsWriter.ownRepaid[c] = Math.floor(6 * next());
    reportsWriter.ownDefaults[c] = Math.floor(1.3 * next());
    reportsWriter.sharedRepaid[c] = Math.floor(12 * next());
    reportsWriter.sharedDefaults[c] = Math.floor(7 * next());
    reportsWriter.fileExists[c] = Math.floor(2 * next());
    reportsWriter.balances[c] = 6 * next();
  }
}
ask(planSearch(market), home, quarter);
offer(plan, competition, cards.coefficients, constants, quarter);

/** Lender j's log-odds on row r, feature by feature. */
function etaOf(j: number, r: number): number {
  const c = j * lenderStride + r;
  const x = new Float64Array(featureCount);
  writeFeatures(
    x,
    0,
    visible.income[r],
    visible.capital[r],
    visible.collateral[r],
    visible.size[r],
    visible.incomeInferred[r],
    visible.ownRepaid[c],
    visible.ownDefaults[c],
    visible.sharedRepaid[c],
    visible.sharedDefaults[c],
    visible.fileExists[c],
    visible.balances[c],
    kinds[j] === 'bank' ? 0 : visible.score[r],
  );
  return x.reduce((sum, one, f) => sum + one * cards.coefficients[j * featureCount + f], 0);
}

describe('an offer', () => {
  it('is the page’s: break-even prices, markups, taste, refusal and exploration', () => {
    const outcomes = new Map<string, number>();
    for (let r = 0; r < n; r++) {
      const asked = Array.from(
        { length: roll.askedCount[r] },
        (_, q) => roll.askedAt[q * lenderStride + r],
      );
      const all = asked.map((j) => ({
        j,
        eta: etaOf(j, r),
        price: breakEvenPrice(
          etaOf(j, r),
          recoveryValue(plan.terms, constants, j, visible.collateral[r]),
          1 + plan.terms.operating[j] + (kinds[j] === 'bank' ? 0 : 0.003) / visible.size[r],
          constants.paidInFull[j],
          constants.unpaid[j],
          plan.terms.priceSlope,
          plan.terms.cap,
        ),
      }));
      const willing = all.filter(({ price }) => price <= plan.terms.cap);
      let expected = { j: -1, price: plan.terms.cap, approved: 0, explored: 0, eta: 0 };
      if (willing.length > 0) {
        const k = willing.length;
        const markup = new Float64Array(k);
        const prices = Float64Array.from(willing, ({ price }) => price);
        equilibriumMarkups(
          prices,
          k,
          competition.sigma,
          competition.maxMarkup,
          plan.terms.cap,
          new Float64Array(k),
          markup,
        );
        const offers = willing.map(({ j, price, eta }, i) => {
          const posted = Math.min(plan.terms.cap, price + markup[i]);
          const gumbel = -Math.log(-Math.log(uniform(r, purposes.gumbel + j)));
          return { j, eta, price: posted, liking: competition.sigma * gumbel - posted };
        });
        const best = offers.reduce((a, b) => (b.liking > a.liking ? b : a));
        expected = { ...best, approved: 1, explored: 0 };
      } else if (uniform(r, purposes.explore) < 0.3) {
        const { j, eta } = all[Math.floor(uniform(r, purposes.exploreWhich) * asked.length)];
        expected = { ...expected, j, eta, explored: 1 };
      } else {
        const { j, eta } = all.reduce((a, b) => (b.eta < a.eta ? b : a));
        expected = { ...expected, j, eta };
      }
      const kind = expected.approved ? `k = ${willing.length}` : `explored ${expected.explored}`;
      outcomes.set(kind, (outcomes.get(kind) ?? 0) + 1);
      expect(terms.lender[r]).toBe(expected.j);
      expect(terms.approved[r]).toBe(expected.approved);
      expect(terms.explored[r]).toBe(expected.explored);
      expect(terms.price[r]).toBeCloseTo(expected.price, 12);
      const logOdds = expected.eta + plan.terms.priceSlope * (expected.price - 1.1);
      expect(terms.logOdds[r]).toBeCloseTo(logOdds, 10);
      expect(terms.estimate[r]).toBeCloseTo(1 / (1 + Math.exp(-logOdds)), 10);
    }
    for (const kind of ['k = 1', 'k = 2', 'k = 3', 'k = 4', 'explored 0', 'explored 1']) {
      expect(outcomes.get(kind)).toBeGreaterThan(20);
    }
  });
});
