import type { HandWords } from './hand-words.ts';
import type { FactId } from '../run/facts.ts';
import type { EncoreId, LessonId } from '../model/lesson-id.ts';

/** A term in a text, in square brackets, has an explanation that appears over it. */
export interface LessonWords {
  readonly name: string;
  readonly question: string;
  /** What to do in the game. */
  readonly hand: string;
  readonly bet: { readonly ask: string; readonly options: readonly string[] };
  /** What stands over the towns, A and B: of the run after the bet, and of each stop of the dial. */
  readonly signs: Readonly<Record<string, readonly [string, string]>>;
  /** What follows from each bet. */
  readonly after: readonly string[];
  /** Asks for the curve that is drawn before it is shown. */
  readonly guess?: string;
  readonly dial: {
    readonly text: string;
    readonly stops: Readonly<Record<string, { readonly name: string; readonly text: string }>>;
  };
  readonly end: { readonly ask: string; readonly answer: string };
}

/** The same game again under another institution. */
interface EncoreWords {
  readonly name: string;
  readonly ask: string;
  readonly options: readonly [string, string, string];
  /** What follows, whatever was bet: it is said after whether the bet was right. */
  readonly after: string;
  readonly stops: Readonly<
    Record<
      string,
      { readonly name: string; readonly text: string; readonly signs: readonly [string, string] }
    >
  >;
}

/** A dial of the bench. */
interface DialWords {
  readonly name: string;
  readonly low: string;
  readonly high: string;
}

/** All that the lab says in one language. */
export interface LabWords {
  readonly language: string;
  readonly htmlLanguage: string;
  readonly other: string;
  /** Between a name and what is named. */
  readonly colon: string;
  readonly cover: {
    readonly title: string;
    readonly line: string;
    readonly play: string;
    readonly sandbox: string;
    readonly teachers: string;
  };
  readonly nav: {
    readonly home: string;
    readonly next: string;
    readonly back: string;
    readonly lesson: (id: LessonId) => string;
    readonly step: (k: number, of: number) => string;
    readonly undo: string;
    /** Shows the answer to the question at the end of a lesson. */
    readonly answer: string;
    readonly skip: string;
  };
  readonly lens: { readonly hold: string; readonly look: string; readonly help: string };
  /** Price as a water line over the towns. */
  readonly water: { readonly show: string; readonly help: string };
  readonly town: { readonly a: string; readonly b: string; readonly swap: string };
  readonly time: {
    readonly play: string;
    readonly pause: string;
    readonly step: string;
    readonly stepBack: string;
    readonly scrub: string;
    readonly quarter: (quarter: number, of: number) => string;
  };
  readonly field: {
    readonly label: (town: string, summary: string) => string;
    readonly summary: (asked: number, took: number, broke: number) => string;
    readonly keys: string;
    readonly legend: Readonly<
      Record<
        | 'fog'
        | 'ring'
        | 'repaid'
        | 'cannot'
        | 'wont'
        | 'refused'
        | 'left'
        | 'safe'
        | 'middle'
        | 'risky',
        string
      >
    >;
  };
  readonly facts: Readonly<Record<FactId, string>>;
  /** What a number means, in a sentence. */
  readonly aboutFacts: Readonly<Record<FactId, string>>;
  readonly strip: {
    readonly title: string;
    readonly seeds: (done: number, of: number) => string;
    readonly difference: (text: string) => string;
    readonly gone: string;
    /** The same of a town, and what its numbers are of. */
    readonly goneIn: (town: string) => string;
    /** In place of a number that no loan gives. */
    readonly none: string;
    readonly waiting: string;
    readonly luck: string;
    /** The sign of a difference that may be chance: B is the higher in so many pairs. */
    readonly unsure: (more: number, of: number) => string;
    /** Of two towns that are alike. */
    readonly same: string;
    /** What so many pairs can tell, and what they cannot. */
    readonly tell: (pairs: number, isMany: boolean) => string;
  };
  readonly thirds: readonly [string, string, string];
  /** Where a lesson begins: the seed of its towns, and what it may be made of. */
  readonly seed: { readonly name: string; readonly help: string; readonly refused: string };
  readonly bench: {
    readonly title: string;
    readonly tabs: Readonly<Record<'people' | 'lenders' | 'institution', string>>;
    readonly dials: Readonly<Record<string, DialWords>>;
    readonly institution: string;
    readonly world: string;
    readonly worldOf: Readonly<Record<'actual' | 'types-visible', string>>;
    readonly seed: string;
    readonly borrowers: string;
    readonly large: string;
    readonly textbook: string;
    readonly textbookAxes: readonly [string, string, string, string, string];
    readonly reset: string;
    readonly link: string;
    readonly scenario: string;
    readonly picture: string;
    readonly copied: string;
    readonly copyByHand: string;
    readonly computing: string;
  };
  readonly person: {
    readonly title: (person: number) => string;
    readonly ask: string;
    readonly none: string;
    readonly quarter: (quarter: number) => string;
    readonly refused: string;
    readonly left: string;
    readonly took: (apr: string) => string;
    readonly saw: string;
    readonly own: (repaid: number, defaults: number) => string;
    readonly shared: (repaid: number, defaults: number) => string;
    readonly believed: (believed: string, truth: string) => string;
    readonly parts: string;
    readonly features: readonly string[];
    readonly weighed: (worth: string, accepts: string) => string;
    readonly stake: (own: string, shared: string) => string;
    readonly points: (points: number) => string;
    readonly pointsFrom: (base: number) => string;
    /** Loans with lenders whose records feed the score. */
    readonly ownLoans: string;
    readonly ends: Readonly<Record<'repaid' | 'cannotPay' | 'willNotPay', string>>;
    readonly earlier: string;
    readonly later: string;
    readonly close: string;
  };
  readonly teacher: {
    readonly title: string;
    readonly intro: string;
    readonly links: string;
    readonly seed: string;
    /** Of a file that lies on the teacher's disk. */
    readonly disk: string;
    /** Before a number: so many links are copied, each with a seed of its own. */
    readonly students: string;
    readonly hide: string;
    readonly hideParts: Readonly<Record<'lens' | 'sandbox' | 'dial', string>>;
    readonly codes: string;
    readonly codesHelp: string;
    readonly bets: string;
    readonly none: string;
    readonly unread: (lines: string) => string;
    /** Axes of the chart of a class: results across, codes up. */
    readonly result: string;
    readonly codesRead: string;
    readonly spread: (count: number, low: string, middle: string, high: string) => string;
    readonly print: string;
    readonly plans: string;
    readonly plan: Readonly<Record<LessonId, readonly [string, string, string]>>;
    /** Before the chapters of textbooks that a lesson stands beside. */
    readonly chapters: string;
    /** Before the right bet of a lesson. */
    readonly right: string;
  };
  readonly code: { readonly title: string; readonly help: string; readonly copy: string };
  readonly bucket: {
    readonly title: string;
    readonly show: string;
    readonly help: string;
    readonly waiting: string;
    readonly volume: (loans: number) => string;
    readonly surplus: (amount: string) => string;
    readonly parts: (borrowers: string, lenders: string) => string;
    readonly leak: (low: string, high: string) => string;
    readonly prices: string;
  };
  readonly guess: { readonly open: string; readonly key: string; readonly done: string };
  readonly encore: {
    readonly title: string;
    readonly line: string;
    readonly told: (isRight: boolean) => string;
    readonly of: Readonly<Record<EncoreId, EncoreWords>>;
  };
  readonly lottery: {
    readonly title: string;
    readonly rows: readonly [string, string];
    readonly worlds: Readonly<Record<'actual' | 'types-visible' | 'action-contractible', string>>;
    readonly unit: string;
    readonly waiting: string;
  };
  readonly trouble: {
    readonly link: string;
    readonly restarted: string;
    readonly gaveUp: string;
    readonly setting: string;
    readonly base: (id: string) => string;
  };
  readonly terms: Readonly<Record<string, string>>;
  readonly hands: HandWords;
  readonly lessons: Readonly<Record<LessonId, LessonWords>>;
}
