import type { Law } from './law.ts';

/** Laws that the shipped economy does not keep yet, by what they say, with what is known of it. None at present. */
const open: Readonly<Record<string, string>> = {};

/**
 * Laws, those that are open marked so.
 *
 * @throws Error if an open one is none of them, so that a law that was renamed is not forgotten
 */
export function withOpen(laws: readonly Law[]): Law[] {
  const unknown = Object.keys(open).filter((says) => !laws.some((law) => law.says === says));
  if (unknown.length > 0) throw new Error(`no such law: ${unknown.join('; ')}`);
  return laws.map((law) => (law.says in open ? { ...law, open: open[law.says] } : law));
}
