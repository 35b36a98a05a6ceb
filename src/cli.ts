#!/usr/bin/env node
import { runCommandLine, type Verb } from './commands/frame.ts';

/** The verbs, in the order of the help. A new one is one line here and one file in commands/. */
const verbs: readonly Verb[] = [
  {
    usage: 'check <scenario>',
    about: 'validate a scenario and print it resolved: every number, with its unit',
    load: () => import('./commands/check.ts'),
  },
  {
    usage: 'list [what]',
    about: 'list institutions, scenarios and measures',
    load: () => import('./commands/list.ts'),
  },
  {
    usage: 'schema',
    about: 'print the JSON Schema of scenario files, for editors',
    load: () => import('./commands/schema.ts'),
  },
];

await runCommandLine(verbs, process.argv.slice(2));
