import { tableChart } from '../kit/table-chart.ts';
import type { TopLevelSpec } from 'vega-lite';
import { estimate } from '../../math/interval.ts';
import type { Cells, ChartInputs, PlotAxes, PlotLayer } from '../chart.ts';
import { samplesBehind } from '../findings/inputs.ts';
import { roundedEnds } from '../findings/numbers.ts';
import { orderOf } from '../../replicates/index.ts';
import { fade, frame } from '../kit/frame.ts';
import { nameAxis, nameColumn } from '../kit/institutions.ts';
import { nameInSentence, runAgain } from '../kit/select.ts';
import { neutral, problems, type Theme } from '../theme.ts';
import { inWords, marks, type Language } from '../../language.ts';
import { decimal, institutionTip, tip } from '../kit/words.ts';

/** What becomes of a safe applicant, in the order in which bars show it. */
const ends = [
  { id: 'refused', name: { en: 'refused', zh: '被拒' }, colour: problems.selection },
  { id: 'walked-away', name: { en: 'walked away', zh: '自行放弃' }, colour: neutral },
  { id: 'borrowed', name: { en: 'borrowed', zh: '借款' }, colour: '#3d5566' },
] as const;

interface Part extends Cells {
  readonly institution: string;
  readonly label: string;
  readonly end: string;
  readonly mean: number;
}

/** Of 100 safe applicants, how many are refused, walk away and borrow. */
export const lemons = tableChart({
  id: 'lemons',
  title: { en: 'What becomes of safe applicants', zh: '安全型申请人的去向' },
  table: parts,
  lacking: [{ en: 'shares of safe types', zh: '安全型的比例' }, runAgain],
  spec,
  caption: {
    en: 'Of 100 safe applicants (risk of failure before effort below the population’s median), how many are refused, walk away after approval and borrow. Some walk away to something better; what of it hidden types do is told by the experiment lemons.',
    zh: '每 100 个安全型申请人（努力之前的失败风险低于总体中位数）中，被拒、获批后自行放弃与借款者各多少。其中有人本有更好的选择；由隐藏类型造成的部分见 lemons 实验。',
  },
  bars: false,
  altText: (table, language, inputs) => altText(inputs, table, language),
});

/** By replicate, the shares of safe applicants that are refused, walk away and borrow. */
function sharesOf(inputs: ChartInputs, institution: string) {
  const { values } = samplesBehind(inputs);
  const of = (measure: string) => values(institution, 'actual', measure);
  const [approval, takeUp] = [of('approval-rate'), of('take-up-rate')];
  const safe = ['applicants', 'approved', 'takers'].map((stage) => of(`safe-share-${stage}`));
  const approved = approval.map((rate, r) => (rate === 0 ? 0 : (rate * safe[1][r]) / safe[0][r]));
  const borrowed = approval.map((rate, r) =>
    rate === 0 ? 0 : (rate * takeUp[r] * safe[2][r]) / safe[0][r],
  );
  return {
    refused: approved.map((share) => 1 - share),
    'walked-away': approved.map((share, r) => share - borrowed[r]),
    borrowed,
  };
}

function parts(inputs: ChartInputs): Part[] {
  return inputs.scenario.institutions.flatMap(({ id: institution, label }) => {
    const shares = sharesOf(inputs, institution);
    return ends.flatMap(({ id: end }) => {
      const { mean, n } = estimate(shares[end]);
      return n === 0 ? [] : [{ institution, label, end, mean }];
    });
  });
}

/** How many of a hundred safe applicants end without a loan. */
function finding(inputs: ChartInputs, language: Language): string {
  const columns = inputs.scenario.institutions.map(({ id: institution }) => {
    const values = sharesOf(inputs, institution).borrowed.map((share) => 1 - share);
    return { institution, values, value: estimate(values) };
  });
  const { places, apart } = orderOf(columns, 'lower');
  const [best, worst] = [places[0], places.at(-1)];
  if (best === undefined || worst === undefined)
    return inWords(language, { en: 'Nobody applies', zh: '无人申请' });
  const isApart = places.length > 1 && apart(0, places.length - 1);
  const middle = places.reduce((sum, { value }) => sum + value.mean, 0) / places.length;
  const [low, high] = isApart
    ? roundedEnds([best.value.mean, worst.value.mean], true)
    : [decimal(100 * middle, 0), ''];
  if (high === '')
    return inWords(language, {
      en: `About ${low} of 100 safe applicants get no loan`,
      zh: `每 100 个安全型申请人中约 ${low} 人未获贷款`,
    });
  return inWords(language, {
    en: `${low} to ${high} of 100 safe applicants get no loan`,
    zh: `每 100 个安全型申请人中有 ${low} 至 ${high} 人未获贷款`,
  });
}

function spec(
  { scenario, ...inputs }: ChartInputs,
  table: readonly Part[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const names = nameAxis(scenario, look, language);
  const width = Math.floor(look.width - names.gutter - fontSize * 1.5);
  const order = scenario.institutions.map(({ id }) => id);
  const bars = barsOf(order, table, width, fontSize * 2, language);
  const whole = [0, 1];
  const x = { type: 'quantitative', scale: { domain: whole, nice: false } } as const;
  const y = {
    field: 'institution',
    type: 'nominal',
    scale: { domain: order, paddingInner: 0.3, paddingOuter: 0.15 },
    axis: nameColumn(names, look),
  } as const;
  return {
    ...frame(look, language, finding({ scenario, ...inputs }, language), [
      inWords(language, {
        en: 'What becomes of 100 safe applicants, over the quarters that count.',
        zh: '每 100 个安全型申请人的去向，计入的季度。',
      }),
    ]),
    width,
    height: Math.round(order.length * names.rowHeight),
    data: { name: 'ends', values: bars },
    layer: layersOf({ x, y }, look, language),
  };
}

/** The ends of the safe, one after the other along a bar; numbers where they have room. */
function barsOf(
  order: readonly string[],
  table: readonly Part[],
  width: number,
  roomForNumber: number,
  language: Language,
) {
  return order.flatMap((institution) => {
    let at = 0;
    return ends.flatMap(({ id, name }) => {
      const found = table.find((one) => one.institution === institution && one.end === id);
      if (found === undefined) return [];
      const start = at;
      at += found.mean;
      const isWide = found.mean * width > roomForNumber;
      return {
        ...found,
        ...{ start, finish: at, middle: (start + at) / 2, name: name[language] },
        text: isWide ? decimal(100 * found.mean, 0) : '',
        ink: id === 'borrowed' ? 'white' : 'black',
      };
    });
  });
}

/** The bars and the numbers on them. */
function layersOf({ x, y }: PlotAxes, { fontSize }: Theme, language: Language): PlotLayer[] {
  return [
    {
      mark: { type: 'bar', height: { band: 1 } },
      encoding: {
        y,
        x: {
          ...x,
          field: 'start',
          axis: {
            title: inWords(language, {
              en: 'Of 100 safe applicants',
              zh: '每 100 个安全型申请人',
            }),
            values: [0, 0.25, 0.5, 0.75, 1],
            labelExpr: 'format(100 * datum.value, "d")',
          },
        },
        x2: { field: 'finish' },
        color: {
          field: 'name',
          type: 'nominal',
          scale: {
            domain: ends.map(({ name }) => name[language]),
            range: ends.map(({ colour }) => colour),
          },
          legend: {
            title: null,
            orient: 'top',
            direction: 'horizontal',
            symbolType: 'square',
            offset: fontSize * 0.4,
          },
        },
        opacity: fade,
        tooltip: [
          institutionTip(language),
          tip('name', { en: 'end', zh: '去向' }, language),
          tip('mean', { en: 'share', zh: '比例' }, language, '.1%'),
        ],
      },
    },
    {
      mark: { type: 'text', baseline: 'middle', align: 'center', fill: { expr: 'datum.ink' } },
      encoding: {
        y: { ...y, bandPosition: 0.5 },
        x: { ...x, field: 'middle' },
        text: { field: 'text' },
        opacity: fade,
      },
    },
  ];
}

function altText(inputs: ChartInputs, table: readonly Part[], language: Language): string {
  const items = inputs.scenario.institutions.map(({ id, label }) => {
    const told = ends.map(({ id: end, name }) => {
      const found = table.find((one) => one.institution === id && one.end === end);
      return `${name[language]} ${decimal(100 * (found?.mean ?? NaN), 0)}`;
    });
    return `${nameInSentence({ institution: id, label }, language)} ${told.join(marks[language].listed)}`;
  });
  return inWords(language, {
    en: `Stacked bars, of 100 safe applicants: ${items.join('; ')}.`,
    zh: `堆叠条形图，每 100 个安全型申请人：${items.join('；')}。`,
  });
}
