import { accessPrice } from './access-price.ts';
import type { Chart } from './chart.ts';
import { defaultSplit } from './default-split.ts';
import { differences } from './differences.ts';
import { effort } from './effort.ts';
import { lemons } from './lemons.ts';
import { quintiles } from './quintiles.ts';
import { twoProblems } from './two-problems.ts';
import { welfareLoss } from './welfare-loss.ts';

/** Every chart, in the order of a report. A new one is a file and a line here. */
export const charts: readonly Chart[] = [
  twoProblems,
  welfareLoss,
  differences,
  accessPrice,
  defaultSplit,
  effort,
  quintiles,
  lemons,
];
