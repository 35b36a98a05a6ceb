/** `2028-Q1`. */
export const quarterName = /^(\d{4})-Q([1-4])$/;

/** Quarters from the beginning of year 0, of a date such as 2028-Q1. */
function countOf(date: string): number {
  const [, year, quarter] = quarterName.exec(date) ?? [];
  return 4 * Number(year) + Number(quarter) - 1;
}

/**
 * Quarter of the run of a date.
 *
 * @param start date of the first counted quarter
 */
export function quarterOf(date: string, start: string, burnIn: number): number {
  return burnIn + countOf(date) - countOf(start);
}

/** Date of a quarter of the run. */
export function dateOf(quarter: number, start: string, burnIn: number): string {
  const count = countOf(start) + quarter - burnIn;
  return `${Math.floor(count / 4)}-Q${(count % 4) + 1}`;
}
