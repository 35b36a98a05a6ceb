import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { annuity } from '../../src/engine/people/plan.ts';
import {
  chooseByContract,
  choosePrivately,
  createChoice,
  type Primitives,
} from '../../src/engine/people/choice.ts';
import { recovered } from '../../src/engine/lenders/costs.ts';
import { sumNames, type Ledger, type SumName } from '../../src/engine/ledger.ts';
import { rememberedAfter, windowAt } from '../../src/engine/files/windows.ts';
import { popcount } from '../../src/math/bits.ts';
import { searchTable } from '../../src/engine/lenders/search.ts';
import { worlds } from '../../src/engine/setup.ts';
import { simulate, simulateWorlds } from '../../src/engine/simulate.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { measures } from '../../src/measures/registry.ts';
import { economyWith, sixLenders, smallMarket } from './small-market.ts';

function total(ledger: Ledger, name: SumName): number {
  let sum = 0;
  for (let t = 0; t < ledger.quarters; t++) {
    sum += ledger.sums[t * sumNames.length + sumNames.indexOf(name)];
  }
  return sum;
}

const anyBorrower = fc.record({
  value: fc.double({ min: 1, max: 2, noNaN: true }),
  stigma: fc.double({ min: 0.05, max: 2.5, noNaN: true }),
  collateral: fc.double({ min: 0.01, max: 0.6, noNaN: true }),
  stake: fc.double({ min: 0, max: 2, noNaN: true }),
});
const odds = fc.double({ min: -5, max: 0, noNaN: true });
const prices = fc.double({ min: 1.01, max: 1.36, noNaN: true });

describe('the books balance in every institution and world', () => {
  for (const institution of Object.values(institutions)) {
    test(institution.id, () => {
      const values = { perks: 0.05, costPerReport: 0.003, fee: 0.002, standardsGap: 0.05 };
      const market = smallMarket({ economy: economyWith({ behaviour: { awareness: 0.7 } }) });
      const ledgers = simulateWorlds(market, { rules: institution.rules(values) }, worlds);
      for (const world of worlds) {
        const ledger = ledgers[world];
        if (!ledger) throw new Error(`no ${world}`);
        const sum = (name: SumName) => total(ledger, name);
        // welfare, tallied from resources, is the sum of what borrowers, lenders and the institution get
        const parts =
          sum('borrowerSurplus') +
          sum('lenderProfit') +
          sum('institutionRevenue') -
          sum('institutionCost');
        expect(parts).toBeCloseTo(sum('welfare'), 7);
        expect(sum('loans')).toBeLessThanOrEqual(sum('approvals'));
        expect(sum('approvals')).toBeLessThanOrEqual(sum('applications'));
        expect(sum('expectedCannotPay') + sum('expectedWillNotPay')).toBeCloseTo(sum('loanPd'), 7);
        if (world === 'full-information' || world === 'action-contractible') {
          expect(sum('willNotPay')).toBe(0);
        }
      }
    });
  }

  test('misreporting is a cost of the borrower and of society', () => {
    const market = smallMarket({ economy: economyWith({ misreporting: { share: 0.5 } }) });
    const ledger = simulate(market, { rules: institutions.sesame.rules() });
    expect(total(ledger, 'misreports')).toBeGreaterThan(0);
    const parts = total(ledger, 'borrowerSurplus') + total(ledger, 'lenderProfit');
    expect(parts).toBeCloseTo(total(ledger, 'welfare'), 7);
  });

  test('histograms, quintiles and sums count the same applications', () => {
    const market = smallMarket({ burnIn: 0 });
    const ledger = simulate(market, { rules: institutions.dual.rules() });
    const applications = total(ledger, 'applications');
    let byBin = 0;
    for (let k = 0; k < 2048; k++) byBin += ledger.histograms[k];
    expect(byBin / 1048576).toBeCloseTo(applications, 6);
    let byQuintile = 0;
    for (let k = 0; k < 5; k++) byQuintile += ledger.quintiles[k * 4];
    expect(byQuintile).toBe(applications);
    let byLender = 0;
    for (let j = 0; j < 6; j++) byLender += ledger.lenders[j * 4 + 1];
    expect(byLender).toBe(total(ledger, 'loans'));
  });
});

describe('the borrower’s choice', () => {
  const economy = economyWith();

  test('effort maximises its value', () => {
    fc.assert(
      fc.property(anyBorrower, odds, prices, (who, hazardOdds, price) => {
        const { behaviour, sanctions } = economy;
        const choice = createChoice();
        choosePrivately(economy, hazardOdds, who, price, choice);
        const f = choice.hazard;
        const refusal = who.collateral + who.stigma + who.stake + sanctions.enforcement;
        const s = behaviour.willingnessScale;
        const able = who.value - refusal + s * Math.log1p(Math.exp((refusal - price) / s));
        const unable = -(who.collateral + sanctions.involuntaryShare * who.stigma + who.stake);
        const value = (e: number) =>
          (1 - f * (1 - e)) * able + f * (1 - e) * unable - 0.5 * behaviour.effortCost * f * e * e;
        expect(value(choice.effort)).toBeCloseTo(choice.loanValue, 10);
        for (let e = 0; e <= behaviour.effortCap; e += 0.01) {
          expect(value(e)).toBeLessThanOrEqual(choice.loanValue + 1e-12);
        }
      }),
    );
  });

  test('willingness maximises value with a logistic taste: its option value is the entropy', () => {
    // s·softplus(x) = w·x·s + s·H(w) with x = (G − D)/s, so the tally’s entropy term is exact
    fc.assert(
      fc.property(fc.double({ min: -20, max: 20, noNaN: true }), (x) => {
        const w = 1 / (1 + Math.exp(-x));
        const h = w <= 0 || w >= 1 ? 0 : -w * Math.log(w) - (1 - w) * Math.log1p(-w);
        expect(Math.log1p(Math.exp(x))).toBeCloseTo(w * x + h, 8);
      }),
    );
  });

  test('true PD does not fall as the hazard rises, over the central 99% of types', () => {
    fc.assert(
      fc.property(anyBorrower, prices, (who, price) => {
        const choice = createChoice();
        let last = 0;
        for (let hazardOdds = -5.5; hazardOdds <= 0.5; hazardOdds += 0.05) {
          choosePrivately(economy, hazardOdds, who, price, choice);
          expect(choice.pd).toBeGreaterThanOrEqual(last - 1e-12);
          last = choice.pd;
        }
      }),
    );
  });

  test('true PD rises with the price, so the fixed point of world S is reached from below', () => {
    fc.assert(
      fc.property(anyBorrower, odds, (who, hazardOdds) => {
        const choice = createChoice();
        let last = 0;
        for (let price = 1.01; price < 1.36; price += 0.01) {
          choosePrivately(economy, hazardOdds, who, price, choice);
          expect(choice.pd).toBeGreaterThanOrEqual(last - 1e-12);
          last = choice.pd;
        }
      }),
    );
  });

  test('a larger stake never raises default', () => {
    fc.assert(
      fc.property(anyBorrower, odds, prices, (who, hazardOdds, price) => {
        const low = createChoice();
        const high = createChoice();
        choosePrivately(economy, hazardOdds, who, price, low);
        choosePrivately(economy, hazardOdds, { ...who, stake: who.stake + 0.1 }, price, high);
        expect(high.pd).toBeLessThanOrEqual(low.pd + 1e-12);
      }),
    );
  });

  test('under contract effort is first best: it maximises the loan’s value to society', () => {
    fc.assert(
      fc.property(anyBorrower, odds, prices, (who: Primitives, hazardOdds, price) => {
        const { behaviour, sanctions } = economy;
        const lost = who.collateral - recovered(0.8, who.collateral, price);
        const choice = createChoice();
        chooseByContract(economy, hazardOdds, who, price, lost, choice);
        const f = choice.hazard;
        const social = (e: number) => {
          const failure = f * (1 - e);
          const loss = sanctions.involuntaryShare * who.stigma + lost;
          return (
            (1 - failure) * who.value - failure * loss - 0.5 * behaviour.effortCost * f * e * e
          );
        };
        for (let e = 0; e <= behaviour.effortCap; e += 0.01) {
          expect(social(e)).toBeLessThanOrEqual(social(choice.effort) + 1e-12);
        }
        expect(choice.willing).toBe(1);
      }),
    );
  });
});

describe('lenders', () => {
  test('break-even price breaks even', () => {
    for (const pd of [0, 0.05, 0.3, 0.9]) {
      for (const collateral of [0, 0.15, 0.9, 3]) {
        const cost = 1.025;
        const back = recovered(0.8, collateral, cost);
        const price = cost + ((cost - back) * pd) / (1 - pd);
        expect((1 - pd) * price + pd * Math.min(0.8 * collateral, price)).toBeCloseTo(cost, 12);
      }
    }
  });

  test('without what they learn from, they cannot tell anybody apart: AUC is one half', () => {
    const economy = economyWith({ scorecard: { ridge: 1000, stepLimit: 0.01, decay: 0 } });
    const frozen = { ...economy, scorecard: { ...economy.scorecard, stepLimit: 0 } };
    const ledger = simulate(smallMarket({ economy: frozen }), {
      rules: institutions['full-sharing'].rules(),
    });
    const auc = measures.find((one) => one.id === 'auc-applicants');
    expect(auc?.of(ledger, 8, 20)).toBe(0.5);
  });

  test('in world F nobody is refused who would be worth it, and lenders earn nothing but noise', () => {
    const ledgers = simulateWorlds(smallMarket(), { rules: institutions.none.rules() }, worlds);
    const f = ledgers['full-information'];
    if (!f) throw new Error('no world F');
    expect(Math.abs(total(f, 'lenderProfit') / total(f, 'loans'))).toBeLessThan(0.001);
  });

  test('welfare is highest where both problems are gone', () => {
    for (const id of ['none', 'government-led', 'full-sharing']) {
      const ledgers = simulateWorlds(smallMarket(), { rules: institutions[id].rules() }, worlds);
      const welfare = worlds.map((world) => {
        const ledger = ledgers[world];
        return ledger ? total(ledger, 'welfare') : NaN;
      });
      expect(Math.max(...welfare)).toBe(welfare[worlds.indexOf('full-information')]);
      expect(Math.min(...welfare)).toBe(welfare[worlds.indexOf('actual')]);
    }
  });
});

describe('search', () => {
  test('chances of asking: closed form for two of three without replacement', () => {
    const three = [0.5, 0.3, 0.2].map((share, j) => ({ ...sixLenders[j], share }));
    const table = searchTable(three, 2, false);
    const chance = (set: number) => {
      const at = table.sets.indexOf(set);
      return table.upTo[at] - (at > 0 ? table.upTo[at - 1] : 0);
    };
    expect(chance(0b011)).toBeCloseTo((0.5 * 0.3) / 0.5 + (0.3 * 0.5) / 0.7, 12);
    expect(chance(0b101)).toBeCloseTo((0.5 * 0.2) / 0.5 + (0.2 * 0.5) / 0.8, 12);
  });

  test('the home lender is always asked, and asking everybody asks everybody', () => {
    const table = searchTable(sixLenders, 3, true);
    for (let home = 0; home < 6; home++) {
      const sets = table.sets.subarray(table.start[home], table.start[home + 1]);
      expect(sets.length).toBe(10);
      for (const set of sets) {
        expect(set & (1 << home)).not.toBe(0);
        expect(popcount(set)).toBe(3);
      }
    }
    expect([...searchTable(sixLenders, 9, true).sets]).toEqual(Array(6).fill(63));
  });
});

describe('records', () => {
  test('windows and counts', () => {
    expect(windowAt(3, 1, 3)).toBe(0b0111);
    expect(windowAt(33, 1, 3)).toBe(1 | (0b11 << 30)); // quarters 32, 31 and 30
    expect(windowAt(32, 1, 31)).toBe(~1);
    expect(windowAt(9, 5, 4)).toBe(0);
    fc.assert(
      fc.property(fc.integer(), (x) => {
        expect(popcount(x)).toBe((x >>> 0).toString(2).replaceAll('0', '').length);
      }),
    );
  });

  test('are remembered for 31 quarters, whenever the borrower comes back', () => {
    const quarters = fc.integer({ min: 0, max: 200 });
    fc.assert(
      fc.property(quarters, quarters, (quarter, elapsed) => {
        const kept = rememberedAfter(quarter, elapsed);
        for (let age = 0; age < 32; age++) {
          // The bit of what lay so far back in this quarter: written at the last visit, or 32 quarters before it.
          expect((kept >>> (quarter - age)) & 1).toBe(Number(age >= elapsed && elapsed < 32));
        }
      }),
    );
  });

  test('annuity', () => {
    expect(annuity(0.5, 1, 2)).toBe(0.75);
    expect(annuity(0.97, 3, 31)).toBeCloseTo((0.97 ** 3 - 0.97 ** 32) / 0.03, 12);
    expect(annuity(0, 1, 31)).toBe(0);
  });
});

describe('edges of the market', () => {
  test('one borrower', () => {
    const ledger = simulate(smallMarket({ borrowers: 1 }), { rules: institutions.dual.rules() });
    expect(total(ledger, 'applications')).toBeGreaterThan(0);
    expect(ledger.sums.every(Number.isFinite)).toBe(true);
    expect(ledger.posted.every(Number.isFinite)).toBe(true);
  });

  test('one lender', () => {
    const lenders = [{ ...sixLenders[0], share: 1 }];
    const economy = economyWith({ search: { quotes: 1 } });
    for (const institution of Object.values(institutions)) {
      const market = smallMarket({ lenders, economy, borrowers: 500 });
      const ledger = simulate(market, { rules: institution.rules() });
      expect(total(ledger, 'loans')).toBeGreaterThan(0);
      expect(ledger.covered).toBe(0); // nobody else reads
    }
  });

  test('a cap below cost: nobody is served but to learn', () => {
    const economy = economyWith({ pricing: { cap: 1, exploration: 0 } });
    const ledger = simulate(smallMarket({ economy }), { rules: institutions.none.rules() });
    expect(total(ledger, 'approvals')).toBe(0);
    const rate = measures.find((one) => one.id === 'default-rate');
    expect(rate?.of(ledger, 8, 20)).toBeNaN();
  });

  test('everybody defaults', () => {
    const economy = economyWith({ hazard: { base: -5 }, behaviour: { effortCap: 0 } });
    const ledger = simulate(smallMarket({ economy }), { rules: institutions.none.rules() });
    expect(ledger.posted.every(Number.isFinite)).toBe(true);
    expect(total(ledger, 'approvals') / total(ledger, 'applications')).toBeLessThan(0.2);
  });

  test('borrowers are the same people in a larger market', () => {
    // Draws are keyed by borrower, so the first page of a larger population is the smaller population.
    const seen: number[][] = [[], []];
    [2000, 4096].forEach((borrowers, k) => {
      simulate(
        smallMarket({ borrowers, quarters: 1, burnIn: 0 }),
        { rules: institutions.none.rules() },
        'actual',
        {
          observe: (page) => {
            for (let r = 0; r < page.n && page.index[r] < 2000; r++) seen[k].push(page.pd[r]);
          },
        },
      );
    });
    expect(seen[1]).toEqual(seen[0]);
  });
});
