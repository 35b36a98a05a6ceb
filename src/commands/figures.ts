import { dirname, join } from 'node:path';
import { charts } from '../charts/registry.ts';
import { theme, themeIds, widths, type ThemeId } from '../charts/index.ts';
import { UserError } from '../errors.ts';
import { formats, type FigureStyle } from '../figures/index.ts';
import { figuresFolder, gallery, galleryFiles } from '../report/figures.ts';
import { loneExperiments, readRun } from '../report/inputs.ts';
import type { Language } from '../language.ts';
import { holdsExperimentsAlone, readManifest } from '../folder/manifest.ts';
import { requireWhole } from '../folder/whole.ts';
import { drawDesign, type DesignStyle } from './design/design-figures.ts';
import type { Scenario } from '../scenario/index.ts';
import { requireWritable } from '../folder/index.ts';
import { publishBeside } from '../folder/output-folder.ts';
import { didYouMean } from '../suggest.ts';
import { numberHint } from '../text/meant-number.ts';
import { defineCommand } from './command.ts';
import { holding } from './holding.ts';
import { drawLone, sayFigures } from './experiment/lone-figures.ts';
import { fontOption, sayLetters } from './words/letter-words.ts';
import { noteMisgiven } from './misgiven.ts';
import {
  forceOption,
  labelsOption,
  langOption,
  listOption,
  numberOption,
  runFolder,
  switchOption,
  wordOption,
} from './options.ts';
import { breathe, say, untilInterrupted } from '../terminal/terminal.ts';

const figureIds = charts.map(({ id }) => id);

export const command = defineCommand({
  options: (yargs) =>
    yargs
      .positional('folder', runFolder)
      .option('only', listOption('only', `figures to draw: ${figureIds.join(', ')}`))
      .option('measures', listOption('measures', 'of a design: measures to draw, e.g. welfare,apr'))
      .option('formats', listOption('formats', `files to write: ${formats.join(', ')}`))
      .option('theme', {
        choices: themeIds,
        default: 'paper' as const,
        describe: 'how figures look',
      })
      .option('width', {
        type: 'string',
        requiresArg: true,
        describe: `width: ${Object.keys(widths).join(', ')}, or millimetres, e.g. 120`,
        coerce: widthOf,
      })
      .option('lang', langOption('language of titles, axes and captions'))
      .option('labels', labelsOption)
      .option('font', fontOption)
      .option('institutions', listOption('institutions', 'ids of those to draw; all without it'))
      .option('highlight', wordOption('highlight', 'id of an institution that stands out'))
      .option('dots', switchOption('show every replicate behind its interval'))
      .option('no-title', switchOption('leave titles out, for documents that have their own'))
      .option(
        'dpi',
        numberOption({ flag: 'dpi', about: 'pixels an inch of PNG files', min: 36, max: 1200 }),
      )
      .option('force', forceOption)
      .example('$0 figures output/baseline', 'draw all figures again, without simulating')
      .example('$0 figures output/baseline --theme slides --lang zh --formats png', 'for a talk'),
  run: async (args) => {
    const only = known(args.only, figureIds, 'only', 'figure');
    const wanted = known(args.formats, formats, 'formats', 'format') ?? formats;
    if (holdsExperimentsAlone(args.folder)) {
      const experiments = loneExperiments(args.folder);
      const chosen = chosenOf(args, [
        ...new Set(experiments.flatMap(({ scenario }) => idsOf(scenario))),
      ]);
      const style = styleOf(args, wanted, chosen.highlight);
      return drawLone(experiments, style, { ...args, only, drawnOnly: chosen.drawnOnly });
    }
    const manifest = readManifest(args.folder);
    const { scenario } = manifest;
    requireWritable(args.folder);
    await sayLetters(scenario, args.font);
    if (scenario.design) {
      notOfDesigns(args);
      requireWhole(args.folder, manifest);
      const style = {
        ...{ theme: args.theme, lang: args.lang, formats: wanted, untitled: args['no-title'] },
        ...(args.width !== undefined && { width: args.width }),
        ...(args.dpi !== undefined && { dpi: args.dpi }),
      };
      return holding(args.folder, { scenario }, () => drawPoints(scenario, style, args));
    }
    const { drawnOnly, highlight } = chosenOf(args, idsOf(scenario));
    const run = await readRun(args.folder, {
      ...{ labels: args.labels, language: args.lang },
      ...(drawnOnly && { only: drawnOnly }),
    });
    const { drawn, missing } = gallery(run, only);
    const style = styleOf(args, wanted, highlight);
    const signal = untilInterrupted();
    const files = await galleryFiles(drawn, run, style, () => breathe(signal));
    const { folder, force } = args;
    await holding(folder, { scenario, signal }, async () =>
      publishBeside(folder, files, { leaves: true, force }),
    );
    for (const { chart, reason } of missing) say(`not drawn: ${chart.id}. ${reason.en}`);
    sayFigures(drawn.length, files.size, join(args.folder, figuresFolder(style)));
  },
});

const idsOf = ({ institutions }: Scenario) => institutions.map(({ id }) => id);

/** The institutions that are drawn, all without the flag, and the one that stands out. */
function chosenOf(
  {
    institutions,
    highlight: marked,
  }: { readonly institutions: string[] | undefined; readonly highlight: string | undefined },
  ids: readonly string[],
) {
  const drawnOnly = known(institutions, ids, 'institutions', 'institution');
  const one = marked === undefined ? undefined : [marked];
  const [highlight] = known(one, ids, 'highlight', 'institution') ?? [];
  return { drawnOnly, highlight };
}

function styleOf(
  args: {
    readonly theme: ThemeId;
    readonly width: number | undefined;
    readonly dots: boolean;
    readonly lang: Language;
    readonly 'no-title': boolean;
    readonly dpi: number | undefined;
  },
  wanted: FigureStyle['formats'],
  highlight: string | undefined,
): FigureStyle {
  const look = {
    ...theme(args.theme, args.width),
    dots: args.dots,
    ...(highlight !== undefined && { highlight }),
  };
  return {
    ...{ look, language: args.lang, formats: wanted, untitled: args['no-title'] },
    ...(args.dpi !== undefined && { dpi: args.dpi }),
  };
}

/** Figures of a design, from its finished jobs. */
async function drawPoints(
  scenario: Scenario,
  style: Omit<DesignStyle, 'force' | 'measures' | 'noFigures'>,
  args: {
    readonly folder: string;
    readonly measures: string[] | undefined;
    readonly force: boolean;
  },
): Promise<void> {
  const { folder, measures, force } = args;
  const all = { ...style, force, noFigures: false, ...(measures && { measures }) };
  const drawn = await drawDesign(scenario, folder, all);
  if (drawn) {
    const place = join(folder, dirname(drawn.files[0] ?? ''));
    return say(`${drawn.files.length} files in ${place}`);
  }
  const hint = 'run it again with the same flags: finished work is reused';
  const message = `${folder} is a design of which nothing can be drawn: it varies nothing, or its finished jobs are gone`;
  throw new UserError([{ message, hint }]);
}

/** Flags that choose among figures of a run, of which a design has none. @throws UserError where one is given */
function notOfDesigns(args: Readonly<Record<string, unknown>>): void {
  const given = ['only', 'institutions', 'highlight'].filter((flag) => args[flag] !== undefined);
  if (given.length === 0) return;
  const message = `a design’s figures are not chosen by ${given.map((flag) => `--${flag}`).join(', ')}`;
  throw new UserError([{ message, hint: 'choose measures: --measures welfare,apr' }]);
}

/** The words of a list if all are allowed. */
function known<Word extends string>(
  given: readonly string[] | undefined,
  allowed: readonly Word[],
  flag: string,
  what: string,
): Word[] | undefined {
  if (given === undefined) return undefined;
  const problems = given
    .filter((word) => !allowed.some((one) => one === word))
    .map((word) => ({
      message: `--${flag}: there is no ${what} "${word}"`,
      hint: didYouMean(word, allowed),
    }));
  if (problems.length > 0) throw new UserError(problems);
  return allowed.filter((one) => given.includes(one));
}

/** A named width or millimetres, as points. */
function widthOf(given: string | undefined): number | undefined {
  if (given === undefined) return undefined;
  const named = Object.entries(widths).find(([name]) => name === given)?.[1];
  const points = named ?? (Number(given.replace(/mm$/, '')) / 25.4) * 72;
  if (points >= 170 && points <= 2000) return points;
  const meant = Number.isNaN(points) ? numberHint(given) : undefined;
  return noteMisgiven({
    message: `--width: "${given}" is not allowed`,
    hint: `${meant === undefined ? '' : `${meant}; `}allowed: ${Object.keys(widths).join(', ')}, or 60 to 700 millimetres`,
  });
}
