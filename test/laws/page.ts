import { markdownTable } from '../../src/text/markdown-table.ts';
import type { Expectation, Law, Reading } from './law.ts';

interface Judged<T> {
  readonly law: T;
  readonly reading: Reading;
}

/** Seeds that an institution is judged by; the most, if they are not equally many. */
const seedsOf = ({ tasks }: Expectation): number =>
  Math.max(
    ...[...new Set(tasks.map(({ institution }) => institution))].map(
      (one) =>
        new Set(tasks.filter(({ institution }) => institution === one).map(({ seed }) => seed))
          .size,
    ),
  );

/** One line of what is printed. */
export function line(law: Expectation, { measured }: Reading, mark: string): string {
  return `${mark} ${law.letter}  ${law.says} · ${law.bound} · ${measured} · ${seedsOf(law)}`;
}

/** docs/laws.md. */
export function page(
  laws: readonly (Judged<Law> & { readonly faulty: Reading })[],
  expected: readonly Judged<Expectation>[],
): string {
  const cells = ({ law, reading }: Judged<Expectation>) => [
    ...[law.letter, law.says, law.bound, reading.measured, String(seedsOf(law))],
  ];
  const head = ['', 'law', 'bound', 'measured', 'seeds'];
  const right = [false, false, false, false, true];
  const parts = [
    '# Laws',
    'Written by `npm run laws`; do not edit. Each law is judged on the built program, over seeds that no number of the ' +
      'economy was fitted to; where a law is about many markets, what is printed is the one nearest to its bound.',
    '## What every market must keep',
    markdownTable(
      [...head, 'verdict'],
      laws.map((one) => [
        ...cells(one),
        one.reading.holds ? 'holds' : one.law.open ? '**not kept yet**' : '**broken**',
      ]),
      right,
    ).join('\n'),
    ...openLaws(laws),
    '## Planted faults',
    'A law that cannot fail says nothing. So each is shown something wrong, and must notice.',
    markdownTable(
      ['', 'law', 'planted', 'measured', 'verdict'],
      laws.map(({ law, faulty }) => [
        ...[law.letter, law.says, law.fault.says, faulty.measured],
        faulty.holds ? '**not noticed**' : 'noticed',
      ]),
    ).join('\n'),
    '## What is expected, and not required',
    'What the model is for, at these parameters. Differences are paired by seed, with 95 % intervals.',
    markdownTable(
      [...head, 'as expected'],
      expected.map((one) => [...cells(one), one.reading.holds ? 'yes' : 'no']),
      right,
    ).join('\n'),
  ];
  return `${parts.join('\n\n')}\n`;
}

/** What is known of the laws that the economy does not keep yet. */
function openLaws(laws: readonly Judged<Law>[]): string[] {
  const open = laws.filter(({ law, reading }) => law.open && !reading.holds);
  if (open.length === 0) return [];
  const told = open.map(({ law }) => `- **${law.letter}**, ${law.says}: ${law.open}`);
  return ['## Not kept yet', told.join('\n')];
}
