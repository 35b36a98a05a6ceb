import { displayOf } from '../measures/index.ts';
import { agreementReading } from './agreement/reading.ts';
import { costCurvesReading } from './cost-curves/reading.ts';
import type { Experiment } from './experiment.ts';
import { flipsReading } from './flips/reading.ts';
import { karlanZinmanReading } from './karlan-zinman/reading.ts';
import { lemonsReading } from './lemons/reading.ts';
import { positiveCorrelationReading } from './positive-correlation/reading.ts';
import type { ExperimentReading } from './reading.ts';
import { whoGainsReading } from './who-gains/reading.ts';
import { timelineReading } from './timeline/reading.ts';
import { scoreValueReading } from './score-value/reading.ts';

const readings: Readonly<Record<string, ExperimentReading>> = {
  'karlan-zinman': karlanZinmanReading,
  'positive-correlation': positiveCorrelationReading,
  'cost-curves': costCurvesReading,
  lemons: lemonsReading,
  flips: flipsReading,
  agreement: agreementReading,
  'score-value': scoreValueReading,
  timeline: timelineReading,
  'who-gains': whoGainsReading,
};

/** How an experiment is read; one without a reading of its own shows every measure that is one number. */
export function readingOf({ id, measures }: Experiment): ExperimentReading {
  if (Object.hasOwn(readings, id)) return readings[id];
  return {
    table: measures
      .filter(({ along }) => along === undefined)
      .map(({ id: measure, title, unit }) => ({
        ...{ head: [title], unit: displayOf(unit).unit },
        ...{ measure, world: 'actual' },
      })),
    laws: [],
    truths: [],
    legend: [],
    answers: () => [],
  };
}
