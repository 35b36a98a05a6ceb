import { scenarioJsonSchema } from '../scenario/json-schema.ts';
import { defineCommand } from './command.ts';

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .example('$0 schema > scenario.schema.json', 'save it beside your scenarios')
      .epilogue(
        'Begin a scenario with\n' +
          '  # yaml-language-server: $schema=./scenario.schema.json\n' +
          'and an editor with YAML support completes and checks it.',
      ),
  run: () => {
    process.stdout.write(scenarioJsonSchema());
  },
});
