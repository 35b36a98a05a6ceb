import { defineCommand } from './command.ts';
import { runOptions } from './run-options.ts';

export const command = defineCommand({
  options: runOptions,
  // The model is loaded only now, so that the help is quick.
  run: async (args) => (await import('./run-markets.ts')).runMarkets(args),
});
