import { resultDictionary, type Row } from '../../measures/index.ts';
import { estimate } from '../../math/interval.ts';
import { order, orderOf, samplesOf, type Order, type Samples } from '../../replicates/index.ts';
import type { ChartInputs } from '../chart.ts';
import { experimentRowsOf } from '../kit/experiment-rows.ts';

const known = new WeakMap<readonly Row[], Samples>();

/** The rows of a run as columns, made once for all charts. */
export function samplesBehind({ rows }: Pick<ChartInputs, 'rows'>): Samples {
  const found = known.get(rows) ?? samplesOf(rows, resultDictionary);
  known.set(rows, found);
  return found;
}

/** Institutions drawn, from best to worst in one measure, told apart by the tests of the verdict. */
export function orderIn(inputs: ChartInputs, world: string, measure: string): Order {
  return ofThoseDrawn(inputs, order(samplesBehind(inputs), world, measure));
}

/** The same of one number of an experiment. */
export function orderInExperiment(
  inputs: ChartInputs,
  stem: string,
  measure: string,
  better: 'higher' | 'lower',
): Order {
  const columns = inputs.scenario.institutions.map(({ id: institution }) => {
    const values = experimentValues(inputs, stem, measure, institution);
    return { institution, values, value: estimate(values) };
  });
  return orderOf(columns, better);
}

/** One number of an experiment by replicate; NaN where it is not defined. */
export function experimentValues(
  inputs: ChartInputs,
  stem: string,
  measure: string,
  institution: string,
): number[] {
  const values: number[] = [];
  for (const row of experimentRowsOf(inputs, stem, measure, 'actual')) {
    if (row['institution'] !== institution || typeof row['at'] === 'number') continue;
    const { replicate, value } = row;
    if (typeof replicate === 'number') values[replicate] = typeof value === 'number' ? value : NaN;
  }
  return Array.from(values, (value) => value ?? NaN);
}

/** One point of a curve of an experiment by replicate; NaN where it is not defined. */
export function curveValues(
  inputs: ChartInputs,
  stem: string,
  measure: string,
  institution: string,
  at: number,
): number[] {
  const values: number[] = [];
  for (const row of experimentRowsOf(inputs, stem, measure, 'actual')) {
    if (row['institution'] !== institution || row['at'] !== at) continue;
    const { replicate, value } = row;
    if (typeof replicate === 'number') values[replicate] = typeof value === 'number' ? value : NaN;
  }
  return Array.from(values, (value) => value ?? NaN);
}

/** Tests are made over all institutions of the run; a figure of some of them speaks of those alone. */
function ofThoseDrawn({ scenario }: ChartInputs, { places, values, apart }: Order): Order {
  const drawn = new Set(scenario.institutions.map(({ id }) => id));
  const kept = places.flatMap(({ institution }, i) => (drawn.has(institution) ? [i] : []));
  return {
    places: kept.map((i) => places[i]),
    values: kept.map((i) => values[i]),
    apart: (i, j) => apart(kept[i], kept[j]),
  };
}
