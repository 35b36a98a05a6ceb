import type { Market, World } from '../engine/setup.ts';
import type { Part } from '../engine/tally/tables.ts';
import { UserError, type Problem } from '../errors.ts';
import { loadExternalInstitution } from '../scenario/institutions/external.ts';
import { regimeOf } from '../scenario/institutions/resolve.ts';
import type { InstitutionChoice } from '../scenario/index.ts';
import { simulatePart, type Place } from './market-part.ts';
import { blame } from './work.ts';

/** What a thread is told to do. Rules are functions and cannot cross: it finds its own. */
export interface Assignment {
  readonly market: Market;
  readonly institution: InstitutionChoice;
  /** The actual one first: the others need its sanctions. */
  readonly worlds: readonly World[];
  readonly sanctions: 'held' | 'relearned';
  readonly place: Place;
}

/** Its part of each world. Errors lose their class between threads, so the user's mistakes go as data. */
export type Report =
  | { readonly parts: readonly Part[] }
  | { readonly problems: readonly Problem[] };

/** One thread's part of a market, world by world. */
export default async function takePart(assignment: Assignment): Promise<Report> {
  const { market, institution, worlds, sanctions, place } = assignment;
  try {
    const regime = await regimeOf(institution, market.lenders, loadExternalInstitution);
    const parts: Part[] = [];
    for (const world of worlds) {
      const options = parts.length > 0 ? { sanctions, posted: parts[0].posted } : { sanctions };
      parts.push(simulatePart(market, regime, world, options, place));
    }
    return { parts };
  } catch (error) {
    const blamed = blame(institution, error);
    if (blamed instanceof UserError) return { problems: blamed.problems };
    throw blamed;
  }
}
