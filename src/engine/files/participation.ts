import { UserError } from '../../errors.ts';
import { Duty } from '../../institutions/institution.ts';
import type { Lender, MarketInstitution } from '../setup.ts';

/**
 * 1 for each lender that furnishes its records.
 *
 * @throws UserError if `participation` names a lender that is not in the market
 */
export function resolveParticipation(
  lenders: readonly Lender[],
  duty: Uint8Array,
  participation: MarketInstitution['participation'] = 1,
): Uint8Array {
  const free = lenders.filter((_, j) => duty[j] === Duty.may);
  const joiners = typeof participation === 'number' ? largest(free, participation) : participation;
  const unknown = joiners.filter((id) => !lenders.some((lender) => lender.id === id));
  if (unknown.length > 0) {
    throw new UserError(
      unknown.map((id) => ({
        message: `participation: unknown lender '${id}'`,
        hint: `lenders of this market: ${lenders.map((lender) => lender.id).join(', ')}`,
      })),
    );
  }
  return Uint8Array.from(lenders, (lender, j) =>
    duty[j] === Duty.must || (duty[j] === Duty.may && joiners.includes(lender.id)) ? 1 : 0,
  );
}

/** Ids of the given share of the lenders, by size of their search share. */
function largest(lenders: readonly Lender[], share: number): string[] {
  return lenders
    .toSorted((a, b) => b.share - a.share)
    .slice(0, Math.round(share * lenders.length))
    .map((lender) => lender.id);
}
