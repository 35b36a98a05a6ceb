import type { Institution } from '../../institutions/index.ts';
import type { Path } from '../yaml/document.ts';
import type { Draft } from '../draft.ts';
import { tierSchema, type Choice } from '../file.ts';
import { combinedInstitution, type NamedTier } from './combined.ts';
import { readAround } from '../reading.ts';
import type { Combined, Origin } from '../scenario.ts';

/** An entry with `combine`. */
export type Combination = Extract<Choice, { combine: unknown }>;

/** One of several institutions beside each other, found; its values are not read yet. */
export interface TierCandidate extends NamedTier {
  readonly at: Path;
  /** What stands under its `with`. */
  readonly own: unknown;
}

/** What an entry names, found. */
interface Found {
  readonly at: Path;
  readonly id: string;
  readonly label: string;
  readonly from: Origin | Combined;
  readonly institution: Institution;
  readonly own: unknown;
}

/** Several as one. */
interface Whole extends Found {
  readonly participation: Combination['participation'];
  readonly tiers: readonly TierCandidate[];
}

/**
 * Several institutions beside each other as one. Mistakes in any of them are noted.
 *
 * @param find what an entry of `combine` names
 * @returns undefined if one of them could not be found, or may not stand there
 */
export async function readCombination(
  { combine, as, label, participation }: Combination,
  at: Path,
  draft: Draft,
  find: (tier: Choice, at: Path) => Promise<Found | undefined>,
): Promise<Whole | undefined> {
  const document = draft.documentOf(at);
  const tiers: TierCandidate[] = [];
  const origins: { name: string; from: Origin }[] = [];
  for (const [k, raw] of combine.entries()) {
    const place: Path = [...at, 'combine', k];
    const { value } = readAround(tierSchema, tierSchema, raw, document, draft.problems, place);
    const found = value === undefined ? undefined : await find(value, place);
    if (found === undefined || found.from.kind === 'combined') continue;
    const { id: name, from, institution, own } = found;
    const problem = unfit(name, institution, tiers);
    if (problem === undefined) {
      tiers.push({ name, institution, own, at: place });
      origins.push({ name, from });
    } else draft.complain([place], problem);
  }
  const [first, second, ...others] = tiers;
  if (!first || !second || tiers.length < combine.length) return undefined;
  const id = as ?? tiers.map(({ name }) => name).join('-and-');
  const said = label ?? as ?? tiers.map(({ institution }) => institution.label).join(' + ');
  return {
    ...{ at, id, label: said, own: {}, participation, tiers },
    from: { kind: 'combined', tiers: origins },
    institution: combinedInstitution(id, said, [first, second, ...others]),
  };
}

/** Why an institution may not stand beside those before it; message and hint. */
function unfit(
  name: string,
  institution: Institution,
  before: readonly TierCandidate[],
): string | undefined {
  if (before.some((other) => other.name === name)) {
    return `"${name}" stands beside itself\nname one of them with as:, or leave it out`;
  }
  const scored = before.find((other) => keepsScore(other.institution));
  if (!scored || !keepsScore(institution)) return undefined;
  return `"${name}" keeps a score, and so does "${scored.name}"\nlenders’ scorecards know one score: leave one of them out`;
}

/** Whether an institution keeps a score, as far as that can be told before its values are known. */
function keepsScore({ rules }: Institution): boolean {
  try {
    const { score, beside = [] } = rules();
    return score !== undefined || beside.some((tier) => tier.score !== undefined);
  } catch {
    return false; // what is wrong is said where its rules are checked
  }
}
