import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { formatProblem } from '../../src/errors.ts';
import { loadTargets } from '../../src/run/calibration/run.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { temporaryFolder } from '../run/fixture.ts';

const head = 'version: 1\ntitle: t\nquestion: q\nsource: s\nextends: tiny\n';

/** A scenario with these lines, as it is read, or what is said of it. */
async function read(lines: string, name = 'mine.yaml') {
  const file = join(temporaryFolder(), name);
  writeFileSync(file, lines.startsWith('version') ? lines : head + lines);
  return loadScenario(file);
}
const complaint = (lines: string) => read(lines).then(() => 'is fine', String);
const caseFile = (name: string) => fileURLToPath(new URL(`../cases/${name}`, import.meta.url));

/** Signs that no text may hold, as YAML writes them. */
const signs = [
  ['a NUL', '\\0'],
  ['an escape', '\\x1b'],
  ['a tab', '\\t'],
  ['a C1 control', '\\x9b'],
  ['a right-to-left override', '\\u202e'],
  ['an isolate', '\\u2066'],
  ['half of a letter', '\\ud800'],
] as const;

describe('a seed', () => {
  it.each(['010', '10', '0x1F', '31', '1e3', '1000', '1.0', '99999999999999999999', '1:30'])(
    '%s is its text as written, in file and flag',
    async (seed) => {
      expect((await read(`seed: ${seed}\n`)).seed).toBe(seed);
      expect((await read(`seed: "${seed}"\n`)).seed).toBe(seed);
      expect((await loadScenario('tiny', { seed })).seed).toBe(seed);
    },
  );

  it('named by an alias is its text too', async () => {
    expect((await read('burnIn: &a 012\nseed: *a\n')).seed).toBe('012');
  });

  it('of the case with an octal look is not ten', async () => {
    expect((await loadScenario(caseFile('seed-octal-looking.yaml'))).seed).toBe('010');
  });
});

describe('a file of YAML', () => {
  it('is one document', async () => {
    await expect(loadScenario(caseFile('two-documents.yaml'))).rejects.toThrow(
      /:6:1: a second document begins here\n.*one/,
    );
    expect(await complaint('---\nseed: a\n')).toMatch(/one scenario a file/);
  });

  it('whose aliases multiply without end is told so in plain words', async () => {
    const tens = Array.from(
      { length: 9 },
      (_, i) => `a${i + 1}: &a${i + 1} [${`*a${i},`.repeat(10)}]`,
    );
    const file = join(temporaryFolder(), 'many.yaml');
    writeFileSync(file, ['a0: &a0 [x, x]', ...tens, ''].join('\n'));
    await expect(loadScenario(file)).rejects.toThrow(/aliases .* fill the memory/);
  });

  it('is of version 1.2, where 1:30 is no number and no is no switch', async () => {
    expect(await complaint(`%YAML 1.1\n---\n${head}`.replace(/^/, 'version: 1 #'))).toBeTruthy();
    const file = join(temporaryFolder(), 'old.yaml');
    writeFileSync(file, `%YAML 1.1\n---\n${head}`);
    await expect(loadScenario(file)).rejects.toThrow(/%YAML 1\.1 is not read/);
    expect(await complaint('borrowers: 1:30\n')).toMatch(/expected a number/);
  });
});

describe('a text', () => {
  it.each(signs)('with %s is refused where it stands', async (_, escape) => {
    const said = await complaint(`lenders: []\n`.replace(/.*/, `seed: "a${escape}b"`));
    expect(said).toMatch(/mine\.yaml:6:7: the text holds /);
  });

  it('is refused with such a sign in a comment too', async () => {
    expect(await complaint('# a\u202eb\nseed: a\n')).toMatch(/:6:\d+: the text holds a sign/);
  });

  it.each(['مكتب الائتمان', 'क्रेडिट', 'می‌خواهم', '👩‍👩‍👧 Büro', '日本信用情報', 'two\nlines'])(
    'of every script is welcome: %s',
    async (title) => {
      const text = `version: 1\ntitle: ${JSON.stringify(title)}\nquestion: q\nsource: s\nextends: tiny\n`;
      expect((await read(text)).title).toBe(title);
    },
  );

  it('of the case of scripts is read whole', async () => {
    const { institutions } = await loadScenario(caseFile('labels-scripts.yaml'));
    expect(institutions.map(({ label }) => label)).toContain('مكتب الائتمان');
  });

  it('of the case of long labels is read whole', async () => {
    const { institutions } = await loadScenario(caseFile('labels-long-and-twins.yaml'));
    expect(Math.max(...institutions.map(({ label }) => label.length))).toBeGreaterThan(180);
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)'])(
    '%s looks like a formula, and is refused',
    async (text) => {
      const label = JSON.stringify(text);
      expect(await complaint(`institutions: [{ use: none, as: mine, label: ${label} }]\n`)).toMatch(
        /begins like a formula/,
      );
    },
  );

  it('that a message quotes is cut at sixty letters, and obeyed by no terminal', () => {
    const told = formatProblem({ message: `no "${'x'.repeat(500)}" here\u001b[2J` });
    expect(told).toBe(`no "${'x'.repeat(60)}…" here\\u001b[2J`);
  });
});

describe('a number', () => {
  it.each([
    ['burnIn: 0,05', 'write 0.05'],
    ['burnIn: 12,5', 'write 12.5'],
    ['burnIn: -,5', 'write -0.5'],
    ['borrowers: 1,234', 'write 1234, or 1.234 if the comma is decimal'],
    ['economy: { behaviour: { awareness: 0,05 } }', 'write 0.05'],
    ['economy: { behaviour: { awareness: 0,05, effortCost: 1 } }', 'write 0.05'],
    ['vary: { economy.behaviour.awareness: [0,05, 0.5] }', 'write 0.05'],
    ['vary: { economy.behaviour.awareness: [0,1, 0,5] }', 'write 0.1'],
    ['vary: { economy.behaviour.awareness: [0,1, 0,5] }', 'write 0.5'],
  ])('%s is refused with the right one', async (line, right) => {
    const said = await complaint(`${line}\n`);
    expect(said).toContain(right);
    expect(said).not.toContain('005');
    expect(said).not.toContain('unknown key');
  });

  it('with a decimal comma in flow style makes up no other mistake', async () => {
    const said = await complaint('economy: { behaviour: { awareness: 0,05, effortCost: 0,5 } }\n');
    expect(said.match(/is not a number/g)).toHaveLength(2);
    expect(said).not.toMatch(/outside|twice/);
    expect(await complaint('vary: { borrowers: [1000,2000,3000] }\n')).toBe('is fine');
  });

  it('three shares of six digits are thirds', async () => {
    const { lenders } = await loadScenario(caseFile('shares-six-digits.yaml'));
    expect(lenders.map(({ share }) => share)).toEqual([0.333333, 0.333333, 0.333333]);
    const four = [0.3334, 0.3333, 0.3332].map(
      (share, i) => `{ id: l${i}, kind: bank, share: ${share} }`,
    );
    expect(await complaint(`lenders: [${four.join(', ')}]\n`)).toMatch(
      /add up to 0\.9999, not to 1/,
    );
  });
});

describe('a file of points', () => {
  it.each([
    ['a NUL', '\0'],
    ['an escape', '\u001b'],
    ['a right-to-left override', '\u202e'],
    ['an isolate', '\u2066'],
  ])('with %s is refused, with its place', async (_, sign) => {
    const folder = temporaryFolder();
    const points = `economy.behaviour.awareness\n0.5\n0.${sign}6\n`;
    writeFileSync(join(folder, 'points.csv'), points);
    writeFileSync(join(folder, 'mine.yaml'), `${head}sample: { file: ./points.csv }\n`);
    await expect(loadScenario(join(folder, 'mine.yaml'))).rejects.toThrow(
      /points\.csv:3:3: the text holds .*U\+/,
    );
  });

  it('that is a pipe or a device is not waited for', async () => {
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'mine.yaml'), `${head}sample: { file: /dev/zero }\n`);
    await expect(loadScenario(join(folder, 'mine.yaml'))).rejects.toThrow(/not a regular file/);
  });
});

describe('a file of targets', () => {
  const targets = (text: string) =>
    `version: 1\n${text}\ntargets:\n  - { measure: default-rate, value: 0.1, source: a }\n`;
  it.each(signs)('with %s is refused, with its place', async (_, sign) => {
    const file = join(temporaryFolder(), 'targets.yaml');
    writeFileSync(file, targets(`title: "a${sign}b"`));
    await expect(loadTargets(file)).rejects.toThrow(/targets\.yaml:2:8: the text holds/);
  });

  it('that is a device, or large, is not read', async () => {
    await expect(loadTargets('/dev/zero')).rejects.toThrow(/not a regular file/);
    const file = join(temporaryFolder(), 'large.yaml');
    writeFileSync(file, Buffer.alloc(2_000_000, 'a'));
    await expect(loadTargets(file)).rejects.toThrow(/at most 1 MB are read/);
  });
});
