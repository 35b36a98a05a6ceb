import { arcsine } from '../../math/arcsine.ts';
import { exp } from '../../math/exp.ts';
import { gaussLegendre, integrate } from '../../math/gauss-legendre.ts';
import { normalCdf } from '../../math/normal.ts';

/** Two jointly normal numbers X and Y. */
export interface NormalPair {
  readonly meanX: number;
  readonly meanY: number;
  readonly varianceX: number;
  readonly varianceY: number;
  readonly covariance: number;
}

const rule = gaussLegendre(20);

/** E Φ(X) of a normal X: P(Z < X). */
export function meanGrade(mean: number, variance: number): number {
  return normalCdf(mean / Math.sqrt(1 + variance));
}

/**
 * E[Φ(X)·Φ(Y)]: the chance that two standard normals lie below X and Y, a bivariate normal probability
 * (Plackett 1954, "A reduction formula for normal multivariate integrals", Biometrika 41, 351–360). Where both means are
 * 0 the integral is arcsin(r)/2π (Pearson 1907, on grades and ranks).
 */
export function meanProductOfGrades(pair: NormalPair): number {
  const sdX = Math.sqrt(1 + pair.varianceX);
  const sdY = Math.sqrt(1 + pair.varianceY);
  const h = pair.meanX / sdX;
  const k = pair.meanY / sdY;
  const r = pair.covariance / (sdX * sdY);
  const apart = normalCdf(h) * normalCdf(k);
  if (h === 0 && k === 0) return apart + arcsine(r) / (2 * Math.PI);
  const density = (x: number) => {
    const rest = 1 - x * x;
    return exp(-(h * h - 2 * x * h * k + k * k) / (2 * rest)) / (2 * Math.PI * Math.sqrt(rest));
  };
  return apart + integrate(rule, density, 0, r);
}
