import {
  curveSentences,
  curvesOf,
  levelsOf,
  measureName,
  type PointValues,
} from '../../answers/index.ts';
import {
  cell,
  curveLines,
  heatMap,
  type CurveRow,
  type Drawing,
  type HeatRow,
} from '../../charts/index.ts';
import { institutionName } from '../../institution-names.ts';
import type { Language, Words } from '../../language.ts';
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

/**
 * Lines of a measure along the first factor that is varied, in panels by the others if they have few values; and a heat map
 * where two are varied.
 *
 * @param values at all points of the design
 * @param language of the sentences
 */
export function viewOf(
  scenario: Scenario & { readonly design: Design },
  { points, leftOut }: Collected,
  values: PointValues,
  passport: Passport,
  language: Language = 'en',
): DesignView {
  const { design, institutions, reference, replicates, seed } = scenario;
  const count = design.varied.length;
  if (count === 0) return { pictures: [], sentences: [] };
  const keys = design.factors.slice(0, count).map(({ key }) => key);
  const x = longestNumber(design);
  const others = design.zip ? [] : keys.map((_, i) => i).filter((i) => i !== x);
  const all = points.map((point) => point.values.slice(0, count).map(shown));
  const panelOf = (own: readonly (number | string)[]) =>
    others.map((i) => `${keys[i].split('.').at(-1)} ${own[i]}`).join(', ');
  const panels = levelsOf(all.map(panelOf));
  const left = leftOut.filter((reason) => reason !== undefined).length;
  const facts = { scenario, points: points.length - left, leftOut: left };
  const { factor, unit } = displayOf(passport.unit);
  const measure = { en: passport.title, zh: measureName(passport, 'zh') };
  const common = { measure, unit, factor };
  const stem = passport.id.replaceAll(/[^a-z0-9-]+/gi, '-');
  const pictures: Picture[] = [];
  const sentences: string[] = [];
  const name = (id: string) => {
    const own = institutions.find((one) => one.id === id);
    return own ? institutionName(own, language) : id;
  };
  if (panels.length <= mostPanels) {
    let method: 'sup-t' | 'Bonferroni' = 'Bonferroni';
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
      const told = { key: keys[x], values: along, where: panel.value };
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
    const title = {
      en: `${passport.title} along ${keys[x].replace(/^economy\./, '')}`,
      zh: `${measure.zh}随 ${keys[x].replace(/^economy\./, '')} 的变化`,
    };
    const bands = replicates < 2 ? ('none' as const) : method;
    const about = { ...common, title, key: keys[x], bands };
    pictures.push({ id: `along-${stem}`, title, drawing: curveLines(facts, about, rows) });
    if (differences.length > 0) {
      const base = institutions.find(({ id }) => id === reference);
      const against = {
        en: base?.label ?? reference,
        zh: base ? institutionName(base, 'zh') : reference,
      };
      const apart = {
        en: `${title.en}: difference to ${against.en}`,
        zh: `${title.zh}：与${against.zh}之差`,
      };
      const drawing = curveLines(facts, { ...about, title: apart, against }, differences);
      pictures.push({ id: `apart-${stem}`, title: apart, drawing });
    }
  }
  if (count === 2 && !design.zip) {
    const [y] = others;
    const cells = levelsOf(all).flatMap(({ value, points: own }): HeatRow[] =>
      institutions.map(({ id }, i) => ({
        ...{ institution: id, x: value[x], y: value[y] },
        mean: cell(meanOf(values, i, own)),
      })),
    );
    const title = {
      en: `${passport.title} over two factors`,
      zh: `${measure.zh}随两个因素的变化`,
    };
    const about = { ...common, title, x: keys[x], y: keys[y] };
    pictures.push({ id: `over-${stem}`, title, drawing: heatMap(facts, about, cells) });
  }
  return { pictures, sentences };
}

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
