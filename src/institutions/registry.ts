import { associationLed } from './association-led.ts';
import { dual } from './dual.ts';
import { fullSharing } from './full-sharing.ts';
import { governmentLed } from './government-led.ts';
import type { Institution } from './institution.ts';
import { marketLed } from './market-led.ts';
import { negativeOnly } from './negative-only.ts';
import { none } from './none.ts';
import { sesame } from './sesame.ts';

const registry = {
  none,
  'government-led': governmentLed,
  'market-led': marketLed,
  'association-led': associationLed,
  sesame,
  dual,
  'negative-only': negativeOnly,
  'full-sharing': fullSharing,
} satisfies Record<string, Institution>;

/** The built-in institutions; a missing colour or label for one of them does not compile. */
export type InstitutionId = keyof typeof registry;

/** The built-in institutions by id, in the order in which results show them. */
export const institutions: Readonly<Record<string, Institution>> = registry;
