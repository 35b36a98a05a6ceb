import { isMissing, type ChartInputs, type Drawing } from '../../src/charts/chart.ts';
import { charts } from '../../src/charts/registry.ts';

/** The drawing; undefined for differences where there is nothing to differ from. */
export function drawingOf(id: string, inputs: ChartInputs): Drawing | undefined {
  const result = charts.find((one) => one.id === id)?.draw(inputs);
  if (result === undefined) throw new Error(`no chart is called ${id}`);
  if (!isMissing(result)) return result;
  if (id === 'differences' && inputs.scenario.institutions.length === 1) return undefined;
  const remedy = 'its rows belong into test/charts/fixture.ts or test/charts/experiment-fixture.ts';
  throw new Error(`${id} is not drawn from the fixture; ${remedy}. It says: ${result.missing.en}`);
}
