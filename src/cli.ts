#!/usr/bin/env node
import { runCommandLine, type Verb } from './commands/frame.ts';
import { tolerateClosedPipes } from './terminal/terminal.ts';

/** The verbs, in the order of the help. A new one is one line here and one file in commands/. */
const verbs: readonly Verb[] = [
  {
    usage: 'run <scenario>',
    about: 'simulate a scenario and compare its institutions',
    load: () => import('./commands/run.ts'),
  },
  {
    usage: 'status <folders..>',
    about: 'say how far the work in folders is: what is done, missing and failed',
    load: () => import('./commands/cluster/status.ts'),
  },
  {
    usage: 'merge <folders..>',
    about: 'put the finished work of shards together',
    load: () => import('./commands/cluster/merge.ts'),
  },
  {
    usage: 'slurm <scenario>',
    about: 'write the scripts that run a scenario on a Slurm cluster',
    load: () => import('./commands/cluster/slurm.ts'),
  },
  {
    usage: 'verify <folder>',
    about: 'simulate the results in a folder again and prove that they are the same bytes',
    load: () => import('./commands/verify.ts'),
  },
  {
    usage: 'compare <a> <b>',
    about: 'compare the results in two folders, paired where their seeds match',
    load: () => import('./commands/compare.ts'),
  },
  {
    usage: 'experiment <what> [scenario]',
    about: 'do a randomised experiment in every market of a scenario, or list the experiments',
    load: () => import('./commands/experiment.ts'),
  },
  {
    usage: 'sensitivity <scenario>',
    about: 'which assumptions drive the answer: screening, then indices of the few that matter',
    load: () => import('./commands/answers/sensitivity.ts'),
  },
  {
    usage: 'robustness <scenario>',
    about: 'who is first over all points of a design, how often, where, and what the others lack',
    load: () => import('./commands/answers/robustness.ts'),
  },
  {
    usage: 'converge <scenario>',
    about: 'whether the numbers of a scenario hang on its borrowers, quarters and burn-in',
    load: () => import('./commands/answers/converge.ts'),
  },
  {
    usage: 'calibrate <targets>',
    about: 'fit the economy to targets, and say what they settle and what they leave open',
    load: () => import('./commands/calibrate.ts'),
  },
  {
    usage: 'evidence',
    about: 'set the model beside published facts, each with its source, band and verdict',
    load: () => import('./commands/evidence/evidence.ts'),
  },
  {
    usage: 'report <folder>',
    about: 'write the report of a run again from its results',
    load: () => import('./commands/report.ts'),
  },
  {
    usage: 'figures <folder>',
    about: 'draw the figures of a run again from its results, in any size, language and format',
    load: () => import('./commands/figures.ts'),
  },
  {
    usage: 'check <scenario>',
    about: 'validate a scenario and print it resolved: every number, with its unit',
    load: () => import('./commands/check.ts'),
  },
  {
    usage: 'lab [scenario]',
    about: 'write the lab: two towns in a page that opens from disk, with lessons and a sandbox',
    load: () => import('./commands/lab/lab.ts'),
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
  {
    usage: 'paper',
    about: 'reproduce the tables and figures of Xu, Guo & Li, each beside what is printed',
    load: () => import('./commands/paper.ts'),
  },
  {
    usage: 'score [file]',
    about: 'score the borrowers of a CSV file, and explain a score',
    load: () => import('./commands/score/score.ts'),
  },
];

// Where the program fails, it names its sources; what a verb needs is read only after this.
process.setSourceMapsEnabled(true);
tolerateClosedPipes();
await runCommandLine(verbs, process.argv.slice(2));
