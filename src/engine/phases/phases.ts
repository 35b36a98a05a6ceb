import { join, type Sharing } from '../files/join.ts';
import { planFiles, type FilePlan } from '../files/records.ts';
import type { Economy } from '../parameters.ts';
import type { Market, Phase, MarketInstitution } from '../setup.ts';
import { inherited, withFiling } from './inherit.ts';

/** One stretch of a market's course: what holds from a quarter on, and what is done as it begins. */
export interface PhasePlan {
  readonly from: number;
  /** Quarter from which borrowers reckon with it. */
  readonly announced: number;
  readonly sharing: Sharing;
  /** Its rules, as if they had always held. */
  readonly institution: MarketInstitution;
  /** With the awareness and the cap of the phase. */
  readonly economy: Economy;
  /** What begins it; undefined for the first. */
  readonly phase: Phase | undefined;
}

/**
 * The course of a market, in the order of quarters: at least one phase, the first from quarter 0 on. A change at quarter 0
 * or earlier takes the place of what it changes.
 *
 * @throws what the institutions' rules throw
 */
export function phasesOf(
  { economy: first, lenders }: Pick<Market, 'economy' | 'lenders'>,
  institution: MarketInstitution,
): readonly PhasePlan[] {
  const plans: PhasePlan[] = [];
  let { rules, participation } = institution;
  let economy = first;
  for (const phase of [undefined, ...(institution.phases ?? [])]) {
    rules = phase?.rules ?? rules;
    participation = phase?.participation ?? participation;
    economy = phase ? changed(economy, phase) : economy;
    const own = { rules, participation };
    const sharing = join(lenders, own);
    const before = plans.map((plan) => plan.sharing);
    if (!phase || before.length === 0 || phase.from <= 0) {
      plans[0] = { from: 0, announced: 0, sharing, institution: own, economy, phase };
      continue;
    }
    const { from, announced = from } = phase;
    plans.push({
      ...{ from, announced, institution: own, economy, phase },
      sharing: inherited(lenders, before, sharing, rules, phase),
    });
  }
  const sharings = withFiling(plans.map(({ sharing }) => sharing));
  return plans.map((plan, k) => ({ ...plan, sharing: sharings[k] }));
}

function changed(economy: Economy, { awareness, cap }: Phase): Economy {
  const { behaviour, pricing } = economy;
  return {
    ...economy,
    behaviour: awareness === undefined ? behaviour : { ...behaviour, awareness },
    pricing: cap === undefined ? pricing : { ...pricing, cap },
  };
}

/** What the files of a market must hold in all its phases. */
export function filesOf(
  market: Pick<Market, 'economy' | 'lenders'>,
  institution: MarketInstitution,
): FilePlan {
  return filesIn(phasesOf(market, institution));
}

export function filesIn(phases: readonly PhasePlan[]): FilePlan {
  const strikes = phases.some(({ phase }) => phase?.erase !== undefined);
  return planFiles(
    phases.map(({ sharing }) => sharing),
    strikes,
  );
}
