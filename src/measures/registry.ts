import { access } from './catalogue/access.ts';
import { accuracy } from './catalogue/accuracy.ts';
import { debts } from './catalogue/debts.ts';
import { discipline } from './catalogue/discipline.ts';
import { discrimination } from './catalogue/discrimination.ts';
import { drift } from './catalogue/drift.ts';
import { gaming } from './catalogue/gaming.ts';
import { lemons } from './catalogue/lemons.ts';
import { frictions, losses } from './catalogue/losses.ts';
import { market } from './catalogue/market.ts';
import type { Measure } from './measure.ts';
import { price } from './catalogue/price.ts';
import { byQuintile } from './catalogue/quintiles.ts';
import { repayment } from './catalogue/repayment.ts';
import { welfare } from './catalogue/welfare.ts';

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
