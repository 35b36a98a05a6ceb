import { Status, vintageStart, type Observed } from '../../engine/observe/index.ts';

/** Tells a person's third of risk. */
export type ThirdOf = (seen: Observed, person: number) => number;

/** What a person does with a need for a loan. */
export const Move = { none: 0, refused: 1, left: 2, took: 3 } as const;
/** How a loan of a person ends in a quarter. */
export const End = { none: 0, repaid: 1, cannotPay: 2, willNotPay: 3 } as const;

/** Persons that a film shows: the first of the market, the same in every town. */
export const mostShown = 2000;

/**
 * What befell each person shown, quarter by quarter, at quarter · people + person.
 */
export interface Film {
  readonly people: number;
  readonly quarters: number;
  readonly replicate: number;
  /** Bits 0–1 `Move`, 2–3 `End`, 4 owes something, 5–6 third of risk (0 safest), 7 exploratory loan. */
  readonly marks: Uint8Array;
  /** APR asked, in hundredths of a per cent; 0 without an offer. */
  readonly apr: Uint16Array;
  /** Effort at work, 0 … 255 of all that effort can do; while something is owed. */
  readonly effort: Uint8Array;
  /** What the loan is worth beyond doing without, in hundredths of the size asked; of who applies. */
  readonly worth: Int16Array;
}

export function emptyFilm(people: number, quarters: number, replicate: number): Film {
  const cells = people * quarters;
  return {
    ...{ people, quarters, replicate },
    marks: new Uint8Array(cells),
    apr: new Uint16Array(cells),
    effort: new Uint8Array(cells),
    worth: new Int16Array(cells),
  };
}

const columns = ['marks', 'apr', 'effort', 'worth'] as const;
type Column = (typeof columns)[number];

/** Some quarters of a film, as they are sent or written: of its columns what lies between them. */
export interface Footage extends Omit<Film, Column>, Readonly<Record<Column, ArrayLike<number>>> {
  readonly from: number;
  /** One past the last. */
  readonly to: number;
}

/** The quarters of a film from one to another, which is left out. */
export function footageOf(film: Film, from: number, to: number): Footage {
  const ends = [from * film.people, to * film.people] as const;
  const { marks, apr, effort, worth } = film;
  return {
    ...{ ...film, from, to },
    ...{ marks: marks.slice(...ends), apr: apr.slice(...ends) },
    ...{ effort: effort.slice(...ends), worth: worth.slice(...ends) },
  };
}

/** The film that footage belongs to, with it; the first begins the film. */
export function withFootage(film: Film | undefined, footage: Footage): Film {
  const { people, quarters, replicate, from } = footage;
  const whole = film && from > 0 ? film : emptyFilm(people, quarters, replicate);
  for (const name of columns) whole[name].set(footage[name], from * people);
  return whole;
}

export const moveOf = (mark: number): number => mark & 3;
export const endOf = (mark: number): number => (mark >> 2) & 3;
export const owes = (mark: number): boolean => (mark & 16) !== 0;
export const thirdOf = (mark: number): number => (mark >> 5) & 3;

const quartersOfAYear = 4;

/** Films the applications of the first page: who asked, was offered what, and chose. */
export function filmApplications(film: Film, seen: Observed, third: ThirdOf): void {
  const { roll, terms, outcome, quarter } = seen;
  const { taste } = seen.market.economy.outside;
  const row = quarter * film.people;
  for (let i = 0; i < film.people; i++) film.marks[row + i] = third(seen, i) << 5;
  for (let r = 0; r < roll.n; r++) {
    const person = roll.slot[r];
    if (person >= film.people) continue;
    const offered = terms.approved[r] === 1 || terms.explored[r] === 1;
    const move = !offered ? Move.refused : outcome.taken[r] === 1 ? Move.took : Move.left;
    film.marks[row + person] |= move | (terms.explored[r] << 7);
    if (offered) film.apr[row + person] = Math.round(terms.rate[r] * quartersOfAYear * 10_000);
    film.worth[row + person] = limited(outcome.appeal[r] * taste * 100);
  }
}

/** Films what the quarter did to the open loans of the first page. */
export function filmLoans(film: Film, { book, outcome, page, quarter, market }: Observed): void {
  const row = quarter * film.people;
  const { effortCap } = market.economy.behaviour;
  for (let age = Math.min(book.term - 1, quarter); age >= 0; age--) {
    const vintage = (quarter - age) % book.term;
    const start = vintageStart(book, page, vintage);
    const end = start + book.count[page * book.term + vintage];
    for (let k = start; k < end; k++) {
      const person = book.slot[k];
      const status = book.status[k];
      if (person >= film.people) continue;
      const endsNow = status !== Status.open && book.endedAt[k] === age + 1;
      if (status !== Status.open && !endsNow) continue;
      const at = row + person;
      film.marks[at] |= 16;
      film.effort[at] = effortCap > 0 ? Math.round((outcome.effort[person] / effortCap) * 255) : 0;
      // The worst of several ends is shown.
      if (endsNow)
        film.marks[at] = (film.marks[at] & ~12) | (Math.max(endOf(film.marks[at]), status) << 2);
    }
  }
}

function limited(value: number): number {
  return Math.round(Math.max(-32_000, Math.min(32_000, value)));
}
