import { accessPrice } from './access-price.ts';
import type { Chart } from './chart.ts';
import { costCurves } from './cost-curves.ts';
import { defaultSplit } from './default-split.ts';
import { differences } from './differences.ts';
import { effort } from './effort.ts';
import { karlanZinman } from './karlan-zinman.ts';
import { lemons } from './lemons.ts';
import { paperDrawings } from './paper-drawings.ts';
import { quintiles } from './quintiles.ts';
import { rocCalibration } from './roc-calibration.ts';
import { scoreBands } from './score-bands.ts';
import { scoreValueChart } from './score-value.ts';
import { twoProblems } from './two-problems.ts';
import { welfareLoss } from './welfare-loss.ts';
import { whoSeesWhat } from './who-sees-what.ts';

/** Charts of a run's results, in the order of a report. A new one is a file and a line here. */
const resultCharts: readonly Chart[] = [
  twoProblems,
  welfareLoss,
  differences,
  accessPrice,
  defaultSplit,
  effort,
  quintiles,
  lemons,
  karlanZinman,
  costCurves,
  rocCalibration,
  scoreBands,
  scoreValueChart,
  whoSeesWhat,
];

/** The exhibits of the paper that the project starts from; they need no results. */
const paperCharts: readonly Chart[] = [...paperDrawings()].map(([id, drawing]) => {
  const name = id.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  return {
    id: `paper-${id}`,
    title: { en: `Xu, Guo & Li: ${name}`, zh: `Xu、Guo、Li：${name}` },
    ofThePaper: true,
    draw: () => drawing,
  };
});

/** Every chart. */
export const charts: readonly Chart[] = [...resultCharts, ...paperCharts];
