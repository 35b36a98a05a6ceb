import { basename, dirname, extname, join } from 'node:path';
import { UserError } from '../../errors.ts';
import {
  inputOf as inputFile,
  modelOf,
  scoreOutputOf,
  writeScores,
  type ScoredFile,
} from '../../score-file/index.ts';
import type { ScoreModel } from '../../scores/index.ts';
import { defineCommand } from '../command.ts';
import { scoreOptions, templateOf } from './options.ts';
import { print, say } from '../../terminal/terminal.ts';

export const command = defineCommand({
  options: scoreOptions,
  run: async (args) => {
    const model = await modelOf(args);
    if (args.template) return print(templateOf(args.template, model).trimEnd());
    const { file, scenario } = await inputOf(args);
    const stem = /^(-$|\/(dev|proc)\/)/.test(file) ? 'stdin' : basename(file, extname(file));
    const out = args.out ?? join('output', 'score', `${stem}${scenario ? '-scores' : ''}.csv`);
    const { encoding, decimal } = args;
    const reading = { encoding, ...(decimal && { decimal }) };
    const target = scoreOutputOf(out, inputFile(file).stats);
    if (args.explain !== undefined) {
      // Only now, because charts take a while to load.
      const { explainOne } = await import('./explain.ts');
      const folder = target.kind === 'file' ? dirname(target.path) : join('output', 'score');
      return explainOne(file, args.explain, model, folder, { ...args, reading });
    }
    const read = await writeScores(file, target, model, reading);
    for (const { id, line } of read.formulas.slice(0, mostTold)) {
      say(
        `warning: ${file}:${line}: the id "${id}" is written as it came; a spreadsheet takes it for a formula`,
      );
    }
    const more = read.formulas.length - mostTold;
    if (more > 0) say(`warning: ${more} more such ids`);
    if (!args.quiet) sayRead(read, model, target.kind === 'stdout' ? 'stdout' : out);
  },
});

/** Ids of which it is told that they look like formulas. */
const mostTold = 5;

/** The file to score: the one named, or one of simulated credit files, written first. */
async function inputOf(args: {
  readonly file: string | undefined;
  readonly simulate: string | undefined;
  readonly institution: string;
  readonly model: string;
}): Promise<{ readonly file: string; readonly scenario?: string }> {
  const { file, simulate: scenario, institution, model } = args;
  if (scenario !== undefined) {
    if (file !== undefined || model !== 'fico') {
      const message = '--simulate: only without a file, and with --model fico';
      throw new UserError([{ message, hint: 'behaviours are not on file: Sesame needs a CSV' }]);
    }
    const { writeSimulatedFiles } = await import('../../score-file/simulated-files.ts');
    return { file: await writeSimulatedFiles(scenario, institution), scenario };
  }
  // yargs hands over a lonely dash as nothing.
  if (file !== undefined) return { file: file === '' ? '-' : file };
  throw new UserError([
    { message: 'name a CSV file of borrowers', hint: 'see: creditlab score --template' },
  ]);
}

function sayRead(read: ScoredFile, model: ScoreModel, out: string): void {
  say(
    `${read.borrowers} ${read.borrowers === 1 ? 'borrower' : 'borrowers'}, mean ${read.mean.toFixed(1)}; scores in ${out}`,
  );
  model.bands.forEach(({ id, from }, k) => {
    const share = ((read.byBand[k] / read.borrowers) * 100).toFixed(1);
    say(`  ${id} (from ${from}): ${read.byBand[k]} (${share}%)`);
  });
  if (read.ignored.length > 0) say(`Ignored columns: ${read.ignored.join(', ')}`);
}
