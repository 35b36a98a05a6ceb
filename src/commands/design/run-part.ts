import { UserError } from '../../errors.ts';
import type { Part } from '../../run/index.ts';
import type { RunFlags } from '../run-options.ts';

/** The part of all jobs that the flags ask for; undefined for all. */
export function partOf({ shard, job }: Pick<RunFlags, 'shard' | 'job'>): Part | undefined {
  if (shard !== undefined && job !== undefined) {
    throw new UserError([{ message: '--shard and --job: keep one of the two' }]);
  }
  if (job !== undefined) {
    if (/^[0-9a-f]{8,64}$/.test(job)) return { kind: 'job', key: job };
    const hint = 'the first digits of a key, as "creditlab status" names it';
    throw new UserError([{ message: `--job: "${job}" is no key`, hint }]);
  }
  if (shard === undefined) return undefined;
  const [, k, n] = /^(\d+)\/(\d+)$/.exec(shard) ?? [];
  const [number, of] = [Number(k), Number(n)];
  if (k !== undefined && number >= 1 && number <= of) return { kind: 'shard', number, of };
  const hint =
    k === undefined ? 'as k/n, e.g. 1/4' : `shards are counted from 1: 1/${n} … ${n}/${n}`;
  throw new UserError([{ message: `--shard: there is no shard ${shard}`, hint }]);
}

/** The words with which a run is called again, without what says how and where it is done. */
export function calledAs(flags: RunFlags): string {
  const { seed, borrowers, quarters, burnIn, replicates, institutions, reference } = flags;
  const { worlds, sanctions, ensemble, set } = flags;
  const named = {
    ...{ seed, borrowers, quarters, 'burn-in': burnIn, replicates, reference, sanctions, ensemble },
    ...{ institutions: institutions?.join(','), worlds: worlds?.join(',') },
  };
  const given = Object.entries(named).filter(([, value]) => value !== undefined);
  return [
    quoted(flags.scenario),
    ...given.map(([flag, value]) => `--${flag} ${quoted(String(value))}`),
    ...(set ?? []).map((text) => `--set ${quoted(text)}`),
  ].join(' ');
}

/** As a shell reads it as one word. */
function quoted(word: string): string {
  return /^[\w./=,:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
