import { expect } from 'vitest';
import { verdict } from '../../src/findings/verdict.ts';
import type { Row } from '../../src/measures/row.ts';

/** Five replicates whose luck is shared by all institutions, plus a wobble of each one's own. */
const luck = [0, 0.02, -0.03, 0.01, 0.04];
export const wobble = [0.001, -0.001, 0.0005, -0.0005, 0];

export function rowsFor(
  institution: string,
  level: number,
  { world = 'actual', measure = 'welfare', own = 0, replicates = 5 } = {},
): Row[] {
  return luck.slice(0, replicates).map((shared, replicate) => ({
    scenario: 's',
    institution,
    world,
    replicate,
    quarter: null,
    measure,
    value: level + shared + own * wobble[replicate],
  }));
}

const cast = {
  labels: new Map([
    ['a', 'Aland'],
    ['b', 'Beland'],
    ['c', 'Celand'],
  ]),
  reference: 'a',
};

/** The verdict in English; on the way, that in Chinese is held against it: the same sentences, names and numbers. */
export function said(rows: readonly Row[]): string {
  const english = verdict(rows, cast);
  const chinese = verdict(rows, { ...cast, language: 'zh' });
  const shape = (answers: typeof english) => answers.map(({ sentences }) => sentences.length);
  expect(shape(chinese)).toEqual(shape(english));
  const text = (answers: typeof english) =>
    answers.flatMap(({ question, sentences }) => [question, ...sentences]).join('\n');
  const facts = (all: string) =>
    (all.match(/[−]?\d+(?:\.\d+)?|[ABC]eland|Aland/g) ?? []).toSorted();
  expect(facts(text(chinese))).toEqual(facts(text(english)));
  const rest = text(chinese).replaceAll(/Aland|[BC]eland|Holm|burnIn|--\w+/g, '');
  expect(rest).not.toMatch(/[A-Za-z]{2}|undefined|NaN|\p{Script=Han}[,;:.]/u);
  return english.flatMap((answer) => answer.sentences).join('\n');
}
