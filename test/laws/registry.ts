import { accounting } from './accounting.ts';
import { drift, drifts } from './drift.ts';
import { edges } from './edges.ts';
import { errorsTogether, truthLaws, truthsAimedAt } from './estimates.ts';
import { expected } from './expected.ts';
import { hazardLaws, riskiestToo, withoutStake } from './hazards.ts';
import type { Expectation, Law } from './law.ts';
import { withOpen } from './open.ts';
import { lenders, singleMarkets } from './lenders.ts';
import { quotes } from './quotes.ts';
import { size } from './size.ts';
import { stake, stakes } from './stake.ts';
import { zero } from './zero.ts';

/** What every market must keep, in the order of the table. */
export const laws: readonly Law[] = withOpen([
  accounting,
  ...lenders,
  stake,
  ...quotes,
  ...size,
  ...zero,
  ...hazardLaws,
  drift,
  ...edges,
  ...truthLaws,
]);

/** What is reported beside it. */
export const expectations: readonly Expectation[] = [
  ...expected,
  ...stakes,
  ...singleMarkets,
  ...drifts,
  riskiestToo,
  withoutStake,
  truthsAimedAt,
  errorsTogether,
];
