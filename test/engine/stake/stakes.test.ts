import { expect, it } from 'vitest';
import { Access } from '../../../src/institutions/institution.ts';
import { hidden } from '../../../src/engine/columns/hidden.ts';
import { roll, rollWriter } from '../../../src/engine/columns/roll.ts';
import { lenderStride, maxRows } from '../../../src/engine/columns/shape.ts';
import { terms } from '../../../src/engine/columns/terms.ts';
import { visible } from '../../../src/engine/columns/visible.ts';
import { breakEvenPrice } from '../../../src/engine/lenders/break-even.ts';
import { featureCount, writeFeatures } from '../../../src/engine/lenders/features.ts';
import { recoveryValue } from '../../../src/engine/lenders/pricing-terms.ts';
import { discounts } from '../../../src/engine/stake/discount.ts';
import { fileSteps } from '../../../src/engine/stake/file-steps.ts';
import { imagine, planFuture } from '../../../src/engine/stake/future.ts';
import { valueOfNext } from '../../../src/engine/stake/next-application.ts';
import { planStake, type Beliefs } from '../../../src/engine/stake/plan.ts';
import { reckonStakes, reckonStakesWithAll } from '../../../src/engine/stake/stakes.ts';
import {
  beliefs,
  cards,
  classOf,
  lay,
  lenderTerms,
  market,
  n,
  rows,
  sharing,
} from './laid-market.ts';

/** L⁰, L¹ and L² of row r on a loan of lender o, plainly. */
function plainValues(
  plan: ReturnType<typeof planStake>,
  b: Beliefs,
  o: number,
  r: number,
  aware: boolean,
) {
  const { future } = plan;
  const x = new Float64Array(featureCount);
  const steps = new Float64Array(3);
  const values = [0, 0, 0];
  for (let d = 0; d < future.draws; d++) {
    const prices = [0, 1, 2].map(() => [] as number[]);
    for (let q = 0; q < n; q++) {
      if (((future.asked[d * maxRows + r] >>> q) & 1) === 0) continue;
      const c = q * lenderStride + r;
      const level = q === o ? Access.none : sharing.level[q * n + o];
      const reported = aware && visible.size[r] >= sharing.records.threshold;
      const view = {
        own: q === o,
        negative: reported && level !== Access.none,
        full: reported && level === Access.full,
        file: reported && level === Access.full,
        score: aware && sharing.scoreReader[q] === 1 && sharing.ecosystem[o] === 1,
      };
      const card = (f: number) => cards[q * featureCount + f];
      fileSteps(
        {
          ownRepaid: card(4),
          ownDefault: card(5),
          sharedRepaid: card(6),
          sharedDefault: card(7),
          sharedDefaults: card(8),
          fileExists: card(9),
          score: card(12),
        },
        view,
        {
          ownRepaid: visible.ownRepaid[c],
          ownDefault: visible.ownDefaults[c],
          sharedRepaid: visible.sharedRepaid[c],
          sharedDefaults: visible.sharedDefaults[c],
          fileExists: visible.fileExists[c],
          scoreDrop: visible.scoreDrop[r],
        },
        steps,
      );
      const at = d * maxRows + r;
      const income = 1.5 * Math.exp((0.6 * future.income[at]) / 1.3025 - 0.36 / 1.3025 / 2);
      writeFeatures(
        x,
        0,
        future.income[at],
        visible.capital[r],
        visible.collateral[r],
        future.size[at],
        income,
        visible.ownRepaid[c],
        visible.ownDefaults[c],
        visible.sharedRepaid[c],
        visible.sharedDefaults[c],
        visible.fileExists[c],
        0,
        sharing.scoreReader[q] * visible.score[r],
      );
      let today = 0;
      for (let f = 0; f < featureCount; f++) today += card(f) * x[f];
      for (let v = 0; v < 3; v++) {
        prices[v].push(
          breakEvenPrice(
            today + steps[v],
            recoveryValue(lenderTerms, b.constants, q, visible.collateral[r]),
            1.041 + b.fee[q] / future.size[at],
            b.constants.paidInFull[q],
            b.constants.unpaid[q],
            2,
            lenderTerms.cap,
          ),
        );
      }
    }
    for (let v = 0; v < 3; v++) {
      const p = Float64Array.from(prices[v]);
      values[v] +=
        valueOfNext(p, p.length, lenderTerms.cap, 0.0198, 0.0132, b.learned[0]) / future.draws;
    }
  }
  return values;
}

const draws = { key: new Int32Array(4), seed: [5, 6] as const };

it.each([1, 2])('stakes over columns are those of the plain formulas (%i draws)', (count) => {
  lay();
  const m = market(count);
  const future = planFuture(m);
  rollWriter.lookedUp.fill(0);
  imagine(future, draws, 3);
  const plan = planStake(m, sharing, { terms: lenderTerms, classOf }, future);
  const aware = beliefs(lenderTerms.fee, Float64Array.of(1.3, 0.7, 1.4));
  const unaware = beliefs(new Float64Array(n), Float64Array.of(1.25, 0.75, 1.9));
  reckonStakes(plan, aware, unaware);
  const all = {
    rawOwn: new Float64Array(n * maxRows),
    rawShared: new Float64Array(n * maxRows),
    ownStake: new Float64Array(n * maxRows),
    sharedStake: new Float64Array(n * maxRows),
  };
  reckonStakesWithAll(plan, aware, unaware, all, maxRows);
  let felt = 0;
  for (let r = 0; r < rows; r++) {
    const i = roll.person[r];
    const o = terms.lender[r];
    const knows = hidden.aware[i] === 1;
    const b = knows ? aware : unaware;
    const [l0, l1, l2] = plainValues(plan, b, o, r, knows);
    const scale = hidden.meanNeed[i] * b.learned[1] * hidden.meanSize[i];
    const own = scale * discounts(0.97, 1, 31) * (l0 - l1);
    const shared = scale * 0.97 * discounts(0.97, 2, 13) * (l1 - l2);
    expect(hidden.rawOwn[r]).toBeCloseTo(own, 11);
    expect(hidden.rawShared[r]).toBeCloseTo(shared, 11);
    expect(hidden.ownStake[r]).toBeCloseTo(b.learned[2] * own, 11);
    expect(hidden.sharedStake[r]).toBeCloseTo(b.learned[2] * shared + sharing.perks[o], 11);
    expect(all.ownStake[o * maxRows + r]).toBe(hidden.ownStake[r]);
    expect(all.sharedStake[o * maxRows + r]).toBe(hidden.sharedStake[r]);
    felt += Number(own > 0.01) + Number(shared > 0.01);
  }
  expect(felt).toBeGreaterThan(rows / 10);
});

it('the next application asks home and then others, each once', () => {
  lay();
  const future = planFuture(market(2));
  rollWriter.lookedUp.fill(0);
  imagine(future, draws, 3);
  for (let r = 0; r < rows; r++) {
    for (const d of [0, 1]) {
      const set = future.asked[d * maxRows + r];
      expect((set >>> (r % n)) & 1).toBe(1);
      expect(set.toString(2).replaceAll('0', '').length).toBe(3);
    }
    expect(roll.lookedUp[r]).toBe(future.asked[r] | future.asked[maxRows + r]);
  }
});
