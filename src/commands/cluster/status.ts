import { isSearch } from '../../run/calibration/run.ts';
import { tellSearch } from './search-status.ts';
import { failedText, statusText } from './status-text.ts';
import { statusOf } from '../../run/design/merge.ts';
import { Interrupted, print } from '../../terminal/terminal.ts';
import { defineCommand } from '../command.ts';
import { severalWords, switchOption } from '../options.ts';

export const command = defineCommand({
  options: (yargs) =>
    severalWords(yargs)
      .positional('folders', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: 'folders in which a run, a design or an answer has begun',
      })
      .option('json', switchOption('print it as JSON'))
      .example('$0 status output/sweep', 'what is done, missing and failed')
      .epilogue('Ends with 0 if all is done, 75 if something is missing, 1 if something failed.'),
  run: async ({ folders, json }) => {
    if (folders.some(isSearch)) return tellSearch(folders, json);
    const status = statusOf(folders);
    const { total, done, failed, unfinished, plan } = status;
    const told = { verb: plan.verb, total, done, failed, unfinished, mayGrow: plan.mayGrow };
    if (json) print(JSON.stringify(told, null, 2));
    else for (const line of [...statusText(status), ...failedText(status, folders)]) print(line);
    if (failed.length > 0) throw new Interrupted(1);
    if (done < total || plan.mayGrow) throw new Interrupted(75);
  },
});
