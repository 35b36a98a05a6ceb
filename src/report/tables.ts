import { cell, type Cells, type Table } from '../charts/index.ts';
import { institutionName } from '../institution-names.ts';
import type { Facts } from '../institutions/index.ts';
import type { Language, Words } from '../language.ts';
import type { SummaryRow } from '../measures/index.ts';
import { comparison, legend } from '../findings/index.ts';
import { assumptionsOf } from './assumptions.ts';
import { countsText, provenanceOf } from '../scenario/index.ts';
import { chineseFact } from './chinese/facts.ts';
import type { DrawableRun } from './inputs.ts';

/** A table to be read: in the page, in Markdown, in LaTeX; and its numbers for a program. */
export interface ReportTable {
  /** Kebab-case; the file stem. */
  readonly id: string;
  readonly title: string;
  readonly columns: readonly {
    readonly head: string;
    /** Of all its numbers, where they share one. */
    readonly unit?: string;
    readonly numeric: boolean;
  }[];
  readonly rows: readonly (readonly string[])[];
  readonly notes: readonly string[];
  /** The same in tidy form. */
  readonly data: Table;
}

const words = {
  en: {
    results: 'Institutions compared',
    institutions: 'The institutions, as Table 1 of Xu, Guo & Li describes its three',
    institution: 'Institution',
    assumptions: 'What was assumed',
    assumptionHeads: ['Of', 'Name', 'Value', 'Unit', 'Meaning', 'Source'],
    setHere: 'set by this scenario',
    fact: (text: string) => text,
  },
  zh: {
    results: '各征信模式比较',
    institutions: '各种征信模式，依 Xu、Guo、Li 表 1 描述其三类的方式',
    institution: '征信模式',
    assumptions: '假设',
    assumptionHeads: ['归属', '名称', '数值', '单位', '含义', '来源'],
    setHere: '由本情景设定',
    fact: chineseFact,
  },
} as const;

/** A column's head with its unit, on one line. */
export function headOf({ head, unit }: ReportTable['columns'][number]): string {
  return unit === undefined ? head : `${head} ${unit}`;
}

/** The comparison that a run prints, with the numbers behind it. */
export function resultsTable({ scenario, inputs }: DrawableRun, language: Language): ReportTable {
  const ordered = { ...scenario, institutions: inOrderOf(scenario, inputs) };
  const columns = comparison(ordered, inputs.summary, language);
  return {
    id: 'results',
    title: words[language].results,
    columns: columns.map(({ head, align }) =>
      align === 'right'
        ? { head: head.slice(0, -1).join(' '), unit: head.at(-1) ?? '', numeric: true }
        : { head: head.join(' '), numeric: false },
    ),
    rows: ordered.institutions.map((_, row) =>
      columns.map(({ cells }) => (cells[row] ?? '').trim()),
    ),
    notes: legend(ordered, inputs.summary, language),
    data: inputs.summary.map(cellsOf),
  };
}

/** The institutions of a run in the order of its figures. */
function inOrderOf(scenario: DrawableRun['scenario'], { scenario: drawn }: DrawableRun['inputs']) {
  const ids = drawn.institutions.map(({ id }) => id);
  return ids.flatMap((id) => scenario.institutions.find((one) => one.id === id) ?? []);
}

function cellsOf(row: SummaryRow): Cells {
  const entries = Object.entries(row).map(([key, value]: [string, string | number]) => [
    key,
    typeof value === 'number' ? cell(value) : value,
  ]);
  return Object.fromEntries(entries);
}

const factHeads: Readonly<Record<keyof Facts, Words>> = {
  representative: { en: 'Representative', zh: '代表' },
  mechanism: { en: 'Operating mechanism', zh: '运作机制' },
  purpose: { en: 'Purpose', zh: '目的' },
  openness: { en: 'Openness', zh: '开放程度' },
  dataSources: { en: 'Sources of data', zh: '数据来源' },
  character: { en: 'Character', zh: '性质' },
};

/** The institutions as Table 1 of Xu, Guo & Li describes its three. */
export function institutionsTable(
  { scenario, institutions }: DrawableRun,
  language: Language,
): ReportTable {
  const say = words[language];
  const heads = Object.entries(factHeads);
  const known = scenario.institutions.map(({ id, label }) => {
    const facts: Readonly<Record<string, string>> = { ...institutions.get(id)?.facts };
    return { id, label, facts };
  });
  return {
    id: 'institutions',
    title: say.institutions,
    columns: [say.institution, ...heads.map(([, head]) => head[language])].map((head) => ({
      head,
      numeric: false,
    })),
    rows: known.map(({ id, label, facts }) => [
      institutionName({ id, label }, language),
      ...heads.map(([key]) => say.fact(facts[key] ?? '')),
    ]),
    notes: [],
    data: known.map(({ id, label, facts }) => ({ institution: id, label, ...facts })),
  };
}

/** The one column of numbers among the assumptions. */
const valueColumn = 2;

/** Every number that went into the run, with unit, meaning and source. */
export function assumptionsTable(run: DrawableRun, language: Language): ReportTable {
  const say = words[language];
  const rows = assumptionsOf(run, language);
  const counts = provenanceOf(run.scenario, ({ id }) => {
    const found = run.institutions.get(id);
    if (found === undefined) throw new Error(`no institution ${id} in this run`);
    return found;
  });
  return {
    id: 'assumptions',
    title: say.assumptions,
    columns: say.assumptionHeads.map((head, k) => ({ head, numeric: k === valueColumn })),
    rows: rows.map(({ group, name, value, unit, about, source, origin }) => [
      group,
      name,
      value,
      unit,
      about,
      origin === 'own' ? say.setHere : source,
    ]),
    notes: [countsText(counts)[language]],
    data: rows.map((row) => ({ ...row })),
  };
}
