import { gammaQuantile } from './gamma.ts';
import { purposes, type Luck } from './luck.ts';
import { clamp, exp, logistic, normalCdf, power, wholePower } from './mathematics.ts';
import type { Economy, Lender } from './parameters.ts';
import { pickByShare } from './search.ts';

/** A borrower of section 1: what never changes, and where it stands today. A twin shares its original's person. */
export interface Person {
  readonly number: number;
  readonly character: number;
  readonly capitalTrait: number;
  readonly collateralTrait: number;
  readonly conditionsTrait: number;
  readonly common: number;
  /** ν and its mean over strain, ν̄. */
  readonly need: number;
  readonly meanNeed: number;
  /** κ, ℓ and o. */
  readonly stigma: number;
  readonly collateral: number;
  readonly outside: number;
  readonly capitalSignal: number;
  readonly aware: boolean;
  readonly ableToInflate: boolean;
  readonly behaviourNoise: readonly number[];
  /** ξ, χ and the home lender's number. */
  xi: number;
  strain: number;
  home: number;
}

/** π: share of people under strain. */
export function strainShare({ strainEntry, strainExit }: Economy): number {
  return strainEntry === 0 ? 0 : strainEntry / (strainEntry + strainExit);
}

const loaded = (load: number, common: number, own: number) =>
  load * common + Math.sqrt(1 - load * load) * own;

export function createPerson(
  number: number,
  economy: Economy,
  lenders: readonly Lender[],
  luck: Luck,
): Person {
  const normal = (purpose: number) => luck.normal(number, 0, purpose);
  const uniform = (purpose: number) => luck.uniform(number, 0, purpose);
  const common = normal(purposes.common);
  const character = loaded(economy.characterLoading, common, normal(purposes.character));
  const capitalTrait = loaded(economy.capitalLoading, common, normal(purposes.capital));
  const collateralTrait = loaded(economy.collateralLoading, common, normal(purposes.collateral));
  const gamma = gammaQuantile(economy.needShape, uniform(purposes.need)) / economy.needShape;
  const need = Math.min(0.95, economy.demand * gamma);
  const pi = strainShare(economy);
  const { stigmaSpread, collateralSpread } = economy;
  return {
    number,
    common,
    character,
    capitalTrait,
    collateralTrait,
    conditionsTrait: normal(purposes.conditions),
    need,
    meanNeed: (1 - pi) * need + pi * Math.min(0.95, economy.strainNeed * need),
    stigma: economy.stigma * exp(stigmaSpread * character - (stigmaSpread * stigmaSpread) / 2),
    collateral:
      economy.collateral *
      exp(collateralSpread * collateralTrait - (collateralSpread * collateralSpread) / 2),
    outside: economy.outside + economy.capitalSlope * Math.max(0, capitalTrait + 1),
    capitalSignal: capitalTrait + economy.capitalNoise * normal(purposes.capitalSignal),
    aware: uniform(purposes.awareness) < economy.awareness,
    ableToInflate: uniform(purposes.ableToInflate) < economy.misreportingShare,
    behaviourNoise: Array.from({ length: 9 }, (_, b) => normal(purposes.behaviour + b)),
    xi: normal(purposes.capacity),
    strain: uniform(purposes.strainStart) < pi ? 1 : 0,
    home: pickByShare(
      uniform(purposes.firstHome),
      lenders.map((_, j) => j),
      lenders,
    ),
  };
}

/** Step 2 of quarter t ≥ 1. */
export function movePerson(
  person: Person,
  t: number,
  economy: Economy,
  lenders: readonly Lender[],
  luck: Luck,
): void {
  const persistence = economy.capacityPersistence;
  person.xi =
    persistence * person.xi +
    Math.sqrt(1 - persistence * persistence) * luck.normal(person.number, t, purposes.capacityStep);
  const u = luck.uniform(person.number, t, purposes.strainStep);
  if (person.strain === 0) person.strain = u < economy.strainEntry ? 1 : 0;
  else person.strain = u < economy.strainExit ? 0 : 1;
  if (luck.uniform(person.number, t, purposes.move) < economy.moving) {
    const everyone = lenders.map((_, j) => j);
    person.home = pickByShare(luck.uniform(person.number, t, purposes.newHome), everyone, lenders);
  }
}

/** Z_t for t = 0 … quarters − 1. */
export function macroPath(quarters: number, economy: Economy, luck: Luck): number[] {
  const { macroPersistence, macroDeviation } = economy;
  const path: number[] = [];
  for (let t = 0; t < quarters; t++) {
    const n = luck.normal(0, t, purposes.macro);
    path.push(
      t === 0
        ? macroDeviation * n
        : macroPersistence * path[t - 1] +
            macroDeviation * Math.sqrt(1 - macroPersistence * macroPersistence) * n,
    );
  }
  return path;
}

/** A borrower as it stands in one quarter: what section 3 needs to know of it. */
export interface Today {
  /** Capacity a, income y, own mean loan S̄. */
  readonly capacity: number;
  readonly income: number;
  readonly meanLoan: number;
  readonly strain: number;
  readonly stigma: number;
  readonly collateral: number;
  readonly outside: number;
  /** ζ and f. */
  readonly standing: number;
  readonly ownHazard: number;
  /** R of a loan signed today. */
  readonly useValue: number;
  readonly safe: boolean;
}

export function standingToday(person: Person, macro: number, economy: Economy): Today {
  const capacity = loaded(economy.capacityLoading, person.common, person.xi);
  const { incomeSpread, sizeElasticity: eta, incomeMean } = economy;
  const income = incomeMean * exp(incomeSpread * capacity - (incomeSpread * incomeSpread) / 2);
  const steady = economy.capacity * capacity + economy.capital * person.capitalTrait;
  const standing = steady + (economy.macro + economy.conditions * person.conditionsTrait) * macro;
  return {
    capacity,
    income,
    meanLoan:
      power(income / incomeMean, eta) / exp((eta * (eta - 1) * incomeSpread * incomeSpread) / 2),
    strain: person.strain,
    stigma: person.stigma,
    collateral: person.collateral,
    outside: person.outside,
    standing,
    ownHazard: logistic(-(economy.own + standing)),
    useValue: useValue(steady, economy),
    safe: steady > 0,
  };
}

/** h_χ at this service, under this strain. */
export function liquidityHazard(
  today: Today,
  service: number,
  strain: number,
  economy: Economy,
): number {
  return logistic(
    -(economy.liquidity + today.standing) +
      (economy.debt * service) / today.income +
      economy.strainLiquidity * strain,
  );
}

/** R: what a loan is worth over its life per unit lent, at Z = 0 and without debt. */
function useValue(steady: number, economy: Economy): number {
  const { term, meanValue, dial, referenceHazard } = economy;
  const survival =
    (1 - logistic(-(economy.liquidity + steady))) * (1 - logistic(-(economy.own + steady)));
  const reference = power(1 - referenceHazard, 1 / term);
  return meanValue * power(meanSurvival(reference, term) / meanSurvival(survival, term), dial);
}

/** sh(s) = (1/T)·Σ_{n = 1..T} s^n. */
function meanSurvival(s: number, term: number): number {
  let sum = 0;
  for (let n = 1; n <= term; n++) sum += wholePower(s, n);
  return sum / term;
}

/** Chance to need a loan this quarter. */
export function needNow(person: Person, economy: Economy): number {
  return person.strain === 1 ? Math.min(0.95, economy.strainNeed * person.need) : person.need;
}

/** Income as estimated from a signal: ŷ. */
export function estimatedIncome(signal: number, economy: Economy): number {
  const { incomeMean, incomeSpread, incomeNoise } = economy;
  const weight = 1 / (1 + incomeNoise * incomeNoise);
  return (
    incomeMean * exp(incomeSpread * weight * signal - (weight * incomeSpread * incomeSpread) / 2)
  );
}

/** Size wished, from own mean loan and a normal draw. */
export function sizeWished(meanLoan: number, n: number, { sizeSpread }: Economy): number {
  return meanLoan * exp(sizeSpread * n - (sizeSpread * sizeSpread) / 2);
}

/** Quintiles of the five traits today. */
export function quintilesOf(person: Person, today: Today): number[] {
  return [
    person.character,
    today.capacity,
    person.capitalTrait,
    person.collateralTrait,
    person.conditionsTrait,
  ].map((trait) => clamp(Math.floor(5 * normalCdf(trait)), 0, 4));
}
