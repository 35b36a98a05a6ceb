import { describe, expect, it } from 'vitest';
import { hidden } from '../../src/engine/columns/hidden.ts';
import { outcome } from '../../src/engine/columns/outcome.ts';
import { visible } from '../../src/engine/columns/visible.ts';
import type { SumName } from '../../src/engine/ledger.ts';
import { vintageStart } from '../../src/engine/loans/book.ts';
import { worlds } from '../../src/engine/setup.ts';
import type { Observer } from '../../src/engine/observe/observer.ts';
import { simulateWorlds } from '../../src/engine/simulate.ts';
import { account, type Flows } from '../../src/engine/tally/account-reference.ts';
import { institutions } from '../../src/institutions/registry.ts';
import { pageSize } from '../../src/random/draws.ts';
import { economy, marketOf } from './economy.ts';
import { sumOf } from './market.ts';

describe('welfare', () => {
  const market = marketOf(400, 14, { burnIn: 2 });
  for (const { id, rules } of Object.values(institutions)) {
    it(`is what is made less what is lost: ${id}`, () => {
      const leak = { chance: 0.001, loss: 0.2 };
      const institution = { rules: { ...rules(), perks: 0.02, costPerReport: 0.001, leak } };
      for (const ledger of Object.values(simulateWorlds(market, institution, worlds))) {
        for (let t = 0; t < 11; t++) {
          const sum = (name: SumName) => sumOf(ledger, t, name);
          const lost =
            sum('outside') +
            sum('leakLosses') +
            sum('stigma') +
            sum('enforcement') +
            sum('collateralDestroyed') +
            sum('effortCost') +
            sum('perksLost') +
            sum('resources') +
            sum('institutionCost') +
            sum('misreportingCost');
          const welfare = sum('use') - lost + sum('funding') + sum('time');
          expect(Math.abs(welfare - sum('welfare'))).toBeLessThan(1e-12 * sum('use'));
          expect(sum('loans')).toBeGreaterThan(0);
        }
      }
    });
  }
});

describe('accounts over columns', () => {
  const kept = [
    'use',
    'stigma',
    'enforcement',
    'collateralDestroyed',
    'effort',
    'perks',
    'funding',
    'time',
    'taste',
    'borrower',
    'lender',
    'cannotPay',
    'willNotPay',
  ] as const;
  const flows = Object.fromEntries(kept.map((name) => [name, 0])) as unknown as Flows;

  it.each(['actual', 'action-contractible'] as const)('are the plain ones: %s', (world) => {
    const market = marketOf(700, 12);
    const institution = { rules: { ...institutions['market-led'].rules(), perks: 0.03 } };
    const totals = new Float64Array(12 * kept.length);
    const { behaviour, sanctions } = economy;
    const quarterEnd: Observer['quarterEnd'] = (seen) => {
      const { book, motives, now, page, quarter } = seen;
      if (seen.world !== world) return;
      for (let age = Math.min(3, quarter); age >= 0; age--) {
        const v = (quarter - age) % 4;
        const start = vintageStart(book, page, v);
        for (let k = 0; k < book.count[page * 4 + v]; k++) {
          const local = v * book.capacity + k;
          const at = start + k;
          const s = book.slot[at];
          if (now.wasOpen[local] === 0 || s >= pageSize) continue;
          const size = book.size[at];
          const e = outcome.effort[s];
          account(
            {
              age,
              size,
              instalment: book.instalment[at],
              use: motives.use[at],
              useToCome: behaviour.patience * now.useAfter[local],
              recovered: now.recovered[local],
              collections: now.collected[local],
              collateral: size * visible.collateralOf[s],
              enforcement: sanctions.enforcement * size,
              discount: 1 / 1.01,
              inSet: now.inSet[local],
              shareOfSet: now.inSet[local] * (size / outcome.setSizes[s]),
              share: size / outcome.sizes[s],
              toil: 0.5 * behaviour.effortCost * size * hidden.ownFailure[s] * e * e,
            },
            {
              failure: outcome.failure[s],
              refusal: outcome.refusal[s],
              stigma: hidden.stigmaCost[s],
              stigmaUnable: sanctions.involuntaryShare * hidden.stigmaCost[s],
              perksOfSet: outcome.setPerks[s],
              perksOfAll: outcome.allPerks[s],
              taste: outcome.tasteRefusing[s],
            },
            behaviour.patience,
            flows,
          );
          kept.forEach((flow, c) => (totals[(quarter - age) * kept.length + c] += flows[flow]));
        }
      }
    };
    const ledger = simulateWorlds(market, institution, [world], { observer: { quarterEnd } })[
      world
    ]!;
    for (let t = 0; t < 9; t++) {
      const plain = (name: (typeof kept)[number]) => totals[t * kept.length + kept.indexOf(name)];
      const near = (name: SumName, sum: number) =>
        expect(Math.abs(sumOf(ledger, t, name) - sum), name).toBeLessThan(
          1e-10 * (1 + Math.abs(sum)),
        );
      near('use', plain('use'));
      near('stigma', plain('stigma'));
      near('enforcement', plain('enforcement'));
      near('collateralDestroyed', plain('collateralDestroyed'));
      near('effortCost', plain('effort'));
      near('perksLost', plain('perks'));
      near('funding', plain('funding'));
      near('time', plain('time'));
      near('tasteRefusing', plain('taste'));
      near('borrowerSurplus', plain('borrower') - sumOf(ledger, t, 'outside'));
      near('lenderInflow', plain('lender'));
      near('expectedCannotPay', plain('cannotPay'));
      near('expectedWillNotPay', plain('willNotPay'));
    }
  });
});
