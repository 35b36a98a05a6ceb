import * as fc from 'fast-check';
import type { Lender } from '../../src/engine/setup.ts';
import {
  lenderKindNames,
  type Column,
  type LenderColumns,
  type Rules,
  type ScoreBatch,
} from '../../src/institutions/institution.ts';
import { lenderColumns } from '../../src/institutions/lender-columns.ts';
import { behaviours } from '../../src/scores/sesame/behaviours.ts';

const costs = { funding: 0.01, operating: 0.041, recovery: 0.8 };

/** The default market of the model specification, section 4. */
export const marketLenders: readonly Lender[] = [
  { id: 'bank-1', kind: 'bank', share: 0.25, ...costs },
  { id: 'bank-2', kind: 'bank', share: 0.2, ...costs },
  { id: 'bank-3', kind: 'bank', share: 0.15, ...costs },
  { id: 'consumer-finance', kind: 'consumer-finance', share: 0.12, ...costs },
  { id: 'internet-1', kind: 'internet', share: 0.16, ...costs },
  { id: 'internet-2', kind: 'internet', share: 0.12, ...costs },
];

/** Any market of none to eight lenders. */
export const anyLenders = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...lenderKindNames),
      share: fc.double({ min: 0.0001, max: 1, noNaN: true }),
    }),
    { maxLength: 8 },
  )
  .map(lenderColumns);

/** Any reports of one to twenty borrowers, behaviours well within a standard normal's reach. */
export const anyReports: fc.Arbitrary<ScoreBatch> = fc
  .array(
    fc.record({
      behaviours: fc.tuple(...behaviours.map(() => fc.double({ min: -6, max: 6, noNaN: true }))),
      repaid: fc.nat({ max: 31 }),
      defaults: fc.nat({ max: 31 }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  .map((rows) => ({
    n: rows.length,
    behaviours: behaviours.map((_, b) => rows.map((row) => row.behaviours[b])),
    repaid: rows.map((row) => row.repaid),
    defaults: rows.map((row) => row.defaults),
  }));

/** What the rules answer about contributing. */
export function dutiesOf(rules: Rules, lenders: LenderColumns): number[] {
  const out = new Uint8Array(lenders.n);
  rules.contributes(lenders, out);
  return [...out];
}

/** What the rules answer about reading, if these lenders contribute. */
export function accessOf(rules: Rules, lenders: LenderColumns, contributing: Column) {
  const { n } = lenders;
  const out = {
    level: new Uint8Array(n * n),
    fee: new Float64Array(n),
    score: new Uint8Array(n),
  };
  rules.access(lenders, contributing, out);
  return { level: [...out.level], fee: [...out.fee], score: [...out.score] };
}

/** The points that the rules write; empty without a score. */
export function pointsOf(rules: Rules, reports: ScoreBatch): number[] {
  const out = new Float64Array(rules.score ? reports.n : 0);
  rules.score?.points(reports, out);
  return [...out];
}
