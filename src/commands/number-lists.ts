import type { Problem } from '../errors.ts';
import { withDecimalDots } from '../text/meant-number.ts';
import { noteMisgiven } from './misgiven.ts';
import { listOption } from './options.ts';

interface NumberList {
  /** The flag's name, without dashes. */
  readonly flag: string;
  readonly about: string;
  /** How many numbers there must be, if not any number of them. */
  readonly count?: number;
  readonly min?: number;
  readonly max?: number;
}

/**
 * A comma-separated list of numbers, or absent: `--range 350,950`. Its words are kept as they were written. `0,01` is not read
 * as two numbers, and where a list of shares could be one of decimal commas it is not read at all.
 */
export function numbersOption({ flag, about, count, min = -Infinity, max = Infinity }: NumberList) {
  const numbers = count === undefined ? 'numbers' : `${count} numbers`;
  const range = Number.isFinite(max) ? ` from ${min} to ${max}` : '';
  const allowed = `allowed: ${numbers}${range}, separated by commas`;
  const fits = (word: string) => Number(word) >= min && Number(word) <= max;
  /** Whether whole numbers alone may be what is meant: of shares they may not. */
  const isWholeMeant = (words: readonly string[]) =>
    count === undefined ? words.length < 2 || max > 1 : words.length === count;
  return listWith(flag, about, (words, given) => {
    const meant = given.includes(';')
      ? given.split(';').map((word) => word.trim().replace(',', '.'))
      : withDecimalDots(words, isWholeMeant(words));
    const isEither = count === undefined && !isWholeMeant(words) && words.every(isDigits);
    const isWrong = words.some((word) => !fits(word) || /^[-+]?0\d/.test(word));
    const isAsMany = count === undefined || words.length === count;
    if (isAsMany && !isWrong && !meant && !isEither) return undefined;
    const hint = meant ? `write ${meant.join(',')}: decimals have a dot; ${allowed}` : allowed;
    const dots = isEither ? `; whole ones as ${words.map((word) => `${word}.0`).join(',')}` : '';
    const reading = isEither && !isWrong ? 'can be read in two ways' : 'is not allowed';
    return { message: `--${flag}: "${given}" ${reading}`, hint: `${hint}${dots}` };
  });
}

/** A list such as `--bands poor=350,fair=550`: names with numbers. */
export function namedNumbersOption(flag: string, about: string) {
  return listWith(flag, about, (words) => {
    const cut = words.findIndex(
      (word, k) => isDigits(word) && /=[-+]?\d+$/.test(words[k - 1] ?? ''),
    );
    if (cut < 0) return undefined;
    const torn = `${words[cut - 1]},${words[cut]}`;
    const hint = `write ${words[cut - 1]}.${words[cut]}: decimals have a dot`;
    return { message: `--${flag}: "${torn}" is not allowed`, hint };
  });
}

/** A list that is refused where something is wrong with its words. */
function listWith(
  flag: string,
  about: string,
  mistakeIn: (words: readonly string[], given: string) => Problem | undefined,
) {
  const { coerce, ...option } = listOption(flag, about);
  return {
    ...option,
    coerce: (given: string | undefined): string[] | undefined => {
      const words = coerce(given);
      const mistake = words && mistakeIn(words, given ?? '');
      return mistake ? noteMisgiven(mistake) : words;
    },
  } as const;
}

const isDigits = (word: string) => /^\d+$/.test(word);
