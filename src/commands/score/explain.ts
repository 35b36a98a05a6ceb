import { join } from 'node:path';
import { scoreWaterfall, theme, type ThemeId } from '../../charts/index.ts';
import type { Language } from '../../language.ts';
import { UserError } from '../../errors.ts';
import { figureFiles } from '../../figures/figure.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import { programVersion } from '../../folder/manifest.ts';
import { textTable } from '../../text/text-table.ts';
import {
  explanationColumns,
  liftLines,
  scoreFile,
  stillOpen,
  type ReadingOptions,
} from '../../score-file/index.ts';
import type { Explanation, ScoreModel } from '../../scores/index.ts';
import { lineWidth, print, printWrapped, say } from '../../terminal/terminal.ts';

/** One borrower: a table on stdout, the chart beside the scores. */
export async function explainOne(
  file: string,
  id: string,
  model: ScoreModel,
  folder: string,
  look: {
    readonly theme: ThemeId;
    readonly lang: Language;
    readonly reading: ReadingOptions;
    readonly force: boolean;
  },
): Promise<void> {
  let found: Explanation | undefined;
  await scoreFile(
    file,
    model,
    (each, explanation) => {
      if (each === id) found = explanation;
    },
    look.reading,
  );
  if (!found) throw new UserError([{ file, message: `no borrower "${id}"` }]);
  const lift = stillOpen(model, found);
  print(`${model.label} of ${id}: ${found.score}, ${found.band.id}`);
  const width = lineWidth();
  for (const line of textTable(explanationColumns(model, found), Math.min(width, 100))) print(line);
  for (const line of liftLines(model, lift)) {
    const [indent = ''] = /^ */.exec(line) ?? [];
    printWrapped(line.trimStart(), indent);
  }
  const drawing = scoreWaterfall({
    borrower: id,
    score: { en: model.label, zh: model.id === 'sesame' ? '芝麻信用评分' : '类 FICO 评分' },
    explanation: found,
    bands: model.bands,
    lift,
  });
  const program = `creditlab ${programVersion()}`;
  const name = `${model.id}-${id.replaceAll(/[^\p{L}\p{N}_-]/gu, '_')}`;
  const files = await figureFiles(
    name,
    drawing,
    { look: theme(look.theme), language: look.lang, formats: ['svg', 'pdf', 'png', 'vl.json'] },
    { program, stamp: { kind: 'score', program }, origin: [['Score', model.label]] },
  );
  publishBeside(folder, files, { leaves: false, force: look.force });
  say(`Waterfall: ${join(folder, `${name}.svg`)}, .pdf, .png and .vl.json`);
}
