import { derivedOfThePaper, paperDrawings, pictureOf, theme, themeIds } from '../charts/index.ts';
import {
  checks,
  exhibits,
  checkCells,
  heading,
  paperMarkdown,
  type ExhibitRow,
} from '../paper/index.ts';
import { render } from '../figures/vega-view.ts';
import { csvOf } from '../text/csv.ts';
import { requireWritable } from '../folder/index.ts';
import { programVersion } from '../folder/manifest.ts';
import { publishBeside } from '../folder/output-folder.ts';
import { textTable } from '../text/text-table.ts';
import { defineCommand } from './command.ts';
import { holding } from './holding.ts';
import { forceOption, langOption, switchOption, usualWordOption } from './options.ts';
import { lineWidth, print, printWrapped, say } from '../terminal/terminal.ts';

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .option('out', usualWordOption('out', 'folder for CSV, Markdown and charts', 'output/paper'))
      .option('theme', {
        choices: themeIds,
        default: 'paper' as const,
        describe: 'how charts look',
      })
      .option('lang', langOption('language of the charts'))
      .option('force', forceOption)
      .option('quiet', switchOption('write the files, print nothing'))
      .epilogue(
        'Tables 1 to 6 and Figures 1 to 4 of Xu, Guo & Li as this project holds them, each statement beside what its data give.',
      )
      .example('$0 paper', 'print everything, write output/paper'),
  run: async (args) => {
    requireWritable(args.out);
    const drawings = paperDrawings();
    const program = `creditlab ${programVersion()}`;
    const files = new Map<string, string>();
    for (const { id, rows } of exhibits()) files.set(`${id}.csv`, csvOf(rows));
    files.set('checks.csv', csvOf(checks().map(checkCells)));
    for (const [id, drawing] of drawings) {
      const stamp = { kind: 'paper', program, derived: derivedOfThePaper.includes(id) } as const;
      const spec = pictureOf(drawing, stamp, theme(args.theme), args.lang);
      files.set(`${id}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`);
      files.set(`${id}.svg`, (await render(spec)).svg);
    }
    files.set('paper.md', paperMarkdown(exhibits(), checks(), [...drawings.keys()]));
    await holding(args.out, { scenario: { id: 'paper', seed: '' } }, async () =>
      publishBeside(args.out, files, { leaves: false, force: args.force }),
    );
    if (!args.quiet) printAll();
    say(`${files.size} files in ${args.out}; begin with paper.md`);
  },
});

function printAll(): void {
  for (const { id, title, section, rows, note } of exhibits()) {
    print('');
    printWrapped(`${title} (section ${section})`);
    if (note) printWrapped(note);
    printTable(rows);
    printChecks(id);
  }
  const ids = exhibits().map(({ id }) => id);
  print('\nIn the text');
  for (const check of checks()) if (!ids.includes(check.exhibit)) printChecks(check.exhibit);
}

function printChecks(exhibit: string): void {
  for (const check of checks().filter((one) => one.exhibit === exhibit)) {
    const { about, printed, found, verdict } = checkCells(check);
    if (check.agrees) {
      printWrapped(`agrees: ${about}: the paper ${printed}, we ${found}`, '  ');
      continue;
    }
    printWrapped(String(about), '  ');
    printWrapped(`the paper: ${printed}`, '    ');
    printWrapped(`we find: ${found}`, '    ');
    printWrapped(String(verdict), '    ');
  }
}

function printTable(rows: readonly ExhibitRow[]): void {
  const columns = Object.keys(rows[0]).map((column) => ({
    head: [heading(column)],
    cells: rows.map((row) => String(row[column])),
    align: typeof rows[0][column] === 'number' ? ('right' as const) : ('left' as const),
  }));
  for (const line of textTable(columns, lineWidth())) print(line);
}
