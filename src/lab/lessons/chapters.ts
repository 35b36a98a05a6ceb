import type { LessonId } from '../model/lesson-id.ts';

const mwg = 'Mas-Colell, Whinston & Green, Microeconomic Theory (1995)';
const bolton = 'Bolton & Dewatripont, Contract Theory (2005)';
const laffont = 'Laffont & Martimort, The Theory of Incentives (2002)';
const tirole = 'Tirole, The Theory of Corporate Finance (2006)';

/** Chapters of textbooks that a lesson stands beside, and the paper that it begins from. Titles as printed, in any language. */
export const chapters: Readonly<Record<LessonId, readonly string[]>> = {
  '1': [
    `${mwg}, ch. 13 “Adverse Selection, Signaling, and Screening”`,
    `${tirole}, ch. 6 “Corporate Financing under Asymmetric Information”`,
    'Akerlof (1970)',
  ],
  '2': [
    `${mwg}, ch. 14 “The Principal-Agent Problem”`,
    `${laffont}, ch. 4 “Moral Hazard: The Basic Trade-Offs”`,
    'Padilla & Pagano (2000)',
  ],
  '3': [
    'Angrist & Pischke, Mostly Harmless Econometrics (2009), ch. 2 “The Experimental Ideal”',
    'Angrist & Pischke, Mastering ’Metrics (2015), ch. 1 “Randomized Trials”',
    'Karlan & Zinman (2009)',
  ],
  '4': ['Elul & Gottardi (2015)'],
  '5': [
    `${mwg}, ch. 13 “Adverse Selection, Signaling, and Screening”`,
    `${bolton}, ch. 2 “Hidden Information, Screening”`,
    'Xu, Guo & Li',
  ],
};
