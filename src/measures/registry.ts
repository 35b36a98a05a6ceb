import { access } from './access.ts';
import { accuracy } from './accuracy.ts';
import { debts } from './debts.ts';
import { discipline } from './discipline.ts';
import { discrimination } from './discrimination.ts';
import { drift } from './drift.ts';
import { gaming } from './gaming.ts';
import { lemons } from './lemons.ts';
import { frictions, losses } from './losses.ts';
import { market } from './market.ts';
import type { Measure } from './measure.ts';
import { price } from './price.ts';
import { byQuintile } from './quintiles.ts';
import { repayment } from './repayment.ts';
import { welfare } from './welfare.ts';

/** Every measure of a ledger, in the order in which tables and files list them. */
export const measures: readonly Measure[] = [
  ...access,
  ...repayment,
  ...price,
  ...discipline,
  ...debts,
  ...welfare,
  ...losses,
  ...frictions,
  ...drift,
  ...gaming,
  ...lemons,
  ...accuracy,
  ...discrimination,
  ...market,
  ...byQuintile,
];
