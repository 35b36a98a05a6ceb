/** What stands in a list more than once. */
export function doubles(all: readonly string[]): string[] {
  return [...new Set(all.filter((one, k) => all.indexOf(one) !== k))];
}
