import { describe, expect, it } from 'vitest';
import { parse, problemsIn, small } from './in-memory.ts';

const child = (rest: string, parent = './parent.yaml') => `
version: 1
title: Child
question: What differs?
source: none
extends: ${parent}
${rest}`;

describe('a scenario that extends another', () => {
  it('has the values of both, its own before the other’s', async () => {
    const files = {
      './parent.yaml': `${small}seed: parent\nborrowers: 500\neveryInstitution: { lag: 1, fee: 0.1 }\n`,
    };
    const scenario = await parse(child('seed: child\neveryInstitution: { lag: 2 }\n'), files);
    expect(scenario).toMatchObject({ title: 'Child', seed: 'child', borrowers: 500 });
    expect(scenario.institutions[1].values).toEqual({ lag: 2, fee: 0.1 });
  });

  it('merges the economy number by number', async () => {
    const files = { './parent.yaml': small.replace('quotes: 2', 'quotes: 2, moving: 0.5') };
    const { economy } = await parse(
      child('economy: { search: { moving: 0.6 }, use: { dial: 2 } }\n'),
      files,
    );
    expect(economy.search).toMatchObject({ quotes: 2, moving: 0.6 });
    expect(economy.use.dial).toBe(2);
  });

  it('replaces lists as a whole', async () => {
    const scenario = await parse(child('institutions: [dual]\n'), { './parent.yaml': small });
    expect(scenario.institutions.map(({ id }) => id)).toEqual(['dual']);
    expect(scenario.lenders).toHaveLength(2);
  });

  it('may extend one that extends a third', async () => {
    const files = {
      './parent.yaml': 'version: 1\nextends: ./grand.yaml\nquarters: 30\n',
      './grand.yaml': `${small}quarters: 20\nburnIn: 4\n`,
    };
    expect(await parse(child(''), files)).toMatchObject({ quarters: 30, burnIn: 4 });
  });

  it('needs a title, a question and a source of its own', async () => {
    const problems = await problemsIn('version: 1\nextends: ./parent.yaml\n', {
      './parent.yaml': small,
    });
    expect(problems.map(({ message }) => message)).toEqual([
      ...['title: missing', 'question: missing', 'source: missing'],
    ]);
  });
});

describe('a mistake in a chain of files', () => {
  const where = async (text: string, files: Record<string, string>) =>
    (await problemsIn(text, files)).map(({ file, line, column, message }) => {
      return `${file}:${line}:${column}: ${message}`;
    });

  it('is told in the file that holds it, and so are those of the other files', async () => {
    const files = { './parent.yaml': 'version: 1\nborrowers: 5\nextends: ./grand.yaml\n' };
    const grand = { './grand.yaml': `${small}sead: a\n` };
    expect(await where(child('quarters: 0\n'), { ...files, ...grand })).toEqual([
      'here.yaml:7:11: quarters: 0 is outside 1..1000 (quarters)',
      './parent.yaml:2:12: borrowers: 5 is outside 100..100000000 (borrowers)',
      './grand.yaml:11:1: scenario: unknown key "sead"',
    ]);
  });

  it('that lies between two files is told in the nearer one', async () => {
    const files = { './parent.yaml': `${small}burnIn: 10\n` };
    expect(await where(child('quarters: 10\n'), files)).toEqual([
      'here.yaml:7:11: quarters: after a burn-in of 10, loans of 4 quarters do not end within 10 quarters: none would count',
    ]);
    expect(await where(child('institutions: [dual]\nreference: none\n'), files)).toEqual([
      'here.yaml:8:12: reference: the reference "none" is not among the institutions',
    ]);
  });

  it('that a list of the child brought about is told there', async () => {
    const files = { './parent.yaml': `${small}reference: none\n` };
    expect(await where(child('institutions: [dual]\n'), files)).toEqual([
      'here.yaml:7:15: institutions: the reference "none" is not among the institutions',
    ]);
  });

  it('is a file that is not there', async () => {
    expect(await where(child('quarters: 10\n', './gone.yaml'), {})).toEqual([
      'here.yaml:6:10: extends: there is no ./gone.yaml',
    ]);
  });

  it('is a circle', async () => {
    const files = {
      './a.yaml': 'version: 1\nextends: ./b.yaml\n',
      './b.yaml': 'version: 1\nextends: ./a.yaml\n',
    };
    expect(await where(child('', './a.yaml'), files)).toEqual([
      './b.yaml:2:10: extends: goes in a circle: ./a.yaml → ./b.yaml → ./a.yaml',
    ]);
    expect(await where(child('', 'here.yaml'), { 'here.yaml': child('', 'here.yaml') })).toEqual([
      'here.yaml:6:10: extends: goes in a circle: here.yaml → here.yaml',
    ]);
  });

  it('of syntax hides what the file would have said, and no mistake of another file', async () => {
    const files = { './parent.yaml': small.replace('question: What', 'question: ? What') };
    const text = child('quarters: 10\nborrowers: 5\neveryInstitution: { smallest: 1 }\n');
    expect(await where(text, files)).toEqual([
      'here.yaml:8:12: borrowers: 5 is outside 100..100000000 (borrowers)',
      './parent.yaml:4:11: Nested mappings are not allowed in compact mappings',
    ]);
  });
});
