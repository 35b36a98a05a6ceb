import { Move, moveOf, type Film } from '../run/film.ts';
import { colours } from './colours.ts';
import { headroom, type FieldLayout } from './layout.ts';

/** Price as a water line, and who was made an offer over it or under it. */
export interface Water {
  readonly layout: FieldLayout;
  /** Height of the line, in pixels from above. */
  readonly y: number;
  /** The mean price of the offers, a share a year. */
  readonly apr: number;
}

/** The price at which water reaches the middle of the field, and what a loan is worth from there to its edge. */
const [middleApr, edgeWorth] = [0.25, 0.5];
/** Where people stand who have no offer in the quarter: out of sight. */
const away = -1000;
const edge = 12;

/**
 * Dots of a quarter's offers, ordered by what the loan is worth to them beyond its price and beyond doing without. Whose loan
 * is worth less than that is under the line.
 */
export function waterOf(film: Film, quarter: number, field: FieldLayout, height: number): Water {
  const row = quarter * film.people;
  const offered: number[] = [];
  for (let i = 0; i < film.people; i++)
    if (film.apr[row + i] > 0 && moveOf(film.marks[row + i]) !== Move.none) offered.push(i);
  offered.sort((one, other) => film.worth[row + one] - film.worth[row + other] || one - other);
  const sum = offered.reduce((total, i) => total + film.apr[row + i] / 10_000, 0);
  const apr = offered.length > 0 ? sum / offered.length : NaN;
  const [top, bottom] = [headroom + edge, height - edge];
  const rise = Math.min(1.6, Number.isNaN(apr) ? 0 : apr / middleApr);
  const y = bottom - (rise * (bottom - top)) / 2;
  const x = new Float32Array(film.people).fill(away);
  const places = new Float32Array(film.people).fill(away);
  for (const [k, i] of offered.entries()) {
    x[i] = edge + ((k + 0.5) / offered.length) * (field.width - 2 * edge);
    const worth = film.worth[row + i] / 100;
    const at = y - (worth / edgeWorth) * ((bottom - top) / 2);
    places[i] = Math.max(top, Math.min(bottom, at));
  }
  const layout = { ...field, count: film.people, x, y: places };
  return { layout, y, apr };
}

/** Draws the water over the dots, and the price at its line. */
export function paintWater(
  context: CanvasRenderingContext2D,
  field: {
    readonly water: Water | undefined;
    readonly width: number;
    readonly height: number;
  },
): void {
  const { water, width, height } = field;
  if (!water) return;
  context.fillStyle = colours.water;
  context.globalAlpha = 0.28;
  context.fillRect(0, water.y, width, height - water.y);
  context.globalAlpha = 1;
  context.fillRect(0, water.y - 1.5, width, 3);
  if (Number.isNaN(water.apr)) return;
  const text = `${(100 * water.apr).toFixed(1)} %`;
  context.fillStyle = colours.ink;
  context.fillRect(6, water.y - 13, 64, 26);
  context.fillStyle = colours.paper;
  context.font = '600 15px sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(text, 38, water.y);
}
