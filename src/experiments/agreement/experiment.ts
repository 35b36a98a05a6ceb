import { worlds } from '../../engine/index.ts';
import { betweenWorlds, rowsOf } from '../../measures/index.ts';
import { costCurvesProtocols } from '../cost-curves/experiment.ts';
import type { Experiment } from '../experiment.ts';
import { karlanZinmanProtocols } from '../karlan-zinman/experiment.ts';
import { overTime, poolKeeper } from '../lemons/experiment.ts';
import { positiveCorrelationProtocols } from '../positive-correlation/experiment.ts';
import { conduct } from '../trial.ts';

/** Told by the ledgers of the worlds: all that is between them, and how many defaults are a choice. */
const byChoice = 'will-not-pay-share';

/**
 * All methods on the same market at once: the four worlds are run once each and watched by every protocol, and their ledgers
 * say what contracts on action change, and what showing types to lenders. The measures are those of the single
 * experiments and of runs.
 */
export const agreement: Experiment = {
  id: 'agreement',
  title: 'All methods on the same markets',
  about: 'adverse selection and moral hazard by all methods: do sign and ranking agree?',
  source: 'the sources of the single experiments',
  measures: [],
  observe: (market, institution) => {
    const pools = poolKeeper();
    const { findings, ledgers } = conduct(market, institution, worlds, (setting) => [
      ...karlanZinmanProtocols(setting),
      ...positiveCorrelationProtocols(setting),
      ...costCurvesProtocols(setting),
      ...pools.protocolsOf(setting),
    ]);
    const run = { scenario: '', institution: '', replicate: 0 };
    const facts = { sanctions: 'held', lenders: market.lenders.map(({ id }) => id) } as const;
    const rows = rowsOf(Object.fromEntries(ledgers), run, facts).filter(
      ({ world, measure, quarter }) =>
        // Safe types left out stand among the findings of the pools.
        (world === betweenWorlds && measure !== 'safe-types-left-out') ||
        (world === 'actual' && measure === byChoice && quarter === null),
    );
    return [
      ...rows.map(({ world, measure, value }) => ({ world, measure, at: null, value })),
      ...findings,
      ...overTime(pools.pair(), market),
    ];
  },
};
