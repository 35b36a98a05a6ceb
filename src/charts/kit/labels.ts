import { textWidth } from './text.ts';

/** A thing to name: its place on the plot, in points from the upper left corner. */
export interface Target {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** A rectangle on the plot, in points from the upper left corner. */
export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** A box that names should keep off; `weight` says how much more than off a thin line. */
export interface Obstacle extends Box {
  readonly weight?: number;
}

/** Where a name goes, and the box it fills. */
export interface Placed extends Box {
  /** The text starts (`left`) or ends (`right`) here; `y` is its middle. */
  readonly x: number;
  readonly y: number;
  readonly align: 'left' | 'right';
  /** Whether it lies so far off that a line must lead to it. */
  readonly leader: boolean;
}

/** Sixteen directions, right first: a reader looks for a name there. */
const directions = [
  [1, 0],
  [1, -0.4],
  [1, 0.4],
  [-1, 0],
  [-1, -0.4],
  [-1, 0.4],
  [0.7, -0.7],
  [0.7, 0.7],
  [-0.7, -0.7],
  [-0.7, 0.7],
  [0.4, -1],
  [0.4, 1],
  [-0.4, -1],
  [-0.4, 1],
  [0.05, -1],
  [0.05, 1],
] as const;

/** Distances from the point, in heights of text. */
const distances = [0.9, 1.5, 2.3, 3.2, 4.2, 5.4, 6.8, 8.5];

/**
 * Places a name near each point so that names keep off each other, off all points and inside the plot.
 *
 * Greedy, the most crowded point first, then three rounds in which each name may move. `obstacles` are
 * boxes that a name should rather not cover (intervals, notes).
 */
export function placeLabels(
  targets: readonly Target[],
  area: { readonly width: number; readonly height: number },
  fontSize: number,
  obstacles: readonly Obstacle[] = [],
): Placed[] {
  const chosen: (Placed | undefined)[] = targets.map(() => undefined);
  const blocked = [
    ...targets.map((target) => ({ box: around(target, fontSize * 0.5), cost: 200 })),
    ...obstacles.map((box) => ({ box: thickened(box), cost: 40 * (box.weight ?? 1) })),
  ];
  for (let round = 0; round < 4; round++)
    for (const k of byCrowding(targets, fontSize * 8)) {
      const target = targets[k];
      if (target === undefined) continue;
      const others = targets.flatMap((from, j) => {
        const at = chosen[j];
        return j === k || at === undefined ? [] : [{ from, at }];
      });
      let least = Infinity;
      for (const [rank, at] of candidates(target, fontSize).entries()) {
        let cost = rank * 0.1 + (at.leader ? 4 : 0) + 1000 * outside(at, area);
        for (const one of blocked) cost += one.cost * overlap(at, one.box);
        for (const { from, at: other } of others) {
          cost += 400 * overlap(at, other);
          if (at.leader && crosses(target, at, other)) cost += 60;
          if (other.leader && crosses(from, other, at)) cost += 60;
        }
        if (cost < least) {
          least = cost;
          chosen[k] = at;
        }
      }
    }
  return chosen.flatMap((one) => one ?? []);
}

/** Indices of targets, those with most neighbours first. */
function byCrowding(targets: readonly Target[], reach: number): number[] {
  const neighbours = targets.map(
    (one) => targets.filter((other) => Math.hypot(one.x - other.x, one.y - other.y) < reach).length,
  );
  return targets
    .map((_, k) => k)
    .toSorted((a, b) => (neighbours[b] ?? 0) - (neighbours[a] ?? 0) || a - b);
}

function candidates(target: Target, fontSize: number): Placed[] {
  const width = textWidth(target.text, fontSize);
  return distances.flatMap((distance) =>
    directions.map(([dx, dy]): Placed => {
      const x = target.x + dx * distance * fontSize;
      const y = target.y + dy * distance * fontSize;
      const left = dx >= 0 ? x : x - width;
      return {
        x,
        y,
        align: dx >= 0 ? 'left' : 'right',
        leader: distance > 1,
        left,
        right: left + width,
        top: y - fontSize * 0.6,
        bottom: y + fontSize * 0.6,
      };
    }),
  );
}

/** A line is nobody's area; give it one. */
function thickened({ left, right, top, bottom }: Box): Box {
  return { left: left - 1, right: right + 1, top: top - 1, bottom: bottom + 1 };
}

function around(at: Target, half: number): Box {
  return { left: at.x - half, right: at.x + half, top: at.y - half, bottom: at.y + half };
}

/** Whether two boxes cover each other at all. */
export function touch(a: Box, b: Box): boolean {
  return overlap(a, b) > 0;
}

/** Shared area in units of squared text height, plus one if there is any. */
function overlap(a: Box, b: Box): number {
  const wide = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  const high = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
  return wide > 0 && high > 0 ? 1 + (wide * high) / (a.bottom - a.top) ** 2 : 0;
}

function outside(box: Box, area: { readonly width: number; readonly height: number }): number {
  return (
    Math.max(0, -box.left) +
    Math.max(0, box.right - area.width) +
    Math.max(0, -box.top) +
    Math.max(0, box.bottom - area.height)
  );
}

/** Whether the line from a point to its name runs through a box (looked up at twelve places on the way). */
function crosses(from: Target, to: Placed, box: Box): boolean {
  for (let k = 1; k < 12; k++) {
    const x = from.x + ((to.x - from.x) * k) / 12;
    const y = from.y + ((to.y - from.y) * k) / 12;
    if (x > box.left && x < box.right && y > box.top && y < box.bottom) return true;
  }
  return false;
}
