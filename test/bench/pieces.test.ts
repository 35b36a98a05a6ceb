import { describe, expect, it } from 'vitest';
import { parseTask, type TaskInput } from '../../bench/measurement.ts';
import { headText, partText } from '../../bench/table.ts';
import { pieces } from '../../bench/pieces/index.ts';

const measured = (task: TaskInput) =>
  pieces[task.piece](parseTask(JSON.stringify({ borrowers: 500, quarters: 8, ...task })));

describe('a piece of the benchmark', () => {
  it('does the work it says, and tells what came of it: the engine and the naive version alike', async () => {
    const engine = await measured({ piece: 'engine' });
    const naive = await measured({ piece: 'naive' });
    for (const { work, found, seconds, cpu } of [engine, naive]) {
      expect(work).toBe(4_000);
      expect(Math.min(seconds, cpu)).toBeGreaterThan(0);
      expect(found.approval).toBeGreaterThan(0.1);
      expect(found.approval).toBeLessThan(1);
    }
    // The same draws: the same market, to rounding.
    expect(naive.found.default).toBeCloseTo(engine.found.default, 12);
    expect(naive.found.apr).toBeCloseTo(engine.found.apr, 9);
  });

  it('may repeat, take another institution, other lenders or a module', async () => {
    const { work } = await measured({
      piece: 'engine',
      institution: 'sesame',
      repeats: 2,
      lenders: 9,
    });
    expect(work).toBe(8_000);
    const worlds = await measured({ piece: 'engine', worlds: true });
    const builtIn = await measured({ piece: 'engine' });
    expect(worlds.found).toEqual(builtIn.found);
    const plugIn = await measured({ piece: 'engine', module: 'registry' });
    expect(plugIn.found).toEqual(builtIn.found);
  });

  it('counts what the model cannot do without', async () => {
    const { found } = await measured({ piece: 'census' });
    // Everybody draws need, strain and home, and a step of capacity, whether it needs a loan; about half apply, and draw
    // income and size, for now and for the application that they imagine.
    const applies = 0.45;
    expect(found.word).toBeGreaterThan(3 + applies * (3 + 3 + 1 + 3));
    expect(found.quantile).toBeGreaterThan(1 + applies * 4);
    expect(found.exp).toBeGreaterThan(applies * (8 + 3 * 14 + 30 + 8));
    expect(found.multiplyAdd).toBeGreaterThan(applies * 12 * 6);
    expect(found.bytes).toBeGreaterThan(200);
    expect(found.bytes).toBeLessThan(600);
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
