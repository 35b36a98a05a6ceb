import type { TopLevelSpec } from 'vega-lite';
import type { CreditEvent } from '../../paper/index.ts';
import type { Cells, Drawing, PlotLayer } from '../chart.ts';
import { frame } from '../kit/frame.ts';
import { nameById, sourceLine } from './words.ts';
import { textWidth, wrapToPoints } from '../kit/text.ts';
import { ink, parts, type Theme } from '../theme.ts';
import { inWords, type Language } from '../../language.ts';
import { punctuated } from '../kit/words.ts';

const title = { en: 'How China’s credit reporting was built', zh: '中国征信体系的建设历程' };

/** What happened, in Chinese, by year; English comes from the data. */
const chinese: Readonly<Record<number, string>> = {
  1988: '央行批准设立第一家信用评级公司',
  1997: '上海开展企业评级，随后试点个人征信',
  1999: '银行信贷登记咨询系统上线',
  2002: '登记系统实现全国联网查询',
  2004: '央行建立全国个人信用信息基础数据库',
  2005: '登记系统升级为全国企业信用信息基础数据库',
  2006: '央行征信中心成立',
  2015: '八家民营机构获准试点个人征信',
  2018: '百行征信获首张个人征信牌照',
};
const chineseDates: Readonly<Record<string, string>> = {
  'late 1980s': '20 世纪 80 年代末',
  'end of 1999': '1999 年末',
  'start of 2006': '2006 年初',
  'start of 2015': '2015 年初',
};

/** Table 2 as a time line from top to bottom, years to scale, stages as bands. */
export function paperTimeline(events: readonly CreditEvent[]): Drawing {
  const table: Cells[] = events.map(({ stage, year, when, event }) => ({
    stage,
    year,
    when,
    event,
  }));
  return {
    table,
    spec: (look, language) => spec(events, look, language),
    caption: (language) =>
      inWords(language, {
        en: `Important events in four stages, years to scale. ${sourceLine.en}, Table 2.`,
        zh: `四个阶段的重要事件，年份按比例排列。${sourceLine.zh}，表 2。`,
      }),
    altText: (language) =>
      punctuated(
        `${title[language]}: ${events.map((one) => `${whenText(one, language)}: ${eventText(one, language)}`).join('; ')}.`,
        language,
      ),
  };
}

interface Placed extends Cells {
  readonly stage: string;
  readonly text: string;
  readonly when: string;
  readonly pointY: number;
  readonly textY: number;
}

function spec(events: readonly CreditEvent[], look: Theme, language: Language): TopLevelSpec {
  const { fontSize } = look;
  const line = fontSize * 1.35;
  const stagesWide =
    fontSize +
    Math.max(...events.map(({ stage }) => textWidth(nameById(stage)[language], fontSize)));
  const whenWide =
    fontSize + Math.max(...events.map((one) => textWidth(whenText(one, language), fontSize)));
  const axisX = stagesWide + fontSize;
  const whenX = axisX + fontSize * 2.2;
  const textX = whenX + whenWide;
  const width = look.width - fontSize;
  const first = events[0].year;
  // Years are as long as the figure may be tall, so that letters need not shrink for them.
  const years = events[events.length - 1].year - first;
  const room = look.tallest - look.titleSize * 1.3 - fontSize * 7;
  const yearHigh = Math.min(fontSize * 1.15, room / years);
  const placed = place(
    events,
    (year) => (year - first) * yearHigh + line * 0.75,
    width - textX,
    fontSize,
    line,
    language,
  );
  const height = Math.max(
    ...placed.map(({ textY, text }) => textY + text.split('\n').length * line),
  );
  return {
    ...frame(look, language, title[language], [sourceLine[language]]),
    width,
    height,
    layer: [
      ...stageLayers(bandsOf(placed, height, line), width, line, look, language),
      ...eventLayers(placed, { axisX, whenX, textX }, line, look),
    ],
  };
}

/** A field, or a value, that is a place in the picture already. */
const pixel = (field: string) =>
  ({ field, type: 'quantitative', scale: null, axis: null }) as const;
const at = (value: number) => ({ value }) as const;

/** A band for each stage, with its name. */
function stageLayers(
  bands: ReturnType<typeof bandsOf>,
  width: number,
  line: number,
  { fontSize }: Theme,
  language: Language,
): PlotLayer[] {
  return [
    {
      data: { name: 'stages', values: bands },
      mark: { type: 'rect', color: { expr: "datum.even ? '#f3f5f7' : '#ffffff'" } },
      encoding: { x: at(0), x2: at(width), y: pixel('top'), y2: { field: 'bottom' } },
    },
    {
      data: {
        name: 'stageNames',
        values: bands.map(({ stage, top }) => ({
          top: top + line * 0.75,
          text: nameById(stage)[language],
        })),
      },
      mark: { type: 'text', align: 'left', fontWeight: 600, x: fontSize * 0.5 },
      encoding: { y: pixel('top'), text: { field: 'text' } },
    },
  ];
}

/** The axis, and each event's point, line, date and text. */
function eventLayers(
  placed: Placed[],
  { axisX, whenX, textX }: Readonly<Record<'axisX' | 'whenX' | 'textX', number>>,
  line: number,
  look: Theme,
): PlotLayer[] {
  const { fontSize } = look;
  return [
    {
      data: {
        name: 'axis',
        values: [{ top: placed[0].pointY, bottom: placed[placed.length - 1].pointY }],
      },
      mark: { type: 'rule', color: ink.axis },
      encoding: { x: at(axisX), y: pixel('top'), y2: { field: 'bottom' } },
    },
    {
      data: { name: 'leaders', values: placed },
      mark: { type: 'rule', color: ink.axis, strokeWidth: look.line * 0.7 },
      encoding: {
        x: at(axisX),
        x2: at(whenX - fontSize * 0.4),
        y: pixel('pointY'),
        y2: { field: 'textY' },
      },
    },
    {
      data: { name: 'events', values: placed },
      mark: { type: 'point', color: parts.dark },
      encoding: { x: at(axisX), y: pixel('pointY') },
    },
    {
      data: { name: 'dates', values: placed },
      mark: { type: 'text', align: 'left', color: ink.quiet },
      encoding: { x: at(whenX), y: pixel('textY'), text: { field: 'when' } },
    },
    {
      data: { name: 'texts', values: placed },
      mark: { type: 'text', align: 'left', lineHeight: line },
      encoding: { x: at(textX), y: pixel('textY'), text: { field: 'text' } },
    },
  ];
}

/** Points by year; texts beside them, each below the one before, as near to its point as that allows. */
function place(
  events: readonly CreditEvent[],
  toY: (year: number) => number,
  room: number,
  fontSize: number,
  line: number,
  language: Language,
): Placed[] {
  let free = 0;
  return events.map((one) => {
    const lines = wrapToPoints(eventText(one, language), room, fontSize);
    const pointY = toY(one.year);
    const textY = Math.max(pointY, free);
    free = textY + (lines.length + 0.15) * line;
    return {
      stage: one.stage,
      text: lines.join('\n'),
      when: whenText(one, language),
      pointY,
      textY,
    };
  });
}

function bandsOf(placed: readonly Placed[], height: number, line: number) {
  const stages = [...new Set(placed.map(({ stage }) => stage))];
  const tops = stages.map((stage) => {
    const first = placed.find((one) => one.stage === stage);
    return (first?.textY ?? 0) - line * 0.75;
  });
  return stages.map((stage, k) => ({
    stage,
    top: k === 0 ? 0 : tops[k],
    bottom: tops[k + 1] ?? height,
    even: k % 2 === 0,
  }));
}

function eventText({ year, event }: CreditEvent, language: Language): string {
  return inWords(language, { en: event, zh: chinese[year] ?? event });
}

function whenText({ when }: CreditEvent, language: Language): string {
  return inWords(language, { en: when, zh: chineseDates[when] ?? `${when} 年` });
}
