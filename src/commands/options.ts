import { UserError } from '../errors.ts';

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
      if (
        value >= min &&
        value <= max &&
        (whole ? Number.isSafeInteger(value) : Number.isFinite(value))
      )
        return value;
      throw new UserError([
        { message: `--${flag}: "${given}" is not allowed`, hint: `allowed: ${range}` },
      ]);
    },
  } as const;
}

/** A whole number of at least `min`. */
export function wholeOption(flag: string, about: string, min = 1) {
  return numberOption({ flag, about, min, whole: true });
}

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
      throw new UserError([
        {
          message: `--${flag}: an entry of "${given}" is empty`,
          hint: 'separate with commas',
        },
      ]);
    },
  } as const;
}

function rangeText(min: number, max: number, whole: boolean): string {
  const kind = whole ? 'a whole number' : 'a number';
  if (min === -Infinity && max === Infinity) return kind;
  if (max === Infinity) return `${kind}, at least ${min}`;
  if (min === -Infinity) return `${kind}, at most ${max}`;
  return `${kind}, ${min}..${max}`;
}
