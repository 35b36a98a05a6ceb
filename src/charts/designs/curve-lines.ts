import type { TopLevelSpec } from 'vega-lite';
import type { Drawing, PlotAxes, PlotLayer } from '../chart.ts';
import { institutionName } from '../../institution-names.ts';
import { fade, frame, percentFormat, pointLabels, roundAxis } from '../kit/frame.ts';
import { institutionDash, institutionLegend, institutionScales } from '../kit/institutions.ts';
import { panelsBy } from '../kit/small-multiples.ts';
import { wrapToPoints } from '../kit/text.ts';
import { decimal, paragraph } from '../kit/words.ts';
import { type Theme } from '../theme.ts';
import { inWords, marks, type Language, type Words } from '../../language.ts';
import { curveFinding, drawnMeasure, type CurveFrame, type CurveRow } from './curve-finding.ts';
import {
  designSource,
  factorAxis,
  factorWithKey,
  leftOutText,
  withUnit,
  type DesignFacts,
} from './facts.ts';

export type { CurveFrame, CurveRow } from './curve-finding.ts';

const wholeBands: Words = { en: '95% bands over whole curves', zh: '整条曲线的 95% 置信带' };

/** A measure along the values of one factor, an institution a line, with a band that holds the whole curve. */
export function curveLines(
  facts: DesignFacts,
  about: CurveFrame,
  rows: readonly CurveRow[],
): Drawing {
  return {
    behind: { points: facts.points, intervals: about.bands === 'none' ? 'none' : wholeBands },
    table: rows,
    spec: (look, language) => spec(facts, about, rows, look, language),
    caption: (language) => caption(facts, about, language),
    altText: (language) => altText(facts, about, rows, language),
  };
}

function spec(
  facts: DesignFacts,
  about: CurveFrame,
  rows: readonly CurveRow[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { unit, factor, key, against } = about;
  const { fontSize } = look;
  const numbers = rows.every(({ at }) => typeof at === 'number');
  const ends = rows.flatMap(({ mean, low, high }) => [mean, low, high].filter((x) => x !== null));
  const axis = roundAxis(Math.min(...ends, Infinity), Math.max(...ends, -Infinity), 5);
  const isShare = factor === 100;
  const order = [...new Set(rows.map(({ panel }) => panel))];
  const panels = panelsBy('panel', order, look, {
    axis: withUnit(drawnMeasure(about), unit, language),
    ...{ side: fontSize * 3.4, gap: fontSize * 1.6, least: fontSize * 16 },
    wanted: (wide) => Math.min(wide * 0.7, look.height),
  });
  const wide = order.length === 1 ? look.width - fontSize * 7 : panels.width;
  const x = {
    field: 'at',
    type: numbers ? ('quantitative' as const) : ('ordinal' as const),
    scale: numbers ? { zero: false, nice: false } : {},
    axis: {
      title: wrapToPoints(factorAxis(facts, key, language), wide, fontSize, 4),
      labelAngle: 0,
      grid: false,
      tickCount: 6,
    },
    ...(numbers ? {} : { sort: null }),
  };
  const y = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false },
    axis: {
      title: panels.axisTitle,
      values: axis.ticks,
      ...(!isShare
        ? {}
        : against
          ? { labelExpr: pointLabels(axis.ticks) }
          : { format: percentFormat(axis.ticks) }),
    },
  } as const;
  const drawn = new Set(rows.map(({ institution }) => institution));
  const layers = layersOf({ x, y }, facts, drawn, look, language);
  const top = frame(look, language, curveFinding(facts, about, rows, language), [
    underTitle(facts, about, language),
  ]);
  const data = { name: 'curves', values: [...rows] };
  if (order.length === 1) {
    const width = Math.floor(look.width - fontSize * 7);
    return {
      ...top,
      data,
      width,
      height: Math.round(Math.min(look.height, width * 0.6)),
      layer: layers,
    };
  }
  const { facet } = panels.layout;
  const names = order.map((panel) => [
    panel,
    wrapToPoints(panelName(about, panel, language), panels.width, fontSize, 4),
  ]);
  const labelExpr = `${JSON.stringify(Object.fromEntries(names))}[datum.value]`;
  return {
    ...{ ...top, data, ...panels.layout },
    facet: { ...facet, header: { ...facet.header, labelExpr } },
    spec: { width: panels.width, height: panels.height, layer: layers },
  };
}

/** A band, a line and points for each institution that is drawn: differences have none of the reference. */
function layersOf(
  { x, y }: PlotAxes,
  { scenario }: DesignFacts,
  drawn: ReadonlySet<string>,
  look: Theme,
  language: Language,
): PlotLayer[] {
  const { fontSize, line } = look;
  // All layers share one legend: a layer without would take it from the others.
  const legend = {
    ...institutionLegend(scenario, look, language, 'top'),
    values: scenario.institutions.map(({ id }) => id).filter((id) => drawn.has(id)),
    ...{ symbolType: 'stroke', symbolSize: (fontSize * 2.4) ** 2, symbolOpacity: 1 },
    symbolStrokeWidth: line * 2,
  };
  const colour = {
    field: 'institution',
    type: 'nominal',
    scale: institutionScales(scenario).colour,
    legend,
  } as const;
  return [
    {
      mark: { type: 'area', opacity: 0.16 },
      encoding: {
        ...{ x, y: { ...y, field: 'low' }, y2: { field: 'high' } },
        color: colour,
      },
    },
    {
      mark: { type: 'line', strokeWidth: line * 1.6 },
      encoding: {
        ...{ x, y: { ...y, field: 'mean' }, opacity: fade },
        color: colour,
        strokeDash: institutionDash(scenario, look, legend),
      },
    },
    {
      mark: { type: 'point', size: (look.point * 0.6) ** 2 },
      encoding: {
        x,
        y: { ...y, field: 'mean' },
        color: colour,
        opacity: fade,
      },
    },
  ];
}

const panelName = ({ panels }: CurveFrame, panel: string, language: Language) =>
  panels?.get(panel)?.[language] ?? panel;

/** What the lines are of, and what their bands hold. */
function underTitle(
  facts: DesignFacts,
  { title, bands, against }: CurveFrame,
  language: Language,
): string {
  const band = bands !== 'none';
  const left = leftOutText(facts, language);
  return inWords(language, {
    en: `${title.en}${against && !title.en.includes(against.en) ? `, less ${against.en}` : ''}${band ? '; a band holds a whole curve' : ''}${left}.`,
    zh: `${title.zh}${band ? '；置信带包含整条曲线' : ''}${left}。`,
  });
}

function caption(
  facts: DesignFacts,
  { title, bands, key, panelKeys = [] }: CurveFrame,
  language: Language,
): string {
  const { replicates } = facts.scenario;
  const how = {
    none: { en: 'One replicate, so no bands.', zh: '仅一次重复，无置信带。' },
    'sup-t': {
      en: `Bands are simultaneous 95% bands by sup-t over ${replicates} replicates: the whole true curve of an institution lies inside in 95 of 100 studies.`,
      zh: `置信带为 ${replicates} 次重复上的 95% 同时置信带（sup-t）：100 次研究中有 95 次包含该征信模式的整条真实曲线。`,
    },
    Bonferroni: {
      en: `Bands are simultaneous 95% bands by Bonferroni over the values, from ${replicates} replicates: the whole true curve of an institution lies inside in at least 95 of 100 studies.`,
      zh: `置信带为 ${replicates} 次重复上对各取值作 Bonferroni 校正的 95% 同时置信带：100 次研究中至少有 95 次包含该征信模式的整条真实曲线。`,
    },
  }[bands];
  const panels = panelKeys
    .map((one) => factorWithKey(facts, one, language))
    .join(marks[language].comma);
  return paragraph(
    [
      inWords(language, {
        en: `${title.en}, a line an institution.`,
        zh: `${title.zh}，每条线为一种征信模式。`,
      }),
      how[language],
      inWords(language, {
        en: `Along the axis: ${factorWithKey(facts, key, language)}.`,
        zh: `横轴：${factorWithKey(facts, key, language)}。`,
      }),
      panels && inWords(language, { en: `Panels: ${panels}.`, zh: `分图：${panels}。` }),
      designSource(facts, language),
    ],
    language,
  );
}

/** Of each institution and panel, the first and the last value. */
function altText(
  { scenario }: DesignFacts,
  about: CurveFrame,
  rows: readonly CurveRow[],
  language: Language,
): string {
  const { title, factor, unit } = about;
  const show = (value: number | null) => decimal(factor * (value ?? NaN), factor === 100 ? 1 : 4);
  const items = [...new Set(rows.map(({ panel }) => panel))].flatMap((panel) =>
    scenario.institutions.flatMap((one) => {
      const own = rows.filter((row) => row.panel === panel && row.institution === one.id);
      const [first, last] = [own[0], own.at(-1)];
      if (!first || !last) return [];
      const called = panelName(about, panel, language);
      const where =
        panel === '' ? '' : inWords(language, { en: ` (${called})`, zh: `（${called}）` });
      const name = `${institutionName(one, language)}${where}`;
      return inWords(language, {
        en: `${name} ${show(first.mean)} at ${first.at}, ${show(last.mean)} at ${last.at}`,
        zh: `${name}在 ${first.at} 处为 ${show(first.mean)}，在 ${last.at} 处为 ${show(last.mean)}`,
      });
    }),
  );
  return inWords(language, {
    en: `${title.en}, lines (${unit.en}): ${items.join('; ')}.`,
    zh: `${title.zh}，折线图（${unit.zh}）：${items.join('；')}。`,
  });
}
