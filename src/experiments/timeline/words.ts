import type { Language } from '../../language.ts';
import type { ReadingWords } from '../reading.ts';

/** What is printed above the sentences: there is no table. */
export const timelinePrinted: Readonly<Record<Language, ReadingWords>> = {
  en: {
    title: 'What grew, year by year',
    columns: [],
    legend: [
      'Year by year in experiments/timeline.csv, relative to the first counted year. The paper states 2015 as the first; points between those that it states are not in it. In brackets 95% intervals, where there are several replicates.',
    ],
  },
  zh: {
    title: '逐年增长',
    columns: [],
    legend: [
      '逐年数字见 experiments/timeline.csv，以首个计入年为基准。论文以 2015 年为首年；论文所载各点之间的数字，论文中没有。括号内为 95% 区间（有多次重复时）。',
    ],
  },
};
