import { describe, expect, it } from 'vitest';
import { parse, problemsIn, small } from './in-memory.ts';

const told = async (overrides: object, text = small) =>
  (await problemsIn(text, {}, overrides)).map(({ file, message }) => `${file}: ${message}`);

describe('flags of the command line', () => {
  it('count before the file', async () => {
    const overrides = { seed: 'x', borrowers: 500, quarters: 40, replicates: 2, burnIn: undefined };
    expect(await parse(`${small}seed: y\n`, {}, overrides)).toMatchObject({
      ...{ seed: 'x', borrowers: 500, quarters: 40, replicates: 2, burnIn: 32 },
    });
  });

  it('obey the same ranges as the file', async () => {
    expect(await told({ borrowers: 5, worlds: ['actul'] })).toEqual([
      'command line: borrowers: 5 is outside 100..100000000 (borrowers)',
      'command line: worlds, entry 1: the text "actul" is not allowed',
    ]);
  });

  it('may contradict the file, and are told so', async () => {
    expect(await told({ quarters: 10 })).toEqual([
      'command line: quarters: after a burn-in of 32, loans of 4 quarters do not end within 10 quarters: none would count',
    ]);
  });

  it('select institutions of the scenario', async () => {
    const { institutions } = await parse(small, {}, { institutions: ['none'] });
    expect(institutions.map(({ id }) => id)).toEqual(['none']);
  });

  it('add built-in institutions that the scenario does not name, with its values for all', async () => {
    const { institutions } = await parse(
      `${small}everyInstitution: { lag: 1 }\n`,
      {},
      { institutions: ['sesame', 'none'] },
    );
    expect(institutions.map(({ id, values }) => [id, values])).toEqual([
      ['none', { lag: 1 }],
      ['sesame', { lag: 1 }],
    ]);
  });

  it('cannot select what is not there', async () => {
    expect(await told({ institutions: ['none', 'ful-sharing'] })).toEqual([
      'command line: institutions: no institution "ful-sharing", in this scenario or built in',
    ]);
  });

  it('are told one mistake where one word is misspelt, though it names the reference', async () => {
    expect(await told({ institutions: ['nune', 'dual'] })).toEqual([
      expect.stringContaining('no institution "nune"'),
    ]);
  });

  it.each([[['full-sharing', 'negative-only']], [['dual', 'dual', 'full-sharing']]])(
    'cannot leave out the reference that the file names: %j',
    async (institutions) => {
      expect(await told({ institutions }, `${small}reference: none\n`)).toEqual([
        'command line: institutions: leaves out none, which differences are taken against',
      ]);
    },
  );

  it('may leave one institution alone, which then is its own reference', async () => {
    const overrides = { institutions: ['full-sharing'] };
    const { reference } = await parse(`${small}reference: none\n`, {}, overrides);
    expect(reference).toBe('full-sharing');
  });

  it('choose what becomes of sanctions, whatever the file says', async () => {
    const relearned = `${small}sanctions: relearned\n`;
    expect(await parse(relearned)).toMatchObject({ sanctions: 'relearned' });
    expect(await parse(small, {}, { sanctions: 'relearned' })).toEqual(await parse(relearned));
    expect(await parse(relearned, {}, { sanctions: 'held' })).toEqual(await parse(small));
  });
});
