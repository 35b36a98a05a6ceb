import { proportion, zeroOrMore, type Measure } from '../measure.ts';
import { perBorrower, ratio } from '../sums.ts';

const safeBorrowersServed = ratio('safeLoans', 'safeApplications');

/** Who gets credit. */
export const access: readonly Measure[] = [
  {
    id: 'approval-rate',
    title: 'Approval rate',
    unit: 'share of applications',
    range: proportion,
    better: 'higher',
    population: 'among applications',
    source: 'definition: approvals / applications',
    series: true,
    of: ratio('approvals', 'applications'),
  },
  {
    id: 'take-up-rate',
    title: 'Take-up rate',
    unit: 'share of approvals',
    range: proportion,
    better: 'neither',
    population: 'among approved applications',
    source: 'definition: (loans − exploratory loans) / approvals',
    series: true,
    of: ratio({ plus: ['loans'], minus: ['exploratoryLoans'] }, 'approvals'),
  },
  {
    id: 'inquiries',
    title: 'Inquiries',
    unit: 'inquiries per application',
    range: zeroOrMore,
    better: 'neither',
    population: 'among applications',
    source: 'definition: lenders asked to whom a report or a score is open / applications',
    series: false,
    of: ratio('inquiries', 'applications'),
  },
  {
    id: 'thin-file-approval',
    title: 'Approval of thin files',
    unit: 'share of applications',
    range: proportion,
    better: 'higher',
    population:
      'among applications without a record or an open loan on any file that the asked lenders can see',
    source:
      'definition: approvals / applications; thin file in the sense of Brevoort, Grimm & Kambara 2015',
    series: false,
    of: ratio('thinApprovals', 'thinApplications'),
  },
  {
    id: 'safe-type-exclusion',
    title: 'Safe borrowers who leave without a loan',
    unit: 'share of applications',
    range: proportion,
    better: 'lower',
    population:
      "among applications of borrowers whose hazard, by capacity and capital, is below the population's median",
    source: 'Akerlof 1970; Stiglitz & Weiss 1981: the good risks that withdraw or are refused',
    series: false,
    of: (ledger, from, to) => 1 - safeBorrowersServed(ledger, from, to),
  },
  {
    id: 'coverage',
    title: 'Coverage',
    unit: 'share of borrowers',
    range: proportion,
    better: 'higher',
    population:
      'among all borrowers, at the end of the run: another lender sees a record or an open loan of them',
    source: 'World Bank, Doing Business, Getting Credit: adults with a file / adults',
    series: false,
    of: (ledger) => ledger.covered / ledger.borrowers,
  },
  {
    id: 'applications',
    title: 'Applications',
    unit: 'applications per borrower and quarter',
    range: proportion,
    better: 'neither',
    population: 'among all borrowers',
    source: 'definition: applications / (borrowers × quarters)',
    series: false,
    of: perBorrower('applications'),
  },
];
