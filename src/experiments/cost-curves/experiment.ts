import { maxRows, recoveryValue } from '../../engine/observe/index.ts';
import { log } from '../../math/exp.ts';
import { proportion } from '../../measures/index.ts';
import { under, type Cohort } from '../cohort.ts';
import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';
import { crossedLoss, linearMarket } from './linear-market.ts';
import { conduct, type Protocol, type TrialWorld } from '../trial.ts';
import {
  addApplicant,
  createWillingness,
  marginalCostAt,
  pricesOf,
  takersAt,
} from './willingness.ts';

/** Fees at signing that are tried: −0.10, −0.08 … 0.10 per unit lent, over the cost that the lender foresees. */
const prices = Array.from({ length: 11 }, (_, k) => (k - 5) / 50);

const source =
  'Einav, Finkelstein & Cullen 2010, Quarterly Journal of Economics 125, 877–921; straight lines, as there';
const along = 'fee at signing, per unit lent, over the cost that the lender foresees';
const approved = 'among approved applications';

const estimated = ', estimated from one price drawn by lot for each';
const exact = ', truth: every applicant at every price';

const single: readonly Pick<
  ExperimentMeasure,
  'id' | 'title' | 'unit' | 'better' | 'population'
>[] = [
  {
    id: 'slope',
    title: 'Slope of average cost in the price',
    unit: 'per unit of price',
    better: 'lower',
    population: `${approved}; cost that the lender did not foresee, of those who take`,
  },
  {
    id: 'equilibrium',
    title: 'Price at which lenders break even',
    unit: 'share of the amount lent',
    better: 'lower',
    population: approved,
  },
  {
    id: 'efficient',
    title: 'Price at which the marginal taker pays what it costs',
    unit: 'share of the amount lent',
    better: 'neither',
    population: approved,
  },
  {
    id: 'loss',
    title: 'Welfare lost by pricing at average cost',
    unit: 'share of the amount lent, per approved application',
    better: 'lower',
    population: approved,
  },
];

const curves = [
  { id: 'demand', title: 'Takers', unit: 'share of approved applications', range: proportion },
  { id: 'average-cost', title: 'Average cost of takers', unit: 'share of the amount lent' },
  { id: 'marginal-cost', title: 'Cost of those who just take', unit: 'share of the amount lent' },
] as const;

const measures: readonly ExperimentMeasure[] = [
  ...single.flatMap((one): ExperimentMeasure[] => {
    const id = `cost-curves:${one.id}`;
    const rest = { source, series: false };
    return [
      { ...one, ...rest, id, title: one.title + estimated },
      { ...one, ...rest, id: `${id}-true`, title: one.title + exact, better: 'neither' },
    ];
  }),
  ...curves.flatMap(({ id, title, ...scale }) =>
    [
      { suffix: '', words: estimated },
      { suffix: '-true', words: exact },
    ].map(({ suffix, words }): ExperimentMeasure => ({
      id: `cost-curves:${id}${suffix}`,
      title: title + words,
      ...scale,
      ...{ along, source, better: 'neither', population: approved, series: false },
    })),
  ),
];

/**
 * Each approved applicant is asked a fee at signing, on top of the contract it was offered (a negative one is a
 * gift), drawn by lot around what the lender foresees that the loan will cost it beyond what it pays. A fee changes who
 * takes and nothing that a taker then does, so that the cost curve slopes for one reason only: who takes. Zero law:
 * where types are visible nothing unforeseen is left, and the curve is flat.
 */
export const costCurves: Experiment = {
  id: 'cost-curves',
  title: 'Einav, Finkelstein & Cullen: cost curves',
  about:
    'demand, average and marginal cost from prices drawn by lot; welfare lost by adverse selection',
  source,
  measures,
  observe: (market, institution) => [
    ...conduct(market, institution, ['actual', 'types-visible'], costCurvesProtocols).findings,
  ],
};

/** The grid of prices, with types hidden and with types visible. */
export function costCurvesProtocols(setting: TrialWorld): Protocol[] {
  const { world } = setting;
  return world === 'actual' || world === 'types-visible' ? [protocol(setting)] : [];
}

/** What subjects are worth to lenders, per unit lent, in present values. By subject. */
const byRow = () => new Float64Array(maxRows);
const foreseen = byRow();
const actual = byRow();
const byDefault = byRow();
const worth = byRow();
const posted = byRow();

/**
 * Shortfall of what a loan brings behind what it promises: as the lender foresees it, as it truly is, and if the loan ends in
 * default; and the highest fee over the foreseen cost at which the subject takes.
 */
function reckon(cohort: Cohort, typesVisible: boolean, taste: number): void {
  const { seen, n, rows } = cohort;
  const { terms, visible, outcome, pricing, constants } = seen;
  for (let k = 0; k < n; k++) posted[k] = terms.price[rows[k]];
  const { presentValue } = under(cohort, posted);
  const take = cohort.draw('take');
  for (let k = 0; k < n; k++) {
    const r = rows[k];
    const j = terms.lender[r];
    const promised = terms.price[r] * constants.paidInFull[j];
    const pd = outcome.pd[r];
    const p = terms.estimate[r];
    const back = recoveryValue(pricing, constants, j, visible.collateral[r]);
    const expected = terms.price[r] * (constants.paidInFull[j] - p * constants.unpaid[j]);
    actual[k] = promised - presentValue[k];
    foreseen[k] = typesVisible ? actual[k] : promised - (expected + p * back);
    byDefault[k] = actual[k] / pd;
    const own = 1 + pricing.operating[j] + pricing.fee[j] / visible.size[r];
    const net = own + foreseen[k] - promised;
    const shock = -log(take[k] / (1 - take[k]));
    worth[k] = taste * (outcome.appeal[r] + shock) - net;
  }
}

/** What each price did among some of the applicants. */
interface Arms {
  readonly asked: Float64Array;
  readonly taken: Float64Array;
  readonly cost: Float64Array;
}

function createArms(): Arms {
  const column = () => new Float64Array(prices.length);
  return { asked: column(), taken: column(), cost: column() };
}

function lineThrough({ asked, taken, cost }: Arms) {
  return linearMarket(prices, asked, taken, cost);
}

function protocol({ market, world }: TrialWorld): Protocol {
  const { taste } = market.economy.outside;
  // Borrowers of even and of odd number.
  const halves = [createArms(), createArms()] as const;
  const all = createWillingness();

  return {
    visit: (cohort) => {
      reckon(cohort, world === 'types-visible', taste);
      const arms = cohort.draw('priceArm');
      const fate = cohort.draw('potentialOutcome');
      for (let k = 0; k < cohort.n; k++) {
        addApplicant(all, worth[k], actual[k] - foreseen[k]);
        const { asked, taken, cost } = halves[cohort.person[k] % 2 === 0 ? 0 : 1];
        const arm = Math.floor(arms[k] * prices.length);
        asked[arm] += 1;
        if (worth[k] <= prices[arm]) continue;
        taken[arm] += 1;
        const defaults = fate[k] < cohort.seen.outcome.pd[cohort.rows[k]];
        cost[arm] += (defaults ? byDefault[k] : 0) - foreseen[k];
      }
    },
    findings: () => {
      const say = (name: string, value: number, at: number | null = null): Finding => ({
        ...{ world, at, value },
        measure: `cost-curves:${name}`,
      });
      const [even, odd] = halves;
      const { asked, taken, cost } = {
        asked: even.asked.map((n, arm) => n + odd.asked[arm]),
        taken: even.taken.map((n, arm) => n + odd.taken[arm]),
        cost: even.cost.map((n, arm) => n + odd.cost[arm]),
      };
      const line = lineThrough({ asked, taken, cost });
      const at = prices.map((price) => takersAt(all, price));
      const exactLine = linearMarket(
        prices,
        Float64Array.from(prices, () => all.asked),
        Float64Array.from(at, (takers) => takers.taken),
        Float64Array.from(at, (takers) => takers.cost),
      );
      const truth = pricesOf(all);
      return [
        say('slope', line.costSlope),
        say('slope-true', exactLine.costSlope),
        say('equilibrium', line.equilibrium),
        say('equilibrium-true', truth.equilibrium),
        say('efficient', line.efficient),
        say('efficient-true', truth.efficient),
        say('loss', crossedLoss(lineThrough(even), lineThrough(odd))),
        say('loss-true', truth.loss),
        ...prices.flatMap((price, arm) => [
          say('demand', taken[arm] / asked[arm], price),
          say('demand-true', at[arm].taken / all.asked, price),
          say('average-cost', cost[arm] / taken[arm], price),
          say('average-cost-true', at[arm].cost / at[arm].taken, price),
          say('marginal-cost', line.marginalCost(price), price),
          say('marginal-cost-true', marginalCostAt(all, price, 0.01), price),
        ]),
      ];
    },
  };
}
