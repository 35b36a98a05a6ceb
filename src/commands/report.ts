import { join } from 'node:path';
import { languages } from '../language.ts';
import { writeReport } from '../report/write-report.ts';
import { requireWritable } from '../folder/index.ts';
import { readManifest } from '../folder/manifest.ts';
import { defineCommand } from './command.ts';
import { holding } from './holding.ts';
import { forceOption, runFolder, switchOption } from './options.ts';
import { breathe, say, untilInterrupted } from '../terminal/terminal.ts';

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('folder', runFolder)
      .option('figures', switchOption('also draw every figure as a file; slower'))
      .option('lang', {
        choices: languages,
        default: 'en' as const,
        describe: 'language of headings, figures and captions',
      })
      .option('force', forceOption)
      .example('$0 report output/baseline', 'write report.html again'),
  run: async ({ folder, figures, lang, force }) => {
    const { scenario } = readManifest(folder);
    requireWritable(folder);
    const signal = untilInterrupted();
    const onFigure = () => breathe(signal);
    const files = await holding(folder, { scenario, signal }, () =>
      writeReport(folder, { figures, language: lang, force, onFigure }),
    );
    say(`${files.length} files; open ${join(folder, 'report.html')}`);
  },
});
