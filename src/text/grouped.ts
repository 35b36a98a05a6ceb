/** A whole number with its thousands apart: 12,640. The same on every machine, whatever its language. */
export function grouped(n: number): string {
  return String(n).replaceAll(/\B(?=(\d{3})+$)/g, ',');
}
