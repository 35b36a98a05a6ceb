import { parquetReadObjects } from 'hyparquet';
import {
  ByteWriter,
  ParquetWriter,
  parquetWriteBuffer,
  schemaFromColumnData,
  type ColumnSource,
} from 'hyparquet-writer';
import { z } from 'zod';
import type { Row } from '../measures/index.ts';
import { csv } from '../text/csv.ts';
import type { StagedFile } from './publish/stage.ts';

/** Columns of results.csv and results.parquet, in order. */
export const resultColumns = [
  'scenario',
  'institution',
  'world',
  'replicate',
  'quarter',
  'measure',
  'value',
] as const;

/** In which phase of its institution a quarter's row lies: 0 before the first; undefined for rows of all quarters. */
export type PhaseOf = (row: Row) => number | undefined;

/** @param phaseOf where institutions have phases */
export function resultsCsv(rows: readonly Row[], phaseOf?: PhaseOf): string {
  if (!phaseOf) return csv(resultColumns, rows);
  const columns = [
    'scenario',
    'institution',
    'world',
    'replicate',
    'quarter',
    'phase',
    'measure',
    'value',
  ] as const;
  return csv(
    columns,
    rows.map((row) => ({ ...row, phase: phaseOf(row) ?? null })),
  );
}

/**
 * The same rows in columns with types: text, INT32 and DOUBLE. A value that is not defined is null
 * (as it is empty in the CSV file), which every reader of Parquet understands.
 */
export function resultsParquet(rows: readonly Row[], phaseOf?: PhaseOf): Uint8Array {
  const columnData = parquetColumns(rows, phaseOf);
  const buffer = parquetWriteBuffer({ columnData, rowGroupSize, createdBy: 'creditlab' });
  return new Uint8Array(buffer);
}

const rowGroupSize = 100_000;

/** @param points name of the point of each row, where there are any */
/** Rows as columns: an array each, filled together. */
interface ResultColumns {
  readonly scenario: string[];
  /** Of a design. */
  readonly point?: string[];
  readonly institution: string[];
  readonly world: string[];
  readonly replicate: number[];
  readonly quarter: (number | null)[];
  readonly phase?: (number | null)[];
  readonly measure: string[];
  /** Null where not defined. */
  readonly value: (number | null)[];
}

function parquetColumns(rows: readonly Row[], phaseOf?: PhaseOf): ColumnSource[] {
  return columnSources({
    scenario: rows.map(({ scenario }) => scenario),
    institution: rows.map(({ institution }) => institution),
    world: rows.map(({ world }) => world),
    replicate: rows.map(({ replicate }) => replicate),
    quarter: rows.map(({ quarter }) => quarter),
    ...(phaseOf && { phase: rows.map((row) => phaseOf(row) ?? null) }),
    measure: rows.map(({ measure }) => measure),
    value: rows.map(({ value }) => definedOrNull(value)),
  });
}

const definedOrNull = (value: number) => (Number.isNaN(value) ? null : value);

function columnSources(columns: ResultColumns): ColumnSource[] {
  const text = (name: string, data: string[]) =>
    ({ name, type: 'STRING', nullable: false, data }) as const;
  const { scenario, point, institution, world, replicate, quarter, phase, measure, value } =
    columns;
  return [
    text('scenario', scenario),
    ...(point ? [text('point', point)] : []),
    text('institution', institution),
    text('world', world),
    { name: 'replicate', type: 'INT32', nullable: false, data: replicate },
    { name: 'quarter', type: 'INT32', data: quarter },
    ...(phase ? [{ name: 'phase', type: 'INT32', data: phase } as const] : []),
    text('measure', measure),
    { name: 'value', type: 'DOUBLE', data: value },
  ];
}

/**
 * results.parquet of a design, written point by point: memory holds one group of rows, as columns, so that no row outlives its
 * point.
 */
export function pointsParquet(file: StagedFile) {
  const schema = schemaFromColumnData({ columnData: columnSources(typical) });
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'creditlab' });
  // Filled again for each group: columns that grow anew would be copied many times. NaN stands for null, so that numbers lie bare.
  const group = {
    ...{ scenario: [''], point: [''], institution: [''], world: [''], measure: [''] },
    ...{ replicate: [0], quarter: [NaN], value: [NaN] },
  };
  let filled = 0;
  const drain = () => {
    file.write(writer.getBytes());
    writer.index = 0;
  };
  const flush = () => {
    const of = <Cell>(column: readonly Cell[]) => column.slice(0, filled);
    const columns: ResultColumns = {
      ...{ scenario: of(group.scenario), point: of(group.point) },
      ...{ institution: of(group.institution), world: of(group.world) },
      ...{ replicate: of(group.replicate), quarter: of(group.quarter).map(definedOrNull) },
      ...{ measure: of(group.measure), value: of(group.value).map(definedOrNull) },
    };
    if (filled > 0) void parquet.write({ columnData: columnSources(columns), rowGroupSize });
    filled = 0;
    drain();
  };
  return {
    add(point: string, more: readonly Row[]): void {
      for (const { scenario, institution, world, replicate, quarter, measure, value } of more) {
        group.scenario[filled] = scenario;
        group.point[filled] = point;
        group.institution[filled] = institution;
        group.world[filled] = world;
        group.replicate[filled] = replicate;
        group.quarter[filled] = quarter ?? NaN;
        group.measure[filled] = measure;
        group.value[filled] = value;
        filled++;
      }
      if (filled >= rowGroupSize) flush();
    },
    end(): void {
      flush();
      void parquet.finish();
      drain();
    },
  };
}

/** One row, which stands for the types of the columns. */
const typical: ResultColumns = {
  ...{ scenario: [''], point: [''], institution: [''], world: [''], measure: [''] },
  ...{ replicate: [0], quarter: [0], value: [0] },
};

const storedRow = z.object({
  scenario: z.string(),
  /** Of a design. */
  point: z.string().optional(),
  institution: z.string(),
  world: z.string(),
  replicate: z.int(),
  quarter: z.int().nullable(),
  measure: z.string(),
  value: z.number().nullable(),
});

/** A row of results, with the name of its point where it is of a design. */
export interface StoredRow extends Row {
  readonly point?: string | undefined;
}

/** Rows of a results.parquet file. Throws if it is none. */
export async function readResults(bytes: Uint8Array): Promise<StoredRow[]> {
  const file = new Uint8Array(bytes).buffer;
  const objects = await parquetReadObjects({ file });
  return z
    .array(storedRow)
    .parse(objects)
    .map((row) => ({ ...row, value: row.value ?? NaN }));
}
