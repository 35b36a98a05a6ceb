import { describe, expect, it } from 'vitest';
import { lenderStride } from '../../../src/engine/columns/shape.ts';
import { bitsBetween, forever, keptAfter } from '../../../src/engine/files/kept.ts';
import { simulate } from '../../../src/engine/running/index.ts';
import type { Phase } from '../../../src/engine/setup.ts';
import { institutions } from '../../../src/institutions/registry.ts';
import { marketOf } from '../market.ts';

const from = 20;
const market = marketOf({ borrowers: 500, quarters: 26, burnIn: 8 });
const rules = (id: string, values = {}) => institutions[id].rules(values);

/** What lenders find on file of all who apply in a quarter. */
function onFile(start: ReturnType<typeof rules>, phases: readonly Phase[], when = from) {
  const found = { ownDefaults: 0, sharedDefaults: 0, sharedRepaid: 0, balances: 0 };
  simulate(market, { rules: start, phases }, 'actual', {
    observer: {
      applications({ quarter, roll, visible }) {
        if (quarter !== when) return;
        for (let j = 0; j < market.lenders.length; j++) {
          for (let r = 0; r < roll.n; r++) {
            const at = j * lenderStride + r;
            found.ownDefaults += visible.ownDefaults[at];
            found.sharedDefaults += visible.sharedDefaults[at];
            found.sharedRepaid += visible.sharedRepaid[at];
            found.balances += visible.balances[at];
          }
        }
      },
    },
  });
  return found;
}

describe('files when rules change', () => {
  const plain = onFile(rules('full-sharing'), []);

  it('lose the defaults that are erased, while own records and loans repaid stay', () => {
    const erased = onFile(rules('full-sharing'), [{ from, erase: {} }]);
    expect(plain.sharedDefaults).toBeGreaterThan(20);
    expect(erased).toEqual({ ...plain, sharedDefaults: 0 });
  });

  it('lose those of the fifths of income that are meant', () => {
    const lost = [1, 2, 3, 4, 5].map(
      (fifth) =>
        plain.sharedDefaults -
        onFile(rules('full-sharing'), [{ from, erase: { incomeFifths: [fifth] } }]).sharedDefaults,
    );
    expect(lost.reduce((a, b) => a + b)).toBe(plain.sharedDefaults);
    expect(lost[0]).toBeGreaterThan(lost[4]);
  });

  it('begin empty for who begins to contribute, but for open loans and the backfill', () => {
    const begun = onFile(rules('none'), [{ from, rules: rules('full-sharing') }]);
    expect([begun.sharedDefaults, begun.sharedRepaid]).toEqual([0, 0]);
    expect(begun.balances).toBeGreaterThan(0);
    const few = onFile(rules('none'), [{ from, rules: rules('full-sharing'), backfill: 2 }]);
    const many = onFile(rules('none'), [{ from, rules: rules('full-sharing'), backfill: 12 }]);
    expect(few.sharedRepaid).toBeGreaterThan(0);
    expect(many.sharedRepaid).toBeGreaterThan(2 * few.sharedRepaid);
  });

  it('hold large loans of the backfill only where the new rules have a threshold', () => {
    const all = { from, rules: rules('full-sharing'), backfill: 12 };
    const large = { ...all, rules: rules('full-sharing', { threshold: 1 }) };
    const [more, less] = [onFile(rules('none'), [all]), onFile(rules('none'), [large])];
    expect(less.sharedRepaid).toBeGreaterThan(0);
    expect(less.sharedRepaid).toBeLessThan(more.sharedRepaid);
  });

  it('get nothing back that was deleted when they are kept for longer', () => {
    const short = rules('full-sharing', { retentionNegative: 4, retentionPositive: 4 });
    const longer = onFile(short, [{ from, rules: rules('full-sharing') }]);
    const five = rules('full-sharing', { retentionNegative: 5, retentionPositive: 5 });
    expect(longer).toEqual(onFile(short, [{ from, rules: five }]));
    expect(longer.sharedRepaid).toBeLessThan(plain.sharedRepaid);
  });

  it('of who leaves are gone at once, or fade', () => {
    const gone = onFile(rules('full-sharing'), [{ from, rules: rules('none') }]);
    expect([gone.sharedRepaid, gone.balances]).toEqual([0, 0]);
    const stay = { rules: rules('association-led'), participation: ['bank-1'], from } as const;
    const left = onFile(rules('association-led'), [stay], from + 2);
    const fading = onFile(rules('association-led'), [{ ...stay, leavers: 'fade' }], from + 2);
    expect(fading.sharedRepaid).toBeGreaterThan(left.sharedRepaid);
  });
});

describe('the quarters that stand on file', () => {
  const records = { lag: 1, retentionNegative: 8, retentionPositive: 4, threshold: 0 };
  const change = { from: 40, backfill: 3, fades: true };
  const kept = keptAfter(
    { ...change, before: Uint8Array.of(1, 0, 1), after: Uint8Array.of(1, 1, 0) },
    undefined,
    records,
  );

  it('are those not yet deleted, of the backfill, and of before one left', () => {
    expect([...kept.defaultsSince]).toEqual([30, 37, 30]);
    expect([...kept.repaidSince]).toEqual([34, 37, 34]);
    expect([...kept.until]).toEqual([forever, forever, 40]);
  });

  it('are bits of the last 31 quarters', () => {
    const quartersIn = (quarter: number, since: number, until: number) => {
      const bits = bitsBetween(quarter, since, until);
      return Array.from({ length: 32 }, (_, age) => quarter - age).filter(
        (t) => t >= 0 && ((bits >>> (t % 32)) & 1) === 1,
      );
    };
    expect(quartersIn(45, 41, forever)).toEqual([44, 43, 42, 41]);
    expect(quartersIn(45, 37, 40)).toEqual([39, 38, 37]);
    expect(quartersIn(90, 0, forever)).toHaveLength(31);
    expect(quartersIn(90, 37, 40)).toEqual([]);
    expect(quartersIn(45, 45, forever)).toEqual([]);
  });
});
