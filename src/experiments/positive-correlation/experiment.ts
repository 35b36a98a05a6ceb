import { type Observed, maxRows } from '../../engine/observe/index.ts';
import { dependence, type Dependence } from '../../math/independence.ts';
import { leastSquaresOf, type RowRange } from '../../math/least-squares.ts';
import { addRow, createObservations, type Observations } from '../../math/observations.ts';
import { proportion } from '../../measures/index.ts';
import { under, type Cohort } from '../cohort.ts';
import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';
import { whatTheLenderSaw, type HeldFixed } from '../held.ts';
import { conduct, expectedRows, type Protocol, type TrialWorld } from '../trial.ts';
import { moreCollateral, securedPrices } from './secured-offer.ts';

/** Size of the test. */
const level = 0.05;
/** Approved applications in a sample of the power curve. */
const sampleSizes = [500, 1000, 2000, 4000, 8000, 16_000] as const;
const source =
  'Chiappori & Salanié 2000, Journal of Political Economy 108, 56–78; residuals of linear probability models with a level of their own for every quarter';
const approved = 'among approved applications';
const choosers = 'among takers of either contract of the menu, given what the lender saw';

const measures: readonly ExperimentMeasure[] = [
  measure('given-information', 'Correlation of taking and potential default', 'correlation', {
    population: `${approved}, given what the lender saw (given the type where types are visible)`,
    better: 'lower',
  }),
  measure(
    'given-information-true',
    'Correlation of taking and potential default, truth: chances in place of events',
    'correlation',
    {
      population: `${approved}, given what the lender saw (given the type where types are visible)`,
    },
  ),
  measure('unconditional', 'The same, given nothing but the quarter', 'correlation', {
    population: approved,
  }),
  measure('w', 'W statistic of the first', 'χ² with one degree of freedom', {
    population: approved,
  }),
  measure('rejects', 'Runs in which the test rejects independence at 5%', 'share of runs', {
    population: approved,
    range: proportion,
  }),
  measure('power', 'Samples in which the test rejects independence at 5%', 'share of samples', {
    population: `${approved}; where types are visible this is the size of the test`,
    along: 'approved applications in a sample',
    range: proportion,
  }),
  measure('field', 'Correlation of choosing low collateral and default', 'correlation', {
    population: choosers,
  }),
  measure(
    'field-selection',
    'The same, with all under the low-collateral contract',
    'correlation',
    {
      population: `${choosers}: selection alone, which the field cannot see`,
    },
  ),
  measure(
    'field-action',
    'The difference of the two: what collateral itself prevents',
    'correlation',
    {
      population: `${choosers}: moral hazard`,
      better: 'lower',
    },
  ),
  measure('field-rejects', 'Runs in which the field version rejects at 5%', 'share of runs', {
    population: choosers,
    range: proportion,
  }),
];

function measure(
  name: string,
  title: string,
  unit: string,
  rest: Pick<ExperimentMeasure, 'population' | 'along'> &
    Partial<Pick<ExperimentMeasure, 'better' | 'range'>>,
): ExperimentMeasure {
  return {
    id: `positive-correlation:${name}`,
    title,
    unit,
    better: 'neither',
    source,
    series: false,
    ...rest,
  };
}

/**
 * Do those who take default more than those who do not, in ways that the lender does not see? In the field the second
 * half of the question has no answer, since who does not borrow cannot default; here every approved borrower has a
 * potential default over the loan's life, under the contract that it was offered.
 *
 * The field version is what a researcher could do: each approved borrower may also have the loan for more collateral
 * at the price that makes up for it by the lender's estimate, and we ask whether takers of the low-collateral contract
 * default more. Collateral disciplines, so this mixes selection with moral hazard.
 */
export const positiveCorrelation: Experiment = {
  id: 'positive-correlation',
  title: 'Chiappori & Salanié: the positive-correlation test',
  about: 'whether who takes a loan would default more, given what the lender saw; size and power',
  source,
  measures,
  observe: (market, institution) => [
    ...conduct(market, institution, ['actual', 'types-visible'], positiveCorrelationProtocols)
      .findings,
  ],
};

/** The test, where it means something: with action contractible it would ask nothing new. */
export function positiveCorrelationProtocols(setting: TrialWorld): Protocol[] {
  const { world } = setting;
  return world === 'actual' || world === 'types-visible' ? [protocol(setting)] : [];
}

const column = { choice: 0, default: 1, potential: 2, accepts: 3, pd: 4, held: 5 } as const;
const secured = new Float64Array(maxRows);

function protocol({ market, world }: TrialWorld): Protocol {
  const { count, write } = world === 'types-visible' ? theType : whatTheLenderSaw;
  const held = Array.from({ length: count }, (_, k) => column.held + k);
  const offers = createObservations(column.held + count, expectedRows(market));
  const menu = createObservations(column.held + count, expectedRows(market));
  const enter = (
    table: Observations,
    { seen, rows }: Cohort,
    k: number,
    choice: boolean,
    bad: boolean,
    potential: boolean,
  ) => {
    const at = addRow(table, seen.roll.first + seen.roll.person[rows[k]], seen.quarter);
    table.data[at + column.choice] = Number(choice);
    table.data[at + column.default] = Number(bad);
    table.data[at + column.potential] = Number(potential);
    table.data[at + column.accepts] = seen.outcome.accepts[rows[k]];
    table.data[at + column.pd] = seen.outcome.pd[rows[k]];
    write(seen, rows[k], table.data, at + column.held);
  };

  return {
    visit: (cohort) => {
      const { outcome } = cohort.seen;
      const take = cohort.draw('take');
      const fate = cohort.draw('potentialOutcome');
      securedPrices(cohort, secured);
      const second = under(cohort, secured, { collateral: moreCollateral });
      for (let k = 0; k < cohort.n; k++) {
        const r = cohort.rows[k];
        const potential = fate[k] < outcome.pd[r];
        enter(offers, cohort, k, outcome.taken[r] === 1, potential, potential);
        // The taste is for borrowing, not for a contract.
        const low = outcome.appeal[r] >= second.appeal[k];
        if (!(take[k] < (low ? outcome.accepts[r] : second.accepts[k]))) continue;
        enter(menu, cohort, k, low, low ? potential : fate[k] < second.pd[k], potential);
      }
    },
    findings: () => {
      const say = (name: string, value: number, at: number | null = null): Finding => ({
        ...{ world, at, value },
        measure: `positive-correlation:${name}`,
      });
      const given = test(offers, column.default, held);
      const field = test(menu, column.default, held);
      const alone = test(menu, column.potential, held);
      return [
        say('given-information', given.correlation),
        say('given-information-true', trueCorrelation(offers, held)),
        say('unconditional', test(offers, column.default, []).correlation),
        say('w', given.statistic),
        say('rejects', rejects(given)),
        ...sampleSizes.map((size) => say('power', power(offers, held, size), size)),
        say('field', field.correlation),
        say('field-selection', alone.correlation),
        say('field-action', field.correlation - alone.correlation),
        say('field-rejects', rejects(field)),
      ];
    },
  };
}

/**
 * What is known where types are visible: the life PD and the chance of taking. Both residuals are then pure luck and pure
 * taste, and the test must reject in 5% of samples.
 */
const theType: HeldFixed = {
  count: 2,
  write: ({ outcome }: Observed, r, out, at) => {
    out[at] = outcome.pd[r];
    out[at + 1] = outcome.accepts[r];
  },
};

function test(
  table: Observations,
  outcome: number,
  held: readonly number[],
  range: RowRange = { from: 0, to: table.rows },
): Dependence {
  const [choice, fate] = leastSquaresOf(table, [column.choice, outcome], held, range);
  return dependence(choice.residuals, fate.residuals, table.unit.subarray(range.from, range.to));
}

/**
 * What the correlation is on average over the draws of taking and default: given the application the two are independent
 * events, so that only their chances go together.
 */
function trueCorrelation(table: Observations, held: readonly number[]): number {
  const columns = [column.choice, column.default, column.accepts, column.pd];
  const [choice, fate, accepts, pd] = leastSquaresOf(table, columns, held).map(
    ({ residuals }) => residuals,
  );
  const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, r) => sum + x * b[r], 0);
  return product(accepts, pd) / Math.sqrt(product(choice, choice) * product(fate, fate));
}

function rejects({ p }: Dependence): number {
  return Number.isNaN(p) ? NaN : Number(p < level);
}

/** Share of samples of this size, cut one after the other from the run, in which the test rejects. */
function power(table: Observations, held: readonly number[], size: number): number {
  let samples = 0;
  let rejected = 0;
  for (let from = 0; from + size <= table.rows; from += size) {
    const one = rejects(test(table, column.default, held, { from, to: from + size }));
    if (Number.isNaN(one)) continue;
    samples += 1;
    rejected += one;
  }
  return rejected / samples;
}
