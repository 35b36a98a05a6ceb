import type { Dictionary, Passport } from '../measures/index.ts';

/** A dictionary that looks each measure up once: a design asks for the same few hundred at every point. */
export function remembering({ passportOf, rankOf, ends }: Dictionary): Dictionary {
  const passports = new Map<string, Passport>();
  const ranks = new Map<string, number>();
  return {
    ends,
    passportOf(id) {
      const passport = passports.get(id) ?? passportOf(id);
      passports.set(id, passport);
      return passport;
    },
    rankOf(id) {
      const rank = ranks.get(id) ?? rankOf(id);
      ranks.set(id, rank);
      return rank;
    },
  };
}
