import { inWords, lowered, type Language } from '../../language.ts';
import { join } from 'node:path';
import { levelsOf, measureName, regretNote, tellingColumns } from '../../answers/index.ts';
import { firstMap, type FactorNames, type FirstPoint } from '../../charts/index.ts';
import type { Content } from '../../folder/index.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import type { Designed } from '../../library/answers/designed.ts';
import { robustnessFiles, robustnessTold } from '../../library/answers/robustness.ts';
import { institutionName } from '../../institution-names.ts';
import { displayOf } from '../../measures/index.ts';
import { spokenIn } from '../../scenario/index.ts';
import type { AskedMeasure } from '../../run/index.ts';
import type { RobustnessOutcome } from '../../run/index.ts';
import { print } from '../../terminal/terminal.ts';
import { factorNames } from '../design/factor-names.ts';
import type { Picture } from '../design/design-pictures.ts';
import { pictureFiles, type DrawFlags } from '../design/draw.ts';
import { sayFigure, sayNumbers } from '../words/where-words.ts';
import { printAnswer, type PrintOptions } from './print-answer.ts';

/** Writes files and figure of a look over all points, and prints what it finds. */
export async function tellRobustness(
  run: Designed,
  asked: AskedMeasure,
  outcome: RobustnessOutcome,
  folder: string,
  flags: DrawFlags & PrintOptions,
): Promise<void> {
  const scenario = spokenIn(run, flags.lang);
  const { collected, hunts } = outcome;
  const { passport } = asked;
  const told = robustnessTold(scenario, asked, outcome, flags.lang);
  const { question: title, sentences, first, pairs } = told;
  const name = (id: string) => {
    const own = scenario.institutions.find((one) => one.id === id);
    return own ? institutionName(own, flags.lang) : id;
  };
  const left = collected.leftOut.filter((reason) => reason !== undefined).length;
  const stem = passport.id.replaceAll(/[^a-z0-9-]+/gi, '-');
  const place = (end: string) => join('robustness', `${stem}${end}`);
  const files = new Map<string, Content>(robustnessFiles(scenario, asked, told));
  const pictures = mapsOf(scenario, asked, outcome, left, await factorNames(scenario));
  const drawn = await pictureFiles(pictures, scenario, flags);
  for (const [path, file] of drawn) files.set(path, file);
  publishBeside(folder, files, { leaves: false, force: flags.force });
  if (flags.json) {
    const boxes = hunts.map(({ discovery, ...hunt }) => ({ ...hunt, ...discovery }));
    print(JSON.stringify({ question: title, folder, sentences, first, pairs, boxes }, null, 2));
  } else {
    const { factor } = displayOf(passport.unit);
    const text = (x: number) =>
      Number.isNaN(x) ? '' : (factor * x).toPrecision(3).replace('-', '−');
    const rows = first.map((row) => ({
      ...{ name: name(row.institution), share: `${(100 * row.share).toFixed(1)}%` },
      ...{
        mean: text(row.regretMean),
        ninety: text(row.regret90),
        largest: text(row.regretLargest),
      },
    }));
    const tables = [{ columns: tableColumns(flags.lang), rows }];
    printAnswer(title, scenario.title, tables, [regretNote(passport, flags.lang), ...sentences]);
  }
  if (!flags.quiet) {
    const numbers = join(folder, place('-*.csv'));
    sayNumbers(flags.lang, { numbers, page: join(folder, place('.md')) });
    sayFigure(flags.lang, folder, drawn);
  }
}

const tableColumns = (language: Language) =>
  [
    { head: inWords(language, { en: 'institution', zh: '征信机构' }), of: 'name' },
    { head: inWords(language, { en: 'first', zh: '居首' }), of: 'share', right: true },
    { head: inWords(language, { en: 'mean regret', zh: '平均遗憾' }), of: 'mean', right: true },
    { head: '90%', of: 'ninety', right: true },
    { head: inWords(language, { en: 'largest', zh: '最大' }), of: 'largest', right: true },
  ] as const;

/** Who is first over the two varied factors, or the two numbers that differ most between leaders. */
function mapsOf(
  scenario: Designed,
  { passport }: AskedMeasure,
  { collected, leaders, columns, found }: RobustnessOutcome,
  leftOut: number,
  names: FactorNames,
): Picture[] {
  const institutions = scenario.institutions.map(({ id }) => id);
  const { factors, varied } = scenario.design;
  const isGrid = varied.length >= 2;
  const facts = { scenario, points: collected.points.length - leftOut, leftOut, factors: names };
  const title = {
    en: `Who is first in ${lowered(passport.title)}`,
    zh: `谁在${measureName(passport, 'zh')}上居首`,
  };
  const places = found.first.map((one) => ({ ...one, institution: institutions[one.institution] }));
  const id = `first-${passport.id.replaceAll(/[^a-z0-9-]+/gi, '-')}`;
  if (isGrid) {
    const [x, y] = factors.map(({ key }) => key);
    const values = collected.points.map((point) => point.values.slice(0, 2).map(textOf));
    const cells = levelsOf(values).flatMap(({ value, points }): FirstPoint[] => {
      const counts = new Map<number, number>();
      for (const p of points) {
        if (leaders[p] >= 0) counts.set(leaders[p], (counts.get(leaders[p]) ?? 0) + 1);
      }
      const all = [...counts.values()].reduce((sum, n) => sum + n, 0);
      const [most] = [...counts].toSorted((a, b) => b[1] - a[1] || a[0] - b[0]);
      if (!most) return [];
      const share = most[1] / all;
      return [{ x: value[0], y: value[1], institution: institutions[most[0]], share }];
    });
    const axes = { x, y, isGrid };
    return [{ id, title, drawing: firstMap(facts, title, axes, cells, places) }];
  }
  const [x, y] = tellingColumns(columns, leaders);
  if (!x || !y) return [];
  const marks = [...leaders.keys()]
    .filter((p) => leaders[p] >= 0)
    .map((p): FirstPoint => ({
      ...{ x: x.values[p], y: y.values[p] },
      ...{ institution: institutions[leaders[p]], share: 1 },
    }));
  const axes = { x: x.key, y: y.key, isGrid };
  return [{ id, title, drawing: firstMap(facts, title, axes, marks, places) }];
}

function textOf(value: unknown): number | string {
  if (typeof value === 'number') return value;
  return Array.isArray(value) ? value.join(' ') : String(value);
}
