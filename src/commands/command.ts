import type { ArgumentsCamelCase, Argv } from 'yargs';

/** One verb of the command line, as its file in this folder writes it. */
interface Definition<Args> {
  /** Declares positionals, flags and examples on the yargs it is given. */
  readonly options: (yargs: Argv) => Argv<Args>;
  /** Parse → call → write. Throws `UserError` for the user's mistakes, anything else for ours. */
  readonly run: (args: ArgumentsCamelCase<Args>) => void | Promise<void>;
}

/** A verb as `cli.ts` sees it, without its types. */
export interface Command {
  readonly options: (yargs: Argv) => Argv<unknown>;
  readonly run: (args: unknown) => void | Promise<void>;
}

/**
 * Declares a verb. The types of its arguments are inferred from `options`, so that `run` cannot read
 * a flag that was never declared. Every file here exports one as `command`.
 */
export function defineCommand<Args>(definition: Definition<Args>): Command {
  return {
    options: (yargs) => definition.options(yargs),
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- yargs has parsed them by `options`
    run: (args) => definition.run(args as ArgumentsCamelCase<Args>),
  };
}
