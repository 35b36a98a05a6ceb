import type { Passport } from '../measures/index.ts';
import { resultDictionary } from '../measures/index.ts';
import type { Scenario } from '../scenario/index.ts';
import type { Answer } from './contest.ts';
import {
  fewestSeeds,
  pairIn,
  standingsOver,
  type EnsemblePoint,
  type MeasureStandings,
} from './ensemble.ts';
import { standingSentence } from './ensemble-words.ts';

/** Measures whose order is told; standings.json has all. */
const told = ['welfare', 'default-rate', 'will-not-pay-rate', 'approval-rate'] as const;

/**
 * In how many points of a file each institution is ahead of the next one, by measure.
 *
 * @param points those that count
 */
export function ensembleAnswers(
  { design, institutions, replicates }: Scenario,
  points: readonly EnsemblePoint[],
): Answer[] {
  if (design?.sample?.kind !== 'file' || institutions.length < 2 || points.length === 0) return [];
  const question = 'In how many points is one ahead of another?';
  if (replicates < fewestSeeds) {
    const sentence = `Told with ${fewestSeeds} replicates or more: fewer say too little of a point.`;
    return [{ question, sentences: [sentence] }];
  }
  const ids = institutions.map(({ id }) => id);
  const labels = new Map(institutions.map(({ id, label }) => [id, label]));
  const all = standingsOver(points, ids);
  const sentences = told.map((measure) => {
    const ordered = inOrderOf(all, measure, ids);
    const said = ordered.slice(1).map((second, i) => {
      const pair = pairIn(all, measure, ordered[i], second);
      if (!pair) throw new Error(`no pair of ${ordered[i]} and ${second}`);
      return standingSentence(pair, (id) => labels.get(id) ?? id, 'en', 'points');
    });
    return `${titleOf(resultDictionary.passportOf(measure))}: ${said.join('; ')}.`;
  });
  const about =
    'Ahead by the paired 95% interval at a point; shares of these points, never a probability. All pairs and measures, and counts by start: standings.json.';
  return [{ question, sentences: [...sentences, about] }];
}

const titleOf = ({ title, better }: Passport) =>
  `${title} (ahead is ${better === 'lower' ? 'lower' : 'higher'})`;

/** Institutions by how often they are ahead of another. */
function inOrderOf(
  all: readonly MeasureStandings[],
  measure: string,
  institutions: readonly string[],
): string[] {
  const wins = (id: string) =>
    institutions
      .filter((other) => other !== id)
      .reduce((sum, other) => {
        const pair = pairIn(all, measure, id, other);
        return sum + (pair ? pair.ahead - pair.behind : 0);
      }, 0);
  return institutions.toSorted((a, b) => wins(b) - wins(a));
}
