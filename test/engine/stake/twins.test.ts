import { describe, expect, it } from 'vitest';
import { roll } from '../../../src/engine/columns/roll.ts';
import { visible } from '../../../src/engine/columns/visible.ts';
import { Status, vintageStart } from '../../../src/engine/loans/book.ts';
import type { Observer } from '../../../src/engine/observe/observer.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import { offerWorth } from '../../../src/engine/stake/offer-worth.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { pageSize } from '../../../src/random/draws.ts';
import { economy, marketOf } from '../economy.ts';

const size = 500;
const rules = institutions['full-sharing'].rules();
const withTwins = (twins: number, prior: number, twinFrom = 5) =>
  marketOf(size, 44, {
    economy: { ...economy, reputation: { ...economy.reputation, twins, prior, twinFrom } },
  });

describe('twins', () => {
  it('count in no sum and teach nobody but θ', () => {
    const without = simulate(withTwins(0, 10), { rules });
    const still = simulate(withTwins(0.5, 1e300), { rules });
    expect(still.beliefs[43 * 5 + 4]).toBeGreaterThan(0);
    expect(still.sums).toEqual(without.sums);
    expect(still.posted).toEqual(without.posted);
    expect(still.prices).toEqual(without.prices);
    expect(still.quintiles).toEqual(without.quintiles);
    expect(still.lenders).toEqual(without.lenders);
  });

  it('owe what their originals owe, are on file with a default, live thirty quarters', () => {
    let made = 0;
    let ended = 0;
    const born = new Map<number, number>();
    /** Whose twin last had each place of files. */
    const tenants = new Map<number, number>();
    let passedOn = 0;
    const quarterEnd: Observer['quarterEnd'] = (seen) => {
      const { madeTwin, book, records, motives, page, quarter } = seen;
      const bit = 1 << quarter;
      const living = [...Array(size).keys()].filter((i) => madeTwin[i] > 0);
      const taken = new Set(living.map((i) => roll.place[pageSize + i]));
      expect(taken.size).toBe(living.length);
      for (let i = 0; i < size; i++) {
        const since = madeTwin[i] - 1;
        const twin = pageSize + i;
        if (since === -1) {
          if (!born.has(i)) continue;
          expect(quarter - born.get(i)!).toBe(30);
          born.delete(i);
          ended++;
          expect(open(twin)).toEqual([]);
          continue;
        }
        if (since !== quarter) continue;
        if (born.has(i)) ended++;
        born.set(i, quarter);
        made++;
        const at = roll.place[twin];
        expect(at).toBeGreaterThanOrEqual(pageSize);
        expect(at).toBeLessThan(records.places);
        if ((tenants.get(at) ?? i) !== i) passedOn++;
        tenants.set(at, i);
        expect(quarter).toBeGreaterThanOrEqual(5);
        expect(open(twin)).toEqual(open(i));
        const lender = records.defaults.findIndex(
          (map, q) => (map[at] & ~map[i] & bit) !== 0 && (records.ended[q][i] & bit) !== 0,
        );
        expect(lender).toBeGreaterThanOrEqual(0);
        records.ended.forEach((map) => expect(map[at]).toBe(map[i]));
        // Old bits under loans long gone say nothing.
        const said = (q: number, file: number) =>
          records.defaults[q][file] & records.ended[q][file];
        records.defaults.forEach((_, q) =>
          expect(said(q, at)).toBe(q === lender ? said(q, i) | bit : said(q, i)),
        );
      }
      /** Open loans of a slot, by what they are. */
      function open(slot: number) {
        const loans: number[][] = [];
        for (let v = 0; v < book.term; v++) {
          const start = vintageStart(book, page, v);
          for (let k = start; k < start + book.count[page * book.term + v]; k++) {
            if (book.slot[k] !== slot || book.status[k] !== Status.open) continue;
            loans.push([v, book.lender[k], book.size[k], book.instalment[k], motives.ownStake[k]]);
          }
        }
        return loans;
      }
    };
    simulate(withTwins(0.2, 10), { rules }, 'actual', { observer: { quarterEnd } });
    expect(made).toBeGreaterThan(100);
    expect(ended).toBeGreaterThan(20);
    expect(passedOn).toBeGreaterThan(20);
  });

  it('have their originals’ size and signals; what they lose is the difference in surplus', () => {
    let lost = 0;
    let twinned = 0;
    let compared = 0;
    const ledger = simulate(withTwins(0.3, 10), { rules }, 'actual', {
      observer: {
        quarterEnd({ madeTwin, quarter }) {
          lost *= 0.985;
          for (let i = 0; i < size; i++) {
            // Those made now or just ended are not told apart from here, so the last quarter is left to the sum below.
            const age = quarter - (madeTwin[i] - 1);
            const row = roll.rowOf[i];
            const twin = roll.rowOf[pageSize + i];
            if (madeTwin[i] === 0 || age === 0) continue;
            if (row >= 0 && twin >= 0) {
              expect(visible.size[twin]).toBe(visible.size[row]);
              expect(visible.income[twin]).toBe(visible.income[row]);
              compared++;
            }
            const of = (r: number) => (r >= 0 ? offerWorth.surplus[r] : 0);
            lost += 0.97 ** age * (of(row) - of(twin));
          }
          // Until the first end at quarter 35, nothing is hidden from this sum.
          if (quarter === 34) twinned = lost;
        },
      },
    });
    expect(compared).toBeGreaterThan(500);
    expect(ledger.beliefs[34 * 5 + 3]).toBeCloseTo(twinned, 9);
  });
});
