import { Move, moveOf } from '../run/film.ts';
import { CardPainter } from './cards.ts';
import { colours } from './colours.ts';
import { headroom } from './layout.ts';
import { asked, decided, type Scene } from './scene.ts';
import { lookOf, Sprites } from './sprites.ts';
import { paintWater } from './water.ts';

type Brush = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Draws one town, moment by moment. Who stands still is drawn once until the quarter, the lens or the field changes; what
 * moves is copied over it.
 */
export class FieldPainter {
  private sprites = new Sprites(1, 1);
  private still: OffscreenCanvas | undefined;
  private drawn: Scene | undefined;
  private cards = new CardPainter(1);

  /** @param context of a canvas as wide and high as the scene, in pixels of the screen */
  paint(context: CanvasRenderingContext2D, scene: Scene): void {
    const { layout, scale } = scene;
    const { sprites } = this;
    if (sprites.radius !== layout.radius || sprites.scale !== scale) {
      this.sprites = new Sprites(layout.radius, scale);
      this.cards = new CardPainter(scale);
      this.drawn = undefined;
    }
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(this.standing(scene), 0, 0);
    this.paintPeople(context, scene, scene.lens === 'all', true);
    if (!scene.water) this.cards.paint(context, scene);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    paintWater(context, scene);
    if (scene.chosen >= 0) paintChosen(context, scene);
    if (typeof scene.lens === 'object') this.paintLens(context, scene, scene.lens);
  }

  /** The ground, the houses, and who asks for nothing in this quarter. */
  private standing(scene: Scene): OffscreenCanvas {
    const [width, height] = [scene.width, scene.height].map((one) =>
      Math.max(1, Math.round(one * scene.scale)),
    );
    if (this.still && this.drawn && isAlike(this.drawn, scene)) return this.still;
    if (this.still?.width !== width || this.still.height !== height)
      this.still = new OffscreenCanvas(width, height);
    const context = this.still.getContext('2d', { alpha: false });
    if (context) {
      context.setTransform(1, 0, 0, 1, 0, 0);
      context.fillStyle = colours.ground;
      context.fillRect(0, 0, width, height);
      context.setTransform(scene.scale, 0, 0, scene.scale, 0, 0);
      context.fillStyle = colours.sky;
      context.fillRect(0, 0, scene.width, headroom - 6);
      paintHouse(context, scene);
      context.setTransform(1, 0, 0, 1, 0, 0);
      this.paintPeople(context, scene, scene.lens === 'all', false);
    }
    this.drawn = scene;
    return this.still;
  }

  /** Copies those who move, or those who do not. */
  private paintPeople(context: Brush, scene: Scene, isSeen: boolean, isMoving: boolean): void {
    const { film, layout, quarter } = scene;
    const row = quarter * film.people;
    for (let i = 0; i < layout.count; i++)
      if ((moveOf(film.marks[row + i]) !== Move.none) === isMoving)
        this.paintPerson(context, scene, i, isSeen);
  }

  private paintPerson(context: Brush, scene: Scene, i: number, isSeen: boolean): void {
    const { film, fog, layout, quarter, phase, scale } = scene;
    const at = quarter * film.people + i;
    const mark = film.marks[at];
    const look = lookOf(mark, fog.records[at], film.effort[at], isSeen, phase >= decided);
    const { half, radius } = this.sprites;
    const y = layout.y[i] - lift(moveOf(mark), phase) * radius * 1.2;
    const [left, top] = [layout.x[i] * scale - half, y * scale - half];
    context.drawImage(this.sprites.of(look), Math.round(left), Math.round(top));
  }

  /** Under a lens that is held over a place, people show what they hide; beside it they do not. */
  private paintLens(
    context: CanvasRenderingContext2D,
    scene: Scene,
    { x, y, radius }: { readonly x: number; readonly y: number; readonly radius: number },
  ): void {
    const { layout, scale } = scene;
    context.save();
    disc(context, x, y, radius);
    context.clip();
    context.fillStyle = colours.ground;
    context.fillRect(x - radius, Math.max(headroom - 6, y - radius), 2 * radius, 2 * radius);
    context.setTransform(1, 0, 0, 1, 0, 0);
    const far = (radius + 2 * layout.radius) ** 2;
    for (let i = 0; i < layout.count; i++)
      if ((layout.x[i] - x) ** 2 + (layout.y[i] - y) ** 2 < far)
        this.paintPerson(context, scene, i, true);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    context.restore();
    context.strokeStyle = colours.ink;
    context.lineWidth = 3;
    disc(context, x, y, radius);
    context.stroke();
    context.lineWidth = 6;
    context.lineCap = 'round';
    context.beginPath();
    context.moveTo(x + radius * 0.72, y + radius * 0.72);
    context.lineTo(x + radius * 1.2, y + radius * 1.2);
    context.stroke();
  }
}

/** Whether what stands still looks alike in both. */
function isAlike(one: Scene, other: Scene): boolean {
  return (
    one.film === other.film &&
    one.fog === other.fog &&
    one.layout === other.layout &&
    one.quarter === other.quarter &&
    one.phase >= decided === other.phase >= decided &&
    (one.lens === 'all') === (other.lens === 'all') &&
    one.shares === other.shares &&
    one.width === other.width &&
    one.height === other.height
  );
}

/** Who keeps records: a house with a door for all, or each lender's own drawer. */
function paintHouse(context: Brush, { width, shares }: Scene): void {
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

function paintChosen(context: CanvasRenderingContext2D, scene: Scene): void {
  const { film, layout, quarter, phase, chosen } = scene;
  if (chosen >= layout.count) return;
  const move = moveOf(film.marks[quarter * film.people + chosen]);
  const y = layout.y[chosen] - lift(move, phase) * layout.radius * 1.2;
  context.strokeStyle = colours.water;
  context.lineWidth = 2.5;
  disc(context, layout.x[chosen], y, layout.radius + 4);
  context.stroke();
}

/** Who asks stands up; who is turned away or turns away sinks back. */
function lift(move: number, phase: number): number {
  if (move === Move.none) return 0;
  if (phase < asked) return phase / asked;
  return move === Move.took
    ? 1 - Math.max(0, phase - decided) / (1 - decided)
    : Math.max(0, 1 - (phase - asked) / (decided - asked));
}

function disc(context: Brush, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}
