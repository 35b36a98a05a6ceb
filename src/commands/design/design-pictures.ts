import {
  curveSentences,
  curvesOf,
  levelsOf,
  measureName,
  unitName,
  type PointValues,
} from '../../answers/index.ts';
import {
  cell,
  curveLines,
  factorName,
  heatMap,
  type CurveRow,
  type DesignFacts,
  type FactorNames,
  type Drawing,
  type HeatRow,
} from '../../charts/index.ts';
import { differenceUnit } from '../../findings/index.ts';
import { institutionName } from '../../institution-names.ts';
import { marks, type Language, type Words } from '../../language.ts';
import { estimate, type Estimate } from '../../math/interval.ts';
import { displayOf, type Passport } from '../../measures/index.ts';
import type { Collected } from '../../run/index.ts';
import type { Design, FactorValue, Scenario } from '../../scenario/index.ts';

/** A figure that goes with an answer. */
export interface Picture {
  /** File stem. */
  readonly id: string;
  readonly title: Words;
  readonly drawing: Drawing;
}

/** What a design that varies something shows of a measure. */
export interface DesignView {
  readonly pictures: readonly Picture[];
  readonly sentences: readonly string[];
}

/** Panels of lines that one figure has room for. */
const mostPanels = 6;

/** The values of varied factors at a point, as text where they are no numbers. */
const shown = (value: FactorValue): number | string =>
  typeof value === 'object' ? value.join(' ') : typeof value === 'number' ? value : String(value);

/** What is drawn of a measure over the points of a design. */
interface View {
  readonly scenario: Scenario & { readonly design: Design };
  readonly values: PointValues;
  readonly passport: Passport;
  readonly language: Language;
  readonly facts: DesignFacts;
  /** What every picture says of the measure. */
  readonly common: { readonly measure: Words; readonly unit: Words; readonly factor: number };
  /** Keys of the varied factors. */
  readonly keys: readonly string[];
  /** The factor along which lines run, and those that make panels. */
  readonly x: number;
  readonly others: readonly number[];
  /** The varied values of every point, as they are shown. */
  readonly all: readonly (readonly (number | string)[])[];
}

/**
 * Lines of a measure along the first factor that is varied, in panels by the others if they have few values; and a heat map
 * where two are varied.
 *
 * @param values at all points of the design
 * @param language of the sentences
 * @param factors what varied values are called in figures
 */
export function viewOf(
  scenario: Scenario & { readonly design: Design },
  { points, leftOut }: Collected,
  values: PointValues,
  passport: Passport,
  language: Language = 'en',
  factors: FactorNames = new Map(),
): DesignView {
  const { design } = scenario;
  const count = design.varied.length;
  if (count === 0) return { pictures: [], sentences: [] };
  const keys = design.factors.slice(0, count).map(({ key }) => key);
  const x = longestNumber(design);
  const left = leftOut.filter((reason) => reason !== undefined).length;
  const { factor, unit } = displayOf(passport.unit);
  const view: View = {
    ...{ scenario, values, passport, language, keys, x },
    facts: { scenario, points: points.length - left, leftOut: left, factors },
    common: {
      measure: { en: passport.title, zh: measureName(passport, 'zh') },
      unit: { en: unit, zh: unitName(unit, 'zh') },
      factor,
    },
    others: design.zip ? [] : keys.map((_, i) => i).filter((i) => i !== x),
    all: points.map((point) => point.values.slice(0, count).map(shown)),
  };
  const lines = linesOf(view);
  const isGrid = count === 2 && !design.zip;
  return {
    pictures: [...lines.pictures, ...(isGrid ? [heatPicture(view)] : [])],
    sentences: lines.sentences,
  };
}

/** Curves in panels, and what they say; nothing where panels are too many for a figure. */
function linesOf(view: View): DesignView {
  const { scenario, values, passport, language, keys, x, all } = view;
  const { institutions, reference, seed } = scenario;
  const panels = levelsOf(all.map((own) => panelOf(view, own)));
  if (panels.length > mostPanels) return { pictures: [], sentences: [] };
  const name = (id: string) => {
    const own = institutions.find((one) => one.id === id);
    return own ? institutionName(own, language) : id;
  };
  let method: BandMethod = 'Bonferroni';
  const sentences: string[] = [];
  const differences: CurveRow[] = [];
  const rows = panels.flatMap((panel): CurveRow[] => {
    const levels = levelsOf(panel.points.map((p) => all[p][x]));
    const at = levels.map((level) => level.points.map((k) => panel.points[k]));
    const along = levels.map((level) => level.value);
    const numbers = along.every((value) => typeof value === 'number')
      ? along.map(Number)
      : undefined;
    const curves = curvesOf(values, reference, at, numbers, `${seed}/${panel.value}`);
    method = curves[0]?.level.method ?? method;
    const unit = view.facts.factors?.get(keys[x])?.unit[language] ?? '';
    const told = { key: keys[x], values: along, where: panel.value, unit };
    sentences.push(...curveSentences(curves, passport, reference, told, name, language));
    const rowsOf = (institution: string, band: readonly Estimate[]) =>
      band.map(({ mean, low, high }, i) => ({
        ...{ institution, panel: panel.value, at: along[i] },
        ...{ mean: cell(mean), low: cell(low), high: cell(high) },
      }));
    for (const { institution, difference } of curves) {
      if (difference) differences.push(...rowsOf(institution, difference.points));
    }
    return curves.flatMap(({ institution, level }) => rowsOf(institution, level.points));
  });
  return { pictures: linePictures(view, rows, differences, method), sentences };
}

/** Name of the panel that a point falls into, in tables and sentences. */
const panelOf = ({ keys, others }: View, own: readonly (number | string)[]) =>
  others.map((i) => `${keys[i].split('.').at(-1)} ${own[i]}`).join(', ');

/** What the panels are called in figures. */
function panelNames(view: View): Map<string, Words> {
  const { facts, keys, others, all } = view;
  const said = (own: readonly (number | string)[], language: Language) => {
    const { colon, semicolon } = marks[language];
    const parts = others.map((i) => `${factorName(facts, keys[i], language)}${colon}${own[i]}`);
    return parts.join(semicolon);
  };
  return new Map(
    all.map((own) => [panelOf(view, own), { en: said(own, 'en'), zh: said(own, 'zh') }]),
  );
}

type BandMethod = 'sup-t' | 'Bonferroni';

/** The curves, and where there is a reference their differences to it. */
function linePictures(
  view: View,
  rows: readonly CurveRow[],
  differences: readonly CurveRow[],
  method: BandMethod,
): Picture[] {
  const { scenario, passport, facts, common, keys, x } = view;
  const { institutions, reference, replicates } = scenario;
  const along = facts.factors?.get(keys[x])?.name;
  const bare = keys[x].replace(/^economy\./, '');
  const title = {
    en: `${passport.title} along ${along ? `“${along.en}”` : bare}`,
    zh: `${common.measure.zh}随${along ? `“${along.zh}”` : ` ${bare} `}的变化`,
  };
  const bands = replicates < 2 ? ('none' as const) : method;
  const panelKeys = view.others.map((i) => keys[i]);
  const named = { panelKeys, panels: panelNames(view) };
  const about = { ...common, title, key: keys[x], bands, ...named };
  const lines = { id: `along-${stemOf(passport)}`, title, drawing: curveLines(facts, about, rows) };
  if (differences.length === 0) return [lines];
  const base = institutions.find(({ id }) => id === reference);
  const against = {
    en: base?.label ?? reference,
    zh: base ? institutionName(base, 'zh') : reference,
  };
  const apart = {
    en: `${title.en}: difference to ${against.en}`,
    zh: `${title.zh}：与${against.zh}之差`,
  };
  const unit = differenceUnit(passport);
  const between = { title: apart, against, unit: { en: unit, zh: unitName(unit, 'zh') } };
  const drawing = curveLines(facts, { ...about, ...between }, differences);
  return [lines, { id: `apart-${stemOf(passport)}`, title: apart, drawing }];
}

/** The measure over the grid of two factors. */
function heatPicture({ scenario, values, passport, facts, common, keys, x, others, all }: View) {
  const [y] = others;
  const cells = levelsOf(all).flatMap(({ value, points: own }): HeatRow[] =>
    scenario.institutions.map(({ id }, i) => ({
      ...{ institution: id, x: value[x], y: value[y] },
      mean: cell(meanOf(values, i, own)),
    })),
  );
  const title = {
    en: `${passport.title} over two factors`,
    zh: `${common.measure.zh}随两个因素的变化`,
  };
  const about = { ...common, title, x: keys[x], y: keys[y] };
  return { id: `over-${stemOf(passport)}`, title, drawing: heatMap(facts, about, cells) };
}

/** The measure in names of files. */
const stemOf = ({ id }: Passport): string => id.replaceAll(/[^a-z0-9-]+/gi, '-');

/** The varied factor with most values among the numbers; the first if none is a number. */
function longestNumber({ varied }: Design): number {
  const lengths = varied.map((values) =>
    values.every((value) => typeof value === 'number') ? values.length : 0,
  );
  return Math.max(0, lengths.indexOf(Math.max(...lengths)));
}

/** Mean over points and replicates under an institution. */
function meanOf({ values }: PointValues, institution: number, points: readonly number[]): number {
  return estimate(values[institution].flatMap((one) => points.map((p) => one[p]))).mean;
}
