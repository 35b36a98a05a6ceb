import { exp } from '../../math/exp.ts';
import { gammaQuantile } from '../../math/gamma.ts';
import { pageSize } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { everyone } from '../columns/roll.ts';
import { createDraws, drawNormals, drawUniforms } from '../draws.ts';
import { nextAsked } from './search.ts';
import type { Market } from '../setup.ts';
import { fifthOf } from './fifths.ts';
import { Mind, type Population } from './population.ts';

/** What is drawn for a page of borrowers, to be worked into their columns. */
const factor = new Float64Array(pageSize);
const own = new Float64Array(pageSize);

/** Draws the borrowers of one page as they are in quarter 0 (model.md §1). */
export function drawPeople(market: Market, people: Population, page: number): void {
  const { traits, need: needs, strain, signals, behaviour, misreporting } = market.economy;
  const first = page * pageSize;
  const size = Math.min(pageSize, people.n - first);
  const draws = createDraws(market.seed);
  const normals = (purpose: number) => drawNormals(draws, page, 0, purpose, everyone, size, own);
  const uniforms = (purpose: number) => drawUniforms(draws, page, 0, purpose, everyone, size, own);

  drawNormals(draws, page, 0, purposes.commonFactor, everyone, size, factor);
  normals(purposes.character);
  mix(people.character, first, size, traits.characterLoading);
  normals(purposes.capital);
  mix(people.capital, first, size, traits.capitalLoading);
  normals(purposes.conditions);
  mix(people.conditions, first, size, 0);
  // The collateral trait: kept as what follows from it.
  normals(purposes.collateral);
  mix(people.pledge, first, size, traits.collateralLoading);
  for (let i = first; i < first + size; i++) {
    people.fifths[i] =
      625 * fifthOf(people.character[i]) +
      25 * fifthOf(people.capital[i]) +
      5 * fifthOf(people.pledge[i]) +
      fifthOf(people.conditions[i]);
  }
  normals(purposes.capacity);
  for (let i = 0; i < size; i++) {
    people.capacityBase[first + i] = traits.capacityLoading * factor[i];
    people.drift[first + i] = own[i];
  }
  normals(purposes.capitalNoise);
  for (let i = 0; i < size; i++) {
    people.capitalSignal[first + i] = people.capital[first + i] + signals.capitalNoise * own[i];
  }
  uniforms(purposes.need);
  for (let i = 0; i < size; i++) {
    const need = (needs.demand * gammaQuantile(needs.shape, own[i])) / needs.shape;
    people.need[first + i] = Math.min(mostNeed, need);
  }
  setSanctions(market, people, first, size);
  uniforms(purposes.homeLender);
  const shares = Float64Array.from(market.lenders, (lender) => lender.share);
  for (let i = 0; i < size; i++) people.home[first + i] = nextAsked(shares, 0, own[i]);
  uniforms(purposes.strainStart);
  const { entry, exit } = strain;
  const share = entry > 0 ? entry / (entry + exit) : 0;
  for (let i = 0; i < size; i++) people.strain[first + i] = Number(own[i] < share);
  uniforms(purposes.awareness);
  for (let i = 0; i < size; i++) {
    people.mind[first + i] = Mind.aware * Number(own[i] < behaviour.awareness);
  }
  uniforms(purposes.gaming);
  for (let i = 0; i < size; i++) {
    people.mind[first + i] |= Mind.gaming * Number(own[i] < misreporting.share);
  }
}

/** Nobody needs a loan in every quarter. */
export const mostNeed = 0.95;

/** A trait is part common factor, part its own. */
function mix(column: Float64Array, first: number, size: number, loading: number): void {
  const rest = Math.sqrt(1 - loading * loading);
  for (let i = 0; i < size; i++) column[first + i] = loading * factor[i] + rest * own[i];
}

/** Stigma, and collateral in the place of its trait: fixed for life. */
function setSanctions({ economy }: Market, people: Population, first: number, size: number): void {
  const { sanctions } = economy;
  const { stigmaSpread, collateralSpread } = sanctions;
  for (let i = first; i < first + size; i++) {
    people.stigma[i] =
      sanctions.stigma *
      exp(stigmaSpread * people.character[i] - (stigmaSpread * stigmaSpread) / 2);
    people.pledge[i] =
      sanctions.collateral *
      exp(collateralSpread * people.pledge[i] - (collateralSpread * collateralSpread) / 2);
  }
}
