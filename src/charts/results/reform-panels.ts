import type { TopLevelSpec } from 'vega-lite';
import { inWords, type Language } from '../../language.ts';
import type { ChartInputs, Panel } from '../chart.ts';
import { frame, roundAxis } from '../kit/frame.ts';
import { countWord } from '../findings/numbers.ts';
import { grid, panelHead } from '../kit/small-multiples.ts';
import { reformColour } from '../kit/reforms.ts';
import { enumerate } from '../kit/words.ts';
import { dashed, type Theme } from '../theme.ts';
import {
  announcedIn,
  hasOpen,
  lastOf,
  type Ends,
  type PathFigure,
  type PathPoint,
} from './reform-points.ts';

/** A panel a measure; a reform a line with its band. */
export function pathPanels(
  own: PathFigure,
  inputs: ChartInputs,
  table: readonly PathPoint[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const side = fontSize * 3.8;
  const gap = fontSize * 2.2;
  const there = own.measures.filter(({ id }) => table.some(({ measure }) => measure === id));
  const moves = there.filter(({ id }) => !isAlwaysZero(table, id));
  const drawn = moves.length === 0 ? there : moves;
  const still = there.filter((one) => !drawn.includes(one)).map(({ name }) => name[language]);
  const { columns, width } = grid(look.width - side, gap + side, fontSize * 18, drawn.length);
  const lines = Math.ceil(drawn.length / columns);
  const around = look.titleSize * 1.3 + fontSize * 14;
  const room = (look.tallest - around) / lines - fontSize * 5.4;
  const height = Math.round(Math.max(fontSize * 5, Math.min(width * 0.6, room)));
  const panels = drawn.map(({ id, name }) =>
    panel(
      own,
      inputs,
      table.filter(({ measure }) => measure === id),
      { id, name: name[language], width, height, side },
      look,
      language,
    ),
  );
  return {
    ...frame(look, language, finding(own, lastOf(own, inputs, table), language), [
      inWords(language, {
        en: `${own.title.en}: reform less no reform${own.unit ? `, ${own.unit.en}` : ''}, by quarter of signing.`,
        zh: `${own.title.zh}：改革减无改革${own.unit ? `，${own.unit.zh}` : ''}，按签约季度。`,
      }),
      still.length === 0
        ? ''
        : inWords(language, {
            en: `Not drawn, since the reform changes nothing there: ${enumerate(still, language).toLowerCase()}.`,
            zh: `改革对以下各项毫无影响，故未画出：${enumerate(still, language)}。`,
          }),
      hasOpen(table)
        ? inWords(language, {
            en: 'Hollow: loans of that quarter live on into a change.',
            zh: '空心点：该季度的贷款延续到变化之后。',
          })
        : '',
    ]),
    spacing: fontSize * 1.4,
    vconcat: Array.from({ length: lines }, (_, line): Panel => {
      const beside = panels.slice(line * columns, (line + 1) * columns);
      return { hconcat: beside, spacing: gap };
    }),
  };
}

/** Whether a reform changes nothing in a measure, in no quarter and no replicate. */
function isAlwaysZero(table: readonly PathPoint[], id: string): boolean {
  return table.every(
    ({ measure, mean, low, high }) => measure !== id || [mean, low, high].every((end) => end === 0),
  );
}

/** What is left of the first measure in the end, of those whose interval there lies off zero. */
function finding({ measures }: PathFigure, last: readonly Ends[], language: Language): string {
  const [first] = measures;
  const up = last.filter(({ low }) => low !== null && low > 0).length;
  const down = last.filter(({ high }) => high !== null && high < 0).length;
  const what = (first?.name[language] ?? '').replace(/ *[(（].*$/, '');
  if (up + down === 0)
    return inWords(language, {
      en: `No lasting change in ${what.charAt(0).toLowerCase()}${what.slice(1)} can be told`,
      zh: `末季度未见改革显著改变${what}`,
    });
  if (last.length === 1)
    return inWords(language, {
      en: `${what} ends ${up === 1 ? 'higher' : 'lower'} with the reform`,
      zh: `末季度改革${up === 1 ? '提高' : '降低'}${what}`,
    });
  const ends = (count: number, en: string) =>
    count === 0 ? [] : [`${en} under ${countWord(count, 'en')}`];
  const changes = (count: number, zh: string) => (count === 0 ? [] : [`${count} 项${zh}`]);
  return inWords(language, {
    en: `${what} ends ${[...ends(up, 'higher'), ...ends(down, 'lower')].join(', ')}${up > 0 && down > 0 ? '' : ` of ${countWord(last.length, 'en')}`}`,
    zh: `末季度 ${last.length} 项改革中 ${[...changes(up, '提高'), ...changes(down, '降低')].join('，')}${what}`,
  });
}

/** One panel of the figure: what it tells, and its size. */
interface Place {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly side: number;
}

function panel(
  figure: PathFigure,
  { scenario, tables }: ChartInputs,
  points: readonly PathPoint[],
  { id, name, width, height, side }: Place,
  look: Theme,
  language: Language,
): Panel {
  const { shares } = figure;
  const ends = points.flatMap(({ mean, low, high }) =>
    [mean, low, high].filter((end) => end !== null),
  );
  const axis = roundAxis(Math.min(0, ...ends), Math.max(0, ...ends), 4);
  const dated = points.some(({ date }) => date !== '');
  const x = timeAxis(points, dated, language);
  const y = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false },
    axis: {
      title: null,
      values: axis.ticks,
      // What a reform adds or takes, in the unit of the panel's head: percentage points are no per cent.
      labelExpr: `format(${shares ? '100*' : ''}datum.value, datum.value === 0 ? 'd' : '+,.3~f')`,
      minExtent: side,
      maxExtent: side,
    },
  } as const;
  const color = reformColour(scenario, points, look, language);
  // Bands of several reforms lie over each other: lines must stay apart through all of them.
  const several = new Set(points.map(({ institution }) => institution)).size > 1;
  const mean = { x, y: { ...y, field: 'mean' }, color } as const;
  return {
    width,
    height,
    title: panelHead(name, look),
    data: { name: `paths-${id}`, values: [...points] },
    layer: [
      {
        data: { values: [{ level: 0 }] },
        mark: { type: 'rule', color: '#9aa5ad' },
        encoding: { y: { ...y, field: 'level' } },
      },
      {
        data: { values: beginsOf(points).map((quarter) => ({ quarter: quarter - 0.5 })) },
        mark: { type: 'rule', color: '#9aa5ad', strokeDash: dashed([3, 3], look) },
        encoding: { x },
      },
      {
        data: { values: announcedIn(tables, points).map((at) => ({ quarter: at - 0.5 })) },
        mark: { type: 'rule', color: '#9aa5ad', strokeDash: dashed([1, 3], look) },
        encoding: { x },
      },
      {
        mark: { type: 'area', opacity: several ? 0.1 : 0.22, clip: true },
        encoding: { x, y: { ...y, field: 'low' }, y2: { field: 'high' }, color },
      },
      {
        mark: { type: 'line', strokeWidth: look.line * (several ? 1.9 : 1.4), clip: true },
        encoding: mean,
      },
      {
        transform: [{ filter: 'datum.open' }],
        mark: {
          type: 'point',
          filled: false,
          fill: 'white',
          size: (look.point * 0.55) ** 2,
          opacity: 1,
          strokeWidth: look.line,
        },
        encoding: { ...mean, tooltip: tooltipOf(name, shares, dated, language) },
      },
    ],
  };
}

/** Quarters, or years where the scenario has a calendar: at most six or so. */
function timeAxis(points: readonly PathPoint[], dated: boolean, language: Language) {
  const quarters = points.map(({ quarter }) => quarter);
  const dates = new Map(points.map(({ quarter, date }) => [quarter, date]));
  const ticks = [...dates.keys()].filter((quarter) =>
    dated ? dates.get(quarter)?.endsWith('Q1') : quarter % 4 === 0,
  );
  const step = Math.ceil(ticks.length / 6);
  const shown = ticks.filter((_, k) => k % step === 0);
  const labels = shown
    .map((quarter) => `datum.value === ${quarter} ? '${dates.get(quarter)?.slice(0, 4) ?? ''}' : `)
    .join('');
  const span = [Math.min(...quarters) - 0.5, Math.max(...quarters) + 0.5];
  return {
    field: 'quarter',
    type: 'quantitative',
    scale: { domain: span, nice: false },
    axis: {
      title: dated ? null : inWords(language, { en: 'Quarter', zh: '季度' }),
      grid: false,
      values: shown,
      format: 'd',
      ...(dated && { labelExpr: `${labels}''` }),
    },
  } as const;
}

/** Quarters in which a phase begins. */
function beginsOf(points: readonly PathPoint[]): number[] {
  const first = points.filter((point, k) => k > 0 && point.phase > (points[k - 1]?.phase ?? 0));
  return [...new Set(first.map(({ quarter }) => quarter))];
}

function tooltipOf(name: string, shares: boolean, dated: boolean, language: Language) {
  return [
    { field: 'label', title: inWords(language, { en: 'reform', zh: '改革' }) },
    { field: dated ? 'date' : 'quarter', title: inWords(language, { en: 'quarter', zh: '季度' }) },
    { field: 'mean', title: name, format: shares ? '.2%' : ',.2f' },
  ];
}
