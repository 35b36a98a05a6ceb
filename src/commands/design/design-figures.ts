import { plainPage } from '../../text/markdown.ts';
import { measureName } from '../../answers/index.ts';
import type { Content } from '../../folder/index.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import { headline } from '../../findings/index.ts';
import { fileNameIn } from '../../language.ts';
import { askedOf } from '../../run/index.ts';
import { storedPoints } from '../../run/answers/simulate-points.ts';
import { inReadingOrder, spokenIn, type Scenario } from '../../scenario/index.ts';
import { factorNames } from './factor-names.ts';
import { viewOf } from './design-pictures.ts';
import { pictureFiles, type DrawFlags } from './draw.ts';

/** How figures of a design are drawn. */
export interface DesignStyle extends DrawFlags {
  /** Replaces files that were edited since. */
  readonly force?: boolean;
  /** Measures; without them those of the headline that are of one world. */
  readonly measures?: readonly string[];
}

/**
 * Draws the figures of a design that was run into a folder, and tells what its curves show.
 *
 * @returns sentences of each measure and the names of the files; undefined if there is nothing to draw, or the finished
 *   jobs are no longer there
 */
export async function drawDesign(
  run: Scenario,
  folder: string,
  style: DesignStyle,
): Promise<
  | {
      readonly answers: readonly {
        readonly title: string;
        readonly sentences: readonly string[];
      }[];
      readonly files: readonly string[];
    }
  | undefined
> {
  const { design } = run;
  if (!design || design.varied.length === 0) return undefined;
  const ordered = { ...run, institutions: inReadingOrder(run.institutions), design };
  const scenario = spokenIn(ordered, style.lang);
  const usual = headline.filter(({ world }) => world === 'actual').map(({ measure }) => measure);
  const asked = (style.measures ?? usual).map((id) => askedOf(id, undefined));
  const collected = storedPoints(scenario, folder, asked);
  if (!collected) return undefined;
  const factors = await factorNames(scenario);
  const views = asked.map(({ passport }, m) => ({
    id: passport.id,
    title: measureName(passport, style.lang),
    ...viewOf(scenario, collected, collected.values[m], passport, style.lang, factors),
  }));
  const files = new Map<string, Content>();
  const pictures = views.flatMap((view) => view.pictures);
  for (const [name, file] of await pictureFiles(pictures, scenario, style)) files.set(name, file);
  const page = views.map(({ title, sentences }) => ({ heading: title, sentences }));
  files.set(fileNameIn('curves.md', style.lang), plainPage(scenario.title, '', page));
  publishBeside(folder, files, { leaves: true, force: style.force ?? false });
  return {
    answers: views.map(({ title, sentences }) => ({ title, sentences })),
    files: [...files.keys()],
  };
}
