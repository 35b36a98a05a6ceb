import { join } from 'node:path';
import { languages } from '../charts/words.ts';
import { writeReport } from '../report/index.ts';
import { requireWritable } from '../run/files.ts';
import { readManifest } from '../run/manifest.ts';
import { defineCommand } from './command.ts';
import { say } from './terminal.ts';

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('folder', {
        type: 'string',
        demandOption: true,
        describe: 'output folder of a run, e.g. output/baseline',
      })
      .option('figures', {
        type: 'boolean',
        default: false,
        describe: 'also draw every figure as a file; slower',
      })
      .option('lang', {
        choices: languages,
        default: 'en' as const,
        describe: 'language of headings, figures and captions',
      })
      .example('$0 report output/baseline', 'write report.html again'),
  run: async ({ folder, figures, lang }) => {
    readManifest(folder);
    requireWritable(folder);
    const files = await writeReport(folder, { figures, language: lang });
    say(`${files.length} files; open ${join(folder, 'report.html')}`);
  },
});
