/** Where dots stand in a field: the same persons at the same places in both towns. */
export interface FieldLayout {
  readonly count: number;
  readonly width: number;
  readonly columns: number;
  readonly radius: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
}

/** Room above the dots for the sign of the town, in pixels of the page. */
export const headroom = 34;
/** Free at the edges, so that rings round the outer dots are whole. */
const margin = 4;
const smallestCell = 16;
const largestCell = 26;

/** As many persons as the field has room for, each in a cell of its own, a little off its middle. */
export function layoutOf(people: number, width: number, height: number): FieldLayout {
  const room = Math.max(1, height - headroom - margin);
  const across = Math.max(1, width - 2 * margin);
  const cell = Math.min(largestCell, Math.max(smallestCell, Math.sqrt((across * room) / people)));
  const columns = Math.max(1, Math.floor(across / cell));
  const rows = Math.max(1, Math.floor(room / cell));
  const count = Math.min(people, columns * rows);
  const x = new Float32Array(count);
  const y = new Float32Array(count);
  const stepX = across / columns;
  const stepY = room / Math.max(1, Math.ceil(count / columns));
  for (let i = 0; i < count; i++) {
    x[i] = margin + ((i % columns) + 0.5 + 0.3 * shake(i)) * stepX;
    y[i] = headroom + (Math.floor(i / columns) + 0.5 + 0.3 * shake(i + 7919)) * stepY;
  }
  return { count, width, columns, radius: Math.max(2.5, Math.min(stepX, stepY) * 0.36), x, y };
}

/** −½ … ½, the same for the same number; it only keeps dots from standing in file. */
function shake(i: number): number {
  const mixed = Math.imul(i + 1, 0x9e3779b1) >>> 0;
  return ((mixed >>> 8) % 1000) / 1000 - 0.5;
}

/** The person at a place of the field, −1 where nobody stands. */
export function personAt({ count, radius, x, y }: FieldLayout, atX: number, atY: number): number {
  let nearest = -1;
  let least = (radius + 5) ** 2;
  for (let i = 0; i < count; i++) {
    const distance = (x[i] - atX) ** 2 + (y[i] - atY) ** 2;
    if (distance < least) [nearest, least] = [i, distance];
  }
  return nearest;
}
