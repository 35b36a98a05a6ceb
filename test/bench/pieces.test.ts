import { describe, expect, it } from 'vitest';
import { parseTask, type TaskInput } from '../../bench/measurement.ts';
import { headText, partText } from '../../bench/table.ts';
import { pieces } from '../../bench/pieces/index.ts';

const measured = (task: TaskInput) =>
  pieces[task.piece](parseTask(JSON.stringify({ borrowers: 6000, quarters: 6, ...task })));

describe('a piece of the benchmark', () => {
  it('does the work it says, and tells what came of it: the engine and the naive version alike', async () => {
    const engine = await measured({ piece: 'engine' });
    const naive = await measured({ piece: 'naive' });
    for (const { work, found, seconds, cpu } of [engine, naive]) {
      expect(work).toBe(36_000);
      expect(Math.min(seconds, cpu)).toBeGreaterThan(0);
      expect(found.approval).toBeGreaterThan(0.1);
      expect(found.approval).toBeLessThan(1);
    }
    // One economy each, and six quarters of the macro state: no closer than this.
    expect(Math.abs(engine.found.default - naive.found.default)).toBeLessThan(0.15);
  });

  it('may repeat, take another institution, other lenders or a module', async () => {
    const { work } = await measured({
      piece: 'engine',
      institution: 'sesame',
      repeats: 2,
      lenders: 9,
    });
    expect(work).toBe(72_000);
    const worlds = await measured({ piece: 'engine', worlds: true });
    const builtIn = await measured({ piece: 'engine' });
    expect(worlds.found).toEqual(builtIn.found);
    const plugIn = await measured({ piece: 'engine', module: 'registry' });
    expect(plugIn.found).toEqual(builtIn.found);
  });

  it('counts what the model cannot do without', async () => {
    const { found } = await measured({ piece: 'census' });
    const demand = 0.35;
    // Everybody draws whether it needs a loan; who does draws four normals and logistics.
    expect(found.quantile / 4).toBeCloseTo(demand, 1);
    expect(found.word).toBeGreaterThan(1 + demand * (3 + 3));
    expect(found.exp).toBeGreaterThan(demand * (7 + 3));
    // Five traits, two bytes of mind and home, two of the last visit; two maps a lender and one for each of three
    // contributors. Capacity, the last visit and a map a lender are written back.
    expect(found.bytes).toBe(20 + 4 + 4 * (2 * 6 + 3) + (6 + 4 * 6));
  });

  it('becomes a line of the table under its part', () => {
    const row = { what: 'one core', size: '6,000 × 6', speed: 7.4e6, each: 135, ratio: '1' };
    const text = partText('This engine', [{ ...row, note: 'by hand', approval: 0.5 }]);
    expect(headText().split('\n')).toHaveLength(3);
    expect(text.replaceAll(/ +/g, ' ')).toBe(
      'This engine\n one core 6,000 × 6 7.40 135 ns 1 50.0%\n by hand\n',
    );
  });
});
