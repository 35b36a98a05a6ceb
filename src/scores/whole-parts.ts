/**
 * Rounds the parts of a sum so that they still add up: every part is rounded down, then those that
 * lost most are raised by one until the whole is reached (largest remainders, ties to the first).
 *
 * @param parts finite numbers.
 * @param whole the whole number they shall add up to, within ½ · parts of their sum.
 */
export function wholeParts(parts: readonly number[], whole: number): number[] {
  const rounded = parts.map((part) => Math.floor(part));
  const missing = whole - rounded.reduce((sum, part) => sum + part, 0);
  const byLoss = parts
    .map((_, index) => index)
    .sort((a, b) => parts[b] - rounded[b] - (parts[a] - rounded[a]) || a - b);
  for (const index of byLoss.slice(0, missing)) rounded[index] += 1;
  return rounded;
}
