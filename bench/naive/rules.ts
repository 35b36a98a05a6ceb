import type { Kind } from './parameters.ts';
import type { Level } from './tier.ts';

export type Joining = 'barred' | 'may' | 'must';

/** An institution as section 6.3's table writes it down: rules by kind of lender. */
export interface Rules {
  readonly joining: (kind: Kind) => Joining;
  /** Level of reader j on contributor q, given their kinds and numbers. */
  readonly level: (reader: Kind, contributor: Kind, j: number, q: number) => Level;
  readonly reciprocal: boolean;
  readonly retentionNegative: number;
  readonly retentionPositive: number;
  readonly fee: number;
  readonly falseDefault: number;
  readonly missedDefault: number;
  readonly standardsGap: number;
  readonly readsScore: (kind: Kind) => boolean;
  readonly feedsScore: (kind: Kind) => boolean;
}

/** What a scenario may set over an institution. */
export interface InstitutionOptions {
  readonly participation?: number | readonly string[];
  readonly retentionNegative?: number;
  readonly retentionPositive?: number;
  readonly lag?: number;
  readonly threshold?: number;
  readonly falseDefault?: number;
  readonly missedDefault?: number;
  readonly standardsGap?: number;
  readonly fee?: number;
  readonly costPerReport?: number;
  readonly leakChance?: number;
  readonly leakLoss?: number;
  readonly perks?: number;
  readonly bureaus?: number;
  readonly consumerFinanceReportsTo?: number;
  readonly internetReportsTo?: number;
  readonly banksRead?: boolean;
  readonly shareLoans?: boolean;
  /** Turns every `full` into `full-without-balances`. */
  readonly withoutBalances?: boolean;
  /** The institution `declared`. */
  readonly declared?: Declared;
}

/** An institution declared in a scenario: by kind, who contributes and what readers see; not named = barred, none. */
export interface Declared {
  readonly contributes: Partial<Record<Kind, Joining>>;
  /** reads[reader][contributor]. */
  readonly reads: Partial<Record<Kind, Partial<Record<Kind, Level>>>>;
  readonly reciprocal: boolean;
}

const isBank = (kind: Kind) => kind === 'bank';
const isInternet = (kind: Kind) => kind === 'internet';
const never = () => false;

const benchmark: Rules = {
  joining: () => 'barred',
  level: () => 'none',
  reciprocal: false,
  retentionNegative: 28,
  retentionPositive: 28,
  fee: 0,
  falseDefault: 0,
  missedDefault: 0,
  standardsGap: 0,
  readsScore: never,
  feedsScore: never,
};

const twentyQuarters = { retentionNegative: 20, retentionPositive: 20 };

export function rulesOf(id: string, options: InstitutionOptions): Rules {
  switch (id) {
    case 'none':
      return benchmark;
    case 'government-led':
      return {
        ...benchmark,
        ...twentyQuarters,
        joining: (kind) => (isBank(kind) ? 'must' : 'barred'),
        level: (reader, contributor) => (isBank(reader) && isBank(contributor) ? 'full' : 'none'),
        falseDefault: 0.005,
        missedDefault: 0.005,
      };
    case 'market-led':
      return {
        ...benchmark,
        joining: () => 'may',
        level: (_, contributor, j, q) => bureauLevel(contributor, j, q, options),
        fee: 0.002,
        falseDefault: 0.02,
        missedDefault: 0.03,
      };
    case 'association-led':
      return {
        ...benchmark,
        ...twentyQuarters,
        joining: () => 'may',
        level: (reader, contributor) =>
          isBank(reader) === isBank(contributor) ? 'full' : 'negative',
        reciprocal: true,
        fee: 0.0005,
        falseDefault: 0.005,
        missedDefault: 0.005,
      };
    case 'sesame':
      return {
        ...benchmark,
        ...twentyQuarters,
        joining: (kind) => (isInternet(kind) && options.shareLoans !== false ? 'may' : 'barred'),
        level: (reader, contributor) =>
          !isBank(reader) && isInternet(contributor) ? 'full' : 'none',
        readsScore: (kind) => !isBank(kind) || options.banksRead === true,
        feedsScore: isInternet,
      };
    case 'dual':
      return {
        ...benchmark,
        ...twentyQuarters,
        joining: (kind) => (isBank(kind) ? 'must' : 'may'),
        level: (reader, contributor) => (isBank(reader) === isBank(contributor) ? 'full' : 'none'),
        standardsGap: 0.05,
        readsScore: (kind) => !isBank(kind),
        feedsScore: isInternet,
      };
    case 'negative-only':
      return { ...benchmark, joining: () => 'must', level: () => 'negative' };
    case 'full-sharing':
      return { ...benchmark, joining: () => 'must', level: () => 'full' };
    case 'declared': {
      const { contributes = {}, reads = {}, reciprocal = false } = options.declared ?? {};
      return {
        ...benchmark,
        joining: (kind) => contributes[kind] ?? 'barred',
        level: (reader, contributor) => reads[reader]?.[contributor] ?? 'none',
        reciprocal,
      };
    }
    default:
      throw new Error(`unknown institution: ${id}`);
  }
}

export const institutionIds = [
  'none',
  'government-led',
  'market-led',
  'association-led',
  'sesame',
  'dual',
  'negative-only',
  'full-sharing',
] as const;

/** Three bureaus in a ring: lender j buys from its own, lender q reports to its own and the next ones. */
function bureauLevel(contributor: Kind, j: number, q: number, options: InstitutionOptions): Level {
  const bureaus = options.bureaus ?? 3;
  const reached = {
    bank: bureaus,
    'consumer-finance': options.consumerFinanceReportsTo ?? 2,
    internet: options.internetReportsTo ?? 1,
  }[contributor];
  return (((j - q) % bureaus) + bureaus) % bureaus < reached ? 'full' : 'none';
}
