import type { ScoreRules } from '../../institutions/institution.ts';
import { purposes } from '../../random/purposes.ts';
import { behaviours } from '../../scores/index.ts';
import { hidden, hiddenWriter } from '../columns/hidden.ts';
import { f64 } from '../columns/layout.ts';
import { roll } from '../columns/roll.ts';
import type { Economy } from '../parameters.ts';
import { drawNormals, noise, type Draws } from './draw.ts';

/** The digital footprint of a page's applicants, as an institution that scores it observes it. */
export interface Footprints {
  readonly authenticity: readonly number[];
  /** 1 / s.d. of the sum of traits behind each behaviour. */
  readonly scale: Float64Array;
  /** How far a gameable behaviour is inflated by those who do; 0 for the others. */
  readonly inflation: Float64Array;
  readonly behaviours: readonly Float64Array[];
  /** The same of those who inflate what they can; empty if nobody does. */
  readonly inflated: readonly Float64Array[];
}

export function planFootprints(
  { traits, misreporting }: Economy,
  { authenticity }: ScoreRules,
): Footprints {
  return {
    authenticity,
    scale: Float64Array.from(behaviours, ({ traits: names }) => {
      let variance = 0;
      for (const a of names) {
        for (const b of names) {
          variance += a === b ? 1 : traits[`${a}Loading`] * traits[`${b}Loading`];
        }
      }
      return 1 / Math.sqrt(variance);
    }),
    inflation: Float64Array.from(behaviours, (b) => (b.gameable ? misreporting.inflation : 0)),
    behaviours: behaviours.map(() => f64()),
    inflated: misreporting.share > 0 ? behaviours.map(() => f64()) : [],
  };
}

/**
 * How every applicant behaves, and would if it inflated what it can. Not stored: the noise of behaviours is a stateless
 * draw, fixed for life.
 */
export function behave(plan: Footprints, draws: Draws): void {
  for (let b = 0; b < behaviours.length; b++) {
    const column = plan.behaviours[b];
    const rho = plan.authenticity[b];
    drawNormals(draws, 0, purposes.behaviour + b);
    startWithNoise(column, Math.sqrt(1 - rho * rho));
    for (const name of behaviours[b].traits) {
      addTrait(column, rho * plan.scale[b], name);
    }
    if (plan.inflated.length > 0) inflate(column, plan.inflation[b], plan.inflated[b]);
  }
}

function startWithNoise(column: Float64Array, weight: number): void {
  const { n } = roll;
  for (let r = 0; r < n; r++) column[r] = weight * noise[r];
}

function addTrait(column: Float64Array, loading: number, name: keyof typeof hidden.traits): void {
  const { n } = roll;
  const trait = hiddenWriter.traits[name];
  for (let r = 0; r < n; r++) column[r] += loading * trait[r];
}

function inflate(column: Float64Array, by: number, out: Float64Array): void {
  const { n } = roll;
  for (let r = 0; r < n; r++) out[r] = column[r] + by;
}
