import { distance } from 'fastest-levenshtein';

/** The known word that a misspelt one was most likely meant to be, if any is near enough. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const best = byNearness(word, known)[0];
  // A third of the letters may be wrong, and two in short words.
  return best && best.edits <= Math.max(2, word.length / 3) ? best.candidate : undefined;
}

function byNearness(word: string, known: readonly string[]) {
  const typed = plain(word);
  return known
    .map((candidate) => ({ candidate, edits: edits(asDeep(typed, candidate), plain(candidate)) }))
    .toSorted((a, b) => a.edits - b.edits);
}

/** The first steps of a dotted key, as many as a shorter one has: the slip may lie in its owner. */
function asDeep(typed: string, candidate: string): string {
  return typed.split('.').slice(0, candidate.split('.').length).join('.');
}

/** Edits from one word to another, or, one edit dearer, to the beginning of a longer one. */
function edits(typed: string, whole: string): number {
  const begun = typed.length > 3 ? 1 + distance(typed, whole.slice(0, typed.length)) : Infinity;
  return Math.min(distance(typed, whole), begun);
}

/** Of more words than this a hint names those nearest to the one that was meant: a page of them would hide it. */
const mostTold = 60;
const nearestTold = 8;

/** A hint for a word that is not known: the nearest one, then all of them, or the next few where there are very many. */
export function didYouMean(word: string, known: readonly string[]): string {
  const guess = nearest(word, known);
  if (guess !== undefined && known.length > mostTold) {
    const next = byNearness(word, known).slice(1, nearestTold + 1);
    const more = next.map(({ candidate }) => candidate).join(', ');
    return `did you mean ${guess}? near it: ${more}, of ${known.length} that are known`;
  }
  const all = known.length > 0 ? `known: ${known.join(', ')}` : 'none is known here';
  return guess === undefined ? all : `did you mean ${guess}? ${all}`;
}

/** Case and the choice between kebab-case and camelCase are no difference worth counting. */
function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[-_ ]/g, '');
}
