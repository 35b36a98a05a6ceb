import type { Cells, Table } from '../charts/chart.ts';
import { cell } from '../charts/select.ts';
import type { Facts } from '../institutions/institution.ts';
import type { SummaryRow } from '../measures/row.ts';
import { comparison, legend } from '../run/comparison.ts';
import { assumptionsOf } from './assumptions.ts';
import type { StoredRun } from './inputs.ts';

/** A table to be read: in the page, in Markdown, in LaTeX; and its numbers for a program. */
export interface ReportTable {
  /** Kebab-case; the file stem. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly { readonly head: string; readonly numeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  /** The same in tidy form. */
  readonly data: Table;
}

/** The comparison that a run prints, with the numbers behind it. */
export function resultsTable({ scenario, inputs }: StoredRun): ReportTable {
  const columns = comparison(scenario, inputs.summary);
  return {
    id: 'results',
    title: 'Institutions compared',
    columns: columns.map(({ head, align }) => ({
      head: head.join(' '),
      numeric: align === 'right',
    })),
    rows: scenario.institutions.map((_, row) =>
      columns.map(({ cells }) => (cells[row] ?? '').trim()),
    ),
    notes: legend(scenario, inputs.summary),
    data: inputs.summary.map(cellsOf),
  };
}

function cellsOf(row: SummaryRow): Cells {
  const entries = Object.entries(row).map(([key, value]: [string, string | number]) => [
    key,
    typeof value === 'number' ? cell(value) : value,
  ]);
  return Object.fromEntries(entries);
}

const factHeads: Readonly<Record<keyof Facts, string>> = {
  representative: 'Representative',
  mechanism: 'Operating mechanism',
  purpose: 'Purpose',
  openness: 'Openness',
  dataSources: 'Sources of data',
  character: 'Character',
};

/** The institutions as Table 1 of Xu, Guo & Li describes its three. */
export function institutionsTable({ scenario, institutions }: StoredRun): ReportTable {
  const heads = Object.entries(factHeads);
  const known = scenario.institutions.map(({ id, label }) => {
    const facts: Readonly<Record<string, string>> = { ...institutions.get(id)?.facts };
    return { id, label, facts };
  });
  return {
    id: 'institutions',
    title: 'The institutions, as Table 1 of Xu, Guo & Li describes its three',
    columns: ['Institution', ...heads.map(([, head]) => head)].map((head) => ({
      head,
      numeric: false,
    })),
    rows: known.map(({ label, facts }) => [label, ...heads.map(([key]) => facts[key] ?? '')]),
    notes: [],
    data: known.map(({ id, label, facts }) => ({ institution: id, label, ...facts })),
  };
}

/** Every number that went into the run, with unit, meaning and source. */
export function assumptionsTable(run: StoredRun): ReportTable {
  const rows = assumptionsOf(run);
  const count = (origin: string) => rows.filter((row) => row.origin === origin).length;
  return {
    id: 'assumptions',
    title: 'What was assumed',
    columns: [
      { head: 'Of', numeric: false },
      { head: 'Name', numeric: false },
      { head: 'Value', numeric: true },
      { head: 'Unit', numeric: false },
      { head: 'Meaning', numeric: false },
      { head: 'Source', numeric: false },
    ],
    rows: rows.map(({ group, name, value, unit, about, source, origin }) => [
      group,
      name,
      value,
      unit,
      about,
      origin === 'own' ? 'set by this scenario' : source,
    ]),
    notes: [
      `${rows.length} numbers: ${count('assumed')} are assumptions of this project, ${count('cited')} have a source in law or literature, ${count('own')} are set by this scenario.`,
    ],
    data: rows.map((row) => ({ ...row })),
  };
}
