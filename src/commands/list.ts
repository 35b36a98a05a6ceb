import { listed, listings as pureListings } from '../library/lists.ts';
import { describeShipped } from '../scenario/index.ts';
import { defineCommand } from './command.ts';
import { switchOption } from './options.ts';
import { wrap } from '../text/wrap.ts';
import { colours, lineWidth, print, printWrapped } from '../terminal/terminal.ts';

/** What can be listed: each gives its entries as plain records, whose first field names them. */
const listings = { scenarios: describeShipped, ...pureListings };

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('what', {
        type: 'string',
        choices: Object.keys(listings),
        describe: 'scenarios and institutions if left out',
      })
      .option('json', switchOption('print JSON, with every field'))
      .example('$0 list measures', 'what each number in a result means')
      .example('$0 list parameters | grep retention', 'what a scenario can set'),
  run: ({ what, json }) => {
    const names = what === undefined ? ['scenarios', 'institutions'] : [what];
    if (json) {
      const content = Object.fromEntries(names.map((name) => [name, listed(name, listings)]));
      print(JSON.stringify(what === undefined ? content : content[what], null, 2));
      return;
    }
    const { bold } = colours(process.stdout);
    for (const name of names) {
      if (what === undefined) print(bold(name));
      printTwoFields(listed(name, listings), what === undefined ? '  ' : '');
    }
    // Too many to look through: they would push the others off the screen.
    if (what === undefined)
      for (const name of ['measures', 'parameters'])
        printWrapped(`${bold(name)}: ${listed(name, listings).length}, see creditlab list ${name}`);
  },
});

/** Letters that what stands beside a name has at least; else it stands below. */
const leastBeside = 24;

/** The first two fields of each entry, the first padded to a column; where a line has bounds, the second goes on below. */
function printTwoFields(entries: readonly Readonly<Record<string, string>>[], indent: string) {
  const rows = entries.map((entry) => Object.values(entry));
  const width = Math.max(...rows.map(([name = '']) => name.length));
  const isBeside = lineWidth() - indent.length - width - 2 >= leastBeside;
  const under = indent + ' '.repeat(isBeside ? width + 2 : 2);
  for (const [name = '', text = ''] of rows) {
    const [first = '', ...more] = wrap(text, lineWidth(), under);
    print(isBeside ? `${indent}${name.padEnd(width)}  ${first.trimStart()}` : `${indent}${name}`);
    for (const part of isBeside ? more : [first, ...more]) print(part);
  }
}
