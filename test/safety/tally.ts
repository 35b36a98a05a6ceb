import { appendFileSync } from 'node:fs';

/**
 * Notes what was injected, how often, and how often something was lost, for docs/reliability.md (npm run docs:reliability).
 *
 * @param lost times that work was lost, something half-written stayed, or the program fell over
 */
export function tally(what: string, injected: number, lost: number): void {
  const file = process.env['CREDITLAB_TALLY'];
  if (file) appendFileSync(file, `${JSON.stringify({ what, injected, lost })}\n`);
}
