import { join } from 'node:path';
import type { Scenario } from '../../scenario/index.ts';
import { say } from '../../terminal/terminal.ts';
import { printCurves } from './design-report.ts';

/** Draws the curves of a design that was run into a folder, and says what those of welfare show. Vega is loaded late. */
export async function drawCurves(
  scenario: Scenario,
  folder: string,
  {
    quiet,
    json,
    force = false,
  }: { readonly quiet: boolean; readonly json: boolean; readonly force?: boolean },
): Promise<void> {
  const { drawDesign } = await import('./design-figures.ts');
  const style = { theme: 'paper', lang: 'en', noFigures: false, force } as const;
  const drawn = await drawDesign(scenario, folder, style);
  if (!drawn) return;
  const welfare = drawn.answers.find(({ title }) => title === 'Welfare') ?? drawn.answers[0];
  if (!json && welfare) printCurves(welfare.title, welfare.sentences);
  if (!quiet)
    say(`Curves of ${drawn.answers.length} measures: ${join(folder, 'figures')}, curves.md`);
}
