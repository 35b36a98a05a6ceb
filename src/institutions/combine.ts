import { mostTiers, type Rules } from './institution.ts';

/**
 * One institution of several that stand beside each other: each has contributors, readers, retention, errors and fees of its
 * own. A reader sees what any tier shows it, every loan once, and pays all that it buys.
 *
 * @throws Error if there are more than `mostTiers`, or two keep a score
 */
export function joinTiers(tiers: readonly [Rules, ...Rules[]]): Rules {
  const [first, ...others] = tiers.flatMap((rules) => [rules, ...(rules.beside ?? [])]);
  const beside = others.map(alone);
  if (beside.length >= mostTiers) {
    throw new Error(`${beside.length + 1} tiers; at most ${mostTiers} stand beside each other`);
  }
  if ([first, ...beside].filter(({ score }) => score !== undefined).length > 1) {
    throw new Error('two tiers keep a score; lenders’ scorecards know one');
  }
  return beside.length === 0 ? alone(first) : { ...alone(first), beside };
}

/**
 * The same rules with a name for the files of their records, so that a later phase goes on with them. Several tiers have names
 * of their own.
 */
export function filedUnder(name: string, rules: Rules): Rules {
  const { beside = [] } = rules;
  return beside.length > 0 ? rules : { ...alone(rules), files: rules.files ?? name };
}

/** A tier without those beside it. */
function alone(rules: Rules): Rules {
  const { records, errors, perks, costPerReport, score, files, leak } = rules;
  return {
    // A user's rules may be of a class of his own, whose functions stay with it.
    contributes: (...given) => rules.contributes(...given),
    access: (...given) => rules.access(...given),
    ...{ records, errors, perks, costPerReport },
    ...(score && { score }),
    ...(leak && { leak }),
    ...(files !== undefined && { files }),
  };
}
