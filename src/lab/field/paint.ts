import { End, endOf, Move, moveOf, owes, thirdOf, type Film } from '../run/film.ts';
import { colours } from './colours.ts';
import type { Fog } from './fog.ts';
import { headroom, type FieldLayout } from './layout.ts';

/** A lens held over a field: everywhere, or round a place. */
export type Lens =
  | 'off'
  | 'all'
  | { readonly x: number; readonly y: number; readonly radius: number };

/** What a field shows. */
export interface Scene {
  readonly film: Film;
  readonly fog: Fog;
  readonly layout: FieldLayout;
  readonly quarter: number;
  /** How far the quarter is, 0 … 1. */
  readonly phase: number;
  readonly lens: Lens;
  /** Records fly to the registry, where others may read them; else they stay with the lender. */
  readonly shares: boolean;
  /** The person that is looked at, −1 for none. */
  readonly chosen: number;
  readonly width: number;
  readonly height: number;
}

const turn = 2 * Math.PI;
/** So much of a quarter is asking, so much deciding; then loans live and end. */
const asked = 0.3;
const decided = 0.55;
/** Cards in the air at a time, at most: more would be a swarm that tells nothing. */
const mostCards = 36;

/** Draws one town at one moment. */
export function paint(context: CanvasRenderingContext2D, scene: Scene): void {
  const { width, height, layout, quarter, film } = scene;
  context.clearRect(0, 0, width, height);
  context.fillStyle = colours.sky;
  context.fillRect(0, 0, width, headroom - 6);
  paintHouse(context, scene);
  const row = quarter * film.people;
  for (let i = 0; i < layout.count; i++) paintDot(context, scene, i, film.marks[row + i], row + i);
  paintCards(context, scene, row);
  if (typeof scene.lens === 'object') paintLens(context, scene.lens);
}

/** Who keeps records: a house with a door for all, or each lender's own drawer. */
function paintHouse(context: CanvasRenderingContext2D, { width, shares }: Scene): void {
  context.fillStyle = shares ? colours.ink : colours.faint;
  const houses = shares ? 1 : 5;
  for (let k = 0; k < houses; k++) {
    const x = (width * (k + 1)) / (houses + 1);
    const half = shares ? 14 : 7;
    const top = shares ? 4 : 10;
    context.beginPath();
    context.moveTo(x - half, top + half * 0.7);
    context.lineTo(x, top);
    context.lineTo(x + half, top + half * 0.7);
    context.lineTo(x + half * 0.8, top + half * 0.7);
    context.lineTo(x + half * 0.8, headroom - 8);
    context.lineTo(x - half * 0.8, headroom - 8);
    context.lineTo(x - half * 0.8, top + half * 0.7);
    context.fill();
  }
}

function isSeen({ lens, layout }: Scene, i: number): boolean {
  if (typeof lens !== 'object') return lens === 'all';
  return (layout.x[i] - lens.x) ** 2 + (layout.y[i] - lens.y) ** 2 < lens.radius ** 2;
}

function paintDot(
  context: CanvasRenderingContext2D,
  scene: Scene,
  i: number,
  mark: number,
  at: number,
): void {
  const { layout, phase, fog, film, chosen } = scene;
  const { radius } = layout;
  const move = moveOf(mark);
  const x = layout.x[i];
  const y = layout.y[i] - lift(move, phase) * radius * 1.2;
  const seen = isSeen(scene, i);
  const mist = Math.min(3, Math.ceil(Math.sqrt(fog.records[at])));
  const hue = seen ? colours.thirds[thirdOf(mark)] : colours.fog[mist];
  context.beginPath();
  context.arc(x, y, radius, 0, turn);
  const isGone = phase >= decided && (move === Move.left || move === Move.refused);
  if (isGone) {
    context.lineWidth = 1.5;
    context.strokeStyle = hue;
    context.stroke();
    if (move === Move.refused) bar(context, x, y, radius);
  } else {
    context.fillStyle = hue;
    context.fill();
  }
  if (seen && owes(mark)) paintEffort(context, x, y, radius, film.effort[at]);
  if (owes(mark) && !isGone) ring(context, x, y, radius + 1.2, colours.ink, 1.2);
  if (phase >= decided) paintEnd(context, x, y, radius, endOf(mark));
  if (i === chosen) ring(context, x, y, radius + 4, colours.water, 2.5);
}

/** Who asks stands up; who is turned away or turns away sinks back. */
function lift(move: number, phase: number): number {
  if (move === Move.none) return 0;
  if (phase < asked) return phase / asked;
  return move === Move.took
    ? 1 - Math.max(0, phase - decided) / (1 - decided)
    : Math.max(0, 1 - (phase - asked) / (decided - asked));
}

function ring(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  colour: string,
  line: number,
): void {
  context.beginPath();
  context.arc(x, y, radius, 0, turn);
  context.lineWidth = line;
  context.strokeStyle = colour;
  context.stroke();
}

/** Refused: a bar before the door. */
function bar(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.moveTo(x - radius * 0.6, y);
  context.lineTo(x + radius * 0.6, y);
  context.stroke();
}

/** Effort fills the dot from below. */
function paintEffort(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  effort: number,
): void {
  const empty = 1 - effort / 255;
  context.save();
  context.beginPath();
  context.arc(x, y, radius * 0.62, 0, turn);
  context.clip();
  context.fillStyle = colours.paper;
  context.fillRect(x - radius, y - radius, 2 * radius, 2 * radius * empty);
  context.restore();
}

/** Tick: repaid. Crack: could not pay. Hole: would not pay. */
function paintEnd(
  context: CanvasRenderingContext2D,
  x: number,
  y: number,
  radius: number,
  end: number,
): void {
  if (end === End.none) return;
  context.lineWidth = Math.max(1.4, radius * 0.26);
  context.strokeStyle = end === End.repaid ? colours.paper : colours.ink;
  context.beginPath();
  if (end === End.repaid) {
    context.moveTo(x - radius * 0.5, y);
    context.lineTo(x - radius * 0.1, y + radius * 0.45);
    context.lineTo(x + radius * 0.55, y - radius * 0.45);
    context.stroke();
  } else if (end === End.cannotPay) {
    context.moveTo(x - radius * 0.2, y - radius);
    context.lineTo(x + radius * 0.3, y - radius * 0.25);
    context.lineTo(x - radius * 0.3, y + radius * 0.25);
    context.lineTo(x + radius * 0.2, y + radius);
    context.stroke();
  } else {
    context.fillStyle = colours.ink;
    context.arc(x, y, radius * 0.72, 0, turn);
    context.fill();
    context.beginPath();
    context.fillStyle = colours.paper;
    context.arc(x, y, radius * 0.45, 0, turn);
    context.fill();
  }
}

/** Records fly from who ended a loan to who keeps them. */
function paintCards(context: CanvasRenderingContext2D, scene: Scene, row: number): void {
  const { film, layout, phase, width, shares } = scene;
  if (phase <= decided || phase >= 1) return;
  const way = (phase - decided) / (1 - decided);
  let cards = 0;
  for (let i = 0; i < layout.count && cards < mostCards; i++) {
    const end = endOf(film.marks[row + i]);
    if (end === End.none) continue;
    cards++;
    const toX = shares ? width / 2 : (width * ((i % 5) + 1)) / 6;
    const x = layout.x[i] + (toX - layout.x[i]) * way;
    const y = layout.y[i] + (headroom / 2 - layout.y[i]) * way;
    context.fillStyle = end === End.repaid ? colours.card.light : colours.card.dark;
    context.strokeStyle = colours.card.edge;
    context.lineWidth = 1;
    context.beginPath();
    context.rect(x - 4, y - 5, 8, 10);
    context.fill();
    context.stroke();
  }
}

function paintLens(
  context: CanvasRenderingContext2D,
  { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
): void {
  ring(context, x, y, radius, colours.ink, 3);
  context.lineWidth = 6;
  context.lineCap = 'round';
  context.beginPath();
  context.moveTo(x + radius * 0.72, y + radius * 0.72);
  context.lineTo(x + radius * 1.2, y + radius * 1.2);
  context.stroke();
}
