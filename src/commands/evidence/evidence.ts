import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { countsOf, countText, type FactReading } from '../../evidence/index.ts';
import { facts as shipped } from '../../evidence/registry.ts';
import { claimForEvidence, publish } from '../../folder/output-folder.ts';
import { chosenFacts, usualEvidence } from '../../library/node/evidence.ts';
import { evidenceFiles } from '../../report/evidence/evidence-files.ts';
import { lanesFor, runEvidence } from '../../run/evidence/evidence-run.ts';
import { loadScenario } from '../../scenario/load.ts';
import { runParameters } from '../../scenario/index.ts';
import { evidenceJson, evidenceLines } from '../../terminal/evidence-table.ts';
import { progressView } from '../../terminal/progress.ts';
import { colours, lineWidth, print, say, untilInterrupted } from '../../terminal/terminal.ts';
import { defineCommand } from '../command.ts';
import { holding } from '../holding.ts';
import { ensembleOption, threadsOption } from '../market-options.ts';
import { tellAdmissible, tellOver } from './over-ensemble.ts';
import { listOption, noModulesOption, switchOption, wholeOption, wordOption } from '../options.ts';

const usual = usualEvidence;

const ids = shipped.map(({ id }) => id);

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .option('only', listOption('only', `only these facts: ${ids.join(', ')}`))
      .option('with', {
        type: 'array',
        string: true,
        requiresArg: true,
        describe: 'files with facts of your own, .ts or .js (docs/how-to-add-a-fact.md)',
      })
      .option(
        'economy',
        wordOption('economy', 'scenario whose economy and lenders are judged; without it baseline'),
      )
      .option(
        'borrowers',
        wholeOption(
          'borrowers',
          `borrowers of each market; without it ${usual.borrowers}`,
          runParameters.borrowers,
        ),
      )
      .option(
        'replicates',
        wholeOption(
          'replicates',
          `seeds; without it ${usual.replicates}`,
          runParameters.replicates,
        ),
      )
      .option('ensemble', ensembleOption)
      .option('seed', wordOption('seed', 'any word or number: other people, other luck'))
      .option('threads', threadsOption)
      .option('no-modules', noModulesOption)
      .option('out', wordOption('out', 'folder of the results; without it output/evidence'))
      .option('json', switchOption('print what the facts came to as JSON'))
      .option('strict', switchOption('exit with 1 if a fact is outside its band'))
      .option('force', switchOption('write into a folder that holds other results'))
      .option('quiet', switchOption('no plan, no progress'))
      .example('$0 evidence', 'all facts beside the baseline')
      .example(
        '$0 evidence --ensemble admissible-us',
        'facts of one market, over economies that fit',
      )
      .example('$0 evidence --only default-level,price-slope --replicates 4', 'a quick look')
      .example(
        '$0 evidence --with my-fact.ts --economy my-country.yaml',
        'a fact and an economy of your own',
      ),
  run: async (args) => {
    const { economy = 'baseline', seed, quiet, json } = args;
    const asked = loadScenario(economy, {
      ...{ seed, worlds: ['actual'], institutions: ['market-led'], reference: 'market-led' },
      borrowers: args.borrowers ?? usual.borrowers,
      replicates: args.replicates ?? usual.replicates,
    });
    const { scenario, facts: chosen } = await chosenFacts(asked, args.with, args.only);
    if (args.ensemble !== undefined) {
      return tellOver(economy, chosen, { ...args, ensemble: args.ensemble });
    }
    const folder = args.out ?? join('output', 'evidence');
    claimForEvidence(folder, args.force);

    const refs = chosen.map(({ fact: { id }, file }) => ({
      id,
      ...(file !== undefined && { file }),
    }));
    const lanes = await lanesFor(scenario, refs, args.threads);
    const { borrowers, replicates } = scenario;
    if (!quiet)
      say(
        `${chosen.length} ${chosen.length === 1 ? 'fact' : 'facts'}, ${replicates} seeds of ${borrowers} borrowers`,
      );
    const signal = untilInterrupted();
    const view = progressView(process.stderr, quiet, say);
    const means = { lanes, signal, onProgress: view.show };
    const outcome = await runEvidence(scenario, refs, means).finally(view.stop);
    const files = await evidenceFiles(scenario, refs, outcome);
    await holding(folder, { scenario, signal }, async () => {
      // A run may have come here meanwhile.
      claimForEvidence(folder, args.force);
      publish(folder, files, { force: args.force });
    });

    if (json) print(JSON.stringify({ folder, ...evidenceJson(outcome.readings) }, null, 2));
    else {
      tell(outcome.readings);
      tellAdmissible(
        scenario,
        refs.flatMap(({ id, file }) => (file === undefined ? [id] : [])),
      );
    }
    if (!quiet) say(`Tables, figure and manifest: ${folder}`);
    if (args.strict) requireInside(outcome.readings);
  },
});

function tell(readings: readonly FactReading[]): void {
  const { bold } = colours(process.stdout);
  for (const line of evidenceLines(readings, lineWidth())) print(line);
  print('');
  for (const count of countsOf(readings)) {
    const text = countText(count);
    print(count.group === 'published, not fitted' ? bold(text) : text);
  }
}

function requireInside(readings: readonly FactReading[]): void {
  const outside = readings.filter(({ verdict }) => verdict === 'outside');
  if (outside.length === 0) return;
  throw new UserError(
    outside.map(({ fact }) => ({ message: `--strict: ${fact.id} is outside its band` })),
  );
}
