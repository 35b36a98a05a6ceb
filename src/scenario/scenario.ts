import type { AccessName, DutyName, Facts, LenderKindName, Values } from '../institutions/index.ts';
import type { Economy, Lender, World } from '../engine/index.ts';
import type { Design } from './design-types.ts';

/**
 * An institution written as columns in a scenario: who contributes, who reads whom, by kind of lender.
 * Kinds that are not named are barred or see nothing.
 */
export interface DeclaredColumns {
  readonly label: string;
  readonly facts: Partial<Facts>;
  readonly contributes: Partial<Record<LenderKindName, DutyName>>;
  /** reads[reader kind][contributor kind] */
  readonly reads: Partial<Record<LenderKindName, Partial<Record<LenderKindName, AccessName>>>>;
  /** Only those who contribute may read. */
  readonly reciprocal: boolean;
  /** Record, error, fee and cost parameters (institutions/common.ts). */
  readonly values: Values;
}

/** An institution as a scenario chooses it. Plain data: it crosses threads and is hashed as it is. */
export interface InstitutionChoice {
  /** Unique within the scenario; names the institution in every result. */
  readonly id: string;
  readonly label: string;
  /** Where its rules come from. */
  readonly from:
    | { readonly kind: 'built-in'; readonly id: string }
    | { readonly kind: 'declared'; readonly columns: DeclaredColumns }
    /** `path` is absolute; `hash` is that of the module's source. */
    | { readonly kind: 'module'; readonly path: string; readonly hash: string };
  /** Parameter values that differ from the institution's defaults. */
  readonly values: Values;
  /** Who of those that may contribute does: lender ids, or a share of them (largest first). Default: all. */
  readonly participation?: number | readonly string[];
}

/** A scenario after `extends`, defaults and checks. */
export interface Scenario {
  readonly version: 1;
  /** File stem; names the output folder. */
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly source: string;
  /** Human seed, e.g. "lecture-3". */
  readonly seed: string;
  readonly borrowers: number;
  readonly quarters: number;
  readonly burnIn: number;
  readonly replicates: number;
  readonly worlds: readonly World[];
  /** Sanctions are learnt anew in each world; without it, the actual world's hold in all (model.md §7). */
  readonly sanctions?: 'relearned';
  /** Id of the institution that differences are taken against. */
  readonly reference: string;
  readonly institutions: readonly InstitutionChoice[];
  readonly lenders: readonly Lender[];
  readonly economy: Economy;
  /** Many points in place of one; the rest of the scenario is what they have in common. */
  readonly design?: Design;
}
