import { short, sizeOf, type Part, type Row } from '../part.ts';
import { measureAll } from '../run.ts';

/**
 * How fast a market could be at most on this machine, in this language, on one core: as fast as its bytes come from
 * memory, and as fast as the arithmetic that the model cannot do without. The ratio is this engine's speed in it.
 */
export const boundsPart: Part = {
  id: 'bounds',
  title: 'Bounds of this machine, in this language, one core',
  rows({ runs, smaller }) {
    const size = { borrowers: 200_000 / smaller, quarters: 20 };
    const [stream, unit, counted, engine] = measureAll(
      [
        { piece: 'bandwidth' },
        { piece: 'operations' },
        { piece: 'census', ...size },
        { piece: 'engine', ...size },
      ],
      runs,
    );
    const bytesASecond = stream.work / stream.cpu;
    const speed = engine.work / engine.cpu;
    const count = counted.found;
    const cost = unit.found;
    const arithmetic = Object.keys(cost).reduce((sum, name) => sum + count[name] * cost[name], 0);
    const bound = (what: string, atMost: number, note: string): Row => ({
      what,
      note,
      speed: atMost,
      each: 1e9 / atMost,
      ratio: `${short((100 * speed) / atMost)}%`,
    });
    return [
      { what: 'this engine', size: sizeOf(size), speed, each: 1e9 / speed },
      bound(
        'memory alone; this engine reaches',
        bytesASecond / count.bytes,
        `${short(bytesASecond / 1e9)} GB/s ÷ ${short(count.bytes)} bytes a borrower-quarter`,
      ),
      bound('arithmetic alone; this engine reaches', 1e9 / arithmetic, operationsText(count, cost)),
    ];
  },
};

const names: Readonly<Record<string, string>> = {
  word: 'words',
  quantile: 'normals',
  exp: 'exp',
  log1p: 'log',
  multiplyAdd: 'multiply-adds',
};

/** "2.1 words × 1.4 ns + …" */
function operationsText(
  count: Readonly<Record<string, number>>,
  cost: Readonly<Record<string, number>>,
) {
  return Object.keys(cost)
    .map((name) => `${short(count[name])} ${names[name]} × ${short(cost[name])} ns`)
    .join(' + ');
}
