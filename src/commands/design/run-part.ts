import { UserError } from '../../errors.ts';
import type { JobPart } from '../../run/index.ts';
/** The part of all jobs that the flags ask for; undefined for all. */
export function jobPartOf({
  shard,
  job,
}: {
  readonly shard: string | undefined;
  readonly job: string | undefined;
}): JobPart | undefined {
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
    k === undefined || of < 1
      ? 'as k/n, e.g. 1/4'
      : `shards are counted from 1: 1/${n} … ${n}/${n}`;
  throw new UserError([{ message: `--shard: there is no shard ${shard}`, hint }]);
}

/** Flags that say what is asked, of any verb; the others say how and where it is done. */
const asking = [
  ...['seed', 'borrowers', 'quarters', 'burnIn', 'replicates', 'institutions', 'reference'],
  ...['worlds', 'sanctions', 'ensemble', 'measure', 'world', 'over', 'institution', 'between'],
  ...['trajectories', 'base', 'factors', 'points', 'fees', 'set'],
];

/** The words with which a verb is called again, without what says how and where it is done. */
export function calledAs(flags: { readonly scenario: string }): string {
  const given = new Map<string, unknown>(Object.entries(flags));
  const words = asking.flatMap((name) => {
    const value = given.get(name);
    if (value === undefined) return [];
    const flag = `--${name.replace(/[A-Z]/, (letter) => `-${letter.toLowerCase()}`)}`;
    const all = Array.isArray(value) ? (name === 'set' ? value : [value.join(',')]) : [value];
    return all.map((one) => `${flag} ${quoted(String(one))}`);
  });
  return [quoted(flags.scenario), ...words].join(' ');
}

/** As a shell reads it as one word. */
function quoted(word: string): string {
  return /^[\w./=,:@%+-]+$/.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`;
}
