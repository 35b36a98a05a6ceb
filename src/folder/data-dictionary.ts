import { markdownTable } from '../text/markdown-table.ts';
import { resultMeasures, type Passport } from '../measures/index.ts';
import { resultColumns } from './results-file.ts';
import { seriesColumns, summaryColumns } from './summary-files.ts';

const columns: Readonly<Record<string, string>> = {
  scenario: 'file stem of the scenario',
  institution: 'id of the institution, unique within the scenario',
  world:
    '`actual`; `types-visible` (lenders see true risk); `action-contractible` (effort and repayment can be ' +
    'contracted); `full-information` (both); `between-worlds` (what one has more than another)',
  replicate: 'number of the seed, from 0; the same people and luck under every institution',
  quarter:
    'quarter from 0, burn-in included; empty: all quarters that count, from the burn-in to the last whose loans have all come to their end',
  measure:
    'id of the measure, see below; of each lender or instalment: id@lender, id@instalment-x (lenders’ books and defaults ' +
    'by instalment, actual world)',
  value: 'the number; empty: not defined (a default rate without loans, say)',
  unit: 'unit of mean, difference and their errors',
  n: 'replicates in which the measure is defined',
  mean: 'mean over those replicates',
  standardError: 'standard error of the mean; empty with fewer than two replicates',
  low:
    "lower end of the 95% interval by Student's t with n − 1 degrees of freedom, but no less than the measure's " +
    'least value (0 for a share); the standard error is not cut',
  high: "upper end of it, but no more than the measure's largest value (1 for a share)",
  reference: 'institution that differences are taken against',
  difference:
    'mean over replicates of this institution minus the reference, same replicate and world',
  differenceStandardError: 'its standard error',
  differenceLow: 'lower end of its 95% interval',
  differenceHigh: 'upper end of it',
  pairs: 'replicates in which both are defined',
  adjustedP:
    'p-value of "no difference", adjusted by Holm over all institutions compared with the reference in this ' +
    'measure and world; nothing is adjusted across measures',
  pairingGain:
    'how many times more replicates the difference would need if it were not paired by seed',
};

const files: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'results.csv',
    'one line a number; results.parquet holds the same rows with types',
    resultColumns,
  ],
  ['summary.csv', 'means, intervals and paired differences over replicates', summaryColumns],
  ['series.csv', 'means and intervals quarter by quarter, actual world', seriesColumns],
];

/** What every file, column and measure means: data-dictionary.md. */
export function dataDictionary(): string {
  return [
    '# Data dictionary',
    '',
    'manifest.json tells what made these files: the scenario in full, the seeds, the program’s version and a ' +
      'hash of each file. verdict.md says in sentences what the numbers show. `creditlab verify` makes everything ' +
      'again and compares it byte by byte.',
    '',
    ...files.flatMap(([name, about, names]) => [
      `## ${name}`,
      '',
      `${about}.`,
      '',
      ...markdownTable(
        ['column', 'meaning'],
        names.map((column) => [column, columns[column] ?? '']),
      ),
      '',
    ]),
    '## Measures',
    '',
    'Applications and loans of the quarters that count: after the burn-in, and early enough for the loans to end within the ' +
      'run. A mean loan is 1; "share of a mean loan" is told in per cent elsewhere. AUC, Gini and KS come from 1,024 bins of the estimate’s log-odds; ' +
      'how far that can be from the exact value is published as a measure of its own. "Expected" outcomes use ' +
      'true default probabilities, "realised" ones what happened.',
    '',
    ...markdownTable(
      ['id', 'title', 'unit', 'range', 'better', 'population', 'source'],
      resultMeasures.map(cells),
    ),
    '',
  ].join('\n');
}

function cells({ id, title, unit, range, better, population, source }: Passport): string[] {
  return [id, title, unit, rangeText(range), better, population, source];
}

/** "0..1", "at least 0", or nothing where any number is possible. */
function rangeText(range: Passport['range']): string {
  if (!range) return '';
  const [least, most] = range.map((end) => String(end).replace('-', '−'));
  return range[1] === Infinity ? `at least ${least}` : `${least}..${most}`;
}
