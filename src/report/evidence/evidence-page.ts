import {
  bandText,
  countsOf,
  countText,
  groupOf,
  groups,
  marketText,
  publishedText,
  simulatedText,
  type FactReading,
  type Group,
} from '../../evidence/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { markdownTable } from '../../text/markdown-table.ts';

const headings: Readonly<Record<Group, string>> = {
  'published, not fitted': 'Published, not fitted: the evidence',
  'published, fitted': 'Published, and the baseline is fitted to it: no evidence',
  theory: 'Theory: what a model says, not what was seen',
  law: 'Laws: what the economy was built to keep',
};

/** evidence.md: a table a group, counted apart, then what each fact is. */
export function evidenceMarkdown(scenario: Scenario, readings: readonly FactReading[]): string {
  const { title, seed, replicates, borrowers, quarters, burnIn } = scenario;
  const lines = [
    '# The model beside published facts',
    '',
    `Economy: ${title}. ${replicates} seeds (“${seed}”) of ${borrowers} borrowers, ${quarters} quarters, ${burnIn} of them burn-in.`,
    '',
    ...evidenceTables(readings),
  ];
  return `${lines.join('\n')}\n`;
}

/** Counts, a table a group, and the particulars of each fact, as lines of Markdown. */
function evidenceTables(readings: readonly FactReading[]): string[] {
  return [
    ...countsOf(readings).map((count) => `- ${countText(count)}`),
    '',
    'Inside: the 95% interval lies in the band. Outside: none of it does. Only the first group is evidence: the baseline was',
    'fitted to the second, and the third is what theories say.',
    '',
    ...groups.flatMap((group) => groupLines(group, readings)),
    '## What each fact is',
    '',
    ...readings.flatMap(({ fact }) => [
      `- **${fact.id}**: ${fact.title}. ${fact.unit}; of ${fact.population}. Source: ${fact.source}.${fact.how ? ` How: ${fact.how}.` : ''}`,
    ]),
  ];
}

function groupLines(group: Group, readings: readonly FactReading[]): string[] {
  const own = readings.filter(({ fact }) => groupOf(fact) === group);
  if (own.length === 0) return [];
  const head = ['fact', 'published', 'band', 'simulated [95% interval]', 'verdict', 'market'];
  const rows = own.map((reading) => [
    reading.fact.id,
    publishedText(reading.fact),
    bandText(reading.fact.band),
    simulatedText(reading),
    reading.verdict,
    marketText(reading.fact),
  ]);
  return [`## ${headings[group]}`, '', ...markdownTable(head, rows), ''];
}
