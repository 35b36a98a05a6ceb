import { exp } from '../math/exp.ts';
import { stream } from '../random/stream.ts';
import { type CmaEsRates, cmaEsRates, defaultPopulation } from './cma-es-rates.ts';
import { type Ellipsoid, ellipsoid, stretch, whiten } from './ellipsoid.ts';

export interface CmaEsOptions {
  /** Where the search begins, each coordinate 0..1. Shape (dimensions). */
  readonly start: Float64Array;
  /** Names the draws: one stream a generation. */
  readonly seed: string;
  /** First standard deviation of steps in each coordinate; 0.2 unless given. */
  readonly step?: number;
  /** Points a generation, at least 4; 4 + ⌊3 ln n⌋ unless given. */
  readonly population?: number;
  /** The search has arrived when no coordinate's standard deviation is above this; 10⁻⁸ unless given. */
  readonly tolerance?: number;
}

/** Why a search ended: steps became tiny; values did not change for long; the ellipsoid became a needle. */
export type CmaEsEnd = 'step' | 'flat' | 'needle';

/** Most that the longest axis may be in units of the shortest. */
const needle = 1e7;

/**
 * Covariance matrix adaptation: an evolution strategy that learns the shape of the valley it is in.
 *
 * Hansen (2016), "The CMA evolution strategy: a tutorial", arXiv:1604.00772, with its default weights and rates, positive
 * weights only. The search runs in all of space; what is evaluated is its reflection into the box 0..1, so that an
 * optimum at a bound is one like any other. Scale parameters to their ranges, or to logarithms of ranges, outside.
 *
 * It asks for values and is told them. A generation draws from a stream of its own and the rest follows from the values
 * told, so that a search is taken up again by telling a new one the logged values: the bytes are the same.
 */
export class CmaEs {
  /** Generations told so far. */
  generation = 0;
  /** The best point and value so far: the start and Infinity before the first. */
  best: { readonly point: Float64Array; readonly value: number };
  /** Undefined while the search goes on. */
  ended: CmaEsEnd | undefined;
  /** Points a generation. */
  readonly population: number;

  readonly #options: CmaEsOptions;
  readonly #rates: CmaEsRates;
  readonly #mean: Float64Array;
  readonly #covariance: Float64Array;
  readonly #pathSigma: Float64Array;
  readonly #path: Float64Array;
  readonly #bests: number[] = [];
  #axes: Ellipsoid;
  #sigma: number;
  /** (1 − c_σ)^(2 generation). */
  #forgotten = 1;

  /** @throws RangeError for a start outside the box or a population below 4 */
  constructor(options: CmaEsOptions) {
    const n = options.start.length;
    this.population = options.population ?? defaultPopulation(n);
    if (!(this.population >= 4)) {
      throw new RangeError(`CMA-ES needs at least 4 points a generation, not ${this.population}`);
    }
    if (n === 0 || !options.start.every((x) => x >= 0 && x <= 1)) {
      throw new RangeError('CMA-ES needs a start inside the box 0..1');
    }
    this.#options = options;
    this.#rates = cmaEsRates(n, this.population);
    this.#mean = options.start.slice();
    this.#covariance = Float64Array.from({ length: n * n }, (_, k) => Number(k % (n + 1) === 0));
    this.#axes = ellipsoid(this.#covariance, n);
    this.#pathSigma = new Float64Array(n);
    this.#path = new Float64Array(n);
    this.#sigma = options.step ?? 0.2;
    this.best = { point: options.start.slice(), value: Infinity };
  }

  /** The points of this generation, the same until they are told. Shape (population), each of (dimensions), in 0..1. */
  ask(): Float64Array[] {
    return this.#steps().map((step) => this.#reached(step));
  }

  /**
   * @param values of the points asked for, in their order; smaller is better, NaN counts as worst. Shape (population).
   * @throws RangeError for another number of values
   */
  tell(values: readonly number[]): void {
    if (values.length !== this.population) {
      throw new RangeError(`CMA-ES asked for ${this.population} values, not ${values.length}`);
    }
    const cost = values.map((value) => (Number.isNaN(value) ? Infinity : value));
    const order = [...cost.keys()].toSorted((a, b) =>
      cost[a] < cost[b] ? -1 : cost[a] > cost[b] ? 1 : a - b,
    );
    const all = this.#steps();
    const steps = Array.from(this.#rates.weights, (_, k) => all[order[k]]);
    if (cost[order[0]] < this.best.value) {
      this.best = { point: this.#reached(steps[0]), value: cost[order[0]] };
    }
    this.#learn(steps);
    this.generation += 1;
    this.#bests.push(cost[order[0]]);
    this.ended ??= this.#end(cost);
  }

  /** Covariance of the next steps, in squares of ranges. Row-major, shape (dimensions × dimensions). */
  covariance(): Float64Array {
    return this.#covariance.map((value) => value * this.#sigma * this.#sigma);
  }

  /** Steps of this generation, in units of σ. */
  #steps(): Float64Array[] {
    const { normal } = stream(`${this.#options.seed}/generation:${this.generation}`);
    return Array.from({ length: this.population }, () =>
      stretch(this.#axes, this.#mean.map(normal)),
    );
  }

  #reached(step: Float64Array): Float64Array {
    return step.map((y, i) => reflect(this.#mean[i] + this.#sigma * y));
  }

  /** Moves the mean and learns step length and shape from the best steps, the best first. */
  #learn(steps: readonly Float64Array[]): void {
    const { weights, muEff, cSigma, dSigma, cC, c1, cMu, chi } = this.#rates;
    const n = this.#mean.length;
    const move = new Float64Array(n);
    weights.forEach((w, k) => steps[k].forEach((y, i) => (move[i] += w * y)));
    move.forEach((y, i) => (this.#mean[i] += this.#sigma * y));

    const keepSigma = Math.sqrt(cSigma * (2 - cSigma) * muEff);
    whiten(this.#axes, move).forEach((y, i) => {
      this.#pathSigma[i] += keepSigma * y - cSigma * this.#pathSigma[i];
    });
    this.#forgotten *= (1 - cSigma) * (1 - cSigma);
    const length = Math.sqrt(this.#pathSigma.reduce((s, p) => s + p * p, 0));
    // A step length that grows fast says nothing yet about the shape.
    const steady = length < (1.4 + 2 / (n + 1)) * chi * Math.sqrt(1 - this.#forgotten);
    const keep = steady ? Math.sqrt(cC * (2 - cC) * muEff) : 0;
    move.forEach((y, i) => (this.#path[i] += keep * y - cC * this.#path[i]));

    const old = 1 - c1 - cMu + (steady ? 0 : c1 * cC * (2 - cC));
    for (let i = 0; i < n; i++) {
      for (let j = 0; j <= i; j++) {
        let ranked = 0;
        weights.forEach((w, k) => (ranked += w * steps[k][i] * steps[k][j]));
        const learned = c1 * this.#path[i] * this.#path[j] + cMu * ranked;
        const value = old * this.#covariance[i * n + j] + learned;
        this.#covariance[i * n + j] = value;
        this.#covariance[j * n + i] = value;
      }
    }
    this.#axes = ellipsoid(this.#covariance, n);
    // A step longer than a whole range would fold over the box and learn nothing.
    const grown = this.#sigma * exp(Math.min(1, (cSigma / dSigma) * (length / chi - 1)));
    this.#sigma = Math.min(grown, 1 / this.#widest());
  }

  /** Largest standard deviation of a coordinate, in units of σ. */
  #widest(): number {
    const n = this.#mean.length;
    return Math.sqrt(this.#mean.reduce((w, _, i) => Math.max(w, this.#covariance[i * n + i]), 0));
  }

  #end(cost: readonly number[]): CmaEsEnd | undefined {
    const { lengths } = this.#axes;
    const recent = this.#bests.slice(-(10 + Math.ceil((30 * lengths.length) / this.population)));
    const long = recent.length < this.#bests.length;
    if (this.#sigma * this.#widest() <= (this.#options.tolerance ?? 1e-8)) return 'step';
    if (long && [...recent, ...cost].every((value) => value === cost[0])) return 'flat';
    if (!(lengths[0] <= needle * lengths[lengths.length - 1])) return 'needle';
    return undefined;
  }
}

/** Folds a coordinate into 0..1, as between two mirrors. */
function reflect(x: number): number {
  const across = Math.abs(x - 2 * Math.floor(x / 2)); // 0..2
  return across > 1 ? 2 - across : across;
}
