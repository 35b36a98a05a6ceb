import { hidden } from './hidden.ts';
import { outcome } from './outcome.ts';
import { roll } from './roll.ts';
import { terms } from './terms.ts';
import { visible } from './visible.ts';

/** The page at work as an observer sees it: all columns, none of which it can write. */
export interface ObservedPage
  extends
    Omit<typeof roll, never>,
    Omit<typeof hidden, never>,
    Omit<typeof visible, never>,
    Omit<typeof terms, never>,
    Omit<typeof outcome, never> {}

/** Made when first asked for, since most runs are not observed. */
let view: ObservedPage | undefined;

/** The page at work, always the same object. */
export function observedPage(): ObservedPage {
  view ??= {
    ...{ ...roll, ...hidden, ...visible, ...terms, ...outcome },
    get first() {
      return roll.first;
    },
    get size() {
      return roll.size;
    },
    get n() {
      return roll.n;
    },
  };
  return view;
}
