import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { defaultsOf } from '../../src/parameters.ts';
import { numberIn, signShownIn } from '../../src/score-file/decimal.ts';
import { heldStream } from '../../src/score-file/held-stream.ts';
import { scoreFile, type ReadingOptions } from '../../src/score-file/score-file.ts';
import { behaviours } from '../../src/scores/sesame/behaviours.ts';
import { sesameModel, standardised } from '../../src/scores/sesame/model.ts';
import { sesameParameters } from '../../src/scores/sesame/parameters.ts';
import { temporaryFolder } from '../run/fixture.ts';

const values = defaultsOf(sesameParameters);
const percentiles = sesameModel(values);
const raw = sesameModel(values, standardised);
const caseFile = (name: string) => fileURLToPath(new URL(`../cases/${name}`, import.meta.url));
const header = ['id', ...behaviours.map(({ id }) => id)];

function given(content: string | Buffer): string {
  const file = join(temporaryFolder(), 'people.csv');
  writeFileSync(file, content);
  return file;
}

/** Scores by id, or what is said of the file. */
async function read(file: string, options: ReadingOptions = {}, model = percentiles) {
  const scores: Record<string, number> = {};
  const whole = await scoreFile(file, model, (id, { score }) => void (scores[id] = score), options);
  return { scores, ...whole };
}
const complaint = (file: string, options: ReadingOptions = {}, model = percentiles) =>
  read(file, options, model).then(() => 'is fine', String);

describe('the cases', () => {
  it('Excel’s European file, with mark, CRLF and decimal comma, is right', async () => {
    const same = given(`${header.join(',')}\nAnna,12.5${',50'.repeat(8)}\n`);
    expect((await read(caseFile('excel-eu-bom-crlf.csv'))).scores).toEqual(
      (await read(same)).scores,
    );
    expect((await read(caseFile('excel-sep-line.csv'))).scores).toEqual((await read(same)).scores);
  });

  it.each(['ids-latin1-one.csv', 'ids-latin1-two.csv'])(
    'ids that are not UTF-8 are refused with line and byte, or read as what they are: %s',
    async (name) => {
      expect(await complaint(caseFile(name))).toMatch(
        /csv:2: byte 4 of the line \(0xe[89]\) is no text in UTF-8\n.*--encoding windows-1252/,
      );
      const { scores } = await read(caseFile(name), { encoding: 'windows-1252' });
      expect(Object.keys(scores)).toEqual(idsOf(name));
    },
  );

  it('leading zeros make other people', async () => {
    expect(Object.keys((await read(caseFile('ids-leading-zeros.csv'))).scores).toSorted()).toEqual(
      ['007', '7'].toSorted(),
    );
  });

  it('lines may end each in its own way', async () => {
    const { scores } = await read(caseFile('mixed-line-ends.csv'));
    expect(Object.keys(scores)).toEqual(['a', 'b', 'c']);
  });

  it('a comma at the end of each row is nothing', async () => {
    const { scores } = await read(caseFile('trailing-comma-rows-only.csv'));
    expect(Object.keys(scores)).toEqual(['a', 'b']);
  });

  it('commas at the end of the header are nothing, whether or not rows have them too', async () => {
    const row = `a${',50'.repeat(9)}`;
    for (const text of [`${header.join(',')},,\n${row}\n`, `${header.join(',')},\n${row},\n`]) {
      const { scores, ignored } = await read(given(text));
      expect(Object.keys(scores)).toEqual(['a']);
      expect(ignored).toEqual([]);
    }
    const more = given(`${header.join(',')},\n${row},x\n`);
    expect(await complaint(more)).toMatch(/csv:2:1: 11 cells, but the header has 10/);
  });

  it('1.234 in a file of semicolons is refused with its place and the flag that settles it', async () => {
    const file = caseFile('thousands-dot-raw.csv');
    expect(await complaint(file, {}, raw)).toMatch(
      /csv:2:3: social-contacts: "1\.234" can be read in two ways\n.*--decimal dot, or --decimal comma/,
    );
    expect(await complaint(file, { decimal: 'dot' }, raw)).toBe('is fine');
    expect(await complaint(file, { decimal: 'comma' }, raw)).toBe('is fine');
  });
});

/** The ids of a file in Latin-1. */
function idsOf(name: string): string[] {
  const [, ...lines] = readFileSync(caseFile(name), 'latin1').trim().split('\n');
  return lines.map((line) => line.split(',')[0]);
}

describe('a number', () => {
  it.each([
    ['1.234', 'either'],
    ['1,234', 'either'],
    ['12,5', 'comma'],
    ['12.5', 'dot'],
    ['0.234', 'dot'],
    ['0,234', 'comma'],
    ['1.234.567', 'comma'],
    ['1,234,567', 'dot'],
    ['1.234,5', 'comma'],
    ['1,234.5', 'dot'],
    ['1234.567', 'dot'],
    ['12', 'none'],
    ['1e3', 'none'],
    ['x', 'none'],
  ] as const)('%s shows the sign before its decimals: %s', (cell, reading) => {
    expect(signShownIn(cell)).toBe(reading);
  });

  it('is read as the sign says, and not at all where nothing says', () => {
    expect(numberIn('1.234', 'dot')).toBe(1.234);
    expect(numberIn('1.234', 'comma')).toBe(1234);
    expect(numberIn('1,234', 'dot')).toBe(1234);
    expect(numberIn('1,234', undefined)).toBeNaN();
    expect(numberIn('1.234,5', undefined)).toBe(1234.5);
    expect(numberIn('0x10', 'dot')).toBeNaN();
  });

  it('that could be read in two ways is settled by the rest of the file', async () => {
    const rows = (second: string) =>
      given(`${header.join(';')}\na;1.234${';0'.repeat(8)}\nb;${second}${';0'.repeat(8)}\n`);
    const scoreOf = async (second: string) => (await read(rows(second), {}, raw)).scores['a'];
    expect(await scoreOf('0,5')).toBeGreaterThan((await scoreOf('0.5')) ?? 0);
    expect(await complaint(rows('0'), {}, raw)).toMatch(/two ways/);
  });

  it('with a dot in a comma file is settled', async () => {
    const file = given(`${header.join(',')}\na,1.234${',0'.repeat(8)}\n`);
    expect(Object.keys((await read(file, {}, raw)).scores)).toEqual(['a']);
    const quoted = given(`${header.join(',')}\na,"1,234"${',0'.repeat(8)}\n`);
    expect(await complaint(quoted, {}, raw)).toMatch(
      /csv:2:3: social-contacts: "1,234" can be read in two ways\n.*--decimal comma/,
    );
    expect(await complaint(quoted, { decimal: 'comma' }, raw)).toBe('is fine');
  });

  it('in a comma file is settled by what stands in quotes, unless the two disagree', async () => {
    const rows = (first: string, second: string) =>
      given(`${header.join(',')}\na,${first}${',0'.repeat(8)}\nb,${second}${',0'.repeat(8)}\n`);
    const scoreOf = async (first: string, second: string) =>
      (await read(rows(first, second), {}, raw)).scores['a'];
    expect(await scoreOf('"1,234"', '0.5')).toBeGreaterThan(
      (await scoreOf('"1,234"', '"0,5"')) ?? 0,
    );
    expect(await complaint(rows('"12,5"', '1.234'), {}, raw)).toMatch(
      /csv:3:3: social-contacts: "1\.234" can be read in two ways/,
    );
    expect(await complaint(rows('"1.234,5"', '1.234'), {}, raw)).toMatch(/two ways/);
    expect(await complaint(rows('"12,5"', '12.5'), {}, raw)).toBe('is fine');
  });
});

describe('an id', () => {
  it.each(['=1+1', '+49', '-x', '@me'])(
    'like a formula is written as it came, and told: %s',
    async (id) => {
      const { scores, formulas } = await read(
        given(`${header.join(',')}\n${id}${',50'.repeat(9)}\n`),
      );
      expect(Object.keys(scores)).toEqual([id]);
      expect(formulas).toEqual([{ id, line: 2 }]);
    },
  );

  it('with a control character is refused', async () => {
    const file = given(`${header.join(',')}\na\u001b[2J${',50'.repeat(9)}\n`);
    expect(await complaint(file)).toMatch(/csv:2:1: id: holds a control character \(U\+001B\)/);
  });
});

it('a cell of many letters is not a quote that was never closed', async () => {
  const file = given(`${header.join(',')}\n${'x'.repeat(200_000)}${',50'.repeat(9)}\n`);
  expect(Object.keys((await read(file)).scores)).toHaveLength(1);
  const longer = given(`${header.join(',')}\n${'x'.repeat(2_000_000)}${',50'.repeat(9)}\n`);
  expect(await complaint(longer)).toMatch(/more than 1 million letters/);
});

it('bytes that are broken off at the end of a file are found', async () => {
  const whole = Buffer.from(`${header.join(',')}\na${',50'.repeat(9)}\nb\u00e9`);
  expect(await complaint(given(whole.subarray(0, -1)))).toMatch(
    /csv:3: byte 2 of the line \(0xc3\)/,
  );
});

it('what comes through a pipe is held up to a limit, and read again from its beginning', () => {
  const failed = (error: unknown) => new Error('not read', { cause: error });
  const file = given('x'.repeat(3_000_000));
  const bytes = heldStream('-', file, failed);
  const length = () => Buffer.concat([...bytes()]).length;
  expect([length(), length()]).toEqual([3_000_000, 3_000_000]);
  const endless = heldStream('-', '/dev/zero', failed, 5_000_000);
  expect(() => [...endless()]).toThrow(/^-: more than 5 million bytes come through this pipe/);
});

it('what has no end of a line is refused at its limit', async () => {
  const file = given('y'.repeat(65_000_000));
  expect(await complaint(file)).toMatch(/csv:1: the line has more than 64 million bytes/);
});
