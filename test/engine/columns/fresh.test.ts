import { expect, test } from 'vitest';
import { hiddenWriter } from '../../../src/engine/columns/hidden.ts';
import { outcomeWriter } from '../../../src/engine/columns/outcome.ts';
import { rollWriter } from '../../../src/engine/columns/roll.ts';
import { termsWriter } from '../../../src/engine/columns/terms.ts';
import { reportsWriter, scoresWriter, signalsWriter } from '../../../src/engine/columns/visible.ts';
import { deciding } from '../../../src/engine/people/take-up.ts';
import { noise } from '../../../src/engine/people/draw.ts';
import { worlds } from '../../../src/engine/setup.ts';
import { simulate } from '../../../src/engine/simulate.ts';
import { economyWith, fingerprint, marketOf, regimeOf } from '../market.ts';

interface Spoilable {
  readonly fill: (value: number) => unknown;
}
const isColumn = (value: unknown): value is Spoilable => ArrayBuffer.isView(value);
const columns: Spoilable[] = [
  ...[rollWriter, hiddenWriter, hiddenWriter.traits, signalsWriter, reportsWriter],
  ...[scoresWriter, termsWriter, outcomeWriter, { noise, deciding }],
].flatMap((writer) => Object.values<unknown>(writer).filter(isColumn));

/** What a stage reads that nobody filled this quarter: no number, or a code and a place that do not exist. */
function spoil(): void {
  for (const column of columns) {
    column.fill(column instanceof Float64Array || column instanceof Float32Array ? NaN : -1);
  }
  rollWriter.first = NaN;
  rollWriter.size = NaN;
  rollWriter.n = NaN;
}

const market = marketOf({ quarters: 12, burnIn: 4 });
const gaming = marketOf({
  ...{ quarters: 12, burnIn: 4 },
  economy: economyWith({ misreporting: { share: 0.3 } }),
});

test.each([
  ...['none', 'negative-only', 'government-led', 'full-sharing', 'dual', 'sesame'].map(
    (id) => [id, market] as const,
  ),
  ['sesame', gaming] as const,
])('no stage reads what was not filled this quarter (%s)', (id, of) => {
  expect(columns.length).toBeGreaterThan(50);
  let posted: Float64Array | undefined;
  for (const world of worlds) {
    const options = posted ? { posted } : {};
    const plain = simulate(of, regimeOf(id), world, options);
    const spoilt = simulate(of, regimeOf(id), world, { ...options, observe: spoil });
    expect(fingerprint(spoilt), world).toBe(fingerprint(plain));
    posted ??= plain.posted;
  }
});
