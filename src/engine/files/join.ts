import { UserError } from '../../errors.ts';
import {
  Access,
  Duty,
  type ErrorRules,
  type LenderColumns,
  type RecordRules,
  type ScoreRules,
} from '../../institutions/institution.ts';
import { lenderColumns } from '../../institutions/lender-columns.ts';
import type { Lender, Regime } from '../setup.ts';

/** Who shares what with whom in one market: an institution's rules, answered for its lenders. */
export interface Sharing {
  /** Number of lenders. */
  readonly n: number;
  /** 1 where the lender furnishes its records. Shape (n). */
  readonly contributing: Uint8Array;
  /**
   * `Access` code of reader j on contributor q at `level[j * n + q]`; none on the diagonal (own records
   * are the lender's own) and for those who do not contribute. Shape (n × n).
   */
  readonly level: Uint8Array;
  /** 1 where the lender sees the institution's score. Shape (n). */
  readonly scoreReader: Uint8Array;
  /** 1 where the lender's loans feed the score. Shape (n). */
  readonly ecosystem: Uint8Array;
  /** 1 where a quote takes an inquiry: the lender can read somebody's records or the score. Shape (n). */
  readonly inquires: Uint8Array;
  /** Fee on a loan signed, in mean loans; 0 for a lender to whom nothing is open. Shape (n). */
  readonly fee: Float64Array;
  /** What a report costs the institution per granted loan; 0 where nothing is open. Shape (n). */
  readonly cost: Float64Array;
  /** What a good record with this lender buys outside credit; 0 if it keeps the record to itself. Shape (n). */
  readonly perks: Float64Array;
  readonly records: RecordRules;
  readonly errors: ErrorRules;
  readonly score?: ScoreRules | undefined;
}

/**
 * The lenders join the institution: who contributes, then who may read whom.
 *
 * Those that must contribute do, those that are barred do not, and `regime.participation` says who of
 * the rest does: all by default, the lenders named, or a share of them, rounded to whole lenders, the
 * largest first (ties in scenario order).
 *
 * @throws UserError if `participation` names a lender that is not in the market
 */
export function join(lenders: readonly Lender[], regime: Regime): Sharing {
  const { rules } = regime;
  const n = lenders.length;
  const columns = lenderColumns(lenders);
  const contributing = resolveParticipation(lenders, columns, regime);

  const level = new Uint8Array(n * n);
  const scoreReader = new Uint8Array(n);
  const asked = new Float64Array(n);
  rules.access(columns, contributing.slice(), { level, fee: asked, score: scoreReader });
  if (!rules.score) scoreReader.fill(0);

  const ecosystem = new Uint8Array(n);
  if (rules.score?.ecosystem) rules.score.ecosystem(columns, contributing.slice(), ecosystem);
  else if (rules.score) ecosystem.set(contributing);

  const fee = new Float64Array(n);
  const cost = new Float64Array(n);
  const inquires = new Uint8Array(n);
  for (let j = 0; j < n; ++j) {
    let open = scoreReader[j] === 1;
    for (let q = 0; q < n; ++q) {
      if (q === j || !contributing[q]) level[j * n + q] = Access.none;
      open ||= level[j * n + q] !== Access.none;
    }
    // Nobody pays for an empty report.
    inquires[j] = open ? 1 : 0;
    fee[j] = open ? asked[j] : 0;
    cost[j] = open ? rules.costPerReport : 0;
  }
  const perks = Float64Array.from(fee, (_, q) =>
    contributing[q] || ecosystem[q] ? rules.perks : 0,
  );
  const { records, errors, score } = rules;
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
    perks,
    records,
    errors,
    score,
  };
}

/** 1 for each lender that furnishes its records. */
function resolveParticipation(
  lenders: readonly Lender[],
  columns: LenderColumns,
  { rules, participation = 1 }: Regime,
): Uint8Array {
  const duty = new Uint8Array(lenders.length);
  rules.contributes(columns, duty);
  const free = lenders.filter((_, j) => duty[j] === Duty.may);
  const joiners = typeof participation === 'number' ? largest(free, participation) : participation;
  const unknown = joiners.filter((id) => !lenders.some((lender) => lender.id === id));
  if (unknown.length > 0) {
    throw new UserError(
      unknown.map((id) => ({
        message: `participation: unknown lender '${id}'`,
        hint: `lenders of this market: ${lenders.map((lender) => lender.id).join(', ')}`,
      })),
    );
  }
  return Uint8Array.from(lenders, (lender, j) =>
    duty[j] === Duty.must || (duty[j] === Duty.may && joiners.includes(lender.id)) ? 1 : 0,
  );
}

/** Ids of the given share of the lenders, by size of their search share. */
function largest(lenders: readonly Lender[], share: number): string[] {
  return lenders
    .toSorted((a, b) => b.share - a.share)
    .slice(0, Math.round(share * lenders.length))
    .map((lender) => lender.id);
}
