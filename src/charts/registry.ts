import type { Chart } from './chart.ts';
import { costCurves } from './experiments/cost-curves.ts';
import { defaultSplit } from './results/default-split.ts';
import { differences } from './results/differences.ts';
import { dynamics } from './results/dynamics.ts';
import { effort } from './results/effort.ts';
import { flips } from './experiments/flips.ts';
import { flipsByThird } from './experiments/flips-by-third.ts';
import { flipsByYear } from './experiments/flips-by-year.ts';
import { positiveCorrelation } from './experiments/positive-correlation.ts';
import { joiningFeesChart, joiningMapChart } from './designs/joining-tables.ts';
import { karlanZinman } from './experiments/karlan-zinman.ts';
import { lenderBooks } from './results/lender-books.ts';
import { loanAges } from './results/loan-ages.ts';
import { showingTypes } from './results/showing-types.ts';
import { agreement } from './experiments/agreement.ts';
import { lemons } from './experiments/lemons.ts';
import { reformMoney, reformPathsChart } from './results/reform-paths.ts';
import { reformLenders } from './results/reform-lenders.ts';
import { lemonsDial } from './experiments/lemons-dial.ts';
import { lemonsTime } from './experiments/lemons-time.ts';
import { derivedOfThePaper, paperDrawings } from './paper/drawings.ts';
import { quintiles } from './results/quintiles.ts';
import { rocCalibration } from './experiments/roc-calibration.ts';
import { scoreBands } from './experiments/score-bands.ts';
import { scoreValueChart } from './experiments/score-value.ts';
import { whoGainsChart } from './experiments/who-gains.ts';
import { remediesChart } from './experiments/remedies.ts';
import { timelineChart } from './experiments/timeline.ts';
import { twoProblems } from './results/two-problems.ts';
import { welfare } from './results/welfare.ts';
import { welfareRows } from './results/welfare-rows.ts';
import { whoSeesWhat } from './results/who-sees-what.ts';

/** Charts of a run's results, in the order of a report. A new one is a file and a line here. */
const resultCharts: readonly Chart[] = [
  welfare,
  twoProblems,
  differences,
  reformPathsChart,
  reformMoney,
  reformLenders,
  welfareRows,
  defaultSplit,
  loanAges,
  effort,
  showingTypes,
  lenderBooks,
  quintiles,
  dynamics,
  lemons,
  lemonsTime,
  lemonsDial,
  karlanZinman,
  positiveCorrelation,
  agreement,
  costCurves,
  flips,
  flipsByYear,
  flipsByThird,
  rocCalibration,
  scoreBands,
  scoreValueChart,
  whoGainsChart,
  joiningMapChart,
  joiningFeesChart,
  remediesChart,
  timelineChart,
  whoSeesWhat,
];

/** The exhibits of the paper that the project starts from; they need no results. */
const paperCharts: readonly Chart[] = [...paperDrawings()].map(([id, drawing]) => {
  const name = id.replaceAll('-', ' ').replace(/^./, (letter) => letter.toUpperCase());
  return {
    id: `paper-${id}`,
    title: { en: `Xu, Guo & Li: ${name}`, zh: `Xu、Guo、Li：${name}` },
    ofThePaper: derivedOfThePaper.includes(id) ? 'derived' : 'printed',
    draw: () => drawing,
  };
});

/** Every chart. */
export const charts: readonly Chart[] = [...resultCharts, ...paperCharts];
