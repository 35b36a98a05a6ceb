import { estimate, type Estimate } from '../../math/interval.ts';
import { rankCorrelation } from '../../math/statistics.ts';
import { level, type Samples } from '../../replicates/index.ts';
import type { Method } from './methods.ts';

/** What a method says of one institution. */
export interface MethodReply {
  readonly institution: string;
  readonly value: Estimate;
  /** The problem is there, its opposite is, neither can be told, or nothing is defined; by 95% intervals. */
  readonly sign: 'there' | 'opposite' | 'cannot tell' | 'not defined';
  /** 1 = least of the problem; NaN where not defined. */
  readonly rank: number;
}

/** Every institution by one method, in the order given. */
export function repliesOf(
  { world, measure, sign }: Method,
  samples: Samples,
  institutions: readonly string[],
): MethodReply[] {
  const passport = samples.passportOf(measure);
  const found = institutions.map((institution) => ({
    institution,
    value: level(passport, samples.values(institution, world, measure)),
  }));
  const order = found
    .filter(({ value }) => value.n > 0)
    .toSorted((a, b) => sign * (a.value.mean - b.value.mean));
  return found.map((one) => ({
    ...one,
    sign: signOf(one.value, sign),
    rank: order.includes(one) ? order.indexOf(one) + 1 : NaN,
  }));
}

function signOf({ n, low, high }: Estimate, sign: 1 | -1): MethodReply['sign'] {
  if (n === 0) return 'not defined';
  const [least, most] = sign === 1 ? [low, high] : [-high, -low];
  if (least > 0) return 'there';
  return most < 0 ? 'opposite' : 'cannot tell';
}

/** How alike two methods rank the institutions: Spearman's ρ of their means, and its mean over replicates. */
export interface Likeness {
  readonly ofMeans: number;
  readonly overReplicates: Estimate;
}

export function likeness(
  a: Method,
  b: Method,
  samples: Samples,
  institutions: readonly string[],
): Likeness {
  const column = (method: Method) =>
    institutions.map((institution) =>
      samples.values(institution, method.world, method.measure).map((value) => method.sign * value),
    );
  const [left, right] = [column(a), column(b)];
  const ofMeans = correlate(
    left.map((values) => estimate(values).mean),
    right.map((values) => estimate(values).mean),
  );
  const each = samples.replicates.map((_, r) =>
    correlate(
      left.map((values) => values[r]),
      right.map((values) => values[r]),
    ),
  );
  return { ofMeans, overReplicates: estimate(each) };
}

/** Spearman's ρ over institutions that both define; NaN for fewer than three of them. */
function correlate(x: readonly number[], y: readonly number[]): number {
  const both = [...x.keys()].filter((i) => !Number.isNaN(x[i]) && !Number.isNaN(y[i]));
  if (both.length < 3) return NaN;
  return rankCorrelation(
    both.map((i) => x[i]),
    both.map((i) => y[i]),
  );
}
