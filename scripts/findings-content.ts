import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { admissibleFindings, admissibleTables } from './ensemble-content.ts';
import { institutions } from '../src/institutions/registry.ts';
import { fixed } from '../src/measures/display.ts';
import { markdownTable } from '../src/text/markdown-table.ts';

/** The sentences of README, CHANGELOG and docs/scores.md that carry numbers of runs, made from docs/findings.json. */

const row = z.object({
  institution: z.string(),
  measure: z.string(),
  n: z.number(),
  mean: z.number().nullable(),
  half: z.number().nullable(),
  difference: z.number().nullable(),
  differenceHalf: z.number().nullable(),
});
const run = z.object({ command: z.string(), rows: z.array(row) });
const schema = z.object({ study: run, worlds: run, scores: run });
export type Findings = z.infer<typeof schema>;
type Run = Findings[keyof Findings];
type Row = z.infer<typeof row>;

export function storedFindings(): Findings {
  return schema.parse(JSON.parse(readFileSync('docs/findings.json', 'utf8')));
}

const withoutSharing = 'none';

function rowOf({ rows }: Run, institution: string, measure: string): Row {
  const found = rows.find((one) => one.institution === institution && one.measure === measure);
  if (found === undefined)
    throw new Error(`docs/findings.json has no ${measure} of ${institution}`);
  return found;
}

const percent = (value: number | null, decimals = 1) => fixed(100 * (value ?? NaN), decimals);

function plusMinus(mean: number | null, half: number | null, decimals = 1): string {
  if (half === null) return percent(mean, decimals);
  return `${percent(mean, decimals)} ± ${percent(half, decimals)}`;
}

/** The smallest and the largest of some numbers in per cent: "0.3 to 1.2". */
function between(values: readonly (number | null)[], decimals = 1): string {
  const numbers = values.map((value) => value ?? NaN);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)].map((end) =>
    percent(end, decimals),
  );
  return low === high ? low : `${low} to ${high}`;
}

const code = (institution: string) => `\`${institution}\``;

function listed(items: readonly string[]): string {
  return items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items[items.length - 1]}`;
}

/** Institutions that are not on this side of no sharing beyond doubt, by the paired 95% interval, in brackets. */
function doubts(rows: readonly Row[], sign: 1 | -1): string {
  const doubtful = rows.filter(
    ({ difference, differenceHalf }) => !(sign * (difference ?? 0) > (differenceHalf ?? Infinity)),
  );
  if (doubtful.length === 0) return '';
  return ` (not beyond doubt under ${listed(doubtful.map(({ institution }) => code(institution)))})`;
}

/** README: the table, and what it shows. */
export function findingsText({ study, worlds }: Findings): string {
  const ids = inOrder(study);
  const sharing = ids.filter((id) => id !== withoutSharing);
  const of = (measure: string) => (id: string) => rowOf(study, id, measure);
  const table = markdownTable(
    [
      ...['institution', 'approved, %', 'default, %', 'will not pay, %', 'APR, %'],
      ...['welfare against `none`', 'moral hazard'],
    ],
    ids.map((id) => {
      const rate = (measure: string) => {
        const { mean, half } = of(measure)(id);
        return plusMinus(mean, half);
      };
      const { difference, differenceHalf } = of('welfare')(id);
      const [low, high] = ['low', 'high'].map((end) =>
        percent(rowOf(worlds, id, `moral-hazard-${end}`).mean),
      );
      return [
        ...[code(id), rate('approval-rate'), rate('default-rate'), rate('will-not-pay-rate')],
        rate('apr'),
        id === withoutSharing
          ? 'reference'
          : `${(difference ?? 0) > 0 ? '+' : ''}${plusMinus(difference, differenceHalf, 2)}`,
        `${low} to ${high}`,
      ];
    }),
  ).join('\n');
  const fall = (measure: string) =>
    between(sharing.map((id) => -(of(measure)(id).difference ?? NaN)));
  const rows = (measure: string) => sharing.map(of(measure));
  const byWelfare = ids.toSorted(
    (a, b) => (of('welfare')(a).mean ?? NaN) - (of('welfare')(b).mean ?? NaN),
  );
  const best = byWelfare.slice(-3);
  const gap = (of('welfare')(best[2]).mean ?? NaN) - (of('welfare')(best[0]).mean ?? NaN);
  const hazard = (id: string) =>
    between(['low', 'high'].map((end) => rowOf(worlds, id, `moral-hazard-${end}`).mean));
  const refusals = best.map((id) => of('will-not-pay-rate')(id).mean);
  return [
    table,
    `\`${study.command}\`, ${study.rows[0].n} replicates with the same people and the same luck under every institution; ± is half of the 95% interval. ` +
      'Approved is a share of applications; default and will not pay are shares of loans, over the loan’s life; APR is a rate a year. ' +
      'Welfare is the paired difference from `none`, in per cent of a mean loan per application. Moral hazard is what contracts on effort and repayment would add to welfare, ' +
      `in the same unit: an interval, while types are hidden, and while lenders see them (\`${worlds.command}\`).`,
    [
      `* Compared with no sharing, default is lower by ${fall('default-rate')} percentage points${doubts(rows('default-rate'), -1)} and the APR by ${fall('apr')}${doubts(rows('apr'), -1)}, depending on the institution; ` +
        `the share of loans that a borrower could pay and does not is ${percent(of('will-not-pay-rate')(withoutSharing).mean)}% without sharing and ${between(refusals)}% under ${listed(best.map(code))}.`,
      `* Ordered by welfare, the lowest first: ${byWelfare.map(code).join(', ')}. The best three lie within ${percent(gap, 2)} percentage points of each other. Moral hazard costs ${hazard(withoutSharing)}% of a loan per application without sharing, ${listed(best.map((id) => `${hazard(id)} under ${code(id)}`))}.`,
      `* Showing borrowers’ types to lenders, with sanctions held, changes welfare by ${between(ids.map((id) => rowOf(worlds, id, 'showing-types-held').mean))}% of a loan per application: it also takes credit from bad risks whom the pool carried.`,
      `* Lenders earn ${between(ids.map((id) => of('realised-profit')(id).mean))}% of what they lend, depending on the institution. The lender whose estimates are furthest off misses the default rate of its loans by ${between(ids.map((id) => of('lender-calibration-gap')(id).mean))} percentage points; the lender whose share of loans is furthest from its share of applications is off by ${between(ids.map((id) => of('lender-share-gap')(id).mean))}.`,
      ...admissibleFindings().map((finding) => `* ${finding}`),
    ].join('\n'),
    ...admissibleTables(),
  ].join('\n\n');
}

/** The institutions of a run in the order of the registry, which a summary does not keep. */
function inOrder({ rows }: Run): string[] {
  const found = new Set(rows.map(({ institution }) => institution));
  return Object.keys(institutions).filter((id) => found.has(id));
}

/** CHANGELOG: what economy 2 changes in the headline. */
export function changeText({ study }: Findings): string {
  const rate = (id: string, measure: string) => percent(rowOf(study, id, measure).mean);
  return (
    `- Without sharing approval goes from 58% to ${rate('none', 'approval-rate')}%, default from 19% of loans of a quarter to ${rate('none', 'default-rate')}% of loans of a year, over ` +
    `the loan’s life; under full sharing from 94% and 8.4% to ${rate('full-sharing', 'approval-rate')}% and ${rate('full-sharing', 'default-rate')}%.`
  );
}

/** docs/scores.md: how well each score ranks applicants under `sesame`. */
export function scoresText({ scores }: Findings): string {
  const groups = ['all', 'thin', 'thick'] as const;
  const named = [
    ['footprint', 'Sesame score alone'],
    ['file', 'the whole credit file alone, all its columns'],
    ['both', 'file and Sesame score'],
    ['fico', 'FICO-like score of that file'],
  ] as const;
  const auc = (what: string, group: string) => {
    const { mean, half } = rowOf(scores, 'sesame', `score-value:auc-${what}:${group}`);
    if (mean === null) return 'not defined';
    return half === null ? fixed(mean, 2) : `${fixed(mean, 2)} ± ${fixed(half, 2)}`;
  };
  return [
    markdownTable(
      ['AUC among applicants', 'all', 'thin files', 'thick files'],
      named.map(([what, name]) => [name, ...groups.map((group) => auc(what, group))]),
    ).join('\n'),
    `\`${scores.command}\`, ${Math.max(...scores.rows.map(({ n }) => n))} replicates; ± is half of the 95% interval; 0.5 is chance.`,
  ].join('\n\n');
}
