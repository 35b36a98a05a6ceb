/** Columns of equal length, one number a row; NaN where there is none. */
export type Columns<Name extends string> = Readonly<Record<Name, Float64Array>> & {
  readonly n: number;
};

/** A table that rows are added to. */
export interface Growing<Name extends string> {
  /** Rows so far. */
  n: number;
  readonly column: Record<Name, Float64Array>;
}

const firstRoom = 4096;

export function createGrowing<Name extends string>(names: readonly Name[]): Growing<Name> {
  return { n: 0, column: columnsOf(names, () => new Float64Array(firstRoom)) };
}

/** Adds a row of NaN and returns its number. */
export function addRow<Name extends string>(table: Growing<Name>, names: readonly Name[]): number {
  const { column, n } = table;
  if (n === column[names[0]].length) {
    for (const name of names) {
      const longer = new Float64Array(2 * n);
      longer.set(column[name]);
      column[name] = longer;
    }
  }
  for (const name of names) column[name][n] = NaN;
  table.n = n + 1;
  return n;
}

/** The rows added so far, without spare room. */
export function finished<Name extends string>(
  { n, column }: Growing<Name>,
  names: readonly Name[],
): Columns<Name> {
  return { n, ...columnsOf(names, (name) => column[name].subarray(0, n)) };
}

export function columnsOf<Name extends string>(
  names: readonly Name[],
  of: (name: Name) => Float64Array,
): Record<Name, Float64Array> {
  const made: Partial<Record<Name, Float64Array>> = {};
  for (const name of names) made[name] = of(name);
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- one column a name, as the loop makes them
  return made as Record<Name, Float64Array>;
}
