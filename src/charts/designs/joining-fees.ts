import type { TopLevelSpec } from 'vega-lite';
import type { Cells, Drawing, PlotAxes, PlotLayer } from '../chart.ts';
import { institutionName } from '../../institution-names.ts';
import { frame } from '../kit/frame.ts';
import { lineLegend, panelsByInstitution } from '../kit/small-multiples.ts';
import { paragraph, percent } from '../kit/words.ts';
import { dashed, ink, parts, type Theme } from '../theme.ts';
import { marks, inWords, type Language, type Words } from '../../language.ts';
import { shortest } from '../findings/title.ts';
import { designSource, type DesignFacts } from './facts.ts';

/** How many lenders are in, at a fee. */
export interface ParticipationRow extends Cells {
  readonly institution: string;
  /** In mean loans a loan. */
  readonly fee: number;
  /** Where best responses from nobody, or from everybody, come to rest; or what a planner chooses. */
  readonly of: 'fromNobody' | 'fromEverybody' | 'planner';
  /** null where best responses go round. */
  readonly lenders: number | null;
  readonly coalition: string;
  /** Lenders that have the choice. */
  readonly choosing: number;
}

export const joiningFeesTitle: Words = {
  en: 'How many lenders join, by the fee',
  zh: '加入的贷款机构数随费用的变化',
};

const series = {
  fromNobody: { en: 'from nobody', zh: '自无人加入起', colour: parts.dark, dash: [] },
  fromEverybody: { en: 'from everybody', zh: '自全体加入起', colour: '#b8860b', dash: [5, 2] },
  planner: { en: 'a planner’s choice', zh: '规划者的选择', colour: ink.axis, dash: [1, 2] },
} as const;

/** Equilibrium participation against the fee: where best responses lead, beside what a planner would choose. */
export function joiningFees(facts: DesignFacts, rows: readonly ParticipationRow[]): Drawing {
  return {
    behind: { intervals: 'none' },
    table: rows,
    spec: (look, language) => spec(facts, rows, look, language),
    caption: (language) =>
      paragraph(
        [
          inWords(language, {
            en: 'At each fee tried, how many lenders are in where best responses come to rest, from nobody and from everybody (by means over replicates, who gains most moving first), and in the coalition with most welfare. Where they go round and there is no rest, no mark.',
            zh: '在每一费用下，最优反应自无人加入、自全体加入各自停下时联盟中的贷款机构数（按各次重复的均值；获益最多者先动），以及福利最高的联盟的成员数。循环而无均衡处无标记。',
          }),
          designSource(facts, language),
        ],
        language,
      ),
    altText: (language) => altText(facts, rows, language),
  };
}

function spec(
  facts: DesignFacts,
  rows: readonly ParticipationRow[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const most = Math.max(1, ...rows.map(({ choosing }) => choosing));
  const step = Math.ceil(most / 8);
  const panels = panelsByInstitution(facts.scenario, look, language, {
    axis: inWords(language, { en: 'Lenders that join', zh: '加入的贷款机构数' }),
    ...{ side: fontSize * 2.2, gap: fontSize * 1.6, least: fontSize * 15 },
    wanted: (wide) => Math.min(wide * 0.7, look.height),
  });
  const x = {
    field: 'fee',
    type: 'quantitative' as const,
    scale: { zero: true, nice: false },
    axis: {
      title: inWords(language, {
        en: 'Fee for a loan, % of a mean loan',
        zh: '每笔贷款的费用，占平均贷款额的 %',
      }),
      ...{ format: '.1%', tickCount: 5, grid: false },
    },
  };
  const y = {
    field: 'lenders',
    type: 'quantitative' as const,
    scale: { domain: [0, most], nice: false },
    axis: {
      title: panels.axisTitle,
      values: Array.from({ length: Math.floor(most / step) + 1 }, (_, k) => step * k),
      format: 'd',
    },
  };
  return {
    ...frame(look, language, finding(facts, rows, language), [
      inWords(language, {
        en: 'Lenders in the coalition at which best responses rest, by means; no mark where they go round.',
        zh: '最优反应停下时联盟中的贷款机构数（按均值）；循环处无标记。',
      }),
    ]),
    data: { name: 'participation', values: [...rows] },
    ...panels.layout,
    spec: {
      width: panels.width,
      height: panels.height,
      layer: layersOf({ x, y }, look, language),
    },
  };
}

/** A line for each way to a coalition, and a mark where each rests. */
function layersOf(place: PlotAxes, look: Theme, language: Language): PlotLayer[] {
  const { line, point } = look;
  const entries = Object.entries(series);
  const names = Object.fromEntries(entries.map(([id, one]) => [id, one[language]]));
  const legend = { ...lineLegend(look), labelExpr: `${JSON.stringify(names)}[datum.label]` };
  const domain = Object.keys(series);
  const colour = {
    ...{ field: 'of', type: 'nominal' as const, legend },
    scale: { domain, range: entries.map(([, one]) => one.colour) },
  };
  const dash = {
    ...{ field: 'of', type: 'nominal' as const, legend },
    scale: { domain, range: entries.map(([, one]) => dashed(one.dash, look)) },
  };
  const encoding = { ...place, color: colour };
  return [
    {
      mark: { type: 'line', strokeWidth: line * 1.8 },
      encoding: { ...encoding, strokeDash: dash },
    },
    {
      transform: [{ filter: "datum.of === 'fromNobody'" }],
      mark: { type: 'point', filled: true, opacity: 1, size: (point * 0.8) ** 2 },
      encoding,
    },
    {
      // A ring, and around it a square: each is seen where others coincide with it.
      transform: [{ filter: "datum.of === 'planner'" }],
      mark: {
        ...{ type: 'point', shape: 'square', filled: false, opacity: 1 },
        ...{ size: (point * 1.9) ** 2, strokeWidth: line * 1.4 },
      },
      encoding,
    },
    {
      transform: [{ filter: "datum.of === 'fromEverybody'" }],
      mark: {
        ...{ type: 'point', filled: false, opacity: 1 },
        ...{ size: (point * 1.5) ** 2, strokeWidth: line * 1.8 },
      },
      encoding,
    },
  ];
}

/** How many join at the lowest and at the highest fee at which best responses from everybody rest. */
function finding(
  { scenario }: DesignFacts,
  rows: readonly ParticipationRow[],
  language: Language,
): string {
  const rests = scenario.institutions.flatMap((one) => {
    const own = rows.flatMap(({ institution, of, fee, lenders }) =>
      institution === one.id && of === 'fromEverybody' && lenders !== null
        ? [{ fee, lenders }]
        : [],
    );
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    return [{ first, last, choosing: rows.find((row) => row.institution === one.id)?.choosing }];
  });
  const [only] = rests;
  if (only === undefined || rests.length > 1) return joiningFeesTitle[language];
  const { first, last, choosing } = only;
  // As many decimals as the fee has: 0.05% is not 0.1%.
  const at = (fee: number) => {
    const isExact = (decimals: number) =>
      Math.abs(100 * fee - Number((100 * fee).toFixed(decimals))) < 1e-9;
    return percent(fee, [0, 1, 2].find(isExact) ?? 3);
  };
  return shortest(
    inWords(language, {
      en: [
        `Of ${choosing} lenders ${first.lenders} ${first.lenders === 1 ? 'stays' : 'stay'} in at ${at(first.fee)}, ${last.lenders} at ${at(last.fee)}`,
      ],
      zh: [
        `${choosing} 家贷款机构中，费用 ${at(first.fee)} 时 ${first.lenders} 家留在联盟，${at(last.fee)} 时 ${last.lenders} 家`,
        `费用 ${at(first.fee)} 时 ${first.lenders} 家加入，${at(last.fee)} 时 ${last.lenders} 家`,
      ],
    }),
    language,
  );
}

function altText(
  { scenario }: DesignFacts,
  rows: readonly ParticipationRow[],
  language: Language,
): string {
  const items = scenario.institutions.flatMap((one) =>
    Object.entries(series).flatMap(([of, line]) => {
      const own = rows.filter((row) => row.institution === one.id && row.of === of);
      const [first, last] = [own[0], own.at(-1)];
      if (!first || !last) return [];
      const name = `${institutionName(one, language)}${marks[language].comma}${line[language]}`;
      const shown = (lenders: number | null) =>
        lenders ?? inWords(language, { en: 'a cycle', zh: '循环' });
      return inWords(language, {
        en: `${name}: ${shown(first.lenders)} at a fee of ${first.fee}, ${shown(last.lenders)} at ${last.fee}`,
        zh: `${name}：费用 ${first.fee} 时 ${shown(first.lenders)}，${last.fee} 时 ${shown(last.lenders)}`,
      });
    }),
  );
  return inWords(language, {
    en: `${joiningFeesTitle.en}, lines: ${items.join('; ')}.`,
    zh: `${joiningFeesTitle.zh}，折线图：${items.join('；')}。`,
  });
}
