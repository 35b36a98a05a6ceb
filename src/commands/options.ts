import type { Argv } from 'yargs';
import type { NumberParameter } from '../parameters.ts';
import { numberHint } from '../text/meant-number.ts';
import { oddSignIn } from '../text/odd-signs.ts';
import { labellings } from '../institution-names.ts';
import { languages } from '../language.ts';
import { noteMisgiven } from './misgiven.ts';

interface NumberFlag {
  /** The flag's name, without dashes. */
  readonly flag: string;
  readonly about: string;
  readonly min?: number;
  readonly max?: number;
  /** Whether only whole numbers will do. */
  readonly whole?: boolean;
}

/**
 * A yargs option that is a number or absent. yargs itself turns `--replicates abc` into NaN and goes
 * on; this refuses what is no number or out of range.
 */
export function numberOption({
  flag,
  about,
  min = -Infinity,
  max = Infinity,
  whole = false,
}: NumberFlag) {
  const range = rangeText(min, max, whole);
  return {
    type: 'string',
    requiresArg: true,
    describe: about,
    coerce: (given: string | undefined): number | undefined => {
      if (given === undefined) return undefined;
      const value = given.trim() === '' ? NaN : Number(given);
      const isKind = whole ? Number.isSafeInteger(value) : Number.isFinite(value);
      if (isKind && value >= min && value <= max) return value;
      const meant = Number.isNaN(value) ? numberHint(given) : undefined;
      return noteMisgiven({
        message: `--${flag}: "${given}" is not allowed`,
        hint: `${meant === undefined ? '' : `${meant}; `}allowed: ${range}`,
      });
    },
  } as const;
}

/** A whole number in the range of its passport. */
export function wholeOption(
  flag: string,
  about: string,
  { min, max }: Pick<NumberParameter, 'min' | 'max'>,
) {
  return numberOption({ flag, about, min, max, whole: true });
}

/** `--force` of the verbs that draw. */
export const forceOption = switchOption(
  'replace files of creditlab’s that were edited since; never anybody else’s',
);

/** `--no-modules` of every verb that could run a user's code; the frame obeys it. */
export const noModulesOption = switchOption('refuse whatever names code of its own');

/** A word, or absent: `--out somewhere`. */
export function wordOption(flag: string, describe: string) {
  return {
    type: 'string',
    requiresArg: true,
    describe,
    coerce: (given: string | undefined): string | undefined => {
      const sign = given === undefined ? undefined : oddSignIn(given);
      if (sign !== undefined) return noteMisgiven({ message: `--${flag}: holds ${sign}` });
      if (given === undefined || given.trim() !== '') return given;
      return noteMisgiven({ message: `--${flag}: is empty`, hint: describe });
    },
  } as const;
}

/** The same with a word that stands where none is given. */
export function usualWordOption(flag: string, describe: string, usual: string) {
  const { coerce, ...option } = wordOption(flag, describe);
  return { ...option, default: usual, coerce: (given: string) => coerce(given) ?? usual } as const;
}

/** A flag that is there or not: `--quiet`. */
export function switchOption(describe: string) {
  return { type: 'boolean', default: false, describe } as const;
}

/** The language of what is written; the longer spelling means the same. */
export function langOption(describe: string) {
  return { alias: 'language', choices: languages, default: 'en' as const, describe } as const;
}

/** How built-in institutions are called. */
export const labelsOption = {
  choices: labellings,
  default: 'types' as const,
  describe: 'institutions by their type, or with the country that stands for it',
} as const;

/** A comma-separated list of words, or absent: `--institutions none,sesame`. */
export function listOption(flag: string, about: string) {
  return {
    type: 'string',
    requiresArg: true,
    describe: about,
    coerce: (given: string | undefined): string[] | undefined => {
      if (given === undefined) return undefined;
      const words = given.split(',').map((word) => word.trim());
      if (words.every((word) => word !== '')) return words;
      return noteMisgiven({
        message: `--${flag}: an entry of "${given}" is empty`,
        hint: 'separate with commas',
      });
    },
  } as const;
}

/** The folder of a finished run, as first argument. */
export const runFolder = {
  type: 'string',
  demandOption: true,
  describe: 'output folder of a run, e.g. output/baseline',
} as const;

function rangeText(min: number, max: number, whole: boolean): string {
  const kind = whole ? 'a whole number' : 'a number';
  if (min === -Infinity && max === Infinity) return kind;
  if (max === Infinity) return `${kind}, at least ${min}`;
  if (min === -Infinity) return `${kind}, at most ${max}`;
  return `${kind}, ${min}..${max}`;
}

/** Stands between the values of a flag that was given several times; nobody types it. */
const between = '\u001f';

/**
 * Words in which a flag that may be given often stands once, with all its values: of a flag given twice yargs counts the
 * last one only.
 *
 * @param flag with its dashes; a value follows it, or stands behind =
 */
export function gathered(words: readonly string[], flag: string): readonly string[] {
  const values: string[] = [];
  const others: string[] = [];
  for (let i = 0; i < words.length; i++) {
    if (words[i].startsWith(`${flag}=`)) values.push(words[i].slice(flag.length + 1));
    else if (words[i] === flag && i + 1 < words.length) values.push(words[++i]);
    else others.push(words[i]);
  }
  return values.length === 0 ? words : [...others, `${flag}=${values.join(between)}`];
}

/** The words after `--` of a verb that hands them on, each as a value of a flag. */
export function handedOn(words: readonly string[], verb: string, flag: string): readonly string[] {
  const at = words[0] === verb ? words.indexOf('--') : -1;
  if (at < 0) return words;
  return [...words.slice(0, at), ...words.slice(at + 1).flatMap((word) => [flag, word])];
}

/** A flag that may be given several times: its values, empty without it. See `gathered`. */
export function repeatedOption(about: string) {
  return {
    type: 'string',
    requiresArg: true,
    describe: about,
    coerce: (given: string | undefined): string[] =>
      given === undefined ? [] : given.split(between),
  } as const;
}

/** For a verb that takes several words, such as folders: elsewhere the last one counts of what is given twice. */
export function severalWords(yargs: Argv): Argv {
  return yargs.parserConfiguration({
    'boolean-negation': false,
    'duplicate-arguments-array': true,
  });
}
