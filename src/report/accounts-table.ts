import type { Cells } from '../charts/index.ts';
import { institutionName } from '../institution-names.ts';
import type { Language, Words } from '../language.ts';
import { decimalsFor, fixed } from '../measures/index.ts';
import { becomings, dateOf, type InstitutionChoice } from '../scenario/index.ts';
import type { DrawableRun } from './inputs.ts';
import type { ReportTable } from './tables.ts';

/** The accounts of a ministry, in the order in which they add up: the first three less the fourth are the last. */
const accounts: readonly { readonly measure: string; readonly head: Words }[] = [
  { measure: 'money-borrowers', head: { en: 'Borrowers’ surplus', zh: '借款人剩余' } },
  { measure: 'money-lenders', head: { en: 'Lenders’ profit', zh: '贷款机构利润' } },
  { measure: 'money-revenue', head: { en: 'Institution’s revenue', zh: '机构收入' } },
  { measure: 'money-cost', head: { en: 'Institution’s cost', zh: '机构成本' } },
  { measure: 'money-welfare', head: { en: 'Welfare', zh: '福利' } },
];

const words = {
  en: {
    title: 'What the reforms cost and bring',
    heads: ['Reform', 'Quarters'],
    phase: (number: string) => `phase ${number}, a quarter`,
    spans: {
      'long-run': 'last eight quarters, a quarter',
      discounted: 'all, discounted, in sum',
    },
    notes: [
      'Reform less no reform, the same people with the same luck, in mean loans by 1,000 borrowers, by quarter of signing; ± half of the 95% interval.',
      'Borrowers’ surplus + lenders’ profit + the institution’s revenue − its cost = welfare.',
    ],
    leaks: 'Borrowers’ surplus bears what they must expect to lose by leaks of their records.',
  },
  zh: {
    title: '改革的代价与收益',
    heads: ['改革', '季度'],
    phase: (number: string) => `第 ${number} 阶段，每季度`,
    spans: { 'long-run': '末八个季度，每季度', discounted: '全部，贴现后合计' },
    notes: [
      '改革减无改革（同样的人、同样的运气），按签约季度，每千名借款人，单位为平均贷款额；± 为 95% 区间的一半。',
      '借款人剩余＋贷款机构利润＋机构收入－机构成本＝福利。',
    ],
    leaks: '记录泄露给借款人造成的预期损失已计入借款人剩余。',
  },
} as const;

/** Who pays for each reform and who gains, by phase and in all; undefined without reforms. */
export function accountsTable(run: DrawableRun, language: Language): ReportTable | undefined {
  const { scenario, inputs } = run;
  const effects = inputs.tables['reforms'] ?? [];
  const say = words[language];
  const spanOf = (span: string) => {
    const [, phase] = /^phase-(\d+)$/.exec(span) ?? [];
    if (phase !== undefined) return say.phase(phase);
    return span === 'long-run' || span === 'discounted' ? say.spans[span] : undefined;
  };
  const of = (reform: string, span: string, measure: string) =>
    effects.find(
      (row) => row['reform'] === reform && row['span'] === span && row['measure'] === measure,
    );
  const lines = scenario.institutions.flatMap((one) => {
    const mine = effects.filter((row) => row['reform'] === one.id);
    const spans = [...new Set(mine.map((row) => String(row['span'])))];
    return spans.flatMap((span) => {
      const name = spanOf(span);
      const first = of(one.id, span, 'money-welfare');
      if (name === undefined || first === undefined) return [];
      return [{ one, span, name: `${name} (${quarters(first, run)})` }];
    });
  });
  if (lines.length === 0) return undefined;
  return {
    id: 'reforms',
    title: say.title,
    columns: [
      ...say.heads.map((head) => ({ head, numeric: false })),
      ...accounts.map(({ head }) => ({ head: head[language], numeric: true })),
    ],
    rows: lines.map(({ one, span, name }) => [
      institutionName(one, language),
      name,
      ...accounts.map(({ measure }) => estimateOf(of(one.id, span, measure))),
    ]),
    notes: [...say.notes, ...(scenario.institutions.some(mayLeak) ? [say.leaks] : [])],
    data: effects.filter((row) => accounts.some(({ measure }) => row['measure'] === measure)),
  };
}

/** Whether records of an institution leak, now or after a change, in one of its tiers or as a whole. */
function mayLeak(one: InstitutionChoice): boolean {
  return becomings(one).some(({ values }) =>
    Object.entries(values).some(
      ([name, value]) => /(^|\.)leakChance$/.test(name) && Number(value) > 0,
    ),
  );
}

/** First and last quarter, as dates where there is a calendar. */
function quarters(row: Cells, { scenario: { start, burnIn } }: DrawableRun): string {
  const name = (quarter: unknown) =>
    start === undefined ? String(quarter) : dateOf(Number(quarter), start, burnIn);
  return `${name(row['from'])}–${name(row['to'])}`;
}

function estimateOf(row: Cells | undefined): string {
  const number = (key: string) => (typeof row?.[key] === 'number' ? row[key] : NaN);
  const half = (number('high') - number('low')) / 2;
  const decimals = decimalsFor(half, 2);
  const mean = fixed(number('mean'), decimals, '–');
  return Number.isNaN(half) ? mean : `${mean} ± ${fixed(half, decimals)}`;
}
