import { moveOf } from '../run/film.ts';
import { CardPainter } from './cards.ts';
import { colours } from './colours.ts';
import { Half, lift, lookIn, paintPerson } from './half.ts';
import { headroom } from './layout.ts';
import { Picture } from './picture.ts';
import { nextHalf, type Scene } from './scene.ts';
import { Sprites } from './sprites.ts';
import { paintWater } from './water.ts';

/**
 * Draws one town, moment by moment. Each half of a quarter is three pictures that are copied; those of the next half are made
 * while this one is shown, one a frame, so that no frame has all of them to make.
 */
export class FieldPainter {
  private sprites = new Sprites(1, 1);
  private halves: readonly [Half, Half] = [new Half(), new Half()];
  private cards = new CardPainter(1);
  /** What pictures are made on, one after the other. */
  private picture = new Picture(1, 1);
  private shown: Scene | undefined;

  /** @param context of a canvas as wide and high as the scene, in pixels of the screen */
  paint(context: CanvasRenderingContext2D, scene: Scene): void {
    const { layout, scale } = scene;
    const { sprites } = this;
    if (sprites.radius !== layout.radius || sprites.scale !== scale) {
      this.sprites = new Sprites(layout.radius, scale);
      this.cards = new CardPainter(scale);
      this.halves = [new Half(), new Half()];
    }
    const [width, height] = [scene.width, scene.height].map((one) =>
      Math.max(1, Math.round(one * scale)),
    );
    if (this.picture.width !== width || this.picture.height !== height)
      this.picture = new Picture(width, height);
    const [first, second] = this.halves;
    const [half, other] = second.isOf(scene) ? [second, first] : [first, second];
    if (!half.isOf(scene)) half.begin(scene, this.picture);
    half.draw(this.sprites, this.picture);
    context.setTransform(1, 0, 0, 1, 0, 0);
    half.show(context, scene);
    if (!scene.water) this.cards.paint(context, scene);
    context.setTransform(scale, 0, 0, scale, 0, 0);
    paintWater(context, scene);
    if (scene.chosen >= 0) paintChosen(context, scene);
    if (typeof scene.lens === 'object') this.paintLens(context, scene, scene.lens);
    // What stands still has no next half.
    if (this.shown && this.shown.phase !== scene.phase) this.prepare(other, scene);
    this.shown = scene;
  }

  private prepare(half: Half, scene: Scene): void {
    const next = nextHalf(scene);
    if (!next) return;
    if (!half.isOf(next)) half.begin(next, this.picture);
    half.draw(this.sprites, this.picture, 1);
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
    const { film, quarter, phase } = scene;
    for (let i = 0; i < layout.count; i++) {
      if ((layout.x[i] - x) ** 2 + (layout.y[i] - y) ** 2 >= far) continue;
      const up = lift(moveOf(film.marks[quarter * film.people + i]), phase);
      const pixels = Math.round(up * layout.radius * 1.2 * scale);
      paintPerson(context, this.sprites, scene, i, lookIn(scene, i, true), pixels);
    }
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

function disc(context: CanvasRenderingContext2D, x: number, y: number, radius: number): void {
  context.beginPath();
  context.arc(x, y, radius, 0, 2 * Math.PI);
}
