import { Access } from '../../../src/institutions/institution.ts';
import { hiddenWriter } from '../../../src/engine/columns/hidden.ts';
import { rollWriter } from '../../../src/engine/columns/roll.ts';
import { lenderStride, maxLenders } from '../../../src/engine/columns/shape.ts';
import { terms, termsWriter } from '../../../src/engine/columns/terms.ts';
import { reportsWriter, signalsWriter, visible } from '../../../src/engine/columns/visible.ts';
import { featureCount } from '../../../src/engine/lenders/features.ts';
import {
  createPriceConstants,
  priceAtRate,
  recoveryValue,
  updatePriceConstants,
} from '../../../src/engine/lenders/pricing-terms.ts';
import { scoreFiles } from '../../../src/engine/lenders/score-files.ts';
import type { Lender, Market } from '../../../src/engine/setup.ts';
import type { Beliefs } from '../../../src/engine/stake/plan.ts';
import { economy } from '../economy.ts';

/** A market whose columns hold invented numbers: who applies, what files say of them, what lenders believe. */

const shares = [0.25, 0.2, 0.15, 0.12, 0.16, 0.12];
const lenders: Lender[] = shares.map((share, j) => ({
  id: `l${j}`,
  kind: j < 3 ? 'bank' : j === 3 ? 'consumer-finance' : 'internet',
  share,
  funding: j === 1 ? 0.02 : 0.01,
  operating: 0.041,
  recovery: j === 2 ? 0.5 : 0.8,
}));
export const n = lenders.length;
export const rows = 200;

export function market(draws: number): Market {
  return {
    borrowers: 5000,
    quarters: 64,
    burnIn: 32,
    seed: [1, 2],
    economy: { ...economy, reputation: { ...economy.reputation, draws } },
    lenders,
  };
}

/** A source of numbers for tests, 0..1. */
let state = 7;
function next(): number {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
  return state / 4294967296;
}

export const cards = Float64Array.from({ length: (n + 1) * featureCount }, (_, k) => {
  const means = [-2.2, -0.3, -0.2, -0.1, -0.3, 1.2, -0.2, 0.7, 0.3, -0.1, 0.2, 0.2, -0.3];
  return means[k % featureCount] * (0.5 + next());
});

export function lay(): void {
  rollWriter.first = 0;
  rollWriter.n = rows;
  for (let r = 0; r < rows; r++) {
    rollWriter.person[r] = 3 * r;
    rollWriter.slot[r] = 3 * r;
    const i = 3 * r;
    hiddenWriter.capacity[i] = 4 * next() - 2;
    hiddenWriter.meanSize[i] = 0.4 + next();
    hiddenWriter.meanNeed[i] = 0.2 + 0.5 * next();
    hiddenWriter.home[i] = r % n;
    hiddenWriter.aware[i] = r % 5 === 0 ? 0 : 1;
    signalsWriter.capital[r] = 4 * next() - 2;
    signalsWriter.collateral[r] = 0.3 * next();
    signalsWriter.size[r] = 0.2 + 2 * next();
    reportsWriter.score[r] = 2 * next() - 1;
    reportsWriter.scoreDrop[r] = -0.5 * next();
    termsWriter.lender[r] = (r * 7) % n;
    rollWriter.asked[r] = (1 << (r % n)) | (1 << terms.lender[r]);
    for (let q = 0; q < n; q++) {
      const c = q * lenderStride + r;
      reportsWriter.ownRepaid[c] = Math.floor(4 * next());
      reportsWriter.ownDefaults[c] = Math.floor(1.3 * next());
      reportsWriter.sharedRepaid[c] = Math.floor(9 * next());
      reportsWriter.sharedDefaults[c] = Math.floor(6 * next() * next());
      reportsWriter.fileExists[c] = visible.sharedRepaid[c] > 3 ? 1 : 0;
    }
  }
}

export const sharing = {
  level: Uint8Array.from(
    { length: n * n },
    (_, k) => [Access.none, Access.negative, Access.full][k % 3],
  ),
  scoreReader: Uint8Array.of(0, 0, 0, 1, 1, 1),
  fee: new Float64Array(n),
  ecosystem: Uint8Array.of(0, 0, 0, 0, 1, 1),
  perks: Float64Array.of(0, 0, 0.01, 0.02, 0.03, 0.04),
  records: { lag: 1, retentionNegative: 12, retentionPositive: 12, threshold: 0.7 },
  errors: { missedDefault: 0.03 },
  scoreTier: 0,
  get tiers() {
    const contributing = new Uint8Array(n).fill(1);
    const luck = new Uint8Array(n);
    const { level, records, errors } = this;
    return [{ contributing, luck, level, records, errors }];
  },
};
export const lenderTerms = {
  funding: Float64Array.from(lenders, (l) => l.funding),
  operating: Float64Array.from(lenders, (l) => l.operating),
  recovery: Float64Array.from(lenders, (l) => l.recovery),
  fee: Float64Array.of(0, 0.002, 0, 0.001, 0, 0.002),
  collections: 0.1,
  term: 4,
  priceSlope: 2,
  cap: priceAtRate(0.09, 4),
};
export const classOf = Uint8Array.of(0, 1, 2, 0, 0, 0);

export function beliefs(fee: Float64Array, learned: Float64Array): Beliefs {
  const constants = createPriceConstants(lenderTerms);
  updatePriceConstants(lenderTerms, Float64Array.of(9, 7, 5, 3), constants);
  const recovered = new Float64Array(maxLenders * lenderStride);
  const logOdds = new Float64Array(maxLenders * lenderStride);
  scoreFiles(cards, n, sharing.scoreReader, logOdds);
  for (let j = 0; j < n; j++) {
    for (let r = 0; r < rows; r++) {
      recovered[classOf[j] * lenderStride + r] = recoveryValue(
        lenderTerms,
        constants,
        classOf[j],
        visible.collateral[r],
      );
    }
  }
  return { cards, constants, fee, learned, logOdds, recovered };
}
