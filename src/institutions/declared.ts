import type { LenderKindName, Values, Facts } from './institution.ts';

export type DutyName = 'barred' | 'may' | 'must';
export type AccessName = 'none' | 'negative' | 'full';

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
