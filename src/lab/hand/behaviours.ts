import { behaviours, weightOf } from '../../scores/index.ts';

/** One of the nine behaviours of the Sesame score, and how much of its weight arrives. */
export interface Heard {
  readonly id: string;
  /** Its dimension's weight in the paper, shared among the behaviours of the dimension. */
  readonly weight: number;
  /** That weight times how closely what is seen follows the person: the root of the platform's market share. */
  readonly arrives: number;
}

export const nine: readonly Heard[] = behaviours.map(({ id, dimension, marketShare }) => {
  const size = behaviours.filter((other) => other.dimension === dimension).length;
  const weight = weightOf(dimension) / size;
  return { id, weight, arrives: weight * Math.sqrt(marketShare) };
});

/** The one that moves the score most by what a person is like. */
export const loudest: Heard = nine.reduce((best, one) => (one.arrives > best.arrives ? one : best));
