import { loadExternalInstitution } from '../scenario/institutions/external.ts';
import { checked } from '../library/check.ts';
import { pointsOf } from '../scenario/design/index.ts';
import { countsText } from '../scenario/index.ts';
import { loadScenario } from '../scenario/load.ts';
import { defineCommand } from './command.ts';
import { fontOption, sayLetters } from './words/letter-words.ts';
import { sayModules } from './words/module-words.ts';
import { noModulesOption, switchOption } from './options.ts';
import { print, say } from '../terminal/terminal.ts';

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('scenario', {
        type: 'string',
        demandOption: true,
        describe: 'scenario file, or the id of a shipped one',
      })
      .option('json', switchOption('print JSON instead of YAML'))
      .option('no-modules', noModulesOption)
      .option('font', fontOption)
      .option('quiet', switchOption('print problems only'))
      .example('$0 check my-scenario.yaml', 'every number of it, with unit and source')
      .example('$0 check baseline --quiet', 'exit code 0 if it is valid, 1 if not'),
  run: async (args) => {
    const scenario = await loadScenario(args.scenario);
    if (!args.quiet) sayModules(scenario);
    if (args.quiet) return;
    const { text, provenance, notes } = await checked(scenario, loadExternalInstitution);
    print(args.json ? JSON.stringify(scenario, null, 2) : text.trimEnd());
    for (const note of notes) say(note);
    await sayLetters(scenario, args.font);
    const { design } = scenario;
    if (design) {
      const count = pointsOf(scenario, design).count.toLocaleString('en');
      const keys = design.factors.map(({ key }) => key);
      const named = `${keys.slice(0, 6).join(', ')}${keys.length > 6 ? ', …' : ''}`;
      say(
        `Above is what all points have in common. It is a design of ${count} points over ${keys.length} values: ${named}.`,
      );
    }
    say(`${scenario.id} is valid. ${countsText(provenance).en}`);
  },
});
