import { recovered } from '../../engine/lenders/costs.ts';
import { Outcome } from '../../engine/outcome.ts';
import { dependence, type Dependence } from '../../math/independence.ts';
import { leastSquaresOf, type Range } from '../../math/least-squares.ts';
import { logistic } from '../../math/logistic.ts';
import { addRow, createObservations, type Observations } from '../../math/observations.ts';
import { proportion } from '../../measures/index.ts';
import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';
import { seenCount, type Subject } from '../subject.ts';
import { conduct, expectedRows, type Protocol, type Setting } from '../trial.ts';

/** Size of the test. */
const level = 0.05;
/** Approved applications in a sample of the power curve. */
const sampleSizes = [500, 1000, 2000, 4000, 8000, 16_000] as const;
/** Collateral that the second contract of the field version asks for on top. In principals. */
const moreCollateral = 0.1;

const source =
  'Chiappori & Salanié 2000, Journal of Political Economy 108, 56–78; residuals of linear probability models with a level of their own for every quarter';
const approved = 'among approved applications';
const choosers = 'among takers of either contract of the menu, given what the lender saw';

const measures: readonly ExperimentMeasure[] = [
  measure('given-information', 'Correlation of taking and potential default', 'correlation', {
    population: `${approved}, given what the lender saw (given the type where types are visible)`,
    better: 'lower',
  }),
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
 * potential default, under the contract that it was offered.
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
  observe: (market, regime) => [
    ...conduct(market, regime, ['actual', 'types-visible'], positiveCorrelationProtocols).findings,
  ],
};

/** The test, where it means something: with action contractible it would ask nothing new. */
export function positiveCorrelationProtocols(setting: Setting): Protocol[] {
  const { world } = setting;
  return world === 'actual' || world === 'types-visible' ? [protocol(setting)] : [];
}

const column = { choice: 0, default: 1, potential: 2, held: 3 } as const;

function protocol(setting: Setting): Protocol {
  const { world } = setting;
  const { count, write } = heldFixed(setting);
  const held = Array.from({ length: count }, (_, k) => column.held + k);
  const offers = createObservations(column.held + count, expectedRows(setting.market));
  const menu = createObservations(column.held + count, expectedRows(setting.market));
  const enter = (table: Observations, subject: Subject, choice: boolean, bad: boolean) => {
    const at = addRow(table, subject.borrower, subject.quarter);
    const { page, row } = subject;
    table.data[at + column.choice] = Number(choice);
    table.data[at + column.default] = Number(bad);
    table.data[at + column.potential] = Number(page.potential[row] !== Outcome.repaid);
    write(subject, table.data, at + column.held);
  };

  return {
    arms: [],
    visit: (subject) => {
      const { page, row } = subject;
      const potential = page.potential[row] !== Outcome.repaid;
      enter(offers, subject, page.taken[row] === 1, potential);
      const secured = securedOffer(setting, subject);
      const low = page.loanValue[row] >= secured.loanValue;
      if ((low ? page.loanValue[row] : secured.loanValue) <= page.outside[row]) return;
      enter(menu, subject, low, low ? potential : subject.defaults(secured));
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
 * What the lender knows. Where types are visible, that is the probability of default and that of taking; both
 * residuals are then pure luck and pure taste, and the test must reject in 5% of samples.
 */
function heldFixed({ market, world }: Setting) {
  const { tasteScale } = market.economy.outside;
  if (world !== 'types-visible') {
    return {
      count: 2 + seenCount,
      write: (subject: Subject, out: Float64Array, at: number) => {
        out[at] = subject.page.price[subject.row];
        out[at + 1] = subject.page.estimate[subject.row];
        subject.seen(out, at + 2);
      },
    };
  }
  return {
    count: 2,
    write: (subject: Subject, out: Float64Array, at: number) => {
      const { page, row } = subject;
      const known = page.outside[row] + tasteScale * subject.taste();
      out[at] = page.pd[row];
      out[at + 1] = logistic((page.loanValue[row] - known) / tasteScale);
    },
  };
}

/** The loan for more collateral, cheaper by what the lender expects that collateral to bring in. */
function securedOffer({ costs, choose }: Setting, { page, row }: Subject) {
  const lender = page.winner[row];
  const cost = costs.cost[lender];
  const pledged = page.collateral[row] + moreCollateral;
  const worth = (collateral: number) => recovered(costs.recovery[lender], collateral, cost);
  const odds = page.estimate[row] / (1 - page.estimate[row]);
  const price = page.price[row] - (worth(pledged) - worth(page.collateral[row])) * odds;
  return choose(page, row, price, page.stake[row], pledged);
}

function test(
  table: Observations,
  outcome: number,
  held: readonly number[],
  range: Range = { from: 0, to: table.rows },
): Dependence {
  const [choice, fate] = leastSquaresOf(table, [column.choice, outcome], held, range);
  return dependence(choice.residuals, fate.residuals, table.unit.subarray(range.from, range.to));
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
