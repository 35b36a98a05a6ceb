import { Move, moveOf } from '../run/film.ts';
import { colours } from './colours.ts';
import { headroom } from './layout.ts';
import { readsBack, type Picture } from './picture.ts';
import { asked, decided, type Scene } from './scene.ts';
import { lookOf, type Sprites } from './sprites.ts';

type Brush = OffscreenCanvasRenderingContext2D;

/** Who stands, whose need is met, and who asks without: each group moves as one. */
const groups = ['standing', 'taking', 'turning'] as const;
type Group = (typeof groups)[number];

/**
 * A town in one half of a quarter, before or after it is decided, as three pictures one over the other: only how high the
 * second and the third lie changes from frame to frame.
 */
export class Half {
  private readonly sheets = new Map<Group, OffscreenCanvas>();
  private scene: Scene | undefined;
  /** So many groups are drawn. */
  private drawn = 0;

  /** Whether it is of this half. */
  isOf(scene: Scene): boolean {
    const mine = this.scene;
    return (
      mine !== undefined &&
      mine.film === scene.film &&
      mine.fog === scene.fog &&
      mine.layout === scene.layout &&
      mine.quarter === scene.quarter &&
      mine.phase >= decided === scene.phase >= decided &&
      (mine.lens === 'all') === (scene.lens === 'all') &&
      mine.shares === scene.shares &&
      mine.width === scene.width &&
      mine.height === scene.height &&
      mine.scale === scene.scale
    );
  }

  /** Begins anew, on the picture that its groups are made on in turn, as large as the scene on the screen. */
  begin(scene: Scene, { width, height }: Picture): void {
    this.scene = scene;
    this.drawn = 0;
    const [sheet] = this.sheets.values();
    if (sheet?.width === width && sheet.height === height) return;
    for (const group of groups) this.sheets.set(group, new OffscreenCanvas(width, height));
  }

  /** Draws what is not drawn yet, so many groups at most. */
  draw(sprites: Sprites, picture: Picture, most: number = groups.length): void {
    const { scene } = this;
    if (!scene) return;
    const end = Math.min(groups.length, this.drawn + most);
    for (; this.drawn < end; this.drawn++) {
      const group = groups[this.drawn];
      const brush = brushOf(group, this.sheets.get(group));
      if (!brush) continue;
      const isLowest = group === 'standing';
      if (readsBack()) {
        picture.clear(isLowest ? colours.ground : undefined);
        drawGroup(group, scene, sprites, (look, x, y) => sprites.stamp(picture, look, x, y));
        picture.put(brush);
      } else {
        brush.clearRect(0, 0, picture.width, picture.height);
        brush.fillStyle = colours.ground;
        if (isLowest) brush.fillRect(0, 0, picture.width, picture.height);
        drawGroup(group, scene, sprites, (look, x, y) => sprites.draw(brush, look, x, y));
      }
      if (isLowest) paintSky(brush, scene);
    }
  }

  /** Copies it to the screen, as it stands at a moment of its half. */
  show(context: CanvasRenderingContext2D, { layout, phase, scale }: Scene): void {
    const rise = layout.radius * 1.2 * scale;
    const heights = {
      standing: 0,
      taking: lift(Move.took, phase),
      turning: lift(Move.left, phase),
    };
    for (const group of groups) {
      const sheet = this.sheets.get(group);
      if (sheet) context.drawImage(sheet, 0, -Math.round(heights[group] * rise));
    }
  }
}

/** Draws the people of a group. */
function drawGroup(
  group: Group,
  scene: Scene,
  sprites: Sprites,
  draw: (look: number, x: number, y: number) => void,
): void {
  const { film, layout, quarter, scale, lens } = scene;
  const people: number[] = [];
  for (let i = 0; i < layout.count; i++) {
    if (groupOf(moveOf(film.marks[quarter * film.people + i])) === group) people.push(i);
  }
  const looks = people.map((i) => lookIn(scene, i, lens === 'all'));
  sprites.prepare(looks);
  for (const [k, i] of people.entries()) draw(looks[k], layout.x[i] * scale, layout.y[i] * scale);
}

function groupOf(move: number): Group {
  return move === Move.none ? 'standing' : move === Move.took ? 'taking' : 'turning';
}

function paintSky(brush: Brush, scene: Scene): void {
  brush.setTransform(scene.scale, 0, 0, scene.scale, 0, 0);
  brush.fillStyle = colours.sky;
  brush.fillRect(0, 0, scene.width, headroom - 6);
  paintHouse(brush, scene);
  brush.setTransform(1, 0, 0, 1, 0, 0);
}

/** How a person looks in a scene, to who sees all or not. */
export function lookIn(
  { film, fog, quarter, phase }: Scene,
  person: number,
  isSeen: boolean,
): number {
  const at = quarter * film.people + person;
  return lookOf(film.marks[at], fog.records[at], film.effort[at], isSeen, phase >= decided);
}

/** Draws a person with a look on the screen at its place, lifted by so many of its pixels. */
export function paintPerson(
  brush: CanvasRenderingContext2D,
  sprites: Sprites,
  { layout, scale }: Scene,
  person: number,
  look: number,
  up = 0,
): void {
  sprites.draw(brush, look, layout.x[person] * scale, layout.y[person] * scale - up);
}

/** Who asks stands up; who is turned away or turns away sinks back. */
export function lift(move: number, phase: number): number {
  if (move === Move.none) return 0;
  if (phase < asked) return phase / asked;
  return move === Move.took
    ? 1 - Math.max(0, phase - decided) / (1 - decided)
    : Math.max(0, 1 - (phase - asked) / (decided - asked));
}

/** Nothing is seen through the picture that lies lowest, which is copied the quicker for it. */
function brushOf(group: Group, sheet: OffscreenCanvas | undefined) {
  return sheet?.getContext('2d', { alpha: group !== 'standing' }) ?? undefined;
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
