import {
  filedUnder,
  joinTiers,
  type Facts,
  type Institution,
  type Values,
} from '../../institutions/index.ts';
import type { ParameterTable } from '../../parameters.ts';

/** An institution that stands beside others, under a name that none of them has. */
export interface NamedTier {
  readonly name: string;
  readonly institution: Institution;
}

/** Key of a tier's parameter among those of the whole. */
export const tierKey = (tier: string, parameter: string) => `${tier}.${parameter}`;

/** A tier's own values among those of the whole, by the tier's names. */
export function valuesOfTier<V>(
  tier: string,
  values: Readonly<Record<string, V>>,
): Record<string, V> {
  const begin = tierKey(tier, '');
  return Object.fromEntries(
    Object.entries(values).flatMap(([name, value]) =>
      name.startsWith(begin) ? [[name.slice(begin.length), value] as const] : [],
    ),
  );
}

/**
 * One institution of several beside each other. Its parameters are those of its tiers, each after its tier's name; what is
 * said of it in words is what is said of them.
 *
 * Its rules throw an Error if two tiers keep a score, or there are too many.
 */
export function combinedInstitution(
  id: string,
  label: string,
  tiers: readonly [NamedTier, NamedTier, ...NamedTier[]],
): Institution {
  const parameters: Record<string, ParameterTable[string]> = {};
  for (const { name, institution } of tiers) {
    for (const [own, parameter] of Object.entries(institution.parameters)) {
      parameters[tierKey(name, own)] = parameter;
    }
  }
  const said = (of: keyof Facts) =>
    [...new Set(tiers.map(({ institution }) => institution.facts[of]))].join('; ');
  const rulesOf = ({ name, institution }: NamedTier, values: Values) =>
    filedUnder(name, institution.rules(valuesOfTier(name, values)));
  return {
    id,
    label,
    facts: {
      representative: said('representative'),
      mechanism: said('mechanism'),
      purpose: said('purpose'),
      openness: said('openness'),
      dataSources: said('dataSources'),
      character: said('character'),
    },
    parameters,
    rules(values = {}) {
      const [first, ...others] = tiers;
      return joinTiers([rulesOf(first, values), ...others.map((tier) => rulesOf(tier, values))]);
    },
  };
}
