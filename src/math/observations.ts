/** A table that grows row by row: one observation of some unit in some period, all numbers of a row together. */
export interface Observations {
  /** Numbers per row. */
  readonly width: number;
  rows: number;
  /** Row r starts at r · width. */
  data: Float64Array;
  /** Whom a row is about: rows of one unit share luck. 0, 1, 2, … */
  unit: Int32Array;
  /** When. 0, 1, 2, … */
  period: Int32Array;
}

/** @param room rows expected; more will do */
export function createObservations(width: number, room = 1024): Observations {
  return {
    width,
    rows: 0,
    data: new Float64Array(room * width),
    unit: new Int32Array(room),
    period: new Int32Array(room),
  };
}

/** Adds a row of zeros; returns where in `data` it starts. `data` may be replaced: read it anew. */
export function addRow(to: Observations, unit: number, period: number): number {
  const row = to.rows++;
  if (row === to.unit.length) {
    to.data = doubled(to.data, Float64Array);
    to.unit = doubled(to.unit, Int32Array);
    to.period = doubled(to.period, Int32Array);
  }
  to.unit[row] = unit;
  to.period[row] = period;
  return row * to.width;
}

function doubled<T extends Float64Array | Int32Array>(
  column: T,
  Kind: new (length: number) => T,
): T {
  const larger = new Kind(column.length * 2);
  larger.set(column);
  return larger;
}
