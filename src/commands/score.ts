import { basename, dirname, extname, join, resolve } from 'node:path';
import { scoreWaterfall } from '../charts/score-waterfall.ts';
import { theme, type ThemeId } from '../charts/theme.ts';
import type { Language } from '../charts/words.ts';
import { UserError } from '../errors.ts';
import { render } from '../report/vega-view.ts';
import { requireWritable, writeTogether } from '../run/files.ts';
import { textTable } from '../run/text-table.ts';
import { explanationColumns, liftLines } from '../score-file/explain-text.ts';
import { scoreFile, type ScoredFile } from '../score-file/score-file.ts';
import { writeScores } from '../score-file/write-scores.ts';
import type { Explanation } from '../scores/explanation.ts';
import { liftToNextBand } from '../scores/lift.ts';
import type { ScoreModel } from '../scores/model.ts';
import { defineCommand } from './command.ts';
import { modelOf, scoreOptions, templateOf } from './score-options.ts';
import { print, say } from './terminal.ts';

export const command = defineCommand({
  options: scoreOptions,
  run: async (args) => {
    const model = await modelOf(args);
    if (args.template) return print(templateOf(args.template, model).trimEnd());
    if (args.file === undefined) {
      const hint = 'see: creditlab score --template';
      throw new UserError([{ message: 'name a CSV file of borrowers', hint }]);
    }
    const stem = basename(args.file, extname(args.file));
    const out = args.out ?? join('output', 'score', `${stem}.csv`);
    if (resolve(out) === resolve(args.file)) {
      throw new UserError([{ message: `--out: ${out} is the file of borrowers itself` }]);
    }
    requireWritable(dirname(out));
    if (args.explain !== undefined)
      return explain(args.file, args.explain, model, dirname(out), args);
    const read = await writeScores(args.file, out, model);
    if (!args.quiet) sayRead(read, model, out);
  },
});

/** One borrower: a table on stdout, the chart beside the scores. */
async function explain(
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

function sayRead(read: ScoredFile, model: ScoreModel, out: string): void {
  say(
    `${read.borrowers} ${read.borrowers === 1 ? 'borrower' : 'borrowers'}, mean ${read.mean.toFixed(1)}; scores in ${out}`,
  );
  model.bands.forEach(({ id, from }, k) => {
    const share = ((read.byBand[k] / read.borrowers) * 100).toFixed(1);
    say(`  ${id} (from ${from}): ${read.byBand[k]} (${share} %)`);
  });
  if (read.ignored.length > 0) say(`Ignored columns: ${read.ignored.join(', ')}`);
}
