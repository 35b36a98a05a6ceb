import { join } from 'node:path';
import { scoreWaterfall } from '../charts/paper/score-waterfall.ts';
import { theme, type ThemeId } from '../charts/theme.ts';
import type { Language } from '../language.ts';
import { UserError } from '../errors.ts';
import { render } from '../figures/vega-view.ts';
import { writeTogether } from '../folder/files.ts';
import { textTable } from '../text/text-table.ts';
import { explanationColumns, liftLines } from '../score-file/explain-text.ts';
import { scoreFile } from '../score-file/score-file.ts';
import type { Explanation } from '../scores/explanation.ts';
import { liftToNextBand } from '../scores/lift.ts';
import type { ScoreModel } from '../scores/model.ts';
import { print, say } from '../terminal/terminal.ts';

/** One borrower: a table on stdout, the chart beside the scores. */
export async function explainOne(
  file: string,
  id: string,
  model: ScoreModel,
  folder: string,
  look: { readonly theme: ThemeId; readonly language: Language },
): Promise<void> {
  let found: Explanation | undefined;
  await scoreFile(file, model, (each, explanation) => {
    if (each === id) found = explanation;
  });
  if (!found) throw new UserError([{ file, message: `no borrower "${id}"` }]);
  const lift = liftToNextBand(found, model.bands);
  print(`${model.label} of ${id}: ${found.score}, ${found.band.id}`);
  for (const line of textTable(explanationColumns(model, found), 100)) print(line);
  for (const line of liftLines(lift)) print(line);
  const drawing = scoreWaterfall({
    borrower: id,
    score: { en: model.label, zh: model.id === 'sesame' ? '芝麻信用评分' : '类 FICO 评分' },
    explanation: found,
    bands: model.bands,
    lift,
  });
  const spec = drawing.spec(theme(look.theme), look.language);
  const stem = join(folder, `${model.id}-${id.replaceAll(/[^\p{L}\p{N}_-]/gu, '_')}`);
  writeTogether(
    new Map([
      [`${stem}.vl.json`, `${JSON.stringify(spec, null, 2)}\n`],
      [`${stem}.svg`, (await render(spec)).svg],
    ]),
  );
  say(`Waterfall: ${stem}.svg`);
}
