/** Test functions of sensitivity analysis, with their closed forms. */

/** Ishigami & Homma (1990), a = 7, b = 0.1; factors on 0..1 stand for −π..π. */
export function ishigami(u: ArrayLike<number>): number {
  const [x1, x2, x3] = [0, 1, 2].map((i) => (2 * u[i] - 1) * Math.PI);
  return Math.sin(x1) + 7 * Math.sin(x2) ** 2 + 0.1 * x3 ** 4 * Math.sin(x1);
}

/** Its indices: V₁ = (1 + bπ⁴/5)²/2, V₂ = a²/8, V₁₃ = 8b²π⁸/225. */
export function ishigamiIndices() {
  const v1 = (1 + (0.1 * Math.PI ** 4) / 5) ** 2 / 2;
  const v2 = 49 / 8;
  const v13 = (8 * 0.01 * Math.PI ** 8) / 225;
  const variance = v1 + v2 + v13;
  return {
    variance,
    first: [v1, v2, 0].map((v) => v / variance),
    total: [v1 + v13, v2, v13].map((v) => v / variance),
  };
}

/** Sobol's g-function: ∏ (|4u − 2| + aᵢ)/(1 + aᵢ). */
export function gFunction(u: ArrayLike<number>, a: readonly number[]): number {
  return a.reduce((f, ai, i) => (f * (Math.abs(4 * u[i] - 2) + ai)) / (1 + ai), 1);
}

/** Its indices: Vᵢ = 1/(3 (1 + aᵢ)²), V = ∏ (1 + Vᵢ) − 1, V_Tᵢ = Vᵢ ∏_{j≠i} (1 + Vⱼ). */
export function gIndices(a: readonly number[]) {
  const v = a.map((ai) => 1 / (3 * (1 + ai) ** 2));
  const product = v.reduce((p, vi) => p * (1 + vi), 1);
  const variance = product - 1;
  return {
    variance,
    first: v.map((vi) => vi / variance),
    total: v.map((vi) => (vi * product) / (1 + vi) / variance),
  };
}
