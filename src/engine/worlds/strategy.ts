import { lenderStride } from '../columns/shape.ts';
import { compete } from '../competition/compete.ts';
import { offer } from '../competition/offer.ts';
import { expectRecoveries, recovered } from '../lenders/price-by-card.ts';
import { fileLogOdds, scoreFiles } from '../lenders/score-files.ts';
import { chooseAhead } from '../loans/choice.ts';
import { writeContracts } from '../loans/contract.ts';
import { chooseToday } from '../loans/today.ts';
import { misreport } from '../people/misreport.ts';
import type { World } from '../setup.ts';
import { reckonStakes, reckonStakesWithAll } from '../stake/stakes.ts';
import type { Conviction, MarketState } from '../state.ts';
import type { Strategy, WorldState } from '../world-state.ts';
import { contractToday } from './contractible-quarter.ts';
import { contractAhead } from './contractible.ts';
import {
  estimateByType,
  makeRoomForStakes,
  priceByType,
  stakesWith,
  takeStakes,
} from './price-by-type.ts';

/**
 * @param learns whether the world learns its own sanctions: the actual one does, the others if they are relearned
 * @param replayed whether what was in use is known, and nothing is learned
 */
export function strategyOf(world: World, learns: boolean, replayed = false): Strategy {
  const typesVisible = world === 'types-visible' || world === 'full-information';
  const contractible = world === 'action-contractible' || world === 'full-information';
  if (typesVisible) makeRoomForStakes();
  return {
    learnsCards: learns || (!typesVisible && !replayed),
    learnsStakes: learns,
    offer: !typesVisible ? offerByCard : contractible ? offerByContract : offerToTypes,
    lookAhead: contractible ? contractAhead : chooseAhead,
    chooseToday: contractible ? contractToday : chooseToday,
    estimate: typesVisible ? estimateByType : () => {},
  };
}

/** Lenders price by card; then stakes with the lender whose price is taken. */
function offerByCard(market: MarketState, world: WorldState, quarter: number): void {
  const { lenders, competition, stake, unaware } = market;
  const { cards, constants, sanctions, book } = world;
  if (market.footprint && market.market.economy.misreporting.share > 0) inflate(market, world);
  offer(lenders, competition, cards.coefficients, constants, quarter);
  writeContracts(book.term);
  if (sanctions.posted) believe(market, sanctions);
  if (unaware) believe(market, unaware);
  reckonStakes(stake, sanctions.beliefs, unaware?.beliefs);
}

/** Lenders see types: the stakes with each lender asked come first, since they move its price. */
function offerToTypes(market: MarketState, { sanctions, book }: WorldState, quarter: number): void {
  const { lenders, competition, stake, unaware, choice } = market;
  believe(market, sanctions);
  if (unaware) believe(market, unaware);
  reckonStakesWithAll(stake, sanctions.beliefs, unaware?.beliefs, stakesWith, lenderStride);
  priceByType(choice, lenders.terms, chooseAhead, false);
  compete(competition, quarter, false);
  takeStakes();
  writeContracts(book.term);
}

/** Lenders see types, and action is contracted: stakes move no default, and those with the lender taken are enough. */
function offerByContract(
  market: MarketState,
  { sanctions, book }: WorldState,
  quarter: number,
): void {
  const { lenders, competition, stake, unaware, choice } = market;
  believe(market, sanctions);
  if (unaware) believe(market, unaware);
  priceByType(choice, lenders.terms, contractAhead, true);
  compete(competition, quarter, false);
  reckonStakes(stake, sanctions.beliefs, unaware?.beliefs);
  writeContracts(book.term);
}

/** What these beliefs say of this page's applicants, where lenders have not just said it when they priced. */
function believe({ lenders }: MarketState, { beliefs, scoreReader }: Conviction): void {
  scoreFiles(beliefs.cards, lenders.classOf.length, scoreReader, beliefs.logOdds);
  expectRecoveries(lenders, beliefs.constants, beliefs.recovered);
}

/** Borrowers that can inflate their footprint do so where the cards that price make it pay. */
function inflate({ market, lenders, footprint, people }: MarketState, world: WorldState): void {
  if (!footprint) return;
  const { cards, constants } = world;
  scoreFiles(cards.coefficients, lenders.classOf.length, lenders.scoreReader, fileLogOdds);
  expectRecoveries(lenders, constants, recovered);
  misreport(market.economy, lenders, footprint, people, cards.coefficients, constants, fileLogOdds);
}
