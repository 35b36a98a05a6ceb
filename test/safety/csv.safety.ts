import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { defaultsOf } from '../../src/parameters.ts';
import { scoreFile } from '../../src/score-file/score-file.ts';
import { behaviours } from '../../src/scores/sesame/behaviours.ts';
import { sesameModel, standardised } from '../../src/scores/sesame/model.ts';
import { sesameParameters } from '../../src/scores/sesame/parameters.ts';
import { seeded } from './seeded.ts';
import { tally } from './tally.ts';

const home = mkdtempSync(join(tmpdir(), 'creditlab-csv-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const files = 60;
const model = sesameModel(defaultsOf(sesameParameters), standardised);

const cells = [
  ...['50', '12,5', '12.5', '1.234', '1,234', '', ' ', 'NA', '"', '""', '"a""b"', '"a\nb"', '-1'],
  ...[
    '1e400',
    'Infinity',
    '0x10',
    '٣',
    '=1+1',
    '@x',
    '\u0000',
    '\u202e',
    'x'.repeat(2000),
    '1 234',
  ],
];
const endings = ['\n', '\r\n', '\r'];

function hostile(seed: number): Buffer {
  const draw = seeded(seed);
  const pick = <One>(of: readonly One[]): One => of[draw(of.length)] ?? of[0];
  const separator = pick([',', ';', '\t']);
  const names = ['id', ...behaviours.map(({ id }) => id)];
  const rows = [
    names,
    ...Array.from({ length: 5 }, (_, k) => [
      `b${k}`,
      ...behaviours.map(() => (draw(6) === 0 ? pick(cells) : String(draw(100)))),
    ]),
  ];
  const text = rows.map((row) => row.join(separator) + pick(endings)).join('');
  const said = draw(5) === 0 ? `sep=${separator}\n${text}` : text;
  const bytes = Buffer.from(draw(5) === 0 ? `\uFEFF${said}` : said);
  if (draw(4) === 0) bytes[draw(bytes.length)] = 128 + draw(128);
  return draw(6) === 0 ? bytes.subarray(0, draw(bytes.length)) : bytes;
}

it(`${files} hostile CSV files are each scored in whole numbers, or refused in plain words`, async () => {
  const fallen: unknown[] = [];
  for (let seed = 0; seed < files; seed++) {
    const file = join(home, `${seed}.csv`);
    writeFileSync(file, hostile(seed));
    const scores: number[] = [];
    const outcome: unknown = await scoreFile(file, model, (_, { score }) => {
      scores.push(score);
    }).catch((error: unknown) => error);
    const isFault = outcome instanceof Error && !(outcome instanceof UserError);
    if (isFault) {
      fallen.push({ seed, stack: outcome.stack });
    }
    expect(scores.every((score) => Number.isInteger(score) && score >= 350 && score <= 950)).toBe(
      true,
    );
  }
  tally('hostile CSV files', files, fallen.length);
  expect(fallen).toEqual([]);
});
