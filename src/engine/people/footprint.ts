import type { ScoreRules } from '../../institutions/institution.ts';
import { pageSize } from '../../random/draws.ts';
import { purposes } from '../../random/purposes.ts';
import { behaviours } from '../../scores/index.ts';
import { hidden } from '../columns/hidden.ts';
import { roll } from '../columns/roll.ts';
import { maxRows } from '../columns/shape.ts';
import { drawNormals, type Draws } from '../draws.ts';
import type { Economy } from '../parameters.ts';
import type { Population } from './population.ts';

/** Working columns of an institution that scores footprints. */
export interface FootprintPlan {
  /** The score on the scale of this population. */
  readonly score: ScoreRules;
  /** 1 / s.d. of the sum of traits behind each behaviour. */
  readonly scale: Float64Array;
  /** How far a behaviour falls under strain, in its own s.d. before that; π; 1/√(1 + s²π(1 − π)). */
  readonly strainFall: number;
  readonly strained: number;
  readonly narrowed: number;
  /** How far a gameable behaviour is inflated by those who do; 0 for the others. */
  readonly inflation: Float64Array;
  /** Behaviours by row. */
  readonly shown: readonly Float64Array[];
  /** The same of those who inflate what they can; none where nobody can. */
  readonly inflated: readonly Float64Array[];
}

/** Share of borrowers under strain. */
function strainedShare({ strain: { entry, exit } }: Economy): number {
  return entry > 0 ? entry / (entry + exit) : 0;
}

export function planFootprint(economy: Economy, rules: ScoreRules): FootprintPlan {
  const { traits, strain, misreporting } = economy;
  const loadings = {
    character: traits.characterLoading,
    capacity: traits.capacityLoading,
    capital: traits.capitalLoading,
  };
  const strained = strainedShare(economy);
  const fall = strain.footprint;
  const population = { loadings, strainFootprint: fall, strained };
  const column = () => new Float64Array(maxRows);
  return {
    score: {
      authenticity: rules.authenticity,
      points: (reports, out) => rules.points({ ...reports, population }, out),
    },
    scale: Float64Array.from(behaviours, ({ traits: names }) => {
      let variance = 0;
      for (const a of names) {
        for (const b of names) variance += a === b ? 1 : loadings[a] * loadings[b];
      }
      return 1 / Math.sqrt(variance);
    }),
    strainFall: fall,
    strained,
    narrowed: 1 / Math.sqrt(1 + fall * fall * strained * (1 - strained)),
    inflation: Float64Array.from(behaviours, (b) => (b.gameable ? misreporting.inflation : 0)),
    shown: behaviours.map(column),
    inflated: misreporting.share > 0 ? behaviours.map(column) : [],
  };
}

const noise = new Float64Array(maxRows);

/**
 * How every applicant behaves: X_b = ρ·τ + √(1 − ρ²)·n, τ the standardised sum of its traits, which for spending falls
 * under strain. Not stored: n is a stateless draw, fixed for life.
 */
export function observeBehaviours(plan: FootprintPlan, draws: Draws, people: Population): void {
  const { n, person, first } = roll;
  const { character, capital } = people;
  const { capacity, strain } = hidden;
  const page = first / pageSize;
  behaviours.forEach(({ traits, strained }, b) => {
    const column = plan.shown[b];
    const rho = plan.score.authenticity[b];
    const rest = Math.sqrt(1 - rho * rho);
    const onCharacter = Number(traits.includes('character')) * plan.scale[b];
    const onCapacity = Number(traits.includes('capacity')) * plan.scale[b];
    const onCapital = Number(traits.includes('capital')) * plan.scale[b];
    const fall = strained ? plan.strainFall : 0;
    const narrowed = strained ? plan.narrowed : 1;
    drawNormals(draws, page, 0, purposes.behaviour + b, person, n, noise);
    for (let r = 0; r < n; r++) {
      const i = person[r];
      const shows =
        onCharacter * character[first + i] +
        onCapacity * capacity[i] +
        onCapital * capital[first + i];
      const underStrain = (shows - fall * (strain[i] - plan.strained)) * narrowed;
      column[r] = rho * underStrain + rest * noise[r];
    }
  });
}

/** What those would show who inflate what they can. After `observeBehaviours`. */
export function inflateBehaviours(plan: FootprintPlan): void {
  const { n } = roll;
  for (let b = 0; b < behaviours.length; b++) {
    const column = plan.shown[b];
    const inflated = plan.inflated[b];
    for (let r = 0; r < n; r++) inflated[r] = column[r] + plan.inflation[b];
  }
}
