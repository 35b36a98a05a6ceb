import { importsOf } from './imports.ts';

/**
 * What files of the engine know: what they import, what these import, and so on, types included, since who may name the type
 * of a thing may be handed it.
 */
export type Texts = ReadonlyMap<string, string>;

/** Columns, by the file of engine/columns that has them. A writer is the name with `Writer`. */
const columns: Readonly<Record<string, readonly string[]>> = {
  roll: ['roll'],
  hidden: ['hidden', 'stakes'],
  visible: ['visible', 'signals', 'reports'],
  terms: ['terms'],
  outcome: ['outcome'],
  'loan-sums': ['loanSums'],
  lesson: ['lesson'],
};

/** Secrets that are no columns: the file that has them, and its names that give them away (all, if none is listed). */
const secrets: readonly { what: string; file: string; names?: readonly string[] }[] = [
  { what: 'population', file: 'engine/people/population.ts' },
  { what: 'draws', file: 'engine/draws.ts', names: ['drawUniforms', 'drawNormals'] },
  { what: 'keys', file: 'random/draws.ts', names: ['deriveKey', 'createDrawKey', 'threefry'] },
  { what: 'keys', file: 'random/threefry.ts' },
  { what: 'records', file: 'engine/files/records.ts' },
  { what: 'book', file: 'engine/loans/book.ts', names: ['LoanBook', 'createLoanBook'] },
  { what: 'motives', file: 'engine/loans/book.ts', names: ['Motives', 'createMotives'] },
  { what: 'quarter', file: 'engine/loans/book.ts', names: ['LoanQuarter', 'createLoanQuarter'] },
  { what: 'trial', file: 'engine/loans/trial.ts' },
  { what: 'surplus', file: 'engine/stake/offer-worth.ts', names: ['offerWorth'] },
];

/** Who asks these for a lot gets that lot, and no key; but whatever else they know. */
const lots = 'engine/lots/';

/** What a file knows by its own imports: names of columns, `writes` of writers, secrets; and whom to ask further. */
function knownBy(name: string, all: Texts): { known: string[]; next: string[] } {
  const known: string[] = [];
  const next: string[] = [];
  for (const { to, name: taken } of importsOf(name, all.get(name) ?? '')) {
    const [, file = ''] = /^engine\/columns\/([\w-]+)\.ts$/.exec(to) ?? [];
    for (const secret of secrets.filter((one) => one.file === to)) {
      const { names } = secret;
      if (name === 'random/draws.ts') continue; // it makes keys, and gives them by these names
      if (!names || taken === '*' || names.includes(taken)) known.push(secret.what);
    }
    // What is no function of a lot may be the key itself.
    const isLot = all.get(to)?.includes(`export function ${taken}(`) ?? false;
    if (to.startsWith(lots) && !isLot) known.push('keys');
    // A file of columns too: it could pass on under another name what another one has.
    next.push(to);
    if (!Object.hasOwn(columns, file)) continue;
    if (taken === '*') {
      known.push(...columns[file], `writes all of ${file}`);
    } else if (taken.endsWith('Writer')) {
      known.push(columns[file][0], `writes ${taken.replace(/Writer$/, '')}`);
    } else if (columns[file].includes(taken)) {
      known.push(taken);
    }
  }
  return { known, next };
}

/** What the files of a room know, through whatever they import; and which writers they import themselves. */
export function knownIn(room: string, all: Texts): { reads: string[]; writes: string[] } {
  const seen = new Set<string>();
  const reads = new Set<string>();
  const writes = new Set<string>();
  const isOwn = (name: string) => name.startsWith(`engine/${room}/`);
  // No room, so a writer that it passes on is one of whoever asks.
  const passesOn = (name: string) => name.startsWith('engine/columns/') || name.startsWith(lots);
  const follow = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    const { known, next } = knownBy(name, all);
    for (const one of known) {
      if (one === 'keys' && name.startsWith(lots)) continue;
      if (!one.startsWith('writes ')) reads.add(one);
      else if (isOwn(name) || passesOn(name)) writes.add(one.slice('writes '.length));
    }
    for (const one of next) follow(one);
  };
  for (const name of all.keys()) if (isOwn(name)) follow(name);
  return { reads: [...reads].toSorted(), writes: [...writes].toSorted() };
}

/** Whether a file knows columns by its own imports. */
export function knowsColumns(name: string, all: Texts): boolean {
  return knownBy(name, all).known.length > 0;
}
