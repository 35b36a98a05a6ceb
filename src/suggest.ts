import { distance } from 'fastest-levenshtein';

/** The known word that a misspelt one was most likely meant to be, if any is near enough. */
export function nearest(word: string, known: readonly string[]): string | undefined {
  const typed = plain(word);
  const ranked = known
    .map((candidate) => ({ candidate, edits: edits(asDeep(typed, candidate), plain(candidate)) }))
    .toSorted((a, b) => a.edits - b.edits);
  const best = ranked[0];
  // A third of the letters may be wrong, and two in short words.
  return best && best.edits <= Math.max(2, word.length / 3) ? best.candidate : undefined;
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

/** A hint for a word that is not known: the nearest one, then all of them. */
export function didYouMean(word: string, known: readonly string[]): string {
  const guess = nearest(word, known);
  const all = known.length > 0 ? `known: ${known.join(', ')}` : 'none is known here';
  return guess === undefined ? all : `did you mean ${guess}? ${all}`;
}

/** Case and the choice between kebab-case and camelCase are no difference worth counting. */
function plain(word: string): string {
  return word.toLowerCase().replaceAll(/[-_ ]/g, '');
}
