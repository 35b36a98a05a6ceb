import { recovered } from '../../engine/lenders/costs.ts';
import { Outcome } from '../../engine/outcome.ts';
import { proportion } from '../../measures/index.ts';
import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';
import { linearMarket } from './linear-market.ts';
import { conduct, type Protocol, type Setting } from '../trial.ts';
import {
  addApplicant,
  createWillingness,
  marginalCostAt,
  pricesOf,
  takersAt,
} from './willingness.ts';

/** Prices that are tried: −0.10, −0.08 … 0.10 principals over the cost that the lender foresees. */
const prices = Array.from({ length: 11 }, (_, k) => (k - 5) / 50);

const source =
  'Einav, Finkelstein & Cullen 2010, Quarterly Journal of Economics 125, 877–921; straight lines, as there';
const along = 'price, in principals over the cost that the lender foresees';
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
    unit: 'principals per principal',
    better: 'lower',
    population: `${approved}; cost that the lender did not foresee, of those who take`,
  },
  {
    id: 'equilibrium',
    title: 'Price at which lenders break even',
    unit: 'principals',
    better: 'lower',
    population: approved,
  },
  {
    id: 'efficient',
    title: 'Price at which the marginal taker pays what it costs',
    unit: 'principals',
    better: 'neither',
    population: approved,
  },
  {
    id: 'loss',
    title: 'Welfare lost by pricing at average cost',
    unit: 'principals per approved application',
    better: 'lower',
    population: approved,
  },
];

const curves = [
  { id: 'demand', title: 'Takers', unit: 'share of approved applications', range: proportion },
  { id: 'average-cost', title: 'Average cost of takers', unit: 'principals per loan' },
  { id: 'marginal-cost', title: 'Cost of those who just take', unit: 'principals per loan' },
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
 * Each approved applicant is asked a fee at the start, on top of the contract it was offered (a negative one is a
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
  observe: (market, regime) => [
    ...conduct(market, regime, ['actual', 'types-visible'], costCurvesProtocols).findings,
  ],
};

/** The grid of prices, with types hidden and with types visible. */
export function costCurvesProtocols(setting: Setting): Protocol[] {
  const { world } = setting;
  return world === 'actual' || world === 'types-visible' ? [protocol(setting)] : [];
}

function protocol({ world, costs }: Setting): Protocol {
  const asked = new Float64Array(prices.length);
  const taken = new Float64Array(prices.length);
  const cost = new Float64Array(prices.length);
  const all = createWillingness();

  return {
    arms: ['priceArm'],
    visit: (subject) => {
      const { page, row } = subject;
      const lender = page.winner[row];
      const due = page.price[row];
      const back = recovered(costs.recovery[lender], page.collateral[row], due);
      const lent = costs.cost[lender];
      const expected = (pd: number) => lent - (1 - pd) * due - pd * back;
      const known = world === 'types-visible' ? page.pd[row] : page.estimate[row];
      const foreseen = expected(known);
      const worth = page.loanValue[row] - page.outside[row] - foreseen;
      addApplicant(all, worth, expected(page.pd[row]) - foreseen);

      const arm = Math.floor(subject.draw('priceArm') * prices.length);
      asked[arm] += 1;
      if (worth <= prices[arm]) return;
      taken[arm] += 1;
      cost[arm] += lent - (page.potential[row] === Outcome.repaid ? due : back) - foreseen;
    },
    findings: () => {
      const say = (name: string, value: number, at: number | null = null): Finding => ({
        ...{ world, at, value },
        measure: `cost-curves:${name}`,
      });
      const line = linearMarket(prices, asked, taken, cost);
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
        say('loss', line.loss),
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
