import { normalCdf } from '../../math/normal.ts';
import type { ScoreBand } from '../bands.ts';
import type { ScoreColumn, ScoreModel } from '../model.ts';
import { sesameBands } from './bands.ts';
import { behaviours, dimensions, type Dimension } from './behaviours.ts';
import type { SesameValues } from './parameters.ts';
import { sesameScale } from './scale.ts';
import { explainSesame } from './score.ts';

const dimensionLabels: Readonly<Record<Dimension, string>> = {
  contacts: 'Contacts',
  identity: 'Identity traits',
  capacity: 'Capacity to perform',
  behaviour: 'Behaviour preference',
  history: 'Credit history',
};

/** Where a behaviour's raw values lie in the population. */
export interface Moments {
  readonly mean: number;
  readonly deviation: number;
}

/**
 * How the nine behaviours are given: as percentiles of the population (0–100), or as raw values, whose
 * percentile is that of a normal population with these moments (one a behaviour, in their order).
 */
export type Measured =
  | { readonly as: 'percentiles' }
  | { readonly as: 'raw'; readonly moments: readonly Moments[] };

/** Raw values that are standard scores already, as the simulator holds them. */
export const standardised: Measured = {
  as: 'raw',
  moments: behaviours.map(() => ({ mean: 0, deviation: 1 })),
};

/** The Sesame score over columns: nine behaviours, then loans repaid to and defaults with the ecosystem. */
export function sesameModel(
  values: SesameValues,
  measured: Measured = { as: 'percentiles' },
  bands: readonly ScoreBand[] = sesameBands,
): ScoreModel {
  const scale = sesameScale(values);
  const percentiles = new Float64Array(behaviours.length);
  return {
    id: 'sesame',
    label: 'Sesame score',
    columns: [
      ...behaviours.map(({ id, label }) => behaviourColumn(id, label, measured)),
      countColumn('repaid', 'loans repaid within the ecosystem'),
      countColumn('defaults', 'defaults within the ecosystem'),
    ],
    dimensions: dimensions.map((id) => ({ id, label: dimensionLabels[id] })),
    parts: [
      ...behaviours.map(({ id, dimension }) => ({ id, dimension })),
      { id: 'loan-record', dimension: 'history' },
    ],
    range: values,
    bands,
    explain(row) {
      for (let b = 0; b < percentiles.length; ++b) percentiles[b] = percentile(row[b], b, measured);
      const [repaid, defaults] = [row[percentiles.length], row[percentiles.length + 1]];
      return explainSesame(percentiles, repaid, defaults, scale, values, bands);
    },
  };
}

function percentile(value: number, behaviour: number, measured: Measured): number {
  if (measured.as === 'percentiles') return value / 100;
  const { mean, deviation } = measured.moments[behaviour];
  return normalCdf((value - mean) / deviation);
}

function behaviourColumn(id: string, label: string, { as }: Measured): ScoreColumn {
  const about = label.toLowerCase();
  return as === 'percentiles'
    ? { id, about, unit: 'percentile', min: 0, max: 100, whole: false, example: 50 }
    : { id, about, unit: 'raw value', min: -1e15, max: 1e15, whole: false, example: 0 };
}

function countColumn(id: string, about: string): ScoreColumn {
  return { id, about, unit: 'count', min: 0, max: 1000, whole: true, absent: 0, example: 0 };
}
