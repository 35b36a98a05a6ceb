import type { TopLevelSpec } from 'vega-lite';
import type { Cells, ScenarioFacts } from '../chart.ts';
import { fade, frame, percentFormat, roundAxis, withinShare } from './frame.ts';
import { nameAxis, nameColumn } from './institutions.ts';
import { nameInSentence, type InstitutionEstimate } from './select.ts';
import { textWidth } from './text.ts';
import { ink, neutral, problems, type Theme } from '../theme.ts';
import { inWords, type Language, type Words } from '../../language.ts';
import { percent, institutionTip, tip } from './words.ts';

/** A whole and its two parts, by institution. */
export interface Stack {
  readonly institution: string;
  readonly label: string;
  /** Drawn first, dark. */
  readonly first: InstitutionEstimate;
  /** Drawn on top of it, light. */
  readonly second: InstitutionEstimate;
  readonly whole: InstitutionEstimate;
}

/** What the parts are called. */
interface PartNames {
  readonly first: Words;
  readonly second: Words;
  readonly whole: Words;
}

/** What is said of the bars. */
export interface StackWords extends PartNames {
  /** Title of the horizontal axis, with its unit. */
  readonly axis: Words;
  /** The whole is a share: its interval ends at 0 and 100%, even where Student's t reaches beyond. */
  readonly share?: boolean;
}

/** Joins the estimates of both parts and the whole; institutions without all three are left out. */
export function stacks(
  first: readonly InstitutionEstimate[],
  second: readonly InstitutionEstimate[],
  whole: readonly InstitutionEstimate[],
): Stack[] {
  const joined = first.flatMap((one): Stack[] => {
    const other = second.find(({ institution }) => institution === one.institution);
    const both = whole.find(({ institution }) => institution === one.institution);
    if (other === undefined || both === undefined) return [];
    return [
      { institution: one.institution, label: one.label, first: one, second: other, whole: both },
    ];
  });
  return joined;
}

/** The tidy rows of stacks: one a part. */
export function stackTable(
  rows: readonly Stack[],
  ids: { readonly first: string; readonly second: string; readonly whole: string },
): Cells[] {
  return rows.flatMap(({ first, second, whole }) => [
    { part: ids.first, ...first },
    { part: ids.second, ...second },
    { part: ids.whole, ...whole },
  ]);
}

/** Horizontal bars of two parts, the largest whole on top, with the interval of the whole and its number. */
export function stackedRows(
  scenario: ScenarioFacts,
  rows: readonly Stack[],
  words: StackWords,
  header: { readonly title: string; readonly subtitle: readonly string[] },
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const names = nameAxis(scenario, look, language);
  const width = Math.floor(look.width - names.gutter - fontSize * 1.5);
  const bars = rows.flatMap((row) => barsOf(row, words, language));
  const wholes = rows.map(({ whole }) => wholeOf(whole, bars, words, language));
  const number = textWidth('00.0%', fontSize) + fontSize;
  const ends = [...bars.flatMap(({ start, end }) => [start, end]), ...wholes.map(({ end }) => end)];
  const { domain, ticks } = roundAxis(
    Math.min(0, ...ends, ...wholes.map(({ low }) => low ?? 0)),
    Math.max(0.001, ...ends) * (width / (width - number)),
    Math.max(3, Math.floor(width / (fontSize * 6))),
  );
  const x = { type: 'quantitative', scale: { domain, nice: false } } as const;
  const order = rows.map(({ institution }) => institution);
  const y = {
    field: 'institution',
    type: 'nominal',
    scale: { domain: order, paddingInner: 0.35, paddingOuter: 0.2 },
    axis: nameColumn(names, look),
  } as const;
  const axis = { title: words.axis[language], values: ticks, format: percentFormat(ticks) };
  const interval = { y, x: { ...x, field: 'low' }, x2: { field: 'high' }, opacity: fade } as const;
  return {
    ...frame(look, language, header.title, header.subtitle),
    width,
    height: Math.round(order.length * names.rowHeight),
    layer: [
      {
        data: { name: 'parts', values: bars },
        mark: { type: 'bar', height: { band: 1 } },
        encoding: {
          y,
          x: { ...x, field: 'start', axis },
          x2: { field: 'end' },
          ...partChannels(words, look, language),
        },
      },
      {
        // Light around the line, which would else be lost on the dark part.
        data: { name: 'halos', values: wholes },
        mark: { type: 'rule', color: 'white', strokeWidth: look.line * 3 },
        encoding: interval,
      },
      {
        data: { name: 'wholes', values: wholes },
        mark: { type: 'rule', color: 'black' },
        encoding: interval,
      },
      {
        data: { name: 'numbers', values: wholes },
        mark: {
          type: 'text',
          align: 'left',
          baseline: 'middle',
          dx: fontSize * 0.5,
          color: ink.text,
        },
        encoding: { y, x: { ...x, field: 'end' }, text: { field: 'text' }, opacity: fade },
      },
    ],
  };
}

/** A part as it lies on the bar: the second on top of the first, or from zero if they have different signs. */
function barsOf({ first, second }: Stack, words: PartNames, language: Language) {
  const a = first.mean ?? 0;
  const b = second.mean ?? 0;
  const base = a >= 0 === b >= 0 ? a : 0;
  return [
    { ...first, part: words.first[language], start: 0, end: a },
    { ...second, part: words.second[language], start: base, end: base + b },
  ];
}

/** A whole with its number, and where the number stands: right of all that is drawn of it. */
function wholeOf(
  whole: InstitutionEstimate,
  bars: readonly { readonly institution: string; readonly end: number }[],
  { share }: StackWords,
  language: Language,
) {
  const bounded = (end: number | null) => (end === null || !share ? end : withinShare(end));
  const [low, high] = [bounded(whole.low), bounded(whole.high)];
  return {
    ...whole,
    ...{ low, high },
    end: Math.max(high ?? 0, whole.mean ?? 0, ...endsOf(bars, whole.institution)),
    text:
      whole.mean === null
        ? inWords(language, { en: 'not defined', zh: '无定义' })
        : percent(whole.mean),
  };
}

/** Colours of the two parts with their legend, and what is said of a part that is pointed at. */
function partChannels(words: PartNames, look: Theme, language: Language) {
  const { fontSize } = look;
  const legend = {
    title: null,
    orient: 'top',
    direction: look.width < fontSize * 50 ? 'vertical' : 'horizontal',
    symbolType: 'square',
    offset: fontSize * 0.4,
  } as const;
  const domain = [words.first[language], words.second[language]];
  const scale = { domain, range: [problems.hazard, neutral] };
  return {
    color: { field: 'part', type: 'nominal', scale, legend } as const,
    opacity: fade,
    tooltip: [
      institutionTip(language),
      tip('part', { en: 'part', zh: '部分' }, language),
      tip('mean', { en: 'mean', zh: '均值' }, language, '.2%'),
      tip('low', { en: '95% from', zh: '95% 下限' }, language, '.2%'),
      tip('high', { en: '95% to', zh: '95% 上限' }, language, '.2%'),
    ],
  };
}

function endsOf(
  bars: readonly { readonly institution: string; readonly end: number }[],
  institution: string,
): number[] {
  return bars.filter((bar) => bar.institution === institution).map(({ end }) => end);
}

/** `No sharing 19.1% (13.6% will not pay, 5.5% cannot pay)`, for every stack. */
export function stackList(rows: readonly Stack[], words: PartNames, language: Language): string {
  const items = rows.map((row) => {
    const name = nameInSentence(row, language);
    const [whole, first, second] = [row.whole, row.first, row.second].map(({ mean }) =>
      percent(mean ?? NaN),
    );
    return inWords(language, {
      en: `${name} ${whole} (${words.first.en.toLowerCase()} ${first}, ${words.second.en.toLowerCase()} ${second})`,
      zh: `${name} ${whole}（${words.first.zh} ${first}，${words.second.zh} ${second}）`,
    });
  });
  return inWords(language, { en: `${items.join('; ')}.`, zh: `${items.join('；')}。` });
}
