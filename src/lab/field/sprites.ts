import { End, endOf, Move, moveOf, owes, thirdOf } from '../run/film.ts';
import { colours } from './colours.ts';

const turn = 2 * Math.PI;
/** Levels of effort that a dot is drawn with. */
const levels = 12;

/** How one dot looks. */
export interface DotLook {
  /** Place among the hues: fog from thin to thick, then thirds of risk. */
  readonly hue: number;
  readonly isGone: boolean;
  readonly isRefused: boolean;
  readonly isOwing: boolean;
  readonly end: number;
  /** Effort as a level, −1 where it is not seen. */
  readonly effort: number;
}

const hues = [...colours.fog, ...colours.thirds];

/**
 * How a person looks.
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
): DotLook {
  const move = moveOf(mark);
  const isGone = isDecided && (move === Move.left || move === Move.refused);
  return {
    hue: isSeen ? colours.fog.length + thirdOf(mark) : Math.min(3, Math.ceil(Math.sqrt(records))),
    isGone,
    isRefused: isGone && move === Move.refused,
    isOwing: owes(mark) && !isGone,
    end: isDecided ? endOf(mark) : End.none,
    effort: isSeen && owes(mark) ? Math.round((effort / 255) * levels) : -1,
  };
}

/**
 * Pictures of dots, each drawn once: a thousand circles a frame are too many for a slow machine, a thousand copies are not.
 */
export class Sprites {
  /** Half the side of a picture, in pixels of the screen. */
  readonly half: number;
  private readonly made = new Map<number, ImageBitmap>();
  readonly radius: number;
  readonly scale: number;

  /** @param radius of a dot, in pixels of the page, of which each is `scale` pixels of the screen */
  constructor(radius: number, scale: number) {
    this.radius = radius;
    this.scale = scale;
    this.half = Math.ceil((radius + 3) * scale);
  }

  of(look: DotLook): ImageBitmap {
    const { hue, isGone, isRefused, isOwing, end, effort } = look;
    const flags = Number(isGone) | (Number(isRefused) << 1) | (Number(isOwing) << 2) | (end << 3);
    const key = flags | (hue << 5) | ((effort + 1) << 8);
    const found = this.made.get(key);
    if (found) return found;
    const made = pictureOf(this.half, this.scale, (context) =>
      paintLook(context, this.radius, look),
    );
    this.made.set(key, made);
    return made;
  }
}

/** A picture of what is drawn round its middle. */
export function pictureOf(
  half: number,
  scale: number,
  draw: (context: OffscreenCanvasRenderingContext2D) => void,
): ImageBitmap {
  const canvas = new OffscreenCanvas(2 * half, 2 * half);
  const context = canvas.getContext('2d');
  if (context) {
    context.setTransform(scale, 0, 0, scale, half, half);
    draw(context);
  }
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
