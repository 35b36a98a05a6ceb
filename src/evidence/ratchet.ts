import type { Verdict } from './verdict.ts';

/** What has become of the verdicts that a table records. */
export interface Ratchet {
  /** What was inside and is outside: the model has lost a fact. */
  readonly lost: readonly string[];
  /** What was inside and cannot be told: to be looked at with more replicates before anything is said. */
  readonly unsure: readonly string[];
  /** What the table does not say as it is: facts that are inside now, told for the first time, or no longer there. */
  readonly renew: readonly string[];
}

/**
 * Sets verdicts beside those of a recorded table. A fact that was inside must stay so; the table must own what was gained.
 *
 * @param recorded verdict by fact, as the table has it; `now` as the model has it
 */
export function ratchet(
  recorded: ReadonlyMap<string, Verdict>,
  now: ReadonlyMap<string, Verdict>,
): Ratchet {
  const was = (id: string, before: Verdict, after: Verdict) =>
    recorded.get(id) === before && now.get(id) === after;
  const ids = [...now.keys()];
  return {
    lost: ids.filter((id) => was(id, 'inside', 'outside')),
    unsure: ids.filter((id) => was(id, 'inside', 'cannot tell')),
    renew: [
      ...ids.filter((id) => !recorded.has(id) || was(id, 'outside', 'inside')),
      ...[...recorded.keys()].filter((id) => !now.has(id)),
    ],
  };
}

/** Verdicts by fact in a page of evidence: rows whose first cell is an id and one of whose cells is a verdict. */
export function verdictsIn(markdown: string): Map<string, Verdict> {
  const row = /^\| ([a-z0-9-]+) +\|.*\| (inside|outside|cannot tell) +\|/gm;
  const found = new Map<string, Verdict>();
  for (const [, id, verdict] of markdown.matchAll(row)) {
    if (verdict === 'inside' || verdict === 'outside' || verdict === 'cannot tell') {
      found.set(id, verdict);
    }
  }
  return found;
}
