import type { InstitutionId } from '../../institutions/index.ts';
import type { ScenarioFacts } from '../chart.ts';
import { textWidth, wrapToPoints } from './text.ts';
import { accent, dashed, type Theme } from '../theme.ts';
import { institutionName } from '../../institution-names.ts';
import type { Language } from '../../language.ts';

/** How an institution looks in every chart: colour, and shape and dash for print without colour. */
export interface Look {
  readonly colour: string;
  /** A Vega symbol. */
  readonly shape: string;
  /** Lengths of dash and gap. */
  readonly dash: readonly number[];
}

/** Eight colours that stay apart for colour-blind readers (Okabe & Ito 2008; grey in place of yellow). */
const builtIn: Readonly<Record<InstitutionId, Look>> = {
  none: { colour: '#7f7f7f', shape: 'circle', dash: [1, 1.5] },
  'government-led': { colour: '#0072b2', shape: 'square', dash: [] },
  'market-led': { colour: '#d55e00', shape: 'triangle-up', dash: [4, 1.5] },
  'association-led': { colour: '#009e73', shape: 'diamond', dash: [6, 2] },
  sesame: { colour: '#cc79a7', shape: 'triangle-down', dash: [2, 1.5] },
  dual: { colour: '#e69f00', shape: 'cross', dash: [5, 1.5, 1, 1.5] },
  'negative-only': { colour: '#56b4e9', shape: 'triangle-right', dash: [3, 1] },
  'full-sharing': { colour: '#000000', shape: 'triangle-left', dash: [8, 2] },
};
const looks: Readonly<Record<string, Look>> = builtIn;

/** For institutions that a scenario declares: further colours and shapes (Tol 2021, “muted” and “dark”), in turn. */
const spareColours = ['#332288', '#117733', '#882255', '#999933', '#aa4499', '#44aa99', '#663333'];
const spareShapes = ['circle', 'square', 'diamond', 'triangle-up', 'cross'];
const spareDashes = [[], [4, 2], [1, 1], [6, 2, 1, 2]];

/** The look of each institution of a scenario, in the order given. Numbers of colours and shapes share no divisor, so the first 35 differ. */
export function looksOf(scenario: ScenarioFacts): readonly Look[] {
  // By id and not by place, so that an institution keeps its look where figures order them otherwise.
  const spare = scenario.institutions
    .map(({ id }) => id)
    .filter((id) => !Object.hasOwn(looks, id))
    .toSorted((a, b) => (a < b ? -1 : 1));
  return scenario.institutions.map(({ id }) => {
    const own = Object.hasOwn(looks, id) ? looks[id] : undefined;
    if (own !== undefined) return own;
    const turn = spare.indexOf(id);
    return {
      colour: spareColours[turn % spareColours.length] ?? '',
      shape: spareShapes[turn % spareShapes.length] ?? '',
      dash: spareDashes[turn % spareDashes.length] ?? [],
    };
  });
}

/** Scales that give each institution its colour and shape; the field is always `institution`, an id. */
export function institutionScales(scenario: ScenarioFacts, { highlight }: Partial<Theme> = {}) {
  const domain = scenario.institutions.map(({ id }) => id);
  const isDrawn = highlight !== undefined && domain.includes(highlight);
  const all = looksOf(scenario).map((one, k) => {
    if (!isDrawn) return one;
    return { ...one, colour: domain[k] === highlight ? accent : '#aab3ba' };
  });
  return {
    colour: { domain, range: all.map(({ colour }) => colour) },
    shape: { domain, range: all.map(({ shape }) => shape) },
  };
}

/** Gives each institution its dash, as long as this look's lines are thick; layers that share a legend hand it over. */
export function institutionDash<Legend>(scenario: ScenarioFacts, look: Theme, legend: Legend) {
  const scale = {
    domain: scenario.institutions.map(({ id }) => id),
    range: looksOf(scenario).map(({ dash }) => dashed(dash, look)),
  };
  return { field: 'institution', type: 'nominal', scale, legend } as const;
}

/** Widest that names of institutions may run before they wrap, as a share of the figure. */
const gutterShare = 0.3;

/** Room that the names of these institutions need beside a chart, in points, and the expression that writes them. */
export function nameAxis(scenario: ScenarioFacts, look: Theme, language: Language, lineCount = 2) {
  const limit = look.width * gutterShare;
  const lines = new Map(
    scenario.institutions.map((one) => [
      one.id,
      wrapToPoints(institutionName(one, language), limit, look.fontSize, lineCount),
    ]),
  );
  const widest = Math.max(
    0,
    ...[...lines.values()].flat().map((line) => textWidth(line, look.fontSize)),
  );
  const folded = [...lines].filter(([, two]) => two.length > 1).map(([id]) => id);
  return {
    gutter: Math.ceil(widest + look.fontSize * 1.4),
    rowHeight: look.fontSize * (folded.length > 0 ? 2.5 : 2.1),
    /** The least height of a row in which names do not touch. */
    tightest: look.fontSize * (folded.length > 0 ? 2.4 : 1.3),
    /** Vega hangs further lines below the first; this centres the two on their row. */
    labelOffset: {
      condition: {
        test: `indexof(${JSON.stringify(folded)}, datum.value) >= 0`,
        value: look.fontSize * -0.55,
      },
      value: 0,
    },
    labelExpr: `${JSON.stringify(Object.fromEntries(lines))}[datum.value]`,
  };
}

/** The vertical axis that names institutions; all but the first panel of a row leave the names out. */
export function nameColumn(names: ReturnType<typeof nameAxis>, look: Theme, shown = true) {
  return {
    title: null,
    labels: shown,
    labelExpr: names.labelExpr,
    labelOffset: names.labelOffset,
    labelLimit: 0,
    labelLineHeight: look.fontSize * 1.15,
    labelPadding: look.point * 0.8,
    ticks: false,
    domain: false,
    minExtent: shown ? names.gutter : 0,
    maxExtent: shown ? names.gutter : 0,
  } as const;
}

/** The expression that writes an institution's name in a legend or over a panel, in lines of at most `limit` points. */
export function nameExpression(
  scenario: ScenarioFacts,
  look: Theme,
  language: Language,
  limit: number,
  lines = 1,
): string {
  const names = scenario.institutions.map((one) => [
    one.id,
    wrapToPoints(institutionName(one, language), limit, look.fontSize, lines),
  ]);
  return `${JSON.stringify(Object.fromEntries(names))}[datum.value]`;
}

/** A legend that names institutions under or over the panels, in as many columns as have room for the longest name. */
export function institutionLegend(
  scenario: ScenarioFacts,
  look: Theme,
  language: Language,
  orient: 'top' | 'bottom',
) {
  const { width, fontSize } = look;
  const limit = Math.min(width * 0.6, fontSize * 20);
  const names = scenario.institutions.map((one) => institutionName(one, language));
  const widest = Math.max(...names.map((name) => Math.min(limit, textWidth(name, fontSize))));
  return {
    title: null,
    orient,
    columns: Math.max(1, Math.floor(width / (widest + fontSize * 4.5))),
    labelExpr: nameExpression(scenario, look, language, limit),
    labelLimit: 0,
  };
}
