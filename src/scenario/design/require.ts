import { resultDictionary, resultMeasures } from '../../measures/index.ts';
import { didYouMean } from '../../suggest.ts';
import type { Requirement } from '../design-types.ts';
import type { ScenarioFile } from '../file.ts';
import type { Note } from './values.ts';

/** What a market must do if a scenario says nothing of it: to lend, and to leave no lender that always loses. */
const usualRequirements: readonly Requirement[] = [{ kind: 'lends' }, { kind: 'no-lender-loses' }];
/** Of points of a file that says where each comes from, such as economies that fit: who drew them knew what lenders earn. */
const requiredOfDrawn: readonly Requirement[] = [{ kind: 'lends' }];

/**
 * What a scenario requires of a point, with its mistakes noted.
 *
 * @param areDrawn whether the points come from a file that says where each comes from
 */
export function readRequirements(
  given: ScenarioFile['require'],
  institutions: readonly string[],
  note: Note,
): (areDrawn: boolean) => readonly Requirement[] {
  const known = resultMeasures.map(({ id }) => id);
  if (given === undefined) return (areDrawn) => (areDrawn ? requiredOfDrawn : usualRequirements);
  const requirements = given.map((entry, i): Requirement => {
    if (typeof entry === 'string') return { kind: entry };
    const { measure, world = 'actual', institution, min, max } = entry;
    const at = ['require', i];
    if (resultDictionary.rankOf(measure) >= known.length) {
      note([...at, 'measure'], `no measure "${measure}"\n${didYouMean(measure, known)}`);
    }
    if (institution !== undefined && !institutions.includes(institution)) {
      const hint = didYouMean(institution, institutions);
      note([...at, 'institution'], `no institution "${institution}" in this scenario\n${hint}`);
    }
    if (min === undefined && max === undefined) {
      note(at, 'has neither min nor max\nwrite at least one of them');
    }
    return {
      ...{ kind: 'measure', measure, world },
      ...(institution !== undefined && { institution }),
      ...(min !== undefined && { min }),
      ...(max !== undefined && { max }),
    };
  });
  return () => requirements;
}
