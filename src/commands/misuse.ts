import { UserError, type Problem } from '../errors.ts';
import { didYouMean, nearest } from '../suggest.ts';
import { takeMisgiven } from './misgiven.ts';

const help = 'add --help to see what is';

/**
 * What yargs has to say about the words it was given, in our words, and the mistakes in flags found before.
 *
 * @param message of yargs
 * @param usage of the verb, as `run <scenario>`; undefined if there is none
 * @param flags that the verb has
 */
export function misuse(
  message: string,
  usage: string | undefined,
  flags: readonly string[],
): UserError {
  return new UserError([...takeMisgiven(), ...problemsIn(message, usage, flags)]);
}

function problemsIn(
  message: string,
  usage: string | undefined,
  flags: readonly string[],
): Problem[] {
  const unknown = /^Unknown arguments?: (.+)$/.exec(message)?.[1]?.split(', ');
  if (unknown) return typed(unknown).map((word) => unknownWord(word, flags));
  if (usage !== undefined && message.startsWith('Not enough non-option arguments')) {
    return [{ message: `something is missing; write: creditlab ${usage}`, hint: help }];
  }
  const bare = /^Not enough arguments following: (.+)$/.exec(message)?.[1];
  if (bare !== undefined) return [{ message: `--${bare}: a value must follow`, hint: help }];
  const choices = Array.from(message.matchAll(/Argument: (.*?), Given: "(.*?)", Choices: (.*)/g));
  if (choices.length > 0) return choices.map(([, ...parts]) => wrongChoice(parts, flags));
  return [{ message, hint: help }];
}

/** Without the second spelling that yargs gives a flag of several words: `no-figures` is `noFigures` too. */
function typed(words: readonly string[]): string[] {
  const second = (word: string) =>
    word.replaceAll(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
  const seconds = new Set(words.filter((word) => second(word) !== word).map(second));
  return words.filter((word) => !seconds.has(word));
}

function unknownWord(word: string, flags: readonly string[]): Problem {
  const guess = nearest(word, flags);
  return {
    message: `"${word}" is not a flag or argument of this command`,
    hint: guess === undefined ? help : `did you mean ${guess}? ${help}`,
  };
}

function wrongChoice(
  [name = '', given = '', list = '']: readonly string[],
  flags: readonly string[],
): Problem {
  const allowed = Array.from(list.matchAll(/"(.*?)"/g), ([, word = '']) => word);
  const shown = flags.includes(`--${name}`) ? `--${name}` : name;
  return { message: `${shown}: "${given}" is not allowed`, hint: didYouMean(given, allowed) };
}

/**
 * Refuses what yargs would pass over in silence: words after `--`, and a switch that is given a value.
 *
 * @param args as yargs read them
 * @throws UserError with the mistakes in flags noted so far as well
 */
export function refuseMisgiven(words: readonly string[], args: unknown): void {
  const problems = takeMisgiven();
  if (words.includes('--')) {
    problems.push({ message: '-- means nothing here', hint: 'write the flags without it' });
  }
  for (const word of words) {
    const [, flag = '', value = ''] = /^--([^=]+)=(.*)$/.exec(word) ?? [];
    const isSwitch = typeof property(args, flag) === 'boolean';
    if (isSwitch && value !== 'true' && value !== 'false') {
      problems.push({ message: `--${flag}: takes no value`, hint: `write --${flag} alone` });
    }
  }
  if (problems.length > 0) throw new UserError(problems);
}

function property(args: unknown, name: string): unknown {
  return typeof args === 'object' && args !== null ? Reflect.get(args, name) : undefined;
}
