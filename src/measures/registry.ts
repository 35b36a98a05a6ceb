import { access } from './access.ts';
import { accuracy } from './accuracy.ts';
import { discipline } from './discipline.ts';
import { discrimination } from './discrimination.ts';
import { drift } from './drift.ts';
import { gaming } from './gaming.ts';
import { lemons } from './lemons.ts';
import { losses } from './losses.ts';
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
  ...welfare,
  ...losses,
  ...drift,
  ...gaming,
  ...lemons,
  ...accuracy,
  ...discrimination,
  ...market,
  ...byQuintile,
];
