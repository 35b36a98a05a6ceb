import { defaultsOf, type ParameterTable, type ValuesOf } from '../parameters.ts';

/**
 * THE CONTRACT. A credit-reporting institution is a few rules over lenders and reports.
 *
 * The signature is the information set: an institution sees lenders (never their borrowers) and
 * reports (never people), so it cannot read a borrower's traits, true risk or effort. Rules draw no
 * random number, keep no state and do no I/O; errors are rates, because chance belongs to the engine.
 *
 * Members are function-typed properties, not methods: TypeScript checks their parameters strictly,
 * so a rule that asks for a wider report than it is given does not compile.
 */
export interface Rules {
  /** 1. Who contributes data? Writes one `Duty` per lender into `out`. */
  readonly contributes: (lenders: LenderColumns, out: Uint8Array) => void;
  /**
   * 2. Who may read what, at which price? `contributing` (0 or 1 per lender) is given so that access can
   * be reciprocal. A lender's own records are always its own to read; the diagonal is ignored.
   */
  readonly access: (lenders: LenderColumns, contributing: Column, out: AccessColumns) => void;
  /** 3. What is kept, for how long, and how late? */
  readonly records: RecordRules;
  /** 4. With what error? */
  readonly errors: ErrorRules;
  /** 5. What does a good record buy outside credit? Stake per loan, in mean loans (model.md §6.2). */
  readonly perks: number;
  /** Running cost of the institution per loan signed that was reported on, in mean loans. */
  readonly costPerReport: number;
  /**
   * Optional: chance that one who holds a record lets it leak, for each holder and quarter on file, and what its borrower loses
   * then, in mean loans. It moves no behaviour; the expected loss stands in welfare, in the institution's cost.
   */
  readonly leak?: { readonly chance: number; readonly loss: number };
  /** 6. Optional: how do reports and the digital footprint become a score? */
  readonly score?: ScoreRules;
  /**
   * 7. Optional: the other tiers that stand beside this one, each with contributors, readers, retention, errors and fees of
   * its own (model.md §6.6). At most `mostTiers` in all, of which one may keep a score; tiers have none beside them.
   */
  readonly beside?: readonly Rules[];
  /**
   * 8. Optional: the name of the files that its records lie in. When an institution changes, a tier goes on with the files of
   * the one before it that has the same name (model.md §18). Default: its place among the tiers.
   */
  readonly files?: string;
}

/** Tiers that one institution may have: each draws its own errors, and these are the draws there are. */
export const mostTiers = 4;

/** One number per row, readable and not writable. Any typed array is one, at no cost. */
export interface Column {
  readonly length: number;
  readonly [row: number]: number;
}

/** The kinds of lender, by code. */
export const LenderKind = { bank: 0, consumerFinance: 1, internet: 2 } as const;
export type LenderKindName = 'bank' | 'consumer-finance' | 'internet';
export const lenderKindNames: readonly LenderKindName[] = ['bank', 'consumer-finance', 'internet'];

/** What an institution sees of the lenders: one row each, in scenario order. Nothing about their borrowers. */
export interface LenderColumns {
  readonly n: number;
  /** `LenderKind` code. */
  readonly kind: Column;
  /** Share of borrowers' search, 0..1. */
  readonly share: Column;
}

/** Whether a lender furnishes its records: not allowed to, its own choice, or compelled. */
export const Duty = { barred: 0, may: 1, must: 2 } as const;
export type DutyName = keyof typeof Duty;

/**
 * How much of one contributor's data one reader sees: nothing; defaults; loans repaid and open balances too; the same of
 * closed loans, but nothing of open ones.
 */
export const Access = { none: 0, negative: 1, full: 2, 'full-without-balances': 3 } as const;
export type AccessName = keyof typeof Access;
export const accessNames: readonly AccessName[] = [
  'none',
  'negative',
  'full',
  'full-without-balances',
];

/** Written by `access`; arrives zeroed. */
export interface AccessColumns {
  /** `Access` code of reader j on contributor q at `level[j * n + q]`. */
  readonly level: Uint8Array;
  /** Fee that reader j pays on a loan that it signs, in mean loans. Shape (n). */
  readonly fee: Float64Array;
  /** 1 where reader j sees the institution's score. Shape (n). Ignored without score rules. */
  readonly score: Uint8Array;
}

export interface RecordRules {
  /** Quarters that a default stays readable, 0..31; 0 = never. */
  readonly retentionNegative: number;
  /** Quarters that a repaid loan stays readable, 0..31; 0 = never. */
  readonly retentionPositive: number;
  /** Quarters until a record becomes readable, 0..30; lag + retention ≤ 31. */
  readonly lag: number;
  /** Loans smaller than this are not reported, in mean loans; 0 = all are. */
  readonly threshold: number;
}

/** Chances, 0..1. */
export interface ErrorRules {
  /** A repaid loan is on file as a default. */
  readonly falseDefault: number;
  /** A default is on file as repaid. */
  readonly missedDefault: number;
  /** A record reads wrong when it crosses from one kind of lender to another. */
  readonly standardsGap: number;
}

/** A batch of reports as the score keeper sees them; row i of each column is one borrower. */
export interface ScoreBatch {
  readonly n: number;
  /** The nine footprint behaviours as observed, each standard normal in the population (sesame/behaviours.ts). */
  readonly behaviours: readonly Column[];
  /** Repaid loans in the window with lenders of the score's ecosystem. */
  readonly repaid: Column;
  /** Defaults in the window with lenders of the score's ecosystem. */
  readonly defaults: Column;
  /** Whom the market has, for a score whose scale depends on it; none where a score is tried by itself. */
  readonly population?: ScoredPopulation;
}

/** Lowest and highest score that an institution may give: lenders' scorecards count on it. */
export const scoreRange = { lowest: 350, highest: 950 } as const;

/** What the scale of a score may know of the population: the market's economy, never its sample. */
export interface ScoredPopulation {
  /** How far each trait follows the common factor. */
  readonly loadings: {
    readonly character: number;
    readonly capacity: number;
    readonly capital: number;
  };
  /** Standard deviations by which payment and shopping fall under strain. */
  readonly strainFootprint: number;
  /** Share of borrowers under strain, 0..1. */
  readonly strained: number;
}

export interface ScoreRules {
  /**
   * Lenders whose loans feed the score (1 or 0 each into `out`), whether or not they furnish records to
   * others. Default: those that contribute.
   */
  readonly ecosystem?: (lenders: LenderColumns, contributing: Column, out: Uint8Array) => void;
  /** How well behaviour b shows its trait: the correlation ρ_b, 0..1. Shape (9). */
  readonly authenticity: readonly number[];
  /** Writes points (`scoreRange`, higher = safer) per row; NaN = no score, with which `out` arrives filled. */
  readonly points: (reports: ScoreBatch, out: Float64Array) => void;
}

/** Table 1 of Xu, Guo & Li: how the institution is described in words. */
export interface Facts {
  readonly representative: string;
  readonly mechanism: string;
  readonly purpose: string;
  readonly openness: string;
  readonly dataSources: string;
  readonly character: string;
}

/** Plain parameter values by name, as a scenario gives them. */
export type Values = Readonly<Record<string, number | boolean>>;

/** An institution: its name, its description, its parameters and, given values for them, its rules. */
export interface Institution {
  readonly id: string;
  /** Short name for tables and legends. */
  readonly label: string;
  readonly facts: Facts;
  readonly parameters: ParameterTable;
  /** The rules under these values; parameters not named keep their defaults. */
  readonly rules: (values?: Values) => Rules;
}

/**
 * Declares an institution. Parameter names are inferred, so a misspelt `p.retentoin` inside `rules`
 * does not compile.
 */
export function defineInstitution<const T extends ParameterTable>(
  definition: Omit<Institution, 'parameters' | 'rules'> & {
    readonly parameters: T;
    readonly rules: (p: ValuesOf<T>) => Rules;
  },
): Institution {
  const defaults = defaultsOf(definition.parameters);
  return {
    ...definition,
    rules: (values = {}) => definition.rules({ ...defaults, ...values }),
  };
}
