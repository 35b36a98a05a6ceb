// Like a notebook: rows into DuckDB as they are, a question in SQL, an answer. Needs the package @duckdb/node-api.
//
//     node examples/notebook-duckdb.mjs
import { DuckDBDataChunk, DuckDBInstance, DOUBLE, INTEGER, VARCHAR } from '@duckdb/node-api';
import { run } from 'creditlab';

const { rows } = await run('tiny');

const connection = await (await DuckDBInstance.create(':memory:')).connect();
const columns = ['institution', 'world', 'measure', 'replicate', 'value'];
const types = [VARCHAR, VARCHAR, VARCHAR, INTEGER, DOUBLE];
await connection.run(
  'create table rows (institution varchar, world varchar, measure varchar, replicate integer, value double)',
);
const appender = await connection.createAppender('rows');
for (let from = 0; from < rows.value.length; from += 2048) {
  const chunk = DuckDBDataChunk.create(types);
  chunk.setColumns(columns.map((name) => Array.from(rows[name].slice(from, from + 2048))));
  appender.appendDataChunk(chunk);
}
appender.closeSync();

const reader = await connection.runAndReadAll(`
  select institution, avg(value) as apr from rows
  where measure = 'apr' and world = 'actual' and not isnan(value) group by institution order by apr`);
console.table(reader.getRowObjects());
