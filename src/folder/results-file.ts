import { parquetReadObjects } from 'hyparquet';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { z } from 'zod';
import type { Row } from '../measures/index.ts';
import { csv } from '../text/csv.ts';

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

export function resultsCsv(rows: readonly Row[]): string {
  return csv(resultColumns, rows);
}

/**
 * The same rows in columns with types: text, INT32 and DOUBLE. A value that is not defined is null
 * (as it is empty in the CSV file), which every reader of Parquet understands.
 */
export function resultsParquet(rows: readonly Row[]): Uint8Array {
  const text = (name: 'scenario' | 'institution' | 'world' | 'measure') =>
    ({ name, type: 'STRING', nullable: false, data: rows.map((row) => row[name]) }) as const;
  const buffer = parquetWriteBuffer({
    columnData: [
      text('scenario'),
      text('institution'),
      text('world'),
      { name: 'replicate', type: 'INT32', nullable: false, data: rows.map((row) => row.replicate) },
      { name: 'quarter', type: 'INT32', data: rows.map((row) => row.quarter) },
      text('measure'),
      {
        name: 'value',
        type: 'DOUBLE',
        data: rows.map((row) => (Number.isNaN(row.value) ? null : row.value)),
      },
    ],
    rowGroupSize: 100_000,
    createdBy: 'creditlab',
  });
  return new Uint8Array(buffer);
}

const storedRow = z.object({
  scenario: z.string(),
  institution: z.string(),
  world: z.string(),
  replicate: z.int(),
  quarter: z.int().nullable(),
  measure: z.string(),
  value: z.number().nullable(),
});

/** Rows of a results.parquet file. Throws if it is none. */
export async function readResults(bytes: Uint8Array): Promise<Row[]> {
  const file = new Uint8Array(bytes).buffer;
  const objects = await parquetReadObjects({ file });
  return z
    .array(storedRow)
    .parse(objects)
    .map((row) => ({ ...row, value: row.value ?? NaN }));
}
