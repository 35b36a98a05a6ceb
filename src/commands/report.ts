import { join } from 'node:path';
import { fileNameIn } from '../language.ts';
import { writeReport } from '../report/write-report.ts';
import { requireWritable } from '../folder/index.ts';
import { readManifest } from '../folder/manifest.ts';
import { defineCommand } from './command.ts';
import { holding } from './holding.ts';
import { fontOption, sayLetters } from './words/letter-words.ts';
import { forceOption, labelsOption, langOption, runFolder, switchOption } from './options.ts';
import { breathe, say, untilInterrupted } from '../terminal/terminal.ts';

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('folder', runFolder)
      .option('figures', switchOption('also draw every figure as a file; slower'))
      .option('lang', langOption('language of headings, figures and captions'))
      .option('labels', labelsOption)
      .option('font', fontOption)
      .option('docx', switchOption('also write report.docx, for a word processor'))
      .option('siunitx', switchOption('columns of numbers in tables/*.tex for the package siunitx'))
      .option('force', forceOption)
      .example('$0 report output/baseline', 'write report.html again'),
  run: async ({ folder, figures, lang, labels, docx, siunitx, font, force }) => {
    const { scenario } = readManifest(folder);
    requireWritable(folder);
    await sayLetters(scenario, font);
    const signal = untilInterrupted();
    const onFigure = () => breathe(signal);
    const files = await holding(folder, { scenario, signal }, () =>
      writeReport(folder, { figures, language: lang, labels, docx, siunitx, force, onFigure }),
    );
    say(`${files.length} files; open ${join(folder, fileNameIn('report.html', lang))}`);
  },
});
