import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { normalQuantile } from '../../src/math/normal.ts';
import { defaultsOf } from '../../src/parameters.ts';
import { scoreFile } from '../../src/score-file/score-file.ts';
import { template } from '../../src/score-file/score-rows.ts';
import { writeScores } from '../../src/score-file/write-scores.ts';
import { behaviours } from '../../src/scores/sesame/behaviours.ts';
import { sesameModel, standardised } from '../../src/scores/sesame/model.ts';
import { sesameParameters } from '../../src/scores/sesame/parameters.ts';

const values = defaultsOf(sesameParameters);
const model = sesameModel(values);
const folder = mkdtempSync(join(tmpdir(), 'creditlab-score-'));
afterAll(() => rmSync(folder, { recursive: true }));

const header = ['id', ...behaviours.map(({ id }) => id)].join(',');
const line = (id: string, percentile: number | string) => `${id}${`,${percentile}`.repeat(9)}`;

let count = 0;
function given(content: string | Buffer): string {
  const file = join(folder, `given-${count++}.csv`);
  writeFileSync(file, content);
  return file;
}

/** Scores by id. */
async function scores(content: string | Buffer, of = model): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  await scoreFile(given(content), of, (id, { score }) => {
    found[id] = score;
  });
  return found;
}

/** The problems of a file as `line:column message`. */
async function problems(content: string | Buffer): Promise<string[]> {
  const error: unknown = await scores(content).catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw new Error('no mistake was found');
  return error.problems.map(({ line: at, column, message }) =>
    [[at, column].filter((part) => part !== undefined).join(':'), message].join(' ').trim(),
  );
}

describe('a sound file', () => {
  it('is scored as lenders in the market score it', async () => {
    const content = `${header}\n${line('middle', 50)}\n${line('low', 1)}\n${line('high', 99)}\n`;
    const found = await scores(content);
    expect(found['middle']).toBe(650);
    expect(found['low']).toBeLessThan(550);
    expect(found['high']).toBeGreaterThan(700);
    const raw = [1, 99].map((p) => normalQuantile(p / 100));
    const asRaw = await scores(
      `${header}\n${line('low', raw[0])}\n${line('high', raw[1])}\n`,
      sesameModel(values, standardised),
    );
    expect(asRaw).toEqual({ low: found['low'], high: found['high'] });
  });

  it('may have a byte-order mark, semicolons, tabs, decimal commas, CRLF, quotes and empty lines', async () => {
    const plain = await scores(`${header}\n${line('a', 37.5)}\n`);
    const semicolons = `\uFEFF${header}\n${line('a', '37.5')}\n`.replaceAll(',', ';');
    const tabs = `${header}\n${line('a', '37.5')}\n`.replaceAll(',', '\t').replaceAll('.', ',');
    for (const same of [
      semicolons,
      semicolons.replaceAll('.', ','),
      tabs,
      `${header}\r\n\r\n${line('a', 37.5)}\r\n\r\n`,
      `${header}\n${line('"a"', '" 37.5 "')}`,
    ]) {
      expect(await scores(same)).toEqual(plain);
    }
  });

  it('may have columns in any order and case, defaults, and others that are not used', async () => {
    const shuffled = ['Name', 'Defaults', ...behaviours.map(({ id }) => id.toUpperCase())];
    const content = `${shuffled.join(',')},ID\nEve,2${',50'.repeat(9)},a\n`;
    const found: number[] = [];
    const read = await scoreFile(given(content), model, (_, { score }) => {
      found.push(score);
    });
    expect(found).toEqual([550]);
    expect(read.ignored).toEqual(['Name']);
  });

  it('is counted by band, a bound in the band that it opens', async () => {
    const content = `${header},defaults\n${line('a', 50)},0\n${line('b', 50)},1\n${line('c', 50)},2\n`;
    const read = await scoreFile(given(content), model, () => undefined);
    expect(read).toMatchObject({ borrowers: 3, mean: 600, byBand: [0, 1, 1, 1, 0] });
  });

  it('can be made from the template', async () => {
    expect(await scores(template(model))).toEqual({ 'borrower-1': 650 });
  });
});

describe('scores as written', () => {
  it('add up in every row: base, dimensions and limit; base, parts and limit', async () => {
    const rows = [3, 17.2, 50, 62.9, 99.9].map((p, k) => `${line(`b${k}`, p)},${k}`);
    const file = given(`${header},defaults\n${rows.join('\n')}\n"x,""y",1,2,3,4,5,6,7,8,9,1\n`);
    const out = join(folder, 'out.csv');
    await writeScores(file, { kind: 'file', path: out }, model);
    const [names, ...written] = readFileSync(out, 'utf8').trim().split('\n');
    const columns = names.split(',');
    expect(columns.slice(0, 4)).toEqual(['id', 'score', 'band', 'base']);
    expect(written).toHaveLength(6);
    for (const row of written) {
      const cells = row.replace('"x,""y"', 'x').split(',');
      const number = (name: string) => Number(cells[columns.indexOf(name)]);
      const total = (among: readonly string[]) =>
        among.reduce((sum, name) => sum + number(name), 0);
      const dimensions = columns.filter((name) => name.startsWith('dimension:'));
      const parts = columns.slice(4 + dimensions.length, -1);
      expect(total(['base', ...dimensions, 'limit'])).toBe(number('score'));
      expect(total(['base', ...parts, 'limit'])).toBe(number('score'));
      expect(parts).toEqual([...behaviours.map(({ id }) => id), 'loan-record']);
    }
  });

  it('are there whole or not at all', async () => {
    const out = join(folder, 'never', 'scores.csv');
    const file = given(`${header}\n${line('a', 50)}\n${line('b', 'x')}\n`);
    await expect(writeScores(file, { kind: 'file', path: out }, model)).rejects.toThrow(
      'social-contacts: "x"',
    );
    expect(readdirSync(folder)).not.toContain('never');
  });

  it('of many rows pass through in order', async () => {
    const rows = Array.from({ length: 20_000 }, (_, k) => line(`borrower-${k}`, (k % 1000) / 10));
    const out = join(folder, 'many.csv');
    const read = await writeScores(
      given(`${header}\n${rows.join('\n')}\n`),
      { kind: 'file', path: out },
      model,
    );
    const written = readFileSync(out, 'utf8').trim().split('\n');
    expect(read.borrowers).toBe(20_000);
    expect(written).toHaveLength(20_001);
    expect(written[20_000]).toMatch(/^borrower-19999,/);
  });
});

describe('mistakes', () => {
  it('are all named at once, each at its cell', async () => {
    const content = [
      header,
      line('a', 1.5),
      'b,text,101,,-1,0x10,NaN,7,8,9',
      line('a', 2),
      line('', 2),
      'c,1,2',
      '',
    ].join('\n');
    expect(await problems(content)).toEqual([
      '3:3 social-contacts: "text" is not allowed',
      '3:8 microblog: "101" is not allowed',
      '3:12 identity: empty',
      '3:13 search: "-1" is not allowed',
      '3:16 internet-finance: "0x10" is not allowed',
      '3:21 credit-repayment: "NaN" is not allowed',
      '4:1 id: "a" again, first on line 2',
      '5:1 id: empty',
      '6:1 3 cells, but the header has 10',
    ]);
  });

  it('after a quoted line break are found on the right line', async () => {
    const content = `${header}\n"a\nb",1.5,2,3,4,5,6,7,8,x\n`;
    expect(await problems(content)).toEqual(['3:22 credit-loan: "x" is not allowed']);
  });

  it('in the header: missing, misspelt and repeated columns', async () => {
    expect(await problems('id,social-contact,microblog,microblog,search\n')).toEqual([
      '1:4 no column "social-contact"',
      '1:29 column "microblog" stands twice',
      '1:1 columns missing: social-contacts, identity, internet-finance, credit-repayment, payment, shopping, credit-loan',
    ]);
    expect(await problems(`${header},defualts\n${line('a', 5)},1\n`)).toEqual([
      `1:${header.length + 2} no column "defualts"`,
    ]);
  });

  it('of the whole file: empty, header only, binary, another encoding', async () => {
    expect(await problems('')).toEqual(['1 the file is empty']);
    expect(await problems(`${header}\n`)).toEqual(['there is a header and no borrower']);
    expect(await problems(Buffer.from(`${header}\n`, 'utf16le'))).toEqual([
      'this is no text in UTF-8',
    ]);
  });

  it('in quoting', async () => {
    expect(await problems(`${header}\n"a${',5'.repeat(9)}\n`)).toEqual([
      '2 a quote opened on this line or before is never closed',
    ]);
    expect(await problems(`${header}\na"b${',5'.repeat(9)}\n`)).toEqual([
      '2 a quote stands where none may',
    ]);
  });

  it('of scale: shares in place of percentiles', async () => {
    expect(await problems(`${header}\n${line('a', 0.5)}\n${line('b', 1)}\n`)).toEqual([
      'no percentile is above 1',
    ]);
  });

  it('are listed up to twenty', async () => {
    const rows = Array.from({ length: 50 }, (_, k) => line(`b${k}`, 'x'));
    const found = await problems(`${header}\n${rows.join('\n')}\n`);
    expect(found).toHaveLength(21);
    expect(found[20]).toBe('reading stopped at 20 problems; there may be more');
  });

  it('of the path', async () => {
    const missing = scoreFile(join(folder, 'nowhere.csv'), model, () => undefined);
    await expect(missing).rejects.toThrow('there is no such file');
    await expect(scoreFile(folder, model, () => undefined)).rejects.toThrow('this is a folder');
  });
});
