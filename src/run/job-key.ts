import type { Market } from '../engine/index.ts';
import { sha256 } from '../folder/index.ts';
import { isAlone, readAlone, type Job, type FinishedJobs } from '../jobs/index.ts';
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
  const isPlainlyAlone = isAlone(job) && job.experiment === undefined;
  const [before, after] = frameOf(job, code, isPlainlyAlone);
  const market = isPlainlyAlone ? marketKey(job.market) : wholeKey(job.market);
  return sha256(`${before}${market}${after}`);
}

/** What is hashed of a job, as it stands before and after its market's hash. */
interface Frame {
  readonly of: readonly unknown[];
  readonly around: readonly [string, string];
}

/** Points that set nothing of an institution have it in common: all but the market is written down once. */
const frames = new WeakMap<InstitutionChoice, Frame>();

function frameOf(job: Job, code: string, isPlainlyAlone: boolean): Frame['around'] {
  const { worlds, sanctions, wholeRun, paths, experiment, institution } = job;
  const of = [code, worlds, sanctions, wholeRun, paths, experiment];
  const known = frames.get(institution);
  if (known && of.every((one, i) => one === known.of[i])) return known.around;
  const shared = { worlds, sanctions, wholeRun, paths, experiment };
  const { from, values, participation } = institution;
  const phases = institution.phases?.map(phaseKey);
  const own = isPlainlyAlone
    ? { rules: from }
    : { rules: rulesKey(from), values, participation, phases };
  const text = canonicalJson({ code, market: '', ...own, ...shared });
  // Keys are sorted: what stands before is a hash and a word.
  const begin = '"market":"';
  const at = text.indexOf(begin) + begin.length;
  const around = [text.slice(0, at), text.slice(at)] as const;
  frames.set(institution, { of, around });
  return around;
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
export function keptIn(store: Store, code: string): FinishedJobs {
  return {
    read: (job) => store.read(keyOf(job, code)),
    write: (job, values) => store.write(keyOf(job, code), values),
  };
}

/** Hash of what a market without sharing is, seed included: markets that differ in nothing else have such a market in common. */
export function marketKey(market: Market): string {
  return keyAlone(market);
}

/** Texts of what a market consists of. Points share what they do not set, and so do their institutions. */
const texts = new WeakMap<object, string>();

function textOf(part: object): string {
  const text = texts.get(part) ?? canonicalJson(part);
  texts.set(part, text);
  return text;
}

/** Markets are hashed once, not once an institution: a design has very many jobs. */
function hashes(read: typeof readAlone) {
  const known = new WeakMap<Market, string>();
  // What is read of a group is another object each time, where not all of it is.
  const groups = new WeakMap<object, string>();
  const hashOf = (market: Market): string => {
    const { economy, lenders, seed, ...size } = read(market);
    const own: Readonly<Record<string, object>> = { ...market.economy };
    const parts = Object.entries(economy).map(([name, group]) => {
      if (group === own[name]) return `${name} ${textOf(group)}`;
      const text = groups.get(own[name]) ?? canonicalJson(group);
      groups.set(own[name], text);
      return `${name} ${text}`;
    });
    const before = [canonicalJson(size), textOf(seed), textOf(lenders)];
    return sha256([...before, ...parts.toSorted()].join('\n'));
  };
  return (market: Market): string => {
    const key = known.get(market) ?? hashOf(market);
    known.set(market, key);
    return key;
  };
}

const wholeKey = hashes((market) => market);
const keyAlone = hashes(readAlone);
