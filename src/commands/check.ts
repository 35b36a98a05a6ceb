import { loadExternalInstitution } from '../scenario/institutions/external.ts';
import type { Institution } from '../institutions/index.ts';
import { idleParticipation, institutionOf } from '../scenario/institutions/resolve.ts';
import { pointsOf } from '../scenario/design/index.ts';
import { loadScenario } from '../scenario/load.ts';
import {
  printScenario,
  provenanceOf,
  becomings,
  type Becoming,
  type Scenario,
} from '../scenario/index.ts';
import { defineCommand } from './command.ts';
import { switchOption } from './options.ts';
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
      .option('quiet', switchOption('print problems only'))
      .example('$0 check my-scenario.yaml', 'every number of it, with unit and source')
      .example('$0 check baseline --quiet', 'exit code 0 if it is valid, 1 if not'),
  run: async (args) => {
    const scenario = await loadScenario(args.scenario);
    if (args.quiet) return;
    const lookup = await institutionsOf(scenario);
    print(
      args.json ? JSON.stringify(scenario, null, 2) : printScenario(scenario, lookup).trimEnd(),
    );
    for (const note of await idleParticipation(scenario, loadExternalInstitution)) say(note);
    const { design } = scenario;
    if (design) {
      const count = pointsOf(scenario, design).count.toLocaleString('en');
      const keys = design.factors.map(({ key }) => key);
      const named = `${keys.slice(0, 6).join(', ')}${keys.length > 6 ? ', …' : ''}`;
      say(
        `Above is what all points have in common. It is a design of ${count} points over ${keys.length} values: ${named}.`,
      );
    }
    const { assumed, fitted, cited, own } = provenanceOf(scenario, lookup);
    say(
      `${scenario.id} is valid. Of its ${assumed + fitted + cited + own} numbers ${assumed} are assumptions of ` +
        `creditlab, ${fitted} are fitted to evidence, ${cited} come from law or literature, and ${own} are set by the scenario.`,
    );
  },
});

/** The institution behind each choice, loaded once. */
async function institutionsOf(scenario: Scenario): Promise<(choice: Becoming) => Institution> {
  const loaded = await Promise.all(
    scenario.institutions.flatMap(becomings).map(async (choice) => {
      return [choice, await institutionOf(choice, loadExternalInstitution)] as const;
    }),
  );
  const byChoice = new Map<Becoming, Institution>(loaded);
  return (choice) => {
    const institution = byChoice.get(choice);
    if (institution === undefined) throw new Error(`${choice.id} is not of this scenario`);
    return institution;
  };
}
