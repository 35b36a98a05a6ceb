import { pageSize } from '../random/draws.ts';

/** The threads that share a market, as one of them sees it. */
export interface Crew {
  /** Which of the threads this is: 0 … threads − 1. */
  readonly thread: number;
  readonly threads: number;
  /** Takes the next page, which no other thread will get before all have met; a number past the last if none is left. */
  readonly nextPage: () => number;
  /** Waits until all threads are here; what each wrote before, all can read after. */
  readonly meet: () => void;
}

/** A thread that shares a market with no other. */
export function alone(): Crew {
  let next = 0;
  const meet = () => {
    next = 0;
  };
  return { thread: 0, threads: 1, nextPage: () => next++, meet };
}

/** Visits every page that falls to this thread, and waits for the others. */
export function eachPage(borrowers: number, crew: Crew, visit: (page: number) => void): void {
  const { nextPage, meet } = crew;
  const pages = pagesOf(borrowers);
  for (let page = nextPage(); page < pages; page = nextPage()) visit(page);
  meet();
}

/** Pages of a market: its borrowers are worked on page by page. */
export const pagesOf = (borrowers: number) => Math.ceil(borrowers / pageSize);
