/** What a reader of a number must know of it. Every measure names its population: "default rate" of whom? */
export interface Passport {
  /** Kebab-case; the key in every file. */
  readonly id: string;
  readonly title: string;
  /** e.g. "share of applications", "principals per application". */
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
}

/** Passports by id, in the order in which files list their measures. */
export interface Dictionary {
  /** Throws on an id that is not known. */
  readonly passportOf: (id: string) => Passport;
  /** Place of a measure, for ordering rows; unknown ids come last. */
  readonly rankOf: (id: string) => number;
}

/** @param passports in the order in which files list them */
export function dictionaryOf(passports: readonly Passport[]): Dictionary {
  const ranks = new Map(passports.map(({ id }, rank) => [id, rank]));
  const byId = new Map(passports.map((passport) => [passport.id, passport]));
  return {
    passportOf: (id) => {
      const passport = byId.get(id);
      if (!passport) throw new Error(`no measure is called "${id}"`);
      return passport;
    },
    rankOf: (id) => ranks.get(id) ?? passports.length,
  };
}
