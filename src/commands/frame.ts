import { readFileSync } from 'node:fs';
import yargs, { type Argv } from 'yargs';
import { formatProblem, NotNow, UserError } from '../errors.ts';
import { programFolder } from '../program-folder.ts';
import { didYouMean } from '../suggest.ts';
import type { Command } from './command.ts';
import { takeMisgiven } from './misgiven.ts';
import { misuse, refuseMisgiven } from './misuse.ts';
import { gathered, handedOn } from './options.ts';
import { starved } from './starved.ts';
import { colours, Interrupted, lineWidth, say } from '../terminal/terminal.ts';

/** A verb by name; its file is read only when it is used, so that `--help` is quick. */
export interface Verb {
  /** As yargs reads it: `run <scenario>`. */
  readonly usage: string;
  readonly about: string;
  readonly load: () => Promise<{ readonly command: Command }>;
}

/** Exit codes: a mistake of the user's, a mistake of ours (sysexits.h: EX_SOFTWARE), call again (EX_TEMPFAIL). */
const exitCodes = { userError: 1, ownError: 70, again: 75 } as const;

/**
 * Reads the words after `creditlab`, runs the verb they name, and sets the exit code. Never throws.
 *
 * @param given what stands after the program's name; `help run` is `run --help`
 */
export async function runCommandLine(
  verbs: readonly Verb[],
  given: readonly string[],
): Promise<void> {
  const spelt = given[0] === 'help' ? [...given.slice(1), '--help'] : given;
  const lines = gathered(handedOn(spelt, 'slurm', '--sbatch'), '--sbatch');
  const words = gathered(lines, '--set');
  try {
    refuseUnknownVerb(verbs, words);
    await parse(verbs, words);
  } catch (error) {
    process.exitCode = explain(error);
  }
}

async function parse(verbs: readonly Verb[], words: readonly string[]): Promise<void> {
  takeMisgiven();
  const program = parser(verbs, words);
  try {
    await program.parseAsync([...words]);
  } catch (error) {
    if (!isMisuse(error)) throw error;
    const usage = verbs.find((verb) => words.includes(nameOf(verb)))?.usage;
    const flags = Array.from((await program.getHelp()).matchAll(/--[a-z][a-z-]*/g), String);
    throw misuse(error.message, usage, flags);
  }
}

/** What yargs has to say about the words it was given. */
class Misuse extends Error {}

/** yargs throws some of its complaints itself, as an error of this name. */
function isMisuse(error: unknown): error is Error {
  return error instanceof Misuse || (error instanceof Error && error.name === 'YError');
}

function refuseUnknownVerb(verbs: readonly Verb[], words: readonly string[]): void {
  const word = words.find((candidate) => !candidate.startsWith('-'));
  const names = verbs.map(nameOf);
  if (word === undefined || names.includes(word)) return;
  throw new UserError([{ message: `no command "${word}"`, hint: didYouMean(word, names) }]);
}

function parser(verbs: readonly Verb[], words: readonly string[]): Argv {
  const root = yargs()
    .scriptName('creditlab')
    .usage(
      '$0 <command>\n\nThe same borrowers, with the same luck, under rival credit institutions.',
    )
    .epilogue(
      'Examples:\n' +
        '  creditlab run scenarios/baseline.yaml\n' +
        '  creditlab check my-scenario.yaml\n' +
        '  creditlab list institutions\n\n' +
        '"creditlab <command> --help" says more. Data goes to stdout, messages to stderr.',
    )
    .version(version())
    .alias({ help: 'h', version: 'v' })
    .strict()
    .demandCommand(1, 1, 'Say what to do: name a command.')
    .exitProcess(false)
    // `--no-x` means nothing here, and of a flag given twice the last one counts.
    .parserConfiguration({ 'boolean-negation': false, 'duplicate-arguments-array': false })
    .fail((message, error: Error | undefined) => {
      throw error ?? new Misuse(message);
    })
    .wrap(Math.min(100, lineWidth()));
  for (const { usage, about, load } of verbs) {
    root.command(
      usage,
      about,
      async (instance: Argv) => (await load()).command.options(instance),
      async (args) => {
        refuseMisgiven(words, args);
        const { command } = await load();
        if (Reflect.get(args, 'noModules') === true) {
          (await import('./words/module-words.ts')).refuse();
        }
        await command.run(args);
      },
    );
  }
  return root;
}

/** Tells the person at the keyboard what went wrong; returns the exit code. */
function explain(thrown: unknown): number {
  const { red, dim } = colours(process.stderr);
  if (thrown instanceof Interrupted) return thrown.exitCode;
  const error = starved(thrown) ?? thrown;
  if (error instanceof UserError) {
    for (const problem of error.problems) say(red('error: ') + formatProblem(problem));
    if (error.problems.length > 1) say(dim(`${error.problems.length} problems, nothing written`));
    return error instanceof NotNow ? exitCodes.again : exitCodes.userError;
  }
  say(red('creditlab has a fault; we are sorry. Nothing half-written is left behind.'));
  say('Please report it with the lines below and the command that you ran.');
  say(error instanceof Error ? (error.stack ?? error.message) : String(error));
  return exitCodes.ownError;
}

function nameOf(verb: Verb): string {
  return verb.usage.split(' ', 1)[0] ?? verb.usage;
}

function version(): string {
  const text = readFileSync(new URL('package.json', programFolder), 'utf8');
  const content: unknown = JSON.parse(text);
  const known = typeof content === 'object' && content !== null && 'version' in content;
  return known ? String(content.version) : 'unknown';
}
