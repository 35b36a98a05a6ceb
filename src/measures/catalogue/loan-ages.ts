import { defaultKinds, type Ledger } from '../../engine/index.ts';
import { proportion } from '../measure.ts';
import type { Passport } from '../passport.ts';
import { countedQuarters, quotient, total } from '../sums.ts';

/** A measure of each instalment, 1 … term; its rows are called id@instalment-x. */
export interface AgeMeasure extends Passport {
  readonly ofInstalment: (ledger: Ledger, instalment: number) => number;
}

/** When loans go bad: defaults by the instalment that is missed, of all loans signed. */
export const loanAges: readonly AgeMeasure[] = [
  age('default-cannot-pay', 'Cannot pay', 'cannotPay'),
  age('default-will-not-pay', 'Will not pay', 'willNotPay'),
];

function age(id: string, title: string, kind: (typeof defaultKinds)[number]): AgeMeasure {
  const place = defaultKinds.indexOf(kind);
  return {
    id,
    title,
    unit: 'share of loans',
    range: proportion,
    better: 'lower',
    population: 'among loans taken, realised',
    source: 'model §9.2, ages: loans whose x-th instalment is the first that is missed / loans',
    series: false,
    ofInstalment: (ledger, instalment) => {
      const [from, to] = countedQuarters(ledger);
      let defaults = 0;
      for (let quarter = from; quarter < to; quarter++) {
        const row = quarter * ledger.term + instalment - 1;
        defaults += ledger.ages[row * defaultKinds.length + place];
      }
      return quotient(defaults, total(ledger, 'loans', from, to));
    },
  };
}
