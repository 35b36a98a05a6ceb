import type { Combined, Origin } from '../scenario.ts';

/** Those of an institution: one, or one for each of its tiers. */
export function originsOf(from: Origin | Combined): readonly Origin[] {
  return from.kind === 'combined' ? from.tiers.map((tier) => tier.from) : [from];
}

/** The same with each origin replaced; `tier` is the name of the tier, undefined where there is but one. */
export function mapOrigins(
  from: Origin | Combined,
  replace: (origin: Origin, tier?: string) => Origin,
): Origin | Combined {
  if (from.kind !== 'combined') return replace(from);
  const tiers = from.tiers.map((tier) => ({ ...tier, from: replace(tier.from, tier.name) }));
  return { ...from, tiers };
}
