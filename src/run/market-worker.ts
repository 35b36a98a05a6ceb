import type { Market, World } from '../engine/setup.ts';
import type { Part } from '../engine/simulate.ts';
import type { Posted } from '../engine/stake/beliefs.ts';
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
  readonly world: World;
  readonly sanctions: 'held' | 'relearned';
  /** What the actual world posted, for the others. */
  readonly posted: Posted | undefined;
  /** What the market without sharing posted, if somebody believes in it. */
  readonly beliefs: Posted | undefined;
  readonly place: Place;
}

/** Its part of the world. Errors lose their class between threads, so the user's mistakes go as data. */
export type Report = { readonly part: Part } | { readonly problems: readonly Problem[] };

/** One thread's part of one world of a market. */
export default async function takePart(assignment: Assignment): Promise<Report> {
  const { market, institution, world, sanctions, posted, beliefs, place } = assignment;
  try {
    const regime = await regimeOf(institution, market.lenders, loadExternalInstitution);
    const options = {
      sanctions,
      ...(posted && { posted }),
      ...(beliefs && { withoutSharing: beliefs }),
    };
    return { part: simulatePart(market, regime, world, options, place) };
  } catch (error) {
    const blamed = blame(institution, error);
    if (blamed instanceof UserError) return { problems: blamed.problems };
    throw blamed;
  }
}
