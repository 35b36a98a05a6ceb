import { describe, expect, it } from 'vitest';
import { join } from '../../src/engine/files/join.ts';
import { lenderCosts } from '../../src/engine/lenders/costs.ts';
import { Outcome } from '../../src/engine/outcome.ts';
import { features, featuresOf } from '../../src/engine/lenders/features.ts';
import { simulate } from '../../src/engine/simulate.ts';
import type { World } from '../../src/engine/setup.ts';
import { chooserOf } from '../../src/experiments/chooser.ts';
import { createSubject, seenCount } from '../../src/experiments/subject.ts';
import { conduct, type Protocol } from '../../src/experiments/trial.ts';
import { createTrial } from '../../src/experiments/karlan-zinman/trial.ts';
import { fingerprint, marketOf, regimeOf } from '../engine/market.ts';

const market = marketOf({ borrowers: 1500, quarters: 14, burnIn: 6 });

describe('a subject under the contract that it was offered', () => {
  it.each(['actual', 'action-contractible'] as const)(
    'chooses and ends as it did in the run (%s)',
    (world: World) => {
      const regime = regimeOf('sesame');
      const sharing = join(market.lenders, regime);
      const costs = lenderCosts(market.economy, market.lenders, sharing);
      const choose = chooserOf(market.economy, costs, world === 'action-contractible');
      const { enter } = createSubject(market, sharing, []);
      const { tasteScale, base, capitalSlope } = market.economy.outside;
      const { posted } = simulate(market, regime);
      const counts = { compared: 0, defaults: 0, otherChoice: 0, otherEnd: 0, otherTaste: 0 };
      simulate(market, regime, world, {
        posted,
        observe(page, quarter) {
          const subject = enter(page, quarter);
          for (let r = 0; r < page.n; r++) {
            subject.row = r;
            const choice = choose(page, r, page.price[r], page.stake[r], page.collateral[r]);
            const same = choice.pd === page.pd[r] && choice.loanValue === page.loanValue[r];
            const bad = subject.defaults(choice);
            // What is left of the outside option without its taste is base + slope · max(0, k + 1).
            const steady = page.outside[r] + tasteScale * subject.taste() - base;
            counts.compared++;
            counts.defaults += Number(bad);
            counts.otherChoice += Number(!same);
            counts.otherEnd += Number(bad !== (page.potential[r] !== Outcome.repaid));
            counts.otherTaste += Number(steady < -1e-12 || steady > 6 * capitalSlope);
          }
        },
      });
      expect(counts).toMatchObject({ otherChoice: 0, otherEnd: 0, otherTaste: 0 });
      expect(counts.compared).toBeGreaterThan(4000);
      expect(counts.defaults).toBeGreaterThan(100);
    },
  );

  it('shows what the lender that won saw', () => {
    const regime = regimeOf('full-sharing');
    const sharing = join(market.lenders, regime);
    const { enter } = createSubject(market, sharing, []);
    const seen = new Float64Array(seenCount + 1);
    const all = new Float64Array(features.length);
    let withFile = 0;
    let different = 0;
    simulate(market, regime, 'actual', {
      observe(page, quarter) {
        const subject = enter(page, quarter);
        for (let r = 0; r < page.n; r++) {
          subject.row = r;
          subject.seen(seen, 1);
          featuresOf(r, page.winner[r], false, all);
          for (let k = 1; k <= seenCount; k++) different += Number(seen[k] !== all[k]);
          withFile += seen[features.indexOf('fileExists')];
        }
      },
    });
    expect(different).toBe(0);
    expect(withFile).toBeGreaterThan(1000);
  });

  it('has no draw for an arm that the protocol does not name', () => {
    const { enter } = createSubject(market, join(market.lenders, regimeOf('none')), ['offerArm']);
    simulate({ ...market, quarters: 1, burnIn: 0 }, regimeOf('none'), 'actual', {
      observe(page, quarter) {
        const subject = enter(page, quarter);
        expect(subject.draw('offerArm')).toBeLessThan(1);
        expect(() => subject.draw('priceArm')).toThrow('name the arms');
      },
    });
  });
});

describe('a trial', () => {
  it('shows each application approved at the lender’s own price after the burn-in once, in the worlds asked for', () => {
    const regime = regimeOf('government-led');
    const visits = new Map<string, number>();
    let wrong = 0;
    const protocolOf = (world: World): Protocol => ({
      arms: [],
      visit: ({ page, row, quarter, borrower }) => {
        const fine = page.approved[row] && !page.explored[row] && quarter >= market.burnIn;
        wrong += Number(!fine || borrower !== page.first + page.index[row]);
        visits.set(world, (visits.get(world) ?? 0) + 1);
      },
      findings: () => [],
    });
    conduct(market, regime, ['actual', 'types-visible'], ({ world }) => [protocolOf(world)]);
    expect(wrong).toBe(0);
    expect([...visits.keys()]).toEqual(['actual', 'types-visible']);
    let approvals = 0;
    simulate(market, regime, 'actual', {
      observe(page, quarter) {
        if (quarter < market.burnIn) return;
        for (let r = 0; r < page.n; r++) approvals += page.approved[r] - page.explored[r];
      },
    });
    expect(visits.get('actual')).toBe(approvals);
  });

  it('leaves the run as it would have been: no treated outcome enters files or scorecards', () => {
    const regime = regimeOf('market-led');
    const sharing = join(market.lenders, regime);
    const costs = lenderCosts(market.economy, market.lenders, sharing);
    const choose = chooserOf(market.economy, costs, false);
    const trial = createTrial({ market, world: 'actual', sharing, costs, choose });
    const { enter } = createSubject(market, sharing, ['offerArm', 'contractArm', 'incentiveArm']);
    const treated = simulate(market, regime, 'actual', {
      observe(page, quarter) {
        const subject = enter(page, quarter);
        for (let r = 0; r < page.n; r++) {
          if (!page.approved[r]) continue;
          subject.row = r;
          subject.borrower = page.first + page.index[r];
          trial.visit(subject);
        }
      },
    });
    expect(trial.loans()).toBeGreaterThan(2000);
    expect(fingerprint(treated)).toBe(fingerprint(simulate(market, regime)));
  });
});
