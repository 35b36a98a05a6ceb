import { strainShare, type Person, type Today } from './borrowers.ts';
import { clamp, exp, normalCdf, total } from './mathematics.ts';
import type { Economy } from './parameters.ts';

type Trait = 'character' | 'capacity' | 'capital';

interface Behaviour {
  readonly dimension: keyof typeof dimensionWeights;
  readonly traits: readonly Trait[];
  readonly share: number;
  readonly gameable: boolean;
  /** Whether spending falls with strain before a lender sees it. */
  readonly strained: boolean;
}

const dimensionWeights = {
  contacts: 0.05,
  identity: 0.15,
  capacity: 0.2,
  behaviour: 0.25,
  history: 0.35,
};

const behaviour = (
  dimension: Behaviour['dimension'],
  traits: readonly Trait[],
  share: number,
  gameable: boolean,
  strained = false,
): Behaviour => ({ dimension, traits, share, gameable, strained });

/** Section 6.4's table, in its order. */
const behaviours: readonly Behaviour[] = [
  behaviour('contacts', ['character'], 0.075, true),
  behaviour('contacts', ['character'], 0.878, true),
  behaviour('identity', ['capacity'], 1, false),
  behaviour('identity', ['capacity'], 0.1461, true),
  behaviour('capacity', ['capital'], 0.17, false),
  behaviour('capacity', ['character'], 0.288, false),
  behaviour('behaviour', ['capacity', 'capital'], 0.543, true, true),
  behaviour('behaviour', ['capacity'], 0.596, true, true),
  behaviour('history', ['character'], 0.12, false),
];

const rules = {
  authenticity: 0.8,
  centre: 650,
  floor: 350,
  ceiling: 950,
  deviation: 100,
  repaidBonus: 0,
  countedRepaid: 8,
  defaultPenalty: 50,
  countedDefaults: 4,
};

const authenticity = behaviours.map(({ share }) => rules.authenticity * Math.sqrt(share));

/** Slope and mean of each behaviour's percentile: the Sesame score's scale in this population. */
export interface Scale {
  readonly slopes: readonly number[];
  readonly means: readonly number[];
}

const loadingOf = (trait: Trait, economy: Economy) =>
  ({
    character: economy.characterLoading,
    capacity: economy.capacityLoading,
    capital: economy.capitalLoading,
  })[trait];

/** Covariance of the sums of traits that two behaviours show. */
function sharedTraits(x: Behaviour, y: Behaviour, economy: Economy): number {
  let sum = 0;
  for (const s of x.traits) {
    for (const t of y.traits) {
      sum += s === t ? 1 : loadingOf(s, economy) * loadingOf(t, economy);
    }
  }
  return sum;
}

/** c: what strain adds to the standard deviation of a strained behaviour. */
function strainDeviation(economy: Economy): number {
  const pi = strainShare(economy);
  const s = economy.strainFootprint;
  return Math.sqrt(1 + s * s * pi * (1 - pi));
}

export function scaleOf(economy: Economy): Scale {
  const pi = strainShare(economy);
  const c = strainDeviation(economy);
  const weightSum = total(Object.values(dimensionWeights));
  const weights = behaviours.map(
    ({ dimension }) =>
      dimensionWeights[dimension] /
      weightSum /
      behaviours.filter((other) => other.dimension === dimension).length,
  );
  const divisor = behaviours.map(({ strained }) => (strained ? c : 1));
  const covariance = (a: number, b: number) => {
    const [x, y] = [behaviours[a], behaviours[b]];
    if (a === b) {
      const square = authenticity[a] * authenticity[a];
      return 1 - square + square / (divisor[a] * divisor[a]);
    }
    const correlation =
      sharedTraits(x, y, economy) /
      Math.sqrt(sharedTraits(x, x, economy) * sharedTraits(y, y, economy));
    return (authenticity[a] * authenticity[b] * correlation) / (divisor[a] * divisor[b]);
  };
  const means = behaviours.map(() => 0);
  let secondMoment = 0;
  for (const [strain, share] of [
    [0, 1 - pi],
    [1, pi],
  ]) {
    const h = behaviours.map(({ strained }, b) => {
      const mean = strained ? (-authenticity[b] * economy.strainFootprint * (strain - pi)) / c : 0;
      return mean / Math.sqrt(1 + covariance(b, b));
    });
    behaviours.forEach((_, a) => {
      means[a] += share * normalCdf(h[a]);
      behaviours.forEach((__, b) => {
        const r = covariance(a, b) / Math.sqrt((1 + covariance(a, a)) * (1 + covariance(b, b)));
        const product = normalCdf(h[a]) * normalCdf(h[b]) + plackett(h[a], h[b], r);
        secondMoment += share * weights[a] * weights[b] * product;
      });
    });
  }
  const mean = total(weights.map((weight, b) => weight * means[b]));
  const deviation = Math.sqrt(secondMoment - mean * mean);
  return { slopes: weights.map((weight) => (weight * rules.deviation) / deviation), means };
}

/** ∫_0^r of the bivariate normal density at (h, k) over its correlation, by Simpson's rule with 600 pieces. */
function plackett(h: number, k: number, r: number): number {
  const density = (x: number) =>
    exp(-(h * h - 2 * x * h * k + k * k) / (2 * (1 - x * x))) /
    (2 * Math.PI * Math.sqrt(1 - x * x));
  const pieces = 600;
  let sum = density(0) + density(r);
  for (let n = 1; n < pieces; n++) sum += (n % 2 === 1 ? 4 : 2) * density((r * n) / pieces);
  return (sum * r) / (3 * pieces);
}

/** Points as they are, and with one default more on record. */
export interface Points {
  readonly now: number;
  readonly worse: number;
}

/** The score of one borrower today; `inflation` is added to what can be gamed. */
export function scoreOf(
  person: Person,
  today: Today,
  record: { readonly repaid: number; readonly defaults: number },
  inflation: number,
  scale: Scale,
  economy: Economy,
): Points {
  const pi = strainShare(economy);
  const traits = {
    character: person.character,
    capacity: today.capacity,
    capital: person.capitalTrait,
  };
  let standing = rules.centre;
  behaviours.forEach((one, b) => {
    let shown =
      total(one.traits.map((trait) => traits[trait])) / Math.sqrt(sharedTraits(one, one, economy));
    if (one.strained) {
      shown = (shown - economy.strainFootprint * (today.strain - pi)) / strainDeviation(economy);
    }
    const rho = authenticity[b];
    const value =
      rho * shown +
      Math.sqrt(1 - rho * rho) * person.behaviourNoise[b] +
      (one.gameable ? inflation : 0);
    standing += scale.slopes[b] * (normalCdf(value) - scale.means[b]);
  });
  const points = (defaults: number) =>
    clamp(
      Math.floor(
        standing +
          rules.repaidBonus * Math.min(record.repaid, rules.countedRepaid) -
          rules.defaultPenalty * Math.min(defaults, rules.countedDefaults) +
          0.5,
      ),
      rules.floor,
      rules.ceiling,
    );
  return { now: points(record.defaults), worse: points(record.defaults + 1) };
}
