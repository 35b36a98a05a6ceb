import { texts } from './imports.ts';

/** A peek at what a room must not know, as a line planted in one of its files. */
export interface Peek {
  readonly what: string;
  readonly file: string;
  readonly plant: string;
  /** A file that is new, and its text. */
  readonly beside?: readonly [string, string];
}

export const refusedByImport: readonly Peek[] = [
  {
    what: 'a trait',
    file: 'engine/lenders/price-by-card.ts',
    plant: `import { hidden } from '../columns/hidden.ts'; export const peek = hidden.capacity[0];`,
  },
  {
    what: 'a trait, through a file that may know it',
    file: 'engine/lenders/score-files.ts',
    plant: `import { stepPeople } from '../people/step.ts'; export const peek = stepPeople;`,
  },
  {
    what: 'a trait, through a new file among the columns',
    file: 'engine/lenders/score-files.ts',
    plant: `import { secret } from '../columns/by-another-name.ts'; export const peek = secret.capacity[0];`,
    beside: [
      'engine/columns/by-another-name.ts',
      `export { hidden as secret } from './hidden.ts';`,
    ],
  },
  {
    what: 'a trait, by the type of who it is of',
    file: 'engine/lenders/plan.ts',
    plant: `import type { Population } from '../people/population.ts'; export const peek = (people: Population) => people.character[0];`,
  },
  {
    what: 'the true PD, handed over',
    file: 'engine/lenders/price-by-card.ts',
    plant: `import type { Observed } from '../observe/observer.ts'; export const peek = (seen: Observed) => seen.outcome.pd[0];`,
  },
  {
    what: 'the true PD, by a type alone',
    file: 'engine/lenders/price-by-card.ts',
    plant: `export const peek = (page: typeof import('../columns/outcome.ts').outcome) => page.pd[0];`,
  },
  {
    what: 'another lender’s unfurnished record',
    file: 'engine/lenders/learn.ts',
    plant: `import type { Records } from '../files/records.ts'; export const peek = (records: Records) => records.defaults[1][0];`,
  },
  {
    what: 'how another lender’s open loan goes',
    file: 'engine/lenders/learning-sums.ts',
    plant: `import type { LoanBook } from '../loans/book.ts'; export const peek = (book: LoanBook) => book.status[0];`,
  },
  {
    what: 'left-over noise: the capital signal less it is the trait',
    file: 'engine/lenders/features.ts',
    plant: `import { noise } from '../people/footprint.ts'; export const peek = noise[0];`,
  },
  {
    what: 'noise drawn over again',
    file: 'engine/lenders/features.ts',
    plant: `import { createDrawKey, deriveKey } from '../../random/draws.ts'; export const peek = [createDrawKey, deriveKey];`,
  },
  {
    what: 'noise drawn over again, by the page',
    file: 'engine/lenders/features.ts',
    plant: `import { drawNormals } from '../draws.ts'; export const peek = drawNormals;`,
  },
  {
    what: 'the outcome of a refused loan',
    file: 'engine/lenders/learn.ts',
    plant: `import { outcome } from '../columns/outcome.ts'; export const peek = outcome.pd[0];`,
  },
  {
    what: 'why a borrower refuses',
    file: 'engine/lenders/learn.ts',
    plant: `import type { Motives } from '../loans/book.ts'; export const peek = (motives: Motives) => motives.use[0];`,
  },
  {
    what: 'a write into a report, by its writer',
    file: 'engine/lenders/score-files.ts',
    plant: `import { reportsWriter } from '../columns/visible.ts'; export const peek = () => { reportsWriter.sharedDefaults[0] = 0; };`,
  },
  {
    what: 'a hidden column, on file',
    file: 'engine/files/furnish.ts',
    plant: `import { hidden } from '../columns/hidden.ts'; export const peek = hidden.capacity[0];`,
  },
  {
    what: 'noise drawn over again, on file',
    file: 'engine/files/furnish.ts',
    plant: `import { deriveKey } from '../../random/draws.ts'; export const peek = deriveKey;`,
  },
  {
    what: 'a trait, by another name of a file that it may import',
    file: 'engine/lenders/learning-sums.ts',
    plant: `import { more } from '../columns/lesson.ts'; export const peek = more.capacity[0];`,
    beside: [
      'engine/columns/lesson.ts',
      `${texts.get('engine/columns/lesson.ts') ?? ''}
export { hidden as more } from './hidden.ts';`,
    ],
  },
  {
    what: 'a trait, among a reader’s columns',
    file: 'engine/lenders/learn.ts',
    plant: `import { roll } from '../columns/roll.ts'; export const peek = roll.n;`,
    beside: [
      'engine/columns/roll.ts',
      `${texts.get('engine/columns/roll.ts') ?? ''}
import { hidden } from './hidden.ts'; export const also = hidden.capacity;`,
    ],
  },
  {
    what: 'a write into a report, by a file among the columns',
    file: 'engine/lenders/score-files.ts',
    plant: `import { pen } from '../columns/pens.ts'; export const peek = () => { pen.sharedDefaults[0] = 0; };`,
    beside: ['engine/columns/pens.ts', `export { reportsWriter as pen } from './visible.ts';`],
  },
  {
    what: 'noise, by what keys are made of',
    file: 'engine/lenders/features.ts',
    plant: `import { threefry } from '../../random/threefry.ts'; export const peek = threefry;`,
  },
  {
    what: 'noise, by a key that lots pass on',
    file: 'engine/files/furnish.ts',
    plant: `import { make } from '../lots/record-errors.ts'; export const peek = make;`,
    beside: [
      'engine/lots/record-errors.ts',
      `${texts.get('engine/lots/record-errors.ts') ?? ''}
export { deriveKey as make } from '../../random/draws.ts';`,
    ],
  },
  {
    what: 'a trait that lots pass on',
    file: 'engine/files/furnish.ts',
    plant: `import { secret } from '../lots/record-errors.ts'; export const peek = secret;`,
    beside: [
      'engine/lots/record-errors.ts',
      `${texts.get('engine/lots/record-errors.ts') ?? ''}
export { hidden as secret } from '../columns/hidden.ts';`,
    ],
  },
  {
    what: 'a trait, by the type of the state of the market',
    file: 'engine/files/scores.ts',
    plant: `import type { MarketState } from '../state.ts'; export const peek = (state: MarketState) => state.people.character[0];`,
  },
  {
    what: 'the true PD, where lenders compete',
    file: 'engine/competition/refuse.ts',
    plant: `import * as all from '../columns/outcome.ts'; export const peek = all.outcome.pd[0];`,
  },
  {
    what: 'a report, where lenders compete, by its writer',
    file: 'engine/competition/refuse.ts',
    plant: `import { reportsWriter } from '../columns/visible.ts'; export const peek = () => { reportsWriter.score[0] = 0; };`,
  },
  {
    what: 'records, where lenders compete',
    file: 'engine/competition/refuse.ts',
    plant: `export const peek = (all: import('../files/records.ts').Records) => all.defaults;`,
  },
  {
    what: 'a loan that goes on, by a module asked for later',
    file: 'engine/lenders/learn.ts',
    plant: `export const peek = async () => (await import('../columns/outcome.ts')).outcome.pd[0];`,
  },
  {
    what: 'how the population is tallied, from a lender',
    file: 'engine/lenders/solve.ts',
    plant: `export { tally as peek } from '../tally/tally.ts';`,
  },
];

export const refusedByCompiler: readonly Peek[] = [
  {
    what: 'a write into a report',
    file: 'engine/lenders/score-files.ts',
    plant: `export const peek = () => { visible.sharedDefaults[0] = 0; };`,
  },
  {
    what: 'a report wiped out',
    file: 'engine/lenders/price-by-card.ts',
    plant: `export const peek = () => visible.balances.fill(0);`,
  },
  {
    what: 'the outcome of a refused loan, in the lesson',
    file: 'engine/lenders/learning-sums.ts',
    plant: `export const peek = () => lesson.refused[0];`,
  },
  {
    what: 'a write into what was learnt from',
    file: 'engine/lenders/learning-sums.ts',
    plant: `export const peek = () => { lesson.defaulted[0] = 0; };`,
  },
];
