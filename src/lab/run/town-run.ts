import { simulateWorlds } from '../../engine/running/index.ts';
import type { Observed } from '../../engine/observe/index.ts';
import { UserError } from '../../errors.ts';
import { jobsOfReplicate } from '../../jobs/index.ts';
import { blame, valuesOf, type Value } from '../../jobs/work.ts';
import { marketInstitutionOf } from '../../scenario/institutions/resolve.ts';
import type { Scenario, LoadInstitution } from '../../scenario/index.ts';
import type { Bench } from '../model/town.ts';
import { emptyFilm, filmApplications, filmLoans, mostShown, type Film } from './film.ts';
import { thirdOfRisk } from './risk.ts';
import { addApplications, addEnds, emptyThirds, type ThirdSums } from './thirds.ts';

/** What a run of a town leaves. */
export interface TownRun {
  readonly film: Film;
  readonly thirds: ThirdSums;
  /** Every number that the command line writes of this market, of the world that the town lives in first. */
  readonly values: readonly Value[];
}

/** A page reads no files. */
export const refuseModules: LoadInstitution = (path) =>
  Promise.reject(new UserError(`no module can be read at ${path}`));

/**
 * Runs a town: the market of the command line, watched.
 *
 * @param onQuarter called at the end of each quarter with the film so far
 * @throws UserError with every problem of what is set
 */
export async function runTown(
  scenario: Scenario,
  { replicate }: Pick<Bench, 'replicate'>,
  onQuarter?: (film: Film, quarter: number) => void,
): Promise<TownRun> {
  const [job] = jobsOfReplicate(scenario, replicate);
  const { market, institution, worlds } = job;
  const world = worlds.at(-1) ?? 'actual';
  const film = emptyFilm(Math.min(market.borrowers, mostShown), market.quarters, replicate);
  const thirds = emptyThirds();
  const third = thirdOfRisk(market);
  const marketInstitution = await marketInstitutionOf(institution, market.lenders, refuseModules);
  const isCounted = (quarter: number) => quarter >= market.burnIn;
  const applications = (seen: Observed) => {
    if (seen.world !== world) return;
    if (seen.page === 0) filmApplications(film, seen, third);
    if (isCounted(seen.quarter)) addApplications(thirds, seen, third);
  };
  const quarterEnd = (seen: Observed) => {
    if (seen.world !== world) return;
    if (seen.page === 0) {
      filmLoans(film, seen);
      onQuarter?.(film, seen.quarter);
    }
    if (isCounted(seen.quarter)) addEnds(thirds, seen, third);
  };
  try {
    const ledgers = simulateWorlds(market, marketInstitution, worlds, {
      observer: { applications, quarterEnd },
    });
    return { film, thirds, values: valuesOf(ledgers, job) };
  } catch (error) {
    throw blame(institution, error);
  }
}

/** What ends a market of which enough was seen. */
class Enough extends Error {}

/** The film of a town, of which only so many quarters are there: the market is left then. */
export async function openTown(scenario: Scenario, bench: Bench, quarters: number): Promise<Film> {
  let seen: Film | undefined;
  try {
    const run = await runTown(scenario, bench, (film, quarter) => {
      seen = film;
      if (quarter + 1 === quarters) throw new Enough();
    });
    return run.film;
  } catch (error) {
    if (seen && error instanceof Enough) return seen;
    throw error;
  }
}
