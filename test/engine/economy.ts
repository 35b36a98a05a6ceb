import { economyParameters, type Economy } from '../../src/engine/parameters.ts';
import type { Lender, Market } from '../../src/engine/setup.ts';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { defaultsOf } from '../../src/parameters.ts';
import { seedKey } from '../../src/random/seed.ts';

const { economy: beganWith } = parse(
  readFileSync('evidence/calibration/began-with.yaml', 'utf8'),
) as { economy: Readonly<Record<string, Readonly<Record<string, number>>>> };

/**
 * The economy of docs/model.md, section 13: what tests of the engine take, whatever the defaults are calibrated to since. The
 * search for them began there as well.
 */
export const economy = Object.fromEntries(
  Object.entries(economyParameters).map(([group, table]) => [
    group,
    { ...defaultsOf(table), ...beganWith[group] },
  ]),
) as unknown as Economy;

const lender = (id: string, kind: Lender['kind'], share: number): Lender => ({
  ...{ id, kind, share },
  ...{ funding: 0.01, operating: 0.041, recovery: 0.8 },
});

/** The lenders of docs/model.md, section 4. */
export const lenders: readonly Lender[] = [
  lender('bank-1', 'bank', 0.25),
  lender('bank-2', 'bank', 0.2),
  lender('bank-3', 'bank', 0.15),
  lender('consumer-finance', 'consumer-finance', 0.12),
  lender('internet-1', 'internet', 0.16),
  lender('internet-2', 'internet', 0.12),
];

/** A market of these, as small as a test wants it. */
export function marketOf(borrowers: number, quarters: number, with_: Partial<Market> = {}): Market {
  return { borrowers, quarters, burnIn: 0, seed: seedKey('test', 1), economy, lenders, ...with_ };
}
