import type { MarketInstitution } from '../../engine/index.ts';
import type { Rules } from '../../institutions/index.ts';
import { behaviours } from '../../scores/index.ts';

type ScoreRules = NonNullable<Rules['score']>;
type Batch = Parameters<ScoreRules['points']>[0];

/** A score taken apart, in whole points: base and parts add up to it. */
export interface ScoreParts {
  /** Points of who stands in the middle of everything and has no loans yet. */
  readonly base: number;
  /** What the person's own nine behaviours add, in the order of `behaviours`, and its loans with the keeper of the score. */
  readonly parts: readonly number[];
}

/** An institution whose score is overheard while its market runs. */
export interface Overheard {
  readonly marketInstitution: MarketInstitution;
  /** Parts of the score of a row of the page at hand; undefined where no score is kept. */
  readonly partsOf: (row: number, hasInflated: boolean) => ScoreParts | undefined;
}

/** Listens to what the keeper of a score is told. Points stay as they are. */
export function overhear(marketInstitution: MarketInstitution): Overheard {
  let rules: ScoreRules | undefined;
  /** Behaviours as they are, and as those show them who inflate what they can: the columns of every page. */
  const told: Batch[] = [];
  const listening = (of: Rules): Rules => {
    const { score } = of;
    if (!score) return of;
    rules = score;
    const points = (batch: Batch, out: Float64Array) => {
      if (!told.some((one) => one.behaviours === batch.behaviours)) told.push(batch);
      score.points(batch, out);
    };
    return { ...of, score: { ...score, points } };
  };
  const { beside } = marketInstitution.rules;
  const heard = {
    ...listening(marketInstitution.rules),
    ...(beside && { beside: beside.map(listening) }),
  };
  const partsOf = (row: number, hasInflated: boolean) => {
    const batch = told[hasInflated ? 1 : 0] ?? told[0];
    return rules && batch && partsAt(rules, batch, row);
  };
  return { marketInstitution: { ...marketInstitution, rules: heard }, partsOf };
}

/** From the middle to the person, one behaviour after the other, and its loans last. */
function partsAt(rules: ScoreRules, batch: Batch, row: number): ScoreParts {
  const count = behaviours.length;
  const n = count + 2;
  const steps: Batch = {
    ...batch,
    n,
    behaviours: batch.behaviours.map((column, b) =>
      Float64Array.from({ length: n }, (_, step) => (step > b ? column[row] : 0)),
    ),
    repaid: Float64Array.from({ length: n }, (_, step) => (step > count ? batch.repaid[row] : 0)),
    defaults: Float64Array.from({ length: n }, (_, step) =>
      step > count ? batch.defaults[row] : 0,
    ),
  };
  const out = new Float64Array(n).fill(NaN);
  rules.points(steps, out);
  return { base: out[0], parts: Array.from({ length: n - 1 }, (_, k) => out[k + 1] - out[k]) };
}
