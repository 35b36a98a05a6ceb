import { End, endOf, Move, moveOf, owes, thirdOf } from '../run/film.ts';
import { colours } from './colours.ts';
import { sheetOf, type Picture, type Sheet } from './picture.ts';

const turn = 2 * Math.PI;
/** Levels of effort that a dot is drawn with. */
const levels = 12;

const hues = [...colours.fog, ...colours.thirds];

/** How one dot looks. */
interface DotLook {
  /** Place among the hues: fog from thin to thick, then thirds of risk. */
  readonly hue: number;
  readonly isGone: boolean;
  readonly isRefused: boolean;
  readonly isOwing: boolean;
  readonly end: number;
  /** Effort as a level, −1 where it is not seen. */
  readonly effort: number;
}

/**
 * How a person looks, as a number that `readLook` reads.
 *
 * @param mark what a film says of the person in the quarter
 * @param effort 0 … 255
 * @param isSeen through the lens
 * @param isDecided the quarter is so far that answers are known and loans end
 */
export function lookOf(
  mark: number,
  records: number,
  effort: number,
  isSeen: boolean,
  isDecided: boolean,
): number {
  const move = moveOf(mark);
  const isGone = isDecided && (move === Move.left || move === Move.refused);
  const isRefused = isGone && move === Move.refused;
  const isOwing = owes(mark) && !isGone;
  const end = isDecided ? endOf(mark) : End.none;
  const hue = isSeen
    ? colours.fog.length + thirdOf(mark)
    : Math.min(3, Math.ceil(Math.sqrt(records)));
  const level = isSeen && owes(mark) ? 1 + Math.round((effort / 255) * levels) : 0;
  const flags = Number(isGone) | (Number(isRefused) << 1) | (Number(isOwing) << 2);
  return flags | (end << 3) | (hue << 5) | (level << 8);
}

function readLook(look: number): DotLook {
  const [isGone, isRefused, isOwing] = [1, 2, 4].map((bit) => (look & bit) !== 0);
  const [end, hue] = [(look >> 3) & 3, (look >> 5) & 7];
  return { hue, isGone, isRefused, isOwing, end, effort: (look >> 8) - 1 };
}

/** Where the picture of a look lies. */
interface Place {
  readonly sheet: Sheet;
  readonly left: number;
  readonly top: number;
}

/** Pictures in a row of a sheet. */
const across = 16;

/**
 * Pictures of dots, each drawn once: a thousand circles are too many for a slow machine, a thousand copies are not. Those that
 * are wanted together are drawn on one sheet, since a sheet costs as much as many pictures.
 */
export class Sprites {
  /** Half the side of a picture, in pixels of the screen. */
  readonly half: number;
  private readonly places = new Map<number, Place>();
  readonly radius: number;
  readonly scale: number;

  /** @param radius of a dot, in pixels of the page, of which each is `scale` pixels of the screen */
  constructor(radius: number, scale: number) {
    this.radius = radius;
    this.scale = scale;
    this.half = Math.ceil((radius + 3) * scale);
  }

  /** Makes the pictures of these looks that are not there yet. */
  prepare(looks: Iterable<number>): void {
    const { half, scale, radius } = this;
    const fresh = [...new Set(looks)].filter((look) => !this.places.has(look));
    if (fresh.length === 0) return;
    const side = 2 * half;
    const rows = Math.ceil(fresh.length / across);
    const placed = fresh.map((look, k) => {
      const [left, top] = [side * (k % across), side * Math.floor(k / across)];
      return { look, left, top };
    });
    const sheet = sheetOf(Math.min(fresh.length, across) * side, rows * side, (context) => {
      for (const { look, left, top } of placed) {
        context.setTransform(scale, 0, 0, scale, left + half, top + half);
        paintLook(context, radius, readLook(look));
      }
    });
    for (const { look, left, top } of placed) this.places.set(look, { sheet, left, top });
  }

  /** Stamps a look on a picture round a place, in pixels of the screen. */
  stamp(picture: Picture, look: number, x: number, y: number): void {
    const { half } = this;
    const place = this.placeOf(look);
    if (!place) return;
    const { sheet, left, top } = place;
    picture.stamp(sheet, left, top, 2 * half, Math.round(x - half), Math.round(y - half));
  }

  /** Has the browser draw a look round a place, in pixels of the screen. */
  draw(brush: Brush | CanvasRenderingContext2D, look: number, x: number, y: number): void {
    const { half } = this;
    const side = 2 * half;
    const place = this.placeOf(look);
    if (!place) return;
    const { sheet, left, top } = place;
    const toX = Math.round(x - half);
    brush.drawImage(sheet.canvas, left, top, side, side, toX, Math.round(y - half), side, side);
  }

  private placeOf(look: number): Place | undefined {
    if (!this.places.has(look)) this.prepare([look]);
    return this.places.get(look);
  }
}

/** A picture of what is drawn round its middle. */
export function pictureOf(half: number, scale: number, draw: (brush: Brush) => void): ImageBitmap {
  const canvas = new OffscreenCanvas(2 * half, 2 * half);
  const brush = canvas.getContext('2d');
  brush?.setTransform(scale, 0, 0, scale, half, half);
  if (brush) draw(brush);
  return canvas.transferToImageBitmap();
}

type Brush = OffscreenCanvasRenderingContext2D;

function paintLook(context: Brush, radius: number, look: DotLook): void {
  const { isGone, isRefused, isOwing, end, effort } = look;
  const hue = hues[look.hue];
  disc(context, radius);
  if (isGone) {
    context.lineWidth = 1.5;
    context.strokeStyle = hue;
    context.stroke();
    if (isRefused && end === End.none) bar(context, radius);
  } else {
    context.fillStyle = hue;
    context.fill();
  }
  if (effort >= 0) paintEffort(context, radius, effort / levels);
  if (isOwing) {
    disc(context, radius + 1.2);
    context.lineWidth = 1.2;
    context.strokeStyle = colours.ink;
    context.stroke();
  }
  // On an empty ring a white tick would be seen by nobody.
  paintEnd(context, radius, end, isGone ? hue : colours.paper);
}

function disc(context: Brush, radius: number): void {
  context.beginPath();
  context.arc(0, 0, radius, 0, turn);
}

/** Refused: a bar before the door. */
function bar(context: Brush, radius: number): void {
  context.beginPath();
  context.moveTo(-radius * 0.6, 0);
  context.lineTo(radius * 0.6, 0);
  context.stroke();
}

/** Effort fills the dot from below. */
function paintEffort(context: Brush, radius: number, effort: number): void {
  context.save();
  disc(context, radius * 0.62);
  context.clip();
  context.fillStyle = colours.paper;
  context.fillRect(-radius, -radius, 2 * radius, 2 * radius * (1 - effort));
  context.restore();
}

/** Tick: repaid. Crack: could not pay. Hole: would not pay. */
function paintEnd(context: Brush, radius: number, end: number, tick: string): void {
  if (end === End.none) return;
  context.lineWidth = Math.max(1.4, radius * 0.26);
  context.strokeStyle = end === End.repaid ? tick : colours.ink;
  context.beginPath();
  if (end === End.repaid) {
    context.moveTo(-radius * 0.5, 0);
    context.lineTo(-radius * 0.1, radius * 0.45);
    context.lineTo(radius * 0.55, -radius * 0.45);
    context.stroke();
  } else if (end === End.cannotPay) {
    context.moveTo(-radius * 0.2, -radius);
    context.lineTo(radius * 0.3, -radius * 0.25);
    context.lineTo(-radius * 0.3, radius * 0.25);
    context.lineTo(radius * 0.2, radius);
    context.stroke();
  } else {
    context.fillStyle = colours.ink;
    disc(context, radius * 0.72);
    context.fill();
    context.fillStyle = colours.paper;
    disc(context, radius * 0.45);
    context.fill();
  }
}
