import { exp, log } from '../math/exp.ts';
import { stream } from '../random/stream.ts';
import { type Ellipsoid, ellipsoid, stretch } from './ellipsoid.ts';

export interface ChainOptions {
  /** Where the chain begins, each coordinate 0..1. Shape (dimensions). */
  readonly start: Float64Array;
  /** Its log density there; must be finite. */
  readonly logDensity: number;
  /** Names the draws: one stream a step. */
  readonly seed: string;
  /** Steps in which the proposal adapts; after them it is fixed, and draws count. */
  readonly warmUp: number;
  /**
   * Shape of the first proposals, such as the covariance that CMA-ES found; only its proportions count. A ball unless
   * given. Row-major, shape (dimensions × dimensions).
   */
  readonly covariance?: Float64Array;
}

/** The share of accepted steps that adaptation aims at: the best for many dimensions, and good for few. */
const aim = 0.234;
/** Shares of the warm-up after which the shape is learned anew. */
const renewals = [1 / 8, 1 / 4, 1 / 2, 3 / 4];
/** Keeps proposals from collapsing along what has not moved yet, in squares of ranges. */
const least = 1e-6;

/**
 * A random walk whose draws follow a density within the box 0..1: Metropolis with a uniform prior.
 *
 * Metropolis et al. (1953), Journal of Chemical Physics 21, 1087–1092. Proposals are normal; those outside the box are
 * refused without an evaluation. During warm-up the proposal's scale follows the acceptance (Robbins & Monro, aiming at
 * 0.234: Roberts, Gelman & Gilks 1997, Annals of Applied Probability 7, 110–120), and after an eighth, a quarter, half
 * and three quarters of it the shape becomes the covariance of the later half of the steps so far (Haario, Saksman &
 * Tamminen 2001, Bernoulli 7, 223–242). Afterwards both are fixed, so that the chain is a Markov chain and its draws are
 * those of the density.
 *
 * It asks for values and is told them. A step draws from a stream of its own and the rest follows from the values told:
 * telling a new chain the logged values takes it up again, to the same bytes.
 */
export class Chain {
  /** Steps made so far, refused proposals outside the box among them. */
  steps = 0;
  /** Accepted steps after warm-up. */
  accepted = 0;
  /** Where the chain is, and its log density there. */
  at: Float64Array;
  logDensity: number;
  /** The state after each step after warm-up. Each of shape (dimensions). */
  readonly draws: Float64Array[] = [];

  readonly #options: ChainOptions;
  #shape: Ellipsoid;
  #logScale: number;
  /** The state after each step of warm-up. */
  readonly #early: Float64Array[] = [];
  /** The step at which the shape was last renewed. */
  #renewed = 0;
  #asked: Float64Array | undefined;

  /** @throws RangeError for a start outside the box or where the density is nought */
  constructor(options: ChainOptions) {
    const n = options.start.length;
    if (n === 0 || !options.start.every((x) => x >= 0 && x <= 1)) {
      throw new RangeError('a chain needs a start inside the box 0..1');
    }
    if (!Number.isFinite(options.logDensity)) {
      throw new RangeError('a chain needs a start where its log density is finite');
    }
    this.#options = options;
    this.at = options.start.slice();
    this.logDensity = options.logDensity;
    this.#shape = ellipsoid(firstCovariance(options.covariance, n), n);
    this.#logScale = log(2.38 / Math.sqrt(n));
  }

  /** Whether warm-up is over. */
  get sampling(): boolean {
    return this.steps >= this.#options.warmUp;
  }

  /**
   * The log density above which the next proposal is accepted: whoever sees on the way that it will not be reached may stop
   * there, and tell any value below.
   */
  get bar(): number {
    return this.logDensity + log(stream(`${this.#options.seed}/accept:${this.steps}`).uniform());
  }

  /**
   * The next proposal inside the box; steps whose proposals lie outside are made at once.
   *
   * @param most steps after which it gives up, so that a number of steps can be kept to
   * @returns undefined once `most` steps are made
   */
  ask(most = Infinity): Float64Array | undefined {
    while (this.#asked === undefined && this.steps < most) {
      const { normal } = stream(`${this.#options.seed}/step:${this.steps}`);
      const scale = exp(this.#logScale);
      const step = stretch(this.#shape, this.at.map(normal));
      const proposal = this.at.map((x, i) => x + scale * step[i]);
      if (proposal.every((x) => x >= 0 && x <= 1)) this.#asked = proposal;
      else this.#move(proposal, -Infinity);
    }
    return this.#asked;
  }

  /**
   * @param logDensity at the proposal asked for, up to a constant; −Infinity or NaN where it is nought
   * @throws Error if nothing was asked
   */
  tell(logDensity: number): void {
    if (this.#asked === undefined) throw new Error('a chain is told what it asked for');
    this.#move(this.#asked, logDensity);
    this.#asked = undefined;
  }

  #move(proposal: Float64Array, logDensity: number): void {
    const chance = exp(Math.min(0, logDensity - this.logDensity)); // NaN is never accepted
    const accepted = stream(`${this.#options.seed}/accept:${this.steps}`).uniform() < chance;
    if (accepted && logDensity > -Infinity) {
      this.at = proposal;
      this.logDensity = logDensity;
    }
    if (this.sampling) {
      this.draws.push(this.at);
      this.accepted += Number(accepted);
    } else {
      this.#adapt(Number.isNaN(chance) ? 0 : chance);
    }
    this.steps += 1;
  }

  #adapt(chance: number): void {
    const n = this.at.length;
    this.#early.push(this.at);
    this.#logScale += (chance - aim) / Math.sqrt(this.steps - this.#renewed + 1);
    const now = this.#early.length;
    if (!renewals.some((share) => now === Math.floor(share * this.#options.warmUp))) return;
    const recent = this.#early.slice(Math.floor(now / 2));
    if (recent.length <= n) return;
    this.#shape = ellipsoid(covarianceOf(recent), n);
    this.#logScale = log(2.38 / Math.sqrt(n));
    this.#renewed = this.steps + 1;
  }
}

/** The proportions of a covariance, with a tenth of the range for its widest coordinate. */
function firstCovariance(given: Float64Array | undefined, n: number): Float64Array {
  const onDiagonal = (k: number) => Number(k % (n + 1) === 0);
  const shape = given ?? Float64Array.from({ length: n * n }, (_, k) => onDiagonal(k));
  const widest = shape.reduce((w, value, k) => Math.max(w, value * onDiagonal(k)), 0);
  return shape.map((value, k) => (0.01 * value) / widest + least * onDiagonal(k));
}

/** Covariance of points, with a little added to each variance. Row-major. */
function covarianceOf(points: readonly Float64Array[]): Float64Array {
  const n = points[0].length;
  const means = points[0].map((_, i) => points.reduce((s, p) => s + p[i], 0) / points.length);
  return Float64Array.from({ length: n * n }, (_, k) => {
    const [i, j] = [Math.floor(k / n), k % n];
    const products = points.reduce((s, p) => s + (p[i] - means[i]) * (p[j] - means[j]), 0);
    return products / (points.length - 1) + (i === j ? least : 0);
  });
}
