import { join } from 'node:path';
import { theme, type ThemeId } from '../../charts/index.ts';
import { formats } from '../../figures/index.ts';
import type { Content } from '../../folder/index.ts';
import { programVersion } from '../../folder/manifest.ts';
import type { Language } from '../../language.ts';
import type { Picture } from './design-pictures.ts';
import { economyStanding, type Scenario } from '../../scenario/index.ts';

export interface DrawFlags {
  readonly theme: ThemeId;
  /** As in theme(); without it that of the theme. */
  readonly width?: number;
  /** Without it all. */
  readonly formats?: readonly (typeof formats)[number][];
  readonly dpi?: number;
  readonly untitled?: boolean;
  readonly lang: Language;
  readonly noFigures: boolean;
}

/** All forms of some figures by path in the output folder. Loaded late, because Vega is large. */
export async function pictureFiles(
  pictures: readonly Picture[],
  scenario: Scenario,
  { theme: look, width, lang, noFigures, dpi, ...flags }: DrawFlags,
): Promise<Map<string, Content>> {
  const { id, seed, replicates } = scenario;
  const files = new Map<string, Content>();
  if (noFigures) return files;
  const { figureFiles } = await import('../../figures/figure.ts');
  const { figuresFolder } = await import('../../report/figures.ts');
  const style = {
    ...{ look: theme(look, width), language: lang, formats: flags.formats ?? formats },
    ...{ untitled: flags.untitled ?? false, ...(dpi !== undefined && { dpi }) },
  };
  const origin = [
    ['Scenario', id],
    ['Seed', seed],
    ['Replicates', String(replicates)],
  ] as const;
  const program = `creditlab ${programVersion()}`;
  const stamp = {
    ...({ kind: 'simulated', program, scenario: id, replicates } as const),
    economy: economyStanding(scenario),
  };
  const about = { program, origin, stamp };
  for (const picture of pictures) {
    const { drawing } = picture;
    const made = await figureFiles(picture.id, drawing, style, about);
    for (const [name, content] of made) files.set(join(figuresFolder(style), name), content);
  }
  return files;
}
