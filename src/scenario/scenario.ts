import type { AccessName, DutyName, Facts, LenderKindName, Values } from '../institutions/index.ts';
import type { Economy, Erasure, Lender, Phase, World } from '../engine/index.ts';
import type { Words } from '../language.ts';
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

/** Where the rules of one institution come from. Plain data. */
export type Origin =
  | { readonly kind: 'built-in'; readonly id: string }
  | { readonly kind: 'declared'; readonly columns: DeclaredColumns }
  /** `path` is absolute; `hash` is that of the module's source. */
  | { readonly kind: 'module'; readonly path: string; readonly hash: string };

/** Several beside each other: each with a name of its own, by which its values are told (`name.parameter`). */
export interface Combined {
  readonly kind: 'combined';
  readonly tiers: readonly { readonly name: string; readonly from: Origin }[];
}

/** An institution as a scenario chooses it. Plain data: it crosses threads and is hashed as it is. */
export interface InstitutionChoice {
  /** Unique within the scenario; names the institution in every result. */
  readonly id: string;
  readonly label: string;
  /** Where its rules come from. */
  readonly from: Origin | Combined;
  /** Parameter values that differ from the institution's defaults. */
  readonly values: Values;
  /** Who of those that may contribute does: lender ids, or a share of them (largest first). Default: all. */
  readonly participation?: number | readonly string[];
  /** Id of what it is a reform of: the same institution, which stays as it is. */
  readonly reformOf?: string;
  /** What changes later, in the order of quarters. */
  readonly phases?: readonly PhaseChoice[];
}

/** An institution as it becomes in a phase: all of it, also what stays as it was. */
export type Becoming = Omit<InstitutionChoice, 'reformOf' | 'phases'>;

/** What changes from a quarter on, as a scenario chooses it. Plain data. */
export interface PhaseChoice extends Pick<
  Phase,
  'from' | 'announced' | 'backfill' | 'leavers' | 'awareness' | 'cap' | 'shock' | 'told'
> {
  /** Not there where only acts change something. */
  readonly becomes?: Becoming;
  readonly erase?: Erasure;
}

/** An institution and all that it becomes. */
export function becomings(choice: InstitutionChoice): readonly Becoming[] {
  const later = (choice.phases ?? []).flatMap(({ becomes }) => (becomes ? [becomes] : []));
  return [choice, ...later];
}

/** A scenario after `extends`, defaults and checks. */
export interface Scenario {
  readonly version: 1;
  /** File stem; names the output folder. */
  readonly id: string;
  readonly title: string;
  readonly question: string;
  readonly source: string;
  /** Its texts in every language by the English ones, where its file has them: title, question, source, names of institutions. */
  readonly words?: Readonly<Record<string, Words>>;
  /** Human seed, e.g. "lecture-3". */
  readonly seed: string;
  readonly borrowers: number;
  readonly quarters: number;
  readonly burnIn: number;
  /** Date of the first counted quarter, as 2015-Q1, if it has a calendar. */
  readonly start?: string;
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
