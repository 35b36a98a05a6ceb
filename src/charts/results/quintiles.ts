import type { TopLevelSpec } from 'vega-lite';
import type { Cells, Chart, ChartInputs } from '../chart.ts';
import { fade, frame, percentFormat, roundAxis, within } from '../kit/frame.ts';
import { institutionLegend, institutionScales } from '../kit/institutions.ts';
import { certainty, estimates, footing, lacks, nameOf } from '../kit/select.ts';
import { panelsBy } from '../kit/small-multiples.ts';
import type { Theme } from '../theme.ts';
import type { Language } from '../../language.ts';
import { paragraph, percent } from '../kit/words.ts';

const title = { en: 'Who gets in: approval by hidden trait', zh: '谁能获批：按隐藏特质分组' };

const traits = [
  { id: 'character', name: { en: 'Character', zh: '品格' } },
  { id: 'capacity', name: { en: 'Capacity', zh: '偿还能力' } },
  { id: 'capital', name: { en: 'Capital', zh: '资本' } },
  { id: 'collateral', name: { en: 'Collateral', zh: '抵押' } },
  { id: 'conditions', name: { en: 'Conditions', zh: '环境' } },
] as const;

interface Point extends Cells {
  readonly institution: string;
  readonly label: string;
  readonly trait: string;
  /** 1 = lowest fifth. */
  readonly quintile: number;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Approval by fifth of each latent trait, which lenders do not see. */
export const quintiles: Chart = {
  id: 'access-by-trait',
  title,
  draw(inputs) {
    const table = points(inputs);
    if (table.every(({ mean }) => mean === null))
      return lacks(
        { en: 'approval by trait', zh: '按特质分组的批准率' },
        { en: 'Run the scenario again.', zh: '请重新运行情景。' },
      );
    return {
      table,
      spec: (look, language) => spec(inputs, table, look, language),
      caption: (language) =>
        paragraph(
          [
            language === 'zh'
              ? '按借款人隐藏特质的五分位（1 为最低）划分的批准率。贷款人看不到这些特质，只能看到带噪声的信号与信用记录。'
              : 'Approval rate by fifth of each latent trait (1 = lowest). Lenders do not see the traits, only noisy signals and records.',
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) => altText(table, language),
    };
  },
};

function points(inputs: ChartInputs): Point[] {
  return traits.flatMap(({ id: trait }) =>
    [1, 2, 3, 4, 5].flatMap((quintile) =>
      estimates(inputs, `approval-${trait}-q${quintile}`).map((row) => ({
        trait,
        quintile,
        ...row,
      })),
    ),
  );
}

function spec(
  inputs: ChartInputs,
  table: readonly Point[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const zh = language === 'zh';
  const scales = institutionScales(inputs.scenario);
  const names = traits.map(({ name }) => name[language]);
  const { width, height, axisTitle, layout } = panelsBy('traitName', names, look, {
    axis: zh ? '批准率' : 'Approved (% of applications)',
    side: fontSize * 3.6,
    gap: fontSize * 1.4,
    least: fontSize * 9,
    wanted: (wide) => Math.min(wide * 1.1, fontSize * 16),
  });
  const ends = table
    .flatMap(({ mean, low, high }) => [mean, low, high])
    .flatMap((end) => (end === null ? [] : within(end)));
  const axis = roundAxis(Math.min(...ends), Math.max(...ends), 4);
  const aside = besides(inputs.scenario.institutions.map(({ id }) => id));
  const shown = table.map((point) => ({
    ...point,
    traitName: traits.find(({ id }) => id === point.trait)?.name[language] ?? '',
    place: point.quintile + (aside.get(point.institution) ?? 0),
  }));
  const fifths = [1, 2, 3, 4, 5];
  const span = [0.6, 5.4];
  const x = {
    field: 'place',
    type: 'quantitative',
    scale: { domain: span, nice: false },
    axis: {
      title: zh ? '五分位（1 为最低）' : 'Fifth (1 = lowest)',
      values: fifths,
      format: 'd',
      grid: false,
    },
  } as const;
  const y = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false },
    axis: {
      title: axisTitle,
      values: axis.ticks,
      format: percentFormat(axis.ticks),
    },
  } as const;
  const legend = {
    ...institutionLegend(inputs.scenario, look, language, 'bottom'),
    symbolStrokeWidth: look.line * 1.6,
  };
  const colour = { field: 'institution', type: 'nominal', scale: scales.colour, legend } as const;
  return {
    ...frame(look, language, title[language], [footing(inputs, language)]),
    data: { name: 'quintiles', values: shown },
    ...layout,
    spec: {
      width,
      height,
      layer: [
        {
          mark: { type: 'rule', clip: true },
          encoding: {
            x,
            y: { ...y, field: 'low' },
            y2: { field: 'high' },
            color: colour,
            opacity: fade,
          },
        },
        {
          mark: { type: 'line', clip: true, strokeWidth: look.line * 1.2 },
          encoding: {
            x,
            y: { ...y, field: 'mean' },
            color: colour,
            opacity: fade,
          },
        },
        {
          mark: { type: 'point', size: (look.point * 0.85) ** 2 },
          encoding: {
            x,
            y: { ...y, field: 'mean' },
            color: colour,
            shape: { field: 'institution', type: 'nominal', scale: scales.shape, legend },
            opacity: fade,
            tooltip: [
              { field: 'label', title: zh ? '机构' : 'institution' },
              { field: 'traitName', title: zh ? '特质' : 'trait' },
              { field: 'quintile', title: zh ? '五分位' : 'fifth' },
              { field: 'mean', title: zh ? '批准率' : 'approved', format: '.1%' },
            ],
          },
        },
      ],
    },
  };
}

/** Where each institution stands beside its fifth, so that intervals do not cover one another. */
function besides(ids: readonly string[]): ReadonlyMap<string, number> {
  const span = 0.6;
  return new Map(ids.map((id, k) => [id, span * ((k + 0.5) / ids.length - 0.5)]));
}

/** For each trait, how much more often the top fifth is approved than the bottom one. */
function altText(table: readonly Point[], language: Language): string {
  const zh = language === 'zh';
  const at = (trait: string, institution: string, quintile: number) =>
    table.find(
      (one) => one.trait === trait && one.institution === institution && one.quintile === quintile,
    )?.mean ?? NaN;
  const lines = traits.map(({ id, name }) => {
    const rows = table.filter(({ trait, quintile }) => trait === id && quintile === 1);
    const items = rows.map(
      (row) =>
        `${nameOf(row, language)} ${percent(at(id, row.institution, 1), 0)} → ${percent(at(id, row.institution, 5), 0)}`,
    );
    return `${name[language]}${zh ? '：' : ': '}${items.join(zh ? '，' : ', ')}${zh ? '。' : '.'}`;
  });
  return paragraph(
    [
      zh
        ? '按五分位的折线图，每种特质一幅。最低与最高五分位的批准率：'
        : 'Lines by fifth, one panel a trait. Approval in the lowest and in the highest fifth.',
      ...lines,
    ],
    language,
  );
}
