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
  const columnData = parquetColumns(rows, undefined, phaseOf);
  const buffer = parquetWriteBuffer({ columnData, rowGroupSize, createdBy: 'creditlab' });
  return new Uint8Array(buffer);
}

const rowGroupSize = 100_000;

/** @param points name of the point of each row, where there are any */
function parquetColumns(
  rows: readonly Row[],
  points?: string[],
  phaseOf?: PhaseOf,
): ColumnSource[] {
  const text = (name: 'scenario' | 'institution' | 'world' | 'measure') =>
    ({ name, type: 'STRING', nullable: false, data: rows.map((row) => row[name]) }) as const;
  return [
    text('scenario'),
    ...(points ? [{ name: 'point', type: 'STRING', nullable: false, data: points } as const] : []),
    text('institution'),
    text('world'),
    { name: 'replicate', type: 'INT32', nullable: false, data: rows.map((row) => row.replicate) },
    { name: 'quarter', type: 'INT32', data: rows.map((row) => row.quarter) },
    ...(phaseOf
      ? [{ name: 'phase', type: 'INT32', data: rows.map((row) => phaseOf(row) ?? null) } as const]
      : []),
    text('measure'),
    {
      name: 'value',
      type: 'DOUBLE',
      data: rows.map((row) => (Number.isNaN(row.value) ? null : row.value)),
    },
  ];
}

/** results.parquet of a design, written point by point: memory holds one group of rows. */
export function pointsParquet(file: StagedFile) {
  const schema = schemaFromColumnData({ columnData: parquetColumns([emptyRow], ['']) });
  const writer = new ByteWriter();
  const parquet = new ParquetWriter({ writer, schema, createdBy: 'creditlab' });
  let rows: Row[] = [];
  let points: string[] = [];
  const drain = () => {
    file.write(writer.getBytes());
    writer.index = 0;
  };
  const flush = () => {
    if (rows.length > 0)
      void parquet.write({ columnData: parquetColumns(rows, points), rowGroupSize });
    [rows, points] = [[], []];
    drain();
  };
  return {
    add(point: string, more: readonly Row[]): void {
      for (const row of more) {
        rows.push(row);
        points.push(point);
      }
      if (rows.length >= rowGroupSize) flush();
    },
    end(): void {
      flush();
      void parquet.finish();
      drain();
    },
  };
}

/** Stands for the types of the columns. */
const emptyRow: Row = {
  ...{ scenario: '', institution: '', world: '', measure: '' },
  ...{ replicate: 0, quarter: 0, value: 0 },
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
