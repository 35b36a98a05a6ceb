import {
  Access,
  Duty,
  type ErrorRules,
  type LenderColumns,
  mostTiers,
  type RecordRules,
  type Rules,
  type ScoreRules,
} from '../../institutions/institution.ts';
import { lenderColumns } from '../../institutions/lender-columns.ts';
import type { Lender, MarketInstitution } from '../setup.ts';
import type { RecordsKept } from './kept.ts';
import { resolveParticipation } from './participation.ts';

/** Who shares what with whom, lender by lender. */
interface LenderSharing {
  /** 1 where the lender furnishes its records to some tier. Shape (n). */
  readonly contributing: Uint8Array;
  /**
   * `Access` code of reader j on contributor q at `level[j * n + q]`, the most that a tier shows it; none on the diagonal (own
   * records are the lender's own) and for those who do not contribute. Shape (n × n).
   */
  readonly level: Uint8Array;
  /** 1 where the lender sees the institution's score. Shape (n). */
  readonly scoreReader: Uint8Array;
  /** 1 where the lender's loans feed the score. Shape (n). */
  readonly ecosystem: Uint8Array;
  /** 1 where a quote takes an inquiry: the lender can read somebody's records or the score. Shape (n). */
  readonly inquires: Uint8Array;
  /** Fee on a loan signed, in mean loans, of all tiers that the lender buys; 0 for one to whom nothing is open. Shape (n). */
  readonly fee: Float64Array;
  /** What its reports cost the institution per granted loan. Shape (n). */
  readonly cost: Float64Array;
  /** What a borrower of the lender must expect to lose, for each loan, by leaks of its record. Shape (n). */
  readonly leaks: Float64Array;
  /** What a good record with this lender buys outside credit; 0 if it keeps the record to itself. Shape (n). */
  readonly perks: Float64Array;
}

/** The same in one market: an institution's rules, answered for its lenders. */
export interface Sharing extends LenderSharing {
  /** Number of lenders. */
  readonly n: number;
  /** One, or several that stand beside each other. */
  readonly tiers: readonly Tier[];
  /** What the keeper of the score keeps, in the tier that has one. */
  readonly scoreRecords: RecordRules;
  /** Place of that tier, and of its files; −1 without a score. */
  readonly scoreTier: number;
  readonly scoreFile: number;
  /** Which quarters' loans the keeper of the score was told of; undefined: any. */
  readonly fed: RecordsKept | undefined;
  /** How records come to each of the market's files, in their order. */
  readonly filing: readonly Filing[];
  /** Draws of errors that a lender has: one more than the largest `luck`. */
  readonly lots: number;
  readonly score?: ScoreRules | undefined;
}

/** Who shares what with whom in one tier. Shapes as in `Sharing`. */
export interface Tier {
  readonly contributing: Uint8Array;
  /**
   * Which of a lender's draws of errors are this tier's: as many tiers before it are open to the lender's data. So a tier that
   * bars a lender moves no luck elsewhere, nor does a lender that joins.
   */
  readonly luck: Uint8Array;
  readonly level: Uint8Array;
  /** As `level`, with what is still read of lenders that contribute no more. */
  readonly reads: Uint8Array;
  readonly records: RecordRules;
  readonly errors: ErrorRules;
  /** Name and place of its files among those of the market (`Records.tiers`). */
  readonly name: string;
  readonly file: number;
  /** Which quarters' records stand on them at all; undefined: any. */
  readonly kept: RecordsKept | undefined;
}

/** What becomes of a lender's records on their way to some files, by lender. */
export interface Filing {
  readonly luck: Uint8Array;
  readonly rules: readonly FilingRules[];
}
type FilingRules = ErrorRules & Pick<RecordRules, 'threshold'>;

/** How a lender's records come to the files of a tier. */
export function filingOf({ luck, errors, records: { threshold } }: Tier): Filing {
  return { luck, rules: Array.from(luck, () => ({ ...errors, threshold })) };
}

/** How much an `Access` code shows, by code: the least is 0. */
const breadth = [0, 1, 3, 2];

/**
 * The lenders join the institution: who contributes, then who may read whom, in each of its tiers.
 *
 * Those that must contribute do, those that are barred do not, and `participation` says who of
 * the rest does: all by default, the lenders named, or a share of them, rounded to whole lenders, the
 * largest first (ties in scenario order).
 *
 * @throws UserError if `participation` names a lender that is not in the market; Error if there are too many tiers, or two
 *   scores
 */
export function join(lenders: readonly Lender[], institution: MarketInstitution): Sharing {
  const { rules, participation } = institution;
  const n = lenders.length;
  const all = [rules, ...(rules.beside ?? [])];
  if (all.length > mostTiers) throw new Error(`at most ${mostTiers} tiers, not ${all.length}`);
  const scored = all.flatMap(({ score }, k) => (score ? [k] : []));
  if (scored.length > 1) throw new Error('only one of the tiers may keep a score');
  const together = nothingJoined(n);
  const joining = { lenders, columns: lenderColumns(lenders), participation };
  const tiers = all.map((own, k) => joinTier(own, k, joining, together));
  const { contributing, level, scoreReader, ecosystem, inquires, fee, cost, leaks, perks } =
    together;
  const scoreTier = scored[0] ?? -1;
  const { records: scoreRecords, score } = all[scoreTier] ?? rules;
  // Written out: V8 gives each object that is spread together a shape of its own, and stages compiled for one market
  // would not do for the next.
  return {
    n,
    contributing,
    level,
    scoreReader,
    ecosystem,
    inquires,
    fee,
    cost,
    leaks,
    perks,
    tiers,
    scoreRecords,
    scoreTier,
    scoreFile: scoreTier,
    fed: undefined,
    filing: tiers.map(filingOf),
    lots: tiers.length,
    score,
  };
}

/** What the tiers joined so far come to, lender by lender. */
interface Together extends LenderSharing {
  /** How many of them are open to a lender's data. */
  readonly openTiers: Uint8Array;
}

const nothingJoined = (n: number): Together => ({
  contributing: new Uint8Array(n),
  level: new Uint8Array(n * n),
  scoreReader: new Uint8Array(n),
  ecosystem: new Uint8Array(n),
  inquires: new Uint8Array(n),
  fee: new Float64Array(n),
  cost: new Float64Array(n),
  leaks: new Float64Array(n),
  perks: new Float64Array(n),
  openTiers: new Uint8Array(n),
});

/** Who is there to join. */
interface Joining {
  readonly lenders: readonly Lender[];
  readonly columns: LenderColumns;
  readonly participation: MarketInstitution['participation'];
}

/** The lenders join one tier, number k; adds it to what all tiers come to. */
function joinTier(own: Rules, k: number, joining: Joining, together: Together): Tier {
  const { lenders, columns, participation } = joining;
  const duty = new Uint8Array(columns.n);
  own.contributes(columns, duty);
  const furnishing = resolveParticipation(lenders, duty, participation);
  const luck = together.openTiers.slice();
  for (let q = 0; q < columns.n; q++) together.openTiers[q] += Number(duty[q] !== Duty.barred);
  const reads = letRead(own, columns, furnishing, together);
  if (own.leak) {
    for (let q = 0; q < columns.n; ++q) {
      if (!furnishing[q]) continue;
      together.leaks[q] += lossByLeaks(own.leak, own.records, holdersOf(reads, columns.n, q));
    }
  }
  const { records, errors, files: name = String(k) } = own;
  return {
    ...{ contributing: furnishing, luck, level: reads, reads, records, errors },
    ...{ name, file: k, kept: undefined },
  };
}

/** Who reads whom in a tier, at what fee and cost, and what a record there buys. @returns levels, as in `Tier` */
function letRead(
  own: Rules,
  columns: LenderColumns,
  furnishing: Uint8Array,
  { contributing, level, scoreReader, ecosystem, inquires, fee, cost, perks }: Together,
): Uint8Array {
  const { n } = columns;
  const reads = new Uint8Array(n * n);
  const seesScore = new Uint8Array(n);
  const asked = new Float64Array(n);
  own.access(columns, furnishing.slice(), { level: reads, fee: asked, score: seesScore });
  if (!own.score) seesScore.fill(0);
  else scoreReader.set(seesScore);
  if (own.score?.ecosystem) own.score.ecosystem(columns, furnishing.slice(), ecosystem);
  else if (own.score) ecosystem.set(furnishing);
  for (let j = 0; j < n; ++j) {
    let open = seesScore[j] === 1;
    for (let q = 0; q < n; ++q) {
      const at = j * n + q;
      if (q === j || !furnishing[q]) reads[at] = Access.none;
      open ||= reads[at] !== Access.none;
      if (breadth[reads[at]] > breadth[level[at]]) level[at] = reads[at];
    }
    const furnishes = furnishing[j] === 1;
    if (furnishes) contributing[j] = 1;
    if (furnishes || (own.score && ecosystem[j])) perks[j] += own.perks;
    // Nobody pays for an empty report.
    if (!open) continue;
    inquires[j] = 1;
    fee[j] += asked[j];
    cost[j] += own.costPerReport;
  }
  return reads;
}

/** How many hold the records of lender q: itself, and who may read them. */
function holdersOf(level: Uint8Array, n: number, q: number): number {
  let holders = 1;
  for (let j = 0; j < n; ++j) holders += Number(level[j * n + q] !== Access.none);
  return holders;
}

/** What a borrower must expect to lose, for each loan, because one who holds its record lets it leak while it is kept. */
function lossByLeaks(
  { chance, loss }: NonNullable<Rules['leak']>,
  { retentionNegative, retentionPositive }: RecordRules,
  holders: number,
): number {
  const quarters = Math.max(retentionNegative, retentionPositive);
  let safe = 1;
  for (let s = 0; s < holders * quarters; s++) safe *= 1 - chance;
  return loss * (1 - safe);
}
