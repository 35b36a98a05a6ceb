import type { Cells } from '../chart.ts';
import { roundAxis, type RoundAxis } from '../kit/frame.ts';
import { placeLabels, touch, type Box } from '../kit/labels.ts';
import { nameOf } from '../kit/select.ts';
import { textWidth, wrap } from '../kit/text.ts';
import type { Theme } from '../theme.ts';
import type { Language } from '../../language.ts';
import { percent } from '../kit/words.ts';

/** One institution: what each problem costs it in welfare, and both together. */
export interface Problems extends Cells {
  readonly institution: string;
  readonly label: string;
  readonly adverseSelection: number;
  readonly adverseSelectionLow: number | null;
  readonly adverseSelectionHigh: number | null;
  readonly moralHazard: number;
  readonly moralHazardLow: number | null;
  readonly moralHazardHigh: number | null;
  readonly together: number;
}

/** Where values lie on the plot, in points from its upper left corner. */
interface Plane {
  readonly width: number;
  readonly height: number;
  readonly x: RoundAxis;
  readonly y: RoundAxis;
  readonly toX: (value: number) => number;
  readonly toY: (value: number) => number;
}

const words = {
  en: {
    below: 'Adverse selection costs more',
    above: 'Moral hazard costs more',
    total: (sum: string) => `both together: ${sum}`,
  },
  zh: {
    below: '逆向选择损失更大',
    above: '道德风险损失更大',
    total: (sum: string) => `两者合计：${sum}`,
  },
} as const;

/** The plot that holds all points and intervals, with zero on both axes. */
export function planeOf(table: readonly Problems[], look: Theme): Plane {
  const { fontSize } = look;
  const width = Math.round(look.width - fontSize * 5.8 - 4);
  const height = Math.round(Math.min(width * 0.85, look.height));
  const x = roundAxis(...reach(table, 'adverseSelection'), width < 30 * fontSize ? 4 : 6);
  const y = roundAxis(...reach(table, 'moralHazard'), 5);
  return {
    width,
    height,
    x,
    y,
    toX: (value) => ((value - x.low) / (x.high - x.low)) * width,
    toY: (value) => height - ((value - y.low) / (y.high - y.low)) * height,
  };
}

/** From zero, or below where a value or its interval is, to above the largest upper end. */
function reach(
  table: readonly Problems[],
  problem: 'adverseSelection' | 'moralHazard',
): [number, number] {
  const ends = table.flatMap((row) =>
    [row[problem], row[`${problem}Low`], row[`${problem}High`]].flatMap((end) => end ?? []),
  );
  return [Math.min(0, ...ends), Math.max(0.001, ...ends) * 1.05];
}

/** The half of the plane in which adverse selection costs more: under the line of equal costs. */
export function selectionSide(x: RoundAxis, y: RoundAxis) {
  return [x.low, y.low, y.high, x.high]
    .filter((at) => at >= x.low && at <= x.high)
    .toSorted((a, b) => a - b)
    .map((at) => ({ x: at, y: Math.min(y.high, Math.max(y.low, at)), floor: y.low }));
}

/** Lines of equal total cost; each starts on the tick of the vertical axis that says its total. */
export function equalTotals(x: RoundAxis, y: RoundAxis) {
  return y.ticks
    .filter((total) => total > 0)
    .map((total) => {
      const end = Math.min(x.high, total - y.low);
      return { total, x: 0, y: total, x2: end, y2: total - end };
    });
}

interface Note {
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly align: 'left' | 'right';
  readonly box: Box;
}

/**
 * Which problem costs more on which side of the dashed line, and what the topmost grey line stands for. A note of a
 * side stands beside the line, or in the corner farthest from it, or, where points lie in both, not at all.
 */
export function notesOn(
  plane: Plane,
  table: readonly Problems[],
  fontSize: number,
  language: Language,
): Note[] {
  const say = words[language];
  const { x, y, width, height, toX, toY } = plane;
  const edge = toY(Math.min(x.high, y.high));
  const right = width - fontSize * 0.4;
  const total = y.high;
  const marks = crossesOn(plane, table);
  const free = (...places: readonly Note[]) =>
    places.filter(({ box }) => !marks.some((mark) => touch(box, mark))).slice(0, 1);
  const above = [edge - fontSize * 1.1, fontSize].map((at) => note(right, at, say.above, 'right'));
  return [
    ...(height - edge > fontSize * 3
      ? free(note(right, height - fontSize, say.below, 'right'))
      : []),
    ...(edge > fontSize * 4 ? free(...above) : []),
    ...free(
      note(
        toX(0) + fontSize * 0.5,
        toY(total) + fontSize * 1.5 + fontSize * 6 * slope(plane),
        say.total(percent(total, total < 0.02 ? 1 : 0)),
        'left',
      ),
    ),
  ];

  function note(at: number, middle: number, text: string, align: 'left' | 'right'): Note {
    const wide = textWidth(text, fontSize);
    const left = align === 'left' ? at : at - wide;
    const box = {
      left,
      right: left + wide,
      top: middle - fontSize * 0.6,
      bottom: middle + fontSize * 0.6,
    };
    return { x: at, y: middle, text, align, box };
  }
}

/** How steeply lines of equal total cost fall on the page. */
function slope({ x, y, width, height }: Plane): number {
  return height / (y.high - y.low) / (width / (x.high - x.low));
}

/** The two intervals of each point, as boxes as thick as a point. */
function crossesOn({ toX, toY }: Plane, table: readonly Problems[]): Box[] {
  return table.flatMap((row) => {
    const [x, y] = [toX(row.adverseSelection), toY(row.moralHazard)];
    const left = toX(row.adverseSelectionLow ?? row.adverseSelection);
    const right = toX(row.adverseSelectionHigh ?? row.adverseSelection);
    const top = toY(row.moralHazardHigh ?? row.moralHazard);
    const bottom = toY(row.moralHazardLow ?? row.moralHazard);
    return [
      { left, right, top: y - 1, bottom: y + 1 },
      { left: x - 1, right: x + 1, top, bottom },
    ];
  });
}

/** Names beside their points, and the white ground that keeps lines off them. */
export function labelsOn(
  plane: Plane,
  table: readonly Problems[],
  notes: readonly Note[],
  fontSize: number,
  language: Language,
) {
  const targets = table.map((row) => ({
    institution: row.institution,
    x: plane.toX(row.adverseSelection),
    y: plane.toY(row.moralHazard),
    text: wrap(nameOf(row, language), plane.width * 0.45, fontSize, 1)[0] ?? '',
  }));
  const obstacles = [
    ...crossesOn(plane, table),
    ...notes.map(({ box }) => ({ ...box, weight: 10 })),
  ];
  return placeLabels(targets, plane, fontSize, obstacles).map((at, k) => {
    const { institution = '', text = '', x: fromX = 0, y: fromY = 0 } = targets[k] ?? {};
    return { institution, text, fromX, fromY, ...at };
  });
}
