import { describe, expect, it } from 'vitest';
import { Event } from '../../src/engine/columns/outcome.ts';
import { sumNames } from '../../src/engine/ledger.ts';
import { measures } from '../../src/measures/registry.ts';
import { countedQuarters } from '../../src/measures/sums.ts';
import { ledgerOfTheQuarter, type Applicant } from './one-quarter.ts';

const noLoan = {
  use: 0,
  failure: 0,
  refusal: 0,
  recovered: 0,
  event: Event.none,
  takes: 0,
} as const;

/** Six people ask both lenders for a loan; four sign one, and two of these default. */
const applicants: Readonly<Record<string, Applicant>> = {
  ann: {
    ...{ income: 4.4, safe: 1, known: 1, lender: 0, offer: 'approved', takes: 1 },
    ...{ size: 1, price: 1.1, estimate: 0.1, pd: 0.1 },
    ...{ use: 1.5, failure: 0.1, refusal: 0, recovered: 0.5, event: Event.none },
  },
  ben: {
    ...{ income: 4.8, safe: 0, known: 0, lender: 0, offer: 'approved', takes: 1 },
    ...{ size: 2, price: 1.2, estimate: 0.3, pd: 0.2 },
    ...{ use: 3.5, failure: 0.2, refusal: 0, recovered: 0.8, event: Event.liquidity },
  },
  cho: {
    ...{ income: 5.2, safe: 0, known: 0, lender: 1, offer: 'approved', takes: 1 },
    ...{ size: 1, price: 1.3, estimate: 0.2, pd: 0.55 },
    ...{ use: 1.6, failure: 0.1, refusal: 0.5, recovered: 0.2, event: Event.refusal },
  },
  dee: {
    ...noLoan,
    ...{ income: 1.6, safe: 1, known: 0, lender: 1, offer: 'approved' },
    ...{ size: 1, price: 1.1, estimate: 0.2, pd: 0.1 },
  },
  eli: {
    ...{ income: 7, safe: 0, known: 0, lender: 0, offer: 'explored', takes: 1 },
    ...{ size: 1, price: 1.4, estimate: 0.6, pd: 0.5 },
    ...{ use: 2, failure: 0.5, refusal: 0, recovered: 0.4, event: Event.none },
  },
  fay: {
    ...noLoan,
    ...{ income: 2, safe: 0, known: 0, lender: 0, offer: 'refused' },
    ...{ size: 1, price: 1.4, estimate: 0.7, pd: 0.6 },
  },
};

/** What each measure must be; numbers stand in the order ann, ben, cho, dee, eli, fay. */
const onPaper: Readonly<Record<string, number>> = {
  'approval-rate': 4 / 6, // ann, ben, cho and dee of six
  'take-up-rate': 3 / 4, // dee declines; eli’s loan is no approval
  'exploratory-share': 1 / 4, // eli’s of four loans
  inquiries: 1, // six ask both lenders, and only the bank may read
  'thin-file-approval': 3 / 5, // ben, cho, dee of all but ann
  'safe-type-exclusion': 1 / 2, // of ann and dee, dee leaves without
  'safe-share-applicants': 2 / 6,
  'safe-share-approved': 2 / 4,
  'safe-share-takers': 1 / 4,
  'default-rate': 2 / 4, // ben and cho
  'cannot-pay-rate': 1 / 4, // ben
  'will-not-pay-rate': 1 / 4, // cho
  'will-not-pay-share': 1 / 2,
  'loss-given-default': 2 / 3, // lent 2 + 1, recovered .8 + .2: 1 − 1/3
  apr: 1, // of one quarter, price − 1; a year: 4·(.1 + .2 + .3 + .4)/4
  'offered-apr': 0.7, // 4·(.1 + .2 + .3 + .1)/4, dee’s too, and not eli’s
  'total-cost': 0.25, // (.1 + .2 + .3 + .4)/4
  effort: 0.5,
  stake: 0.5, // of each .2 with the own lender and .3 with the others
  'stake-shared': 0.6,
  'open-loans': 4 / 6,
  owing: 4 / 6,
  'owing-several': 0,
  'debt-service': 0.3, // 1.1/4.4, 2.4/4.8, 1.3/5.2, 1.4/7: (.25 + .5 + .25 + .2)/4
  'debt-to-income': 0.2, // (1 + 2 + 1 + 1)/(4.4 + 4.8 + 5.2 + 1.6 + 7 + 2)
  'true-pd-takers': 1.35 / 4, // .1 + .2 + .55 + .5
  'life-pd-gap': -0.65 / 4, // 1.35 expected, two came
  'calibration-gap-applicants': 0.05 / 6, // estimates 2.1, chances 2.05
  'calibration-gap-funded': -0.8 / 4, // estimates .1 + .3 + .2 + .6, two came
  'loan-concentration': 0.625, // (3/4)² + (1/4)²
  'lender-share-gap': 1 / 4, // both are asked by all, and the bank has three of four loans
  applications: 1, // all six, in the only quarter

  // Lenders receive at the end, expected: ann .9·1.1 + .1·.5, ben .8·2.4 + .2·.8, cho .45·1.3 + .55·.2 (of the .9 who are
  // able half refuse), eli .5·1.4 + .5·.4; in all 4.715, worth 3.772 at signing. They spend 4·1.05 + 1·1.1 = 5.3, and fees of
  // 3·.01 + .02 = .05.
  'lender-profit': -1.578 / 5,
  'lender-surplus': -1.578 / 6,
  'institution-revenue': 0.05 / 6,
  'institution-cost': 0.02 / 6, // four reports at .005
  'realised-profit': (0.8 * 3.5 - 5.35) / 5, // they get 1.1, .8, .2 and 1.4

  // Use .9·1.5 + .8·3.5 + .9·1.6 + .5·2 = 6.59 (use of who refuses goes on for no quarter); instalments 4.195; recovered
  // .05 + .16 + .11 + .2 = .52; stigma of 1, half of it for who fails: .05 + .1 + (.45 + .05) + .25 = .9; the law .1·.45;
  // effort ½·2·.5²·.1 on each of five units, .125; the outside option of .1 a unit, .5.
  'use-value': 6.59 / 6,
  'stigma-loss': 0.9 / 6,
  'outside-forgone': 0.5 / 6,
  'borrower-surplus': 0.305 / 6,
  welfare: (0.305 - 1.578 + 0.05 - 0.02) / 6,
};

describe('six people and four loans, added up by hand', () => {
  const ledger = ledgerOfTheQuarter(Object.values(applicants));

  it('leave no sum undefined', () => {
    expect(sumNames.filter((_, k) => Number.isNaN(ledger.sums[k]))).toEqual([]);
  });

  it.each(Object.entries(onPaper))('%s', (id, value) => {
    const measure = measures.find((one) => one.id === id);
    expect(measure?.of(ledger, ...countedQuarters(ledger))).toBeCloseTo(value, 12);
  });
});
