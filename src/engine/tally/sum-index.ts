import { sumNames, type SumName } from '../ledger.ts';

const places = sumNames.map((name, k) => [name, k]);

/** Place of each sum, by name. */
// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- every name is a key, by construction
export const sumIndex = Object.fromEntries(places) as Record<SumName, number>;
