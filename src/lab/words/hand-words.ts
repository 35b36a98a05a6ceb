import type { BankYear } from '../model/bank-year.ts';

/** The words of the games, by game; `done` is what is said of each once it has been played, by how it went. */
export interface HandWords {
  readonly price: {
    readonly line: string;
    readonly lend: string;
    readonly round: (n: number) => string;
    readonly year: (year: BankYear) => string;
    readonly done: Readonly<Record<'left' | 'stayed', string>>;
    /** A price that was tried already. */
    readonly again: (price: number) => string;
    readonly axis: string;
  };
  readonly purse: {
    readonly hold: string;
    readonly pay: string;
    readonly keep: string;
    readonly unseen: string;
    readonly seen: string;
    /** What was done unseen, then seen. */
    readonly done: Readonly<Record<'pay-pay' | 'pay-keep' | 'keep-pay' | 'keep-keep', string>>;
    readonly outcome: Readonly<Record<'payUnseen' | 'keepUnseen' | 'paySeen' | 'keepSeen', string>>;
  };
  readonly letters: {
    readonly done: Readonly<Record<'drawn', string>>;
    readonly streets: readonly [string, string];
    readonly causes: readonly [string, string, string];
    /** What follows from each guess. */
    readonly reveal: readonly [string, string, string];
    /** The streets once prices are drawn by lot. */
    readonly groups: readonly [string, string];
    readonly draw: string;
    readonly drawn: string;
  };
  readonly memory: {
    readonly done: Readonly<Record<'moved', string>>;
    readonly line: string;
    readonly now: string;
    readonly ago: (quarters: number) => string;
    readonly reads: (good: number, bad: number, price: string) => string;
    readonly open: string;
  };
  readonly rating: {
    readonly done: Readonly<Record<'rated', string>>;
    readonly bars: readonly [string, string, string];
    readonly up: (person: string) => string;
    readonly down: (person: string) => string;
    readonly safest: string;
    readonly riskiest: string;
    readonly check: string;
    readonly result: (right: number, of: number) => string;
    /** To the nine behaviours of a real score. */
    readonly nine: string;
    readonly which: string;
    readonly behaviours: Readonly<Record<string, string>>;
    readonly arrives: (weight: string, arrives: string) => string;
    readonly loudest: (isRight: boolean, name: string, weight: string, arrives: string) => string;
  };
}
