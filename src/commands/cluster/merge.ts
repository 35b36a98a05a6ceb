import { claimFolder } from '../../folder/output-folder.ts';
import { mergeFolders, statusOf } from '../../run/design/merge.ts';
import { isSearch } from '../../run/calibration/run.ts';
import { defineCommand } from '../command.ts';
import { holding } from '../holding.ts';
import { drawCurves } from '../design/draw-curves.ts';
import { sayDesign, printDesign } from '../design/design-report.ts';
import { noModulesOption, severalWords, switchOption, wordOption } from '../options.ts';
import { printReport, sayWhere } from '../run-report.ts';
import { mergeSearch } from './search-status.ts';
import { say, untilInterrupted } from '../../terminal/terminal.ts';

export const command = defineCommand({
  options: (yargs) =>
    severalWords(yargs)
      .positional('folders', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'folders with finished work of one scenario',
      })
      .option('out', wordOption('out', 'folder for the results; without it the first one'))
      .option('force', switchOption('replace the results of another scenario in the folder'))
      .option('no-report', switchOption('leave out the figures of a design'))
      .option('no-modules', noModulesOption)
      .option('quiet', switchOption('print no messages'))
      .example('$0 merge output/sweep', 'when all shards that write there are done')
      .example('$0 merge node-1/sweep node-2/sweep --out output/sweep', 'from two disks'),
  run: async ({ folders, out = folders[0], force, quiet, noReport }) => {
    if (folders.some(isSearch)) return mergeSearch(folders, out, force, quiet);
    const [planned] = statusOf(folders).plan.stages;
    claimFolder(out, planned, force);
    const signal = untilInterrupted();
    await holding(out, { scenario: planned, signal }, async () => {
      const merged = await mergeFolders(folders, out, force);
      if ('answer' in merged) {
        const { verb, named } = merged.answer;
        if (!quiet)
          say(`Finished work is in ${out}. The answer: creditlab ${verb} ${named} --out ${out}`);
        return;
      }
      if ('design' in merged) {
        printDesign(merged.design);
        if (!quiet) sayDesign(merged.design, out);
        const { scenario } = merged.design;
        if (!noReport) await drawCurves(scenario, out, { quiet, force, json: false });
      } else {
        printReport(merged.run);
        if (!quiet) sayWhere(merged.run, out);
      }
      if (!quiet && 'run' in merged) say(`Report and figures: creditlab report ${out} --figures`);
    });
  },
});
