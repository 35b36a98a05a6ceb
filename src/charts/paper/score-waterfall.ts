import type { TopLevelSpec } from 'vega-lite';
import type { ScoreBand, Explanation, Lift, Step as LiftStep } from '../../scores/index.ts';
import type { Cells, Drawing, PlotLayer } from '../chart.ts';
import { frame, roundAxis } from '../kit/frame.ts';
import { nameById } from './words.ts';
import { sideNames, roomForNames } from '../kit/side-names.ts';
import { textWidth } from '../kit/text.ts';
import { ink, parts, type Theme } from '../theme.ts';
import { inWords, marks, type Language, type Words } from '../../language.ts';
import { decimal } from '../kit/words.ts';

/** One borrower's score and the words around it. */
export interface ExplainedScore {
  readonly borrower: string;
  /** Name of the score. */
  readonly score: Words;
  readonly explanation: Explanation;
  /** Ascending. */
  readonly bands: readonly ScoreBand[];
  /** What would lift the borrower to the next band, of changes that are still open. */
  readonly lift: Lift | undefined;
}

/** One step of the waterfall: from one running total to the next. */
interface Step extends Cells {
  readonly id: string;
  readonly label: string;
  readonly points: number;
  readonly from: number;
  readonly to: number;
  /** A total that the steps lead from or to. */
  readonly total: boolean;
}

const words = {
  average: { en: 'Average borrower', zh: '平均借款人' },
  limit: { en: 'End of the range', zh: '分值上下限' },
  score: { en: 'Score', zh: '评分' },
  axis: { en: 'points', zh: '分' },
} as const;

/** From the average borrower's score to this one's, part by part, over the bands. */
export function scoreWaterfall(one: ExplainedScore): Drawing {
  const table = steps(one.explanation);
  const title = {
    en: `${one.score.en} of ${one.borrower}: ${one.explanation.score}, ${nameById(one.explanation.band.id).en}`,
    zh: `${one.borrower} 的${one.score.zh}：${one.explanation.score}，${nameById(one.explanation.band.id).zh}`,
  };
  return {
    table,
    spec: (look, language) => spec(one, table, title[language], look, language),
    caption: (language) =>
      inWords(language, {
        en: 'From the score of an average borrower, part by part, to this one’s; upright lines open the bands. Points are whole and add up exactly.',
        zh: '从平均借款人的分数出发，逐项加减至该借款人的分数；竖线为各档下限。各项取整，合计恰为总分。',
      }),
    altText: (language) => {
      const { stop, space, comma } = marks[language];
      const said = table.map(
        (row) => `${nameOf(row, language)} ${row.total ? row.to : signed(row.points)}`,
      );
      return `${title[language]}${stop}${space}${said.join(comma)}${stop}`;
    },
  };
}

function steps({ base, parts: all, limit, score }: Explanation): Step[] {
  const rows: Step[] = [
    { id: 'average', label: words.average.en, points: base, from: base, to: base, total: true },
  ];
  let running = base;
  const add = (id: string, label: string, points: number) => {
    rows.push({ id, label, points, from: running, to: running + points, total: false });
    running += points;
  };
  for (const part of all) add(part.id, part.label, part.points);
  if (limit !== 0) add('limit', words.limit.en, limit);
  rows.push({
    id: 'score',
    label: words.score.en,
    points: score,
    from: score,
    to: score,
    total: true,
  });
  return rows;
}

function nameOf({ id, label }: Step, language: Language): string {
  if (id === 'average' || id === 'limit' || id === 'score') return words[id][language];
  return nameById(id, label)[language];
}

/** `+12`, `−7`, `0`. */
function signed(points: number): string {
  return points > 0 ? `+${points}` : decimal(points, 0);
}

function spec(
  { bands, lift }: ExplainedScore,
  table: readonly Step[],
  title: string,
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const values = table.map((row, k) => ({
    ...row,
    name: nameOf(row, language),
    text: row.total ? String(row.to) : signed(row.points),
    end: Math.max(row.from, row.to),
    next: table[k + 1] ? nameOf(table[k + 1], language) : null,
  }));
  const names = values.map(({ name }) => name);
  const totals = table.flatMap(({ from, to }) => [from, to]);
  const { domain, ticks } = roundAxis(Math.min(...totals) - 8, Math.max(...totals) + 25, 6);
  const width = look.width - roomForNames(names, fontSize) - fontSize * 4;
  const x = (field: string) =>
    ({
      field,
      type: 'quantitative',
      scale: { domain, nice: false, zero: false },
      stack: null,
      axis: { title: words.axis[language], values: ticks, grid: false, format: 'd' },
    }) as const;
  const y = sideNames(names);
  const only = (total: boolean) => [{ filter: `datum.total === ${total}` }];
  return {
    ...frame(look, language, title, [shortfall(lift, language)]),
    width,
    height: fontSize * 2 * names.length,
    data: { name: 'steps', values },
    layer: [
      ...bandLayers(bands, domain[0], domain[1], width, look, language),
      {
        transform: [{ filter: 'datum.next !== null' }],
        mark: { type: 'rule', color: ink.axis, strokeWidth: look.line * 0.7 },
        encoding: { x: x('to'), y, y2: { field: 'next' } },
      },
      {
        transform: only(false),
        mark: {
          type: 'bar',
          height: { band: 0.6 },
          color: { expr: `datum.points < 0 ? '${parts.light}' : '${parts.dark}'` },
        },
        encoding: { y, x: x('from'), x2: { field: 'to' } },
      },
      {
        transform: only(true),
        mark: { type: 'point', shape: 'diamond', color: ink.text, size: look.point ** 2 * 1.6 },
        encoding: { y, x: x('to') },
      },
      {
        mark: {
          type: 'text',
          align: 'left',
          dx: fontSize * 0.7,
          fontWeight: { expr: 'datum.total ? 600 : 400' },
        },
        encoding: { y, x: x('end'), text: { field: 'text' } },
      },
    ],
  };
}

/** How far the next band is, and the least change of one part that leads there. */
function shortfall(lift: Lift | undefined, language: Language): string {
  if (!lift) return '';
  const band = nameById(lift.band.id)[language];
  const [first] = lift.alone;
  const way = first ? wayText(first, language) : '';
  return inWords(language, {
    en: `${lift.missing} points short of ${band}${way}.`,
    zh: `距“${band}”还差 ${lift.missing} 分${way}。`,
  });
}

function wayText({ part, standing }: LiftStep, language: Language): string {
  const name = nameById(part.id, part.label)[language];
  const [from, to] = [part.standing, standing].map((share) => decimal(share * 100, 0));
  return inWords(language, {
    en: `; ${name.toLowerCase()} from ${from} to ${to} of 100 is enough`,
    zh: `；仅将${name}由 ${from} 提至 ${to}（满分 100）即可`,
  });
}

/** Where bands begin, with their names at the top where there is room for them. */
function bandLayers(
  bands: readonly ScoreBand[],
  low: number,
  high: number,
  width: number,
  look: Theme,
  language: Language,
): PlotLayer[] {
  const rows = bands.flatMap(({ id, from }, k) => {
    const [left, right] = [
      Math.max(low, k === 0 ? low : from),
      Math.min(high, bands[k + 1]?.from ?? high),
    ];
    const name = nameById(id)[language];
    const room = ((right - left) / (high - low)) * width;
    if (right <= left) return [];
    return [
      {
        opens: left,
        middle: (left + right) / 2,
        bound: left > low,
        name: textWidth(name, look.fontSize) < room ? name : '',
      },
    ];
  });
  const x = (field: string) => ({ field, type: 'quantitative' }) as const;
  return [
    {
      data: { name: 'bounds', values: rows.filter(({ bound }) => bound) },
      mark: { type: 'rule', color: ink.hairline, strokeWidth: look.line * 1.3 },
      encoding: { x: x('opens') },
    },
    {
      data: { name: 'bandNames', values: rows },
      mark: { type: 'text', color: ink.quiet, baseline: 'bottom', y: -look.fontSize * 0.3 },
      encoding: { x: x('middle'), text: { field: 'name' } },
    },
  ];
}
