import { join } from 'node:path';
import { questionStem } from '../../answers/index.ts';
import { indexBars, type FactorNames } from '../../charts/index.ts';
import type { Content } from '../../folder/index.ts';
import { publishBeside } from '../../folder/output-folder.ts';
import {
  sensitivityFiles,
  sensitivityTold,
  titleOf,
  type SensitivityAnswer,
} from '../../library/answers/sensitivity.ts';
import type { Language } from '../../language.ts';
import { displayOf } from '../../measures/index.ts';
import { spokenIn } from '../../scenario/index.ts';
import { ownerOf } from '../../run/index.ts';
import { print } from '../../terminal/terminal.ts';
import type { Table } from '../../text/csv.ts';
import { factorNames } from '../design/factor-names.ts';
import type { Picture } from '../design/design-pictures.ts';
import { pictureFiles, type DrawFlags } from '../design/draw.ts';
import { sayFigure, sayNumbers } from '../words/where-words.ts';
import { printAnswer, type PrintOptions } from './print-answer.ts';

/** Factors that the terminal lists of a screening; all are in the file. */
const listed = 10;

/** Writes files and figure of a sensitivity analysis and prints what it finds. */
export async function tellSensitivity(
  analysis: SensitivityAnswer,
  folder: string,
  flags: DrawFlags & PrintOptions,
): Promise<void> {
  const { lang } = flags;
  const answer = { ...analysis, scenario: spokenIn(analysis.scenario, lang) };
  const { scenario, question, asked, effort } = answer;
  const { question: title, sentences, screening, indices } = sensitivityTold(answer, flags.lang);
  const stem = questionStem(question, asked.passport.id);
  const place = (name: string) => join('sensitivity', `${stem}${name}`);
  const files = new Map<string, Content>(sensitivityFiles(answer, flags.lang));
  const factors = await factorNames(scenario);
  const pictures = picturesOf(answer, stem, indices, factors);
  const run = { ...scenario, replicates: effort.replicates[1] };
  const drawn = await pictureFiles(pictures, run, flags);
  for (const [name, file] of drawn) files.set(name, file);
  publishBeside(folder, files, { leaves: false, force: flags.force });

  if (flags.json) {
    print(JSON.stringify({ question: title, folder, sentences, screening, indices }, null, 2));
  } else {
    // Of who is first screening tells ranks, shown out of 100.
    const factor = question.kind === 'first' ? 100 : displayOf(asked.passport.unit).factor;
    printAnswer(
      title,
      scenario.title,
      [
        {
          columns: screeningColumns(lang),
          rows: shown(screening.slice(0, listed), factor, lang),
        },
        {
          columns: indexColumns(lang),
          rows: shares(
            indices.filter(({ of }) => of === 'all'),
            lang,
          ),
        },
      ],
      sentences,
    );
  }
  if (!flags.quiet) {
    const numbers = join(folder, place('-*.csv'));
    sayNumbers(flags.lang, { numbers, page: join(folder, place('.md')) });
    sayFigure(flags.lang, folder, drawn);
  }
}

interface TableWords {
  readonly screening: readonly [factor: string, part: string, range: string];
  readonly indices: readonly [factor: string, first: string, total: string];
  /** Of a scenario, by its name in files; one without a word stands as it is. */
  readonly parts: Readonly<Record<string, string>>;
  readonly to: string;
  readonly unknown: string;
}

const words: Readonly<Record<Language, TableWords>> = {
  en: {
    screening: ['first by screening', 'part of', 'range'],
    indices: ['Sobol indices, %', 'first-order (95%)', 'total (95%)'],
    parts: {},
    to: 'to',
    unknown: 'not known',
  },
  zh: {
    screening: ['筛选次序', '属于', '范围'],
    indices: ['Sobol 指数，%', '一阶（95%）', '总效应（95%）'],
    parts: {
      economy: '经济',
      lenders: '贷款机构',
      institutions: '征信机构',
      run: '运行规模',
      luck: '运气',
    },
    to: '至',
    unknown: '未知',
  },
};

function screeningColumns(language: Language) {
  const [factor, part, range] = words[language].screening;
  return [
    { head: factor, of: 'factor' },
    { head: part, of: 'part' },
    { head: 'μ*', of: 'muStar', right: true },
    { head: 'σ', of: 'sigma', right: true },
    { head: range, of: 'range' },
  ];
}

function indexColumns(language: Language) {
  const [factor, first, total] = words[language].indices;
  return [
    { head: factor, of: 'factor' },
    { head: words[language].screening[1], of: 'part' },
    { head: first, of: 'first', right: true },
    { head: total, of: 'total', right: true },
  ];
}

/** A row as a reader of the language is shown it. */
function told(row: Table[number], language: Language): Table[number] {
  const { parts, to } = words[language];
  const part = String(row['part']);
  const range = row['range'];
  return {
    ...row,
    part: parts[part] ?? part,
    ...(typeof range === 'string' && { range: range.replace(' to ', ` ${to} `) }),
  };
}

/** Effects in shown units, three significant digits. */
function shown(rows: Table, factor: number, language: Language): Table {
  const text = (value: unknown) =>
    Number.isNaN(value) ? '–' : Number((factor * Number(value)).toPrecision(3)).toString();
  return rows.map((row) => ({
    ...told(row, language),
    muStar: text(row['muStar']),
    sigma: text(row['sigma']),
  }));
}

function shares(rows: Table, language: Language): Table {
  const { to, unknown } = words[language];
  const percent = (value: unknown) => (100 * Number(value)).toFixed(1).replace('-', '−');
  const share = (row: Table[number], name: string) => {
    const [value, low, high] = [row[name], row[`${name}Low`], row[`${name}High`]];
    if (typeof value !== 'number' || Number.isNaN(value)) return unknown;
    const interval = typeof low === 'number' ? ` (${percent(low)} ${to} ${percent(high)})` : '';
    return `${percent(value)}${interval}`;
  };
  return rows.map((row) => ({
    ...told(row, language),
    first: share(row, 'first'),
    total: share(row, 'total'),
  }));
}

function picturesOf(
  answer: SensitivityAnswer,
  stem: string,
  indices: Table,
  names: FactorNames,
): Picture[] {
  const { scenario, effort, outcome } = answer;
  const { driven, space } = outcome;
  if (!driven || indices.length === 0) return [];
  const { drivers, kept, points } = driven;
  const title = {
    en: `What drives ${titleOf(answer, 'en')}`,
    zh: `什么决定${titleOf(answer, 'zh')}`,
  };
  const { first, total } = drivers.whole;
  const rows = kept
    .map((factor, i) => ({
      ...{ key: space.factors[factor].key, owner: ownerOf(space.factors[factor]) },
      ...{ first: first[i].value, firstLow: first[i].low, firstHigh: first[i].high },
      ...{ total: total[i].value, totalLow: total[i].low, totalHigh: total[i].high },
    }))
    .toSorted((a, b) => b.total - a.total);
  const ends = { firstLow: NaN, firstHigh: NaN, totalLow: NaN, totalHigh: NaN };
  const luck = { key: 'replicate', owner: 'luck' as const, ...drivers.luck, ...ends };
  const left = points.leftOut.filter((reason) => reason !== undefined).length;
  const facts = {
    scenario: { ...scenario, replicates: effort.replicates[1] },
    points: points.points.length - left,
    leftOut: left,
    factors: names,
  };
  // Of too few points no index can be computed: a figure would be empty.
  if (rows.every((row) => Number.isNaN(row.total))) return [];
  const all = Number.isNaN(luck.total) ? rows : [...rows, luck];
  return [{ id: `sensitivity-${stem}`, title, drawing: indexBars(facts, title, all) }];
}
