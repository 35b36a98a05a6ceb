import type { Market, MarketInstitution } from '../../engine/index.ts';
import { simulate } from '../../engine/running/index.ts';
import { valuesIn } from '../../measures/index.ts';
import { factKey, flipsMeasure, type MarketNumbers } from '../../calibration/index.ts';
import { experimentOf } from '../../experiments/registry.ts';
import type { Problem } from '../../errors.ts';
import { observeFacts } from '../../evidence/index.ts';
import { loadExternalInstitution } from '../../scenario/institutions/external.ts';
import { marketInstitutionOf } from '../../scenario/institutions/resolve.ts';
import type { InstitutionChoice } from '../../scenario/index.ts';
import { blame } from '../../jobs/work.ts';

/** One market of the actual world, and what is wanted of it. Plain data: it crosses threads as it is. */
export interface MomentTask {
  readonly market: Market;
  readonly institution: InstitutionChoice;
  readonly moments: {
    readonly measures: readonly string[];
    readonly facts: readonly string[];
  };
}

/** What a thread replies. Errors lose their class between threads, so the user's mistakes go as data. */
export type MomentsReply =
  | { readonly numbers: MarketNumbers }
  | { readonly problems: readonly Problem[] };

/**
 * Simulates the market and reads off it what is wanted.
 *
 * @throws UserError if the institution's own code fails
 */
export async function momentsOf({
  market,
  institution,
  moments,
}: MomentTask): Promise<MarketNumbers> {
  const marketInstitution = await marketInstitutionOf(
    institution,
    market.lenders,
    loadExternalInstitution,
  );
  try {
    const ofLedger = moments.measures.filter((id) => id !== flipsMeasure);
    const { ledger, facts } =
      moments.facts.length > 0
        ? observeFacts(market, marketInstitution, moments.facts)
        : { ledger: simulate(market, marketInstitution), facts: {} };
    return {
      ...valuesIn(ledger, ofLedger),
      ...Object.fromEntries(Object.entries(facts).map(([id, value]) => [factKey(id), value])),
      ...(ofLedger.length < moments.measures.length && {
        [flipsMeasure]: stakeOverCost(market, marketInstitution),
      }),
    };
  } catch (error) {
    throw blame(institution, error);
  }
}

/** V beside what defaults that nobody chose cost, by the experiment flips. */
function stakeOverCost(market: Market, marketInstitution: MarketInstitution): number {
  const findings = experimentOf('flips').observe(market, marketInstitution);
  return findings.find(({ measure, at }) => measure === flipsMeasure && at === null)?.value ?? NaN;
}
