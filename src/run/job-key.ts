import type { Market } from '../engine/index.ts';
import { sha256 } from '../folder/index.ts';
import { isAlone, readAlone, type Job, type Kept } from '../jobs/index.ts';
import { mapOrigins, type InstitutionChoice } from '../scenario/index.ts';
import { canonicalJson } from '../text/json.ts';
import type { Store } from './store/store.ts';

/**
 * Name of a job's result: a hash of all that its numbers depend on and of nothing else. The list of
 * institutions, the number of replicates, titles, labels and points are left out, so that a run can be resumed and
 * extended; a module counts by its source, wherever it lies. Without sharing, an institution’s numbers are nowhere read.
 *
 * @param code fingerprint of the code that makes the numbers
 */
export function keyOf(job: Job, code: string): string {
  const { from, values, participation } = job.institution;
  const phases = job.institution.phases?.map(phaseKey);
  const { worlds, sanctions, wholeRun, paths, experiment } = job;
  const shared = { worlds, sanctions, wholeRun, paths, experiment };
  if (isAlone(job) && experiment === undefined) {
    const market = marketKey(job.market);
    return sha256(canonicalJson({ code, market, rules: from, ...shared }));
  }
  const rules = rulesKey(from);
  const market = wholeKey(job.market);
  return sha256(canonicalJson({ code, market, rules, values, participation, phases, ...shared }));
}

/** A module counts by its source. */
function rulesKey(from: InstitutionChoice['from']) {
  return mapOrigins(from, (origin) =>
    origin.kind === 'module' ? { ...origin, path: '' } : origin,
  );
}

/** A phase without the names that it has. */
function phaseKey({ becomes, ...phase }: NonNullable<InstitutionChoice['phases']>[number]) {
  if (!becomes) return phase;
  const { from, values, participation } = becomes;
  return { ...phase, becomes: { rules: rulesKey(from), values, participation } };
}

/** A store by jobs in place of keys. */
export function keptIn(store: Store, code: string): Kept {
  return {
    read: (job) => store.read(keyOf(job, code)),
    write: (job, values) => store.write(keyOf(job, code), values),
  };
}

/** Hash of what a market without sharing is, seed included: markets that differ in nothing else have such a market in common. */
export function marketKey(market: Market): string {
  return keyAlone(market);
}

/** Markets are hashed once, not once an institution: a design has very many jobs. */
function hashes(read: typeof readAlone) {
  const known = new WeakMap<Market, string>();
  // Points share what they do not set, and so do their institutions.
  const texts = new WeakMap<object, string>();
  const textOf = (own: object, part: unknown) => {
    const text = texts.get(own) ?? canonicalJson(part);
    texts.set(own, text);
    return text;
  };
  const hashOf = (market: Market): string => {
    const { economy, lenders, ...size } = read(market);
    const groups = Object.entries(economy).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const parts = groups.map(([name, group]) => {
      const own: unknown = Reflect.get(market.economy, name);
      const isObject = typeof own === 'object' && own !== null;
      return `${name} ${isObject ? textOf(own, group) : canonicalJson(group)}`;
    });
    return sha256([canonicalJson(size), textOf(market.lenders, lenders), ...parts].join('\n'));
  };
  return (market: Market): string => {
    const key = known.get(market) ?? hashOf(market);
    known.set(market, key);
    return key;
  };
}

const wholeKey = hashes((market) => market);
const keyAlone = hashes(readAlone);
