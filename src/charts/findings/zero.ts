import { holm } from '../../math/holm.ts';
import { errorRate, paired } from '../../replicates/index.ts';

/** How many columns of values lie above and below zero, by t-tests over replicates with Holm's correction over columns. */
export function awayFromZero(columns: readonly (readonly number[])[]): {
  readonly up: number;
  readonly down: number;
} {
  const tests = columns.map((values) =>
    paired(
      values,
      values.map(() => 0),
    ),
  );
  const adjusted = holm(tests.map(({ p }) => p));
  const sure = tests.filter((_, k) => adjusted[k] <= errorRate);
  return {
    up: sure.filter(({ mean }) => mean > 0).length,
    down: sure.filter(({ mean }) => mean < 0).length,
  };
}
