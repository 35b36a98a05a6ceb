import { markdownTable } from '../../src/text/markdown-table.ts';
import type { Expectation, Law, Reading } from './law.ts';

interface Judged<T> {
  readonly law: T;
  readonly reading: Reading;
}

const seedsOf = ({ tasks }: Expectation): number => new Set(tasks.map(({ seed }) => seed)).size;

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
      laws.map((one) => [...cells(one), one.reading.holds ? 'holds' : '**broken**']),
      right,
    ).join('\n'),
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
