import { proportion, zeroOrMore, type Measure } from '../measure.ts';
import { perBorrower, ratio } from '../sums.ts';

const everybody = {
  population: 'among all borrowers, in the mean over quarters',
  better: 'neither',
} as const;

/** Debts that add up: what borrowers owe at one time, all lenders together (docs/model.md, "Sums of a quarter": stocks). */
export const debts: readonly Measure[] = [
  {
    id: 'open-loans',
    title: 'Open loans',
    unit: 'loans per borrower',
    range: zeroOrMore,
    source: 'model §9.3: open loans / (borrowers × quarters)',
    of: perBorrower('openLoans'),
    ...everybody,
    series: true,
  },
  {
    id: 'owing',
    title: 'Borrowers who owe',
    unit: 'share of borrowers',
    range: proportion,
    source: 'definition: borrowers with an open loan / borrowers',
    of: perBorrower('owing'),
    ...everybody,
    series: false,
  },
  {
    id: 'owing-several',
    title: 'Borrowers who owe several lenders',
    unit: 'share of those owing',
    range: proportion,
    better: 'neither',
    population: 'among borrowers with an open loan, in the mean over quarters',
    source: 'definition: borrowers with two open loans or more / borrowers with one or more',
    of: ratio('owingSeveral', 'owing'),
    series: false,
  },
  {
    id: 'debt-service',
    title: 'Instalments due',
    unit: 'share of income',
    range: zeroOrMore,
    better: 'neither',
    population: 'among borrowers with an open loan, in the mean over quarters',
    source: 'model §9.3: mean of instalments of the quarter / income of the quarter',
    of: ratio('serviceToIncome', 'owing'),
    series: true,
  },
  {
    id: 'debt-to-income',
    title: 'Balances owed',
    unit: 'share of a quarter’s income',
    range: zeroOrMore,
    source: 'definition: balances before the instalment / income of all borrowers',
    of: ratio('openBalance', 'income'),
    ...everybody,
    series: false,
  },
];
