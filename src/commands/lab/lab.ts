import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { UserError } from '../../errors.ts';
import { replaceFile } from '../../folder/index.ts';
import { labFor } from '../../lab/given/given.ts';
import { labWith } from '../../lab/given/html.ts';
import { checked } from '../../library/check.ts';
import { programFolder } from '../../program-folder.ts';
import { loadExternalInstitution } from '../../scenario/institutions/external.ts';
import { loadScenario } from '../../scenario/load.ts';
import { print, say } from '../../terminal/terminal.ts';
import { defineCommand } from '../command.ts';
import { forceOption, usualWordOption } from '../options.ts';

/** Stands in every lab, whichever version wrote it. */
const mark = '<title>creditlab: two towns</title>';

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('scenario', {
        type: 'string',
        describe: 'scenario whose economy the two towns have; without it the one of the lessons',
      })
      .option('out', usualWordOption('out', 'file to write', 'output/lab.html'))
      .option('force', forceOption)
      .epilogue(
        'One file that opens from disk in any browser, without a network: lessons, and a sandbox.',
      )
      .example('$0 lab', 'writes output/lab.html')
      .example('$0 lab my-scenario.yaml --out class.html', 'its sandbox opens with that scenario'),
  run: async ({ scenario: reference, out, force }) => {
    const path = resolve(out);
    requireOurs(path, force);
    const lab = builtLab();
    if (reference === undefined) replaceFile(path, lab);
    else {
      const scenario = await loadScenario(reference);
      const { text } = await checked(scenario, loadExternalInstitution);
      const { given, leftOut } = await labFor(scenario, text);
      replaceFile(path, labWith(lab, given));
      if (leftOut.length > 0) {
        say(`Its towns are of built-in institutions; left out: ${leftOut.join(', ')}.`);
      }
    }
    print(path);
    say('Open it in a browser; it needs no network.');
  },
});

/** The lab as it was built. */
function builtLab(): string {
  const built = new URL('dist/lab.html', programFolder);
  if (existsSync(built)) return readFileSync(built, 'utf8');
  throw new UserError([{ message: 'the lab has not been built', hint: 'npm run build:lab' }]);
}

function requireOurs(path: string, force: boolean): void {
  if (force || !existsSync(path)) return;
  const isOurs = (() => {
    try {
      return readFileSync(path, 'utf8').includes(mark);
    } catch {
      return false;
    }
  })();
  if (isOurs) return;
  const message = `${path} is there already, and is no lab of ours`;
  throw new UserError([{ message, hint: 'another --out, or --force' }]);
}
