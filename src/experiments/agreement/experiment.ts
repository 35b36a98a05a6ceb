import { worlds } from '../../engine/setup.ts';
import { ratio, rowsOf, shapley } from '../../measures/index.ts';
import { costCurvesProtocols } from '../cost-curves/experiment.ts';
import type { Experiment, ExperimentMeasure } from '../experiment.ts';
import { karlanZinmanProtocols } from '../karlan-zinman/experiment.ts';
import { overTime } from '../lemons/experiment.ts';
import { positiveCorrelationProtocols } from '../positive-correlation/experiment.ts';
import { conduct } from '../trial.ts';

const loansPerApplication = ratio('loans', 'applications');

/** The decomposition in money, per loan in place of per application: comparable with methods that look at loans. */
const selectionPerLoan: ExperimentMeasure = {
  id: 'agreement:selection-per-loan',
  title: 'Adverse selection in welfare, per loan',
  unit: 'principals per loan',
  better: 'lower',
  population: 'among loans taken in the actual world',
  source: 'adverse-selection:welfare over loans per application',
  series: false,
};

/**
 * All five methods on the same market at once: the four worlds are run once each and watched by every protocol, and
 * their ledgers give the decomposition and the lemons. But for one, the measures are those of the single experiments
 * and of the decomposition.
 */
export const agreement: Experiment = {
  id: 'agreement',
  title: 'Five methods on the same markets',
  about: 'adverse selection and moral hazard by all five methods: do sign and ranking agree?',
  source: 'the sources of the single experiments',
  measures: [selectionPerLoan],
  observe: (market, regime) => {
    const { findings, ledgers } = conduct(market, regime, worlds, (setting) => [
      ...karlanZinmanProtocols(setting),
      ...positiveCorrelationProtocols(setting),
      ...costCurvesProtocols(setting),
    ]);
    const hidden = ledgers.get('actual');
    const visible = ledgers.get('types-visible');
    if (!hidden || !visible) throw new Error('a world that was asked for did not run');
    const run = { scenario: '', institution: '', replicate: 0 };
    const parts = rowsOf(Object.fromEntries(ledgers), run).filter(({ world }) => world === shapley);
    const selection = parts.find(({ measure }) => measure === 'adverse-selection:welfare');
    const loans = loansPerApplication(hidden, market.burnIn, market.quarters);
    const perLoan = (selection?.value ?? NaN) / loans;
    return [
      { world: shapley, measure: selectionPerLoan.id, at: null, value: perLoan },
      ...parts.map(({ world, measure, value }) => ({ world, measure, at: null, value })),
      ...findings,
      ...overTime({ hidden, visible }),
    ];
  },
};
