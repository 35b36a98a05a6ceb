/** What a reader of a number must know of it. Every measure names its population: "default rate" of whom? */
export interface Passport {
  /** Kebab-case; the key in every file. A measure of each lender or instalment has rows called id@part. */
  readonly id: string;
  readonly title: string;
  /** e.g. "share of applications", "share of a mean loan per application". */
  readonly unit: string;
  /** Smallest and largest value that its definition leaves, where it leaves any: intervals end there. */
  readonly range?: readonly [number, number];
  /** Which way is good for society, if any. */
  readonly better: 'higher' | 'lower' | 'neither';
  /** Ends "among …". */
  readonly population: string;
  readonly source: string;
  /** Whether rows are also written per quarter. */
  readonly series: boolean;
  /** Of a measure that has no rows: it is one of two others, by their means over replicates. */
  readonly endOf?: {
    readonly contrasts: readonly [string, string];
    readonly which: 'smaller' | 'larger';
  };
}

/** Passports by id, in the order in which files list their measures. */
export interface Dictionary {
  /** Throws on an id that is not known. */
  readonly passportOf: (id: string) => Passport;
  /** Place of a measure, for ordering rows; unknown ids come last. */
  readonly rankOf: (id: string) => number;
  /** Measures that are made from others once all replicates are there. */
  readonly ends: readonly Passport[];
}

/** The id of one part of a measure that has parts: `lender-return@bank-1`. */
export const partId = (id: string, part: string) => `${id}@${part}`;

/** A measure's own id and the part that a row is of, if it is of one. */
function splitPart(id: string): readonly [string, string | undefined] {
  const at = id.indexOf('@');
  return at < 0 ? [id, undefined] : [id.slice(0, at), id.slice(at + 1)];
}

/** @param passports in the order in which files list them */
export function dictionaryOf(passports: readonly Passport[]): Dictionary {
  const ranks = new Map(passports.map(({ id }, rank) => [id, rank]));
  const byId = new Map(passports.map((passport) => [passport.id, passport]));
  return {
    passportOf: (id) => {
      const [base, part] = splitPart(id);
      const passport = byId.get(base);
      if (!passport) throw new Error(`no measure is called "${id}"`);
      return part === undefined
        ? passport
        : { ...passport, id, title: `${passport.title}, ${part}` };
    },
    rankOf: (id) => ranks.get(splitPart(id)[0]) ?? passports.length,
    ends: passports.filter(({ endOf }) => endOf !== undefined),
  };
}
