import type { TopLevelSpec } from 'vega-lite';
import { mean } from '../../math/statistics.ts';
import type { Cells, Chart, ChartInputs, PlotAxes, PlotLayer } from '../chart.ts';
import { awayFromZero } from '../findings/zero.ts';
import { countOf } from '../findings/numbers.ts';
import { fade, frame, percentFormat, roundAxis } from '../kit/frame.ts';
import { certainty, lacks, nameInSentence, runAgain } from '../kit/select.ts';
import { lineLegend, panelsByInstitution } from '../kit/small-multiples.ts';
import { problems, type Theme } from '../theme.ts';
import { inWords, type Language } from '../../language.ts';
import { paragraph, signedPoints } from '../kit/words.ts';

/** Quarters of a year: means of four are drawn, since a quarter has few safe borrowers. */
const year = 4;

interface Point extends Cells {
  readonly institution: string;
  readonly label: string;
  /** Middle of the four quarters. */
  readonly quarter: number;
  readonly applicants: number;
  readonly takers: number;
}

/** The wedge between the safe among applicants and among those who borrow, from the end of the burn-in. */
export const lemonsTime: Chart = {
  id: 'lemons-over-time',
  title: { en: 'Do safe borrowers leave over time?', zh: '安全型借款人是否逐渐退出？' },
  draw(inputs) {
    const series = wedges(inputs);
    const table = inputs.scenario.institutions.flatMap(({ id, label }) =>
      points(inputs, series, id, label),
    );
    if (table.length === 0) return lacks({ en: 'series by quarter', zh: '季度序列' }, runAgain);
    return {
      behind: { intervals: 'none' },
      table,
      spec: (look, language) =>
        spec(inputs, table, finding(inputs, series, language), look, language),
      caption: (language) =>
        paragraph(
          [
            inWords(language, {
              en: 'Means of four quarters after the burn-in: the share of safe types among those who apply and among those who borrow. The area between says how many more, or fewer, of the safe are left among borrowers.',
              zh: '预热期之后，每四个季度申请者与借款者中安全型所占比例的均值；两线之间的面积表示借款者与申请者相比多出或少了多少安全型。',
            }),
            certainty(inputs, language, false),
          ],
          language,
        ),
      altText: (language) => altText(inputs, table, language),
    };
  },
};

/** Safe shares by institution, stage, quarter and replicate. */
type Series = ReadonlyMap<string, number[]>;

function wedges({ rows }: ChartInputs): Series {
  const series = new Map<string, number[]>();
  for (const { institution, world, measure, quarter, replicate, value } of rows) {
    if (quarter === null || world !== 'actual' || !measure.startsWith('safe-share-')) continue;
    const key = `${institution} ${measure} ${quarter}`;
    const list = series.get(key) ?? [];
    list[replicate] = value;
    series.set(key, list);
  }
  return series;
}

/** Years after the burn-in that the results hold in whole, by their first quarters. */
function yearsOf({ scenario: { quarters, burnIn } }: ChartInputs): number[] {
  const count = Math.floor((quarters - burnIn) / year);
  return Array.from({ length: count }, (_, k) => burnIn + year * k);
}

function points(inputs: ChartInputs, series: Series, institution: string, label: string): Point[] {
  return yearsOf(inputs).flatMap((from): Point[] => {
    const of = (stage: string) =>
      mean(
        Array.from({ length: year }, (_, k) => k)
          .flatMap((k) => series.get(`${institution} safe-share-${stage} ${from + k}`) ?? [])
          .filter((value) => !Number.isNaN(value)),
      );
    const [applicants, takers] = [of('applicants'), of('takers')];
    if (!Number.isFinite(applicants) || !Number.isFinite(takers)) return [];
    return [{ institution, label, quarter: from + year / 2, applicants, takers }];
  });
}

/** Under how many institutions the wedge moves from the first to the last year. */
function finding(inputs: ChartInputs, series: Series, language: Language): string {
  const years = yearsOf(inputs);
  const [first, last] = [years[0], years.at(-1)];
  if (inputs.scenario.replicates < 2 || first === undefined || last === undefined || first === last)
    return inWords(language, {
      en: 'Whether safe borrowers leave cannot be told',
      zh: '安全型借款人是否退出无法判定',
    });
  const changes = inputs.scenario.institutions.map(({ id }) => {
    const wedge = (from: number, replicate: number) => {
      const stage = (name: string) =>
        Array.from(
          { length: year },
          (_, k) => series.get(`${id} safe-share-${name} ${from + k}`)?.[replicate] ?? NaN,
        ).reduce((sum, value) => sum + value, 0) / year;
      return stage('takers') - stage('applicants');
    };
    return Array.from(
      { length: inputs.scenario.replicates },
      (_, r) => wedge(last, r) - wedge(first, r),
    );
  });
  const { up, down } = awayFromZero(changes);
  const all = changes.length;
  if (up + down === 0)
    return inWords(language, {
      en: 'No sign that safe borrowers leave over the years',
      zh: '未见安全型借款人逐年退出',
    });
  if (down === 0)
    return inWords(language, {
      en: `The safe gain ground under ${countOf(up, all)}`,
      zh: `${all} 种模式中 ${up} 种的安全型借款人逐年增多`,
    });
  return inWords(language, {
    en: `The safe leave over the years under ${countOf(down, all)}`,
    zh: `${all} 种模式中 ${down} 种的安全型借款人逐年退出`,
  });
}

function spec(
  inputs: ChartInputs,
  table: readonly Point[],
  title: string,
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const { scenario } = inputs;
  const { width, height, axisTitle, layout } = panelsByInstitution(scenario, look, language, {
    axis: inWords(language, { en: 'Safe types among them', zh: '安全型的比例' }),
    side: fontSize * 3.6,
    gap: fontSize * 1.4,
    least: fontSize * 11,
    wanted: (wide) => Math.min(wide * 0.75, fontSize * 11),
  });
  const shares = table.flatMap(({ applicants, takers }) => [applicants, takers]);
  const axis = roundAxis(Math.min(...shares), Math.max(...shares), 4);
  const names = {
    applicants: inWords(language, { en: 'who apply', zh: '申请者' }),
    takers: inWords(language, { en: 'who borrow', zh: '借款者' }),
  };
  const lines = table.flatMap((point) =>
    (['applicants', 'takers'] as const).map((stage) => ({
      ...point,
      stage: names[stage],
      share: point[stage],
    })),
  );
  const span = [scenario.burnIn, scenario.quarters];
  const x = {
    field: 'quarter',
    type: 'quantitative',
    scale: { domain: span, nice: false },
    axis: {
      title: inWords(language, { en: 'Quarter', zh: '季度' }),
      grid: false,
      format: 'd',
      tickCount: 4,
    },
  } as const;
  const y = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false },
    axis: { title: axisTitle, values: axis.ticks, format: percentFormat(axis.ticks) },
  } as const;
  return {
    ...frame(look, language, title, [
      inWords(language, {
        en: 'Share of safe types among those who apply and those who borrow, means of four quarters after the burn-in.',
        zh: '申请者与借款者中安全型的比例，预热期之后每四个季度的均值。',
      }),
    ]),
    data: { name: 'wedge', values: lines },
    ...layout,
    spec: {
      width,
      height,
      layer: layersOf({ x, y }, Object.values(names), look),
    },
  };
}

/** The wedge between those who apply and those who borrow, and a line at each of its sides. */
function layersOf({ x, y }: PlotAxes, names: readonly string[], look: Theme): PlotLayer[] {
  const legend = lineLegend(look);
  return [
    {
      mark: { type: 'area', opacity: 0.35, color: problems.selection },
      encoding: { x, y: { ...y, field: 'applicants' }, y2: { field: 'takers' }, opacity: fade },
    },
    {
      mark: { type: 'line' },
      encoding: {
        x,
        y: { ...y, field: 'share' },
        color: {
          field: 'stage',
          type: 'nominal',
          scale: { domain: [...names], range: ['#8a949e', '#2f4858'] },
          legend,
        },
        strokeDash: {
          field: 'stage',
          type: 'nominal',
          scale: { domain: [...names], range: [[4, 3], []] },
          legend,
        },
        opacity: fade,
      },
    },
  ];
}

function altText(inputs: ChartInputs, table: readonly Point[], language: Language): string {
  const items = inputs.scenario.institutions.flatMap(({ id, label }) => {
    const own = table.filter(({ institution }) => institution === id);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    const gap = ({ applicants, takers }: Point) => signedPoints(takers - applicants);
    const name = nameInSentence({ institution: id, label }, language);
    return inWords(language, {
      en: `${name} from ${gap(first)} to ${gap(last)}`,
      zh: `${name}从 ${gap(first)} 到 ${gap(last)}`,
    });
  });
  return inWords(language, {
    en: `Areas, one panel an institution. Share of the safe among borrowers less that among applicants, in points, first and last year: ${items.join('; ')}.`,
    zh: `面积图，每种征信模式一幅。借款者中安全型的比例减申请者中的比例（百分点），首年与末年：${items.join('；')}。`,
  });
}
