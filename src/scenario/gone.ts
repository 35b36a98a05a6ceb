import { economyParameters } from '../engine/index.ts';
import { isRecordColumn } from '../institutions/index.ts';
import type { Path } from './yaml/document.ts';

/** What took the place of parameters that the economy of version 0.1 had: loans of one quarter, prices that lenders did not understand. */
const successors: Readonly<Record<string, string>> = {
  'traits.conditionsLoading': 'exposure to conditions no longer follows the common factor',
  'hazard.base':
    'two hazards a quarter took its place: hazard.liquidity (trouble that effort does not touch) and hazard.own (trouble that it lowers)',
  'hazard.burden':
    'instalments due over income took its place: hazard.debt; what lenders know of price and default is pricing.priceSlope',
  project: 'use took its place: use.meanValue, use.referenceHazard, use.dial',
  'search.demand': 'need.demand took its place, with need.shape for how it differs between people',
  'search.quoteNoise': 'a taste for one lender over another took its place: search.tasteForLender',
  'search.loanSizeSpread': 'sizes are real now: size.spread and size.elasticity took its place',
  'outside.tasteScale': 'outside.taste took its place',
  'behaviour.willingnessScale': 'behaviour.willingness took its place, in own mean loans an event',
  'behaviour.patienceSpread': 'all borrowers are equally patient: behaviour.patience',
  'pricing.explorationPd':
    'who is refused by all lenders is lent to at the cap with chance pricing.exploration',
  'pricing.pdCap': 'prices follow from the scorecard at every probability; the cap rations',
  'reputation.valueOfAccess':
    'a default costs what it does to the next application’s offers: reputation.draws, .twins, .prior',
};

/** What took the place of the parameter at this path of a scenario, if it is one that there once was. */
export function successorOf(path: Path): string | undefined {
  const [top, ...rest] = path.map(String);
  if (top !== 'economy') return undefined;
  const name = rest.join('.');
  return Object.hasOwn(successors, name) ? successors[name] : undefined;
}

/** Where a key belongs that stands one level too high: a group of the economy, or a value of a group or of institutions. */
export function rightPlaceOf(path: Path): string | undefined {
  const [first, ...rest] = path.map(String);
  const groups = Object.entries(economyParameters);
  const isTop = rest.length === 0;
  if (first === undefined || (!isTop && (first !== 'economy' || rest.length > 1))) return undefined;
  const key = rest[0] ?? first;
  if (isTop && Object.hasOwn(economyParameters, key))
    return `it stands under economy: { ${key}: … }`;
  if (isTop && isRecordColumn(key)) {
    return 'it stands under everyInstitution, or under with of one institution';
  }
  const owners = groups.filter(([, group]) => Object.hasOwn(group, key));
  if (owners.length === 0) return undefined;
  return owners
    .map(([name]) => `it stands under economy: { ${name}: { ${key}: … } }`)
    .join(', or ');
}
