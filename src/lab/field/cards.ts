import { End, endOf, Move, moveOf } from '../run/film.ts';
import { colours } from './colours.ts';
import { headroom } from './layout.ts';
import { asked, decided, type Scene } from './scene.ts';
import { pictureOf } from './sprites.ts';

/** Cards in the air at a time, at most: more would be a swarm that tells nothing. */
const mostCards = 36;
/** A card that is about to be forgotten is still to be seen. */
const faintest = 0.15;

type Kind = 'light' | 'dark';

/** A record on its way. */
interface FlyingCard {
  readonly person: number;
  readonly kind: Kind;
  /** 0 with the person … 1 with who keeps it. */
  readonly way: number;
  /** 1 of a new record; the nearer it is to being forgotten, the less. */
  readonly strength: number;
}

/**
 * Cards in the air at a moment. Where files are shared, what is on file of who asks flies to the lender that decides, the
 * paler the older; then new records fly to who keeps them.
 */
function cardsOf(scene: Scene): readonly FlyingCard[] {
  const { phase } = scene;
  if (phase > 0 && phase < asked) return scene.shares ? readCards(scene, 1 - phase / asked) : [];
  if (phase > decided && phase < 1) return newCards(scene, (phase - decided) / (1 - decided));
  return [];
}

function newCards({ film, layout, quarter, memory }: Scene, way: number): FlyingCard[] {
  const cards: FlyingCard[] = [];
  for (let i = 0; i < layout.count && cards.length < mostCards; i++) {
    const end = endOf(film.marks[quarter * film.people + i]);
    if (end === End.none) continue;
    const kind = kindOf(end);
    if (memory[kind] > 0) cards.push({ person: i, kind, way, strength: 1 });
  }
  return cards;
}

/** Of each who asks the newest record that is still remembered. */
function readCards({ film, layout, quarter, memory }: Scene, way: number): FlyingCard[] {
  const cards: FlyingCard[] = [];
  const longest = Math.min(quarter, Math.max(memory.light, memory.dark));
  for (let i = 0; i < layout.count && cards.length < mostCards; i++) {
    if (moveOf(film.marks[quarter * film.people + i]) === Move.none) continue;
    for (let age = 1; age <= longest; age++) {
      const end = endOf(film.marks[(quarter - age) * film.people + i]);
      if (end === End.none || age > memory[kindOf(end)]) continue;
      const kind = kindOf(end);
      const strength = Math.max(faintest, 1 - (age - 1) / memory[kind]);
      cards.push({ person: i, kind, way, strength });
      break;
    }
  }
  return cards;
}

const kindOf = (end: number): Kind => (end === End.repaid ? 'light' : 'dark');

/** Draws them, from pictures that are made once. */
export class CardPainter {
  private readonly made = new Map<Kind, ImageBitmap>();
  private readonly scale: number;

  constructor(scale: number) {
    this.scale = scale;
  }

  paint(context: CanvasRenderingContext2D, scene: Scene): void {
    const { layout, width, shares, scale } = scene;
    for (const { person, kind, way, strength } of cardsOf(scene)) {
      const toX = shares ? width / 2 : (width * ((person % 5) + 1)) / 6;
      const x = layout.x[person] + (toX - layout.x[person]) * way;
      const y = layout.y[person] + (headroom / 2 - layout.y[person]) * way;
      const card = this.of(kind);
      const [left, top] = [x * scale - card.width / 2, y * scale - card.height / 2];
      context.globalAlpha = strength;
      context.drawImage(card, Math.round(left), Math.round(top));
    }
    context.globalAlpha = 1;
  }

  private of(kind: Kind): ImageBitmap {
    const found = this.made.get(kind);
    if (found) return found;
    const made = pictureOf(Math.ceil(7 * this.scale), this.scale, (context) => {
      context.fillStyle = colours.card[kind];
      context.strokeStyle = colours.card.edge;
      context.lineWidth = 1;
      context.beginPath();
      context.rect(-4, -5, 8, 10);
      context.fill();
      context.stroke();
    });
    this.made.set(kind, made);
    return made;
  }
}
