import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { defineCommand } from '../../src/commands/command.ts';
import { runCommandLine } from '../../src/commands/frame.ts';
import { takeMisgiven } from '../../src/commands/misgiven.ts';
import { listOption, numberOption, switchOption, wholeOption } from '../../src/commands/options.ts';
import { Interrupted, untilInterrupted } from '../../src/terminal/terminal.ts';
import { UserError } from '../../src/errors.ts';

let told = '';
beforeEach(() => {
  told = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    told += String(text);
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  process.exitCode = undefined;
});

/** Runs a command line with a single verb, which does `work` with the number that it is given. */
async function run(work: (n: number | undefined) => void | Promise<void>, ...words: string[]) {
  const command = defineCommand({
    options: (yargs) =>
      yargs
        .option('n', wholeOption('n', 'a number', { min: 1, max: 1000 }))
        .option('m', listOption('m', 'words'))
        .option('bright', switchOption('or dark')),
    run: ({ n }) => work(n),
  });
  await runCommandLine(
    [{ usage: 'try', about: '', load: () => Promise.resolve({ command }) }],
    ['try', ...words],
  );
  return process.exitCode;
}

describe('the exit code', () => {
  it('is that of success', async () => {
    const seen: unknown[] = [];
    expect(await run((n) => void seen.push(n), '--n', '3')).toBeUndefined();
    expect(seen).toEqual([3]);
    expect(told).toBe('');
  });

  it('is 1 for a mistake of the user’s, told without a stack', async () => {
    const mistake = new UserError([{ file: 'a.yaml', line: 2, column: 3, message: 'no' }]);
    expect(await run(() => Promise.reject(mistake))).toBe(1);
    expect(told).toBe('error: a.yaml:2:3: no\n');
  });

  it('is 70 for a fault of ours, with an apology and a stack', async () => {
    expect(await run(() => Promise.reject(new TypeError('oh')))).toBe(70);
    expect(told).toContain('we are sorry');
    expect(told).toMatch(/TypeError: oh\n +at /);
  });

  it('is 130 for work that Ctrl-C stopped', async () => {
    const stopped = async () => {
      const signal = untilInterrupted();
      process.emit('SIGINT', 'SIGINT');
      expect(signal.reason).toBeInstanceOf(Interrupted);
      signal.throwIfAborted();
    };
    expect(await run(stopped)).toBe(130);
    expect(told).toContain('what is finished is kept');
    process.removeAllListeners('SIGINT');
    process.removeAllListeners('SIGTERM');
  });

  it.each([['abc'], [''], ['0'], ['2.5'], ['NaN'], ['1e400'], ['3x']])(
    'is 1 for the number "%s"',
    async (word) => {
      expect(await run(() => expect.unreachable(), `--n=${word}`)).toBe(1);
      expect(told).toContain(`--n: "${word}" is not allowed`);
      expect(told).toContain('allowed: a whole number, 1..1000');
    },
  );
});

describe('a flag that is a number', () => {
  const { coerce } = numberOption({ flag: 'x', about: '', min: 0, max: 1 });
  it('may be left out, and may be any in its range', () => {
    expect([undefined, '0', '.5', '1e-3', ' 1 '].map(coerce)).toEqual([
      undefined,
      0,
      0.5,
      0.001,
      1,
    ]);
  });
  it('is refused out of its range', () => {
    expect(['1.01', '-0.1'].map(coerce)).toEqual([undefined, undefined]);
    expect(takeMisgiven().map(({ hint }) => hint)).toEqual([
      'allowed: a number, 0..1',
      'allowed: a number, 0..1',
    ]);
  });
});

describe('mistakes in flags', () => {
  const refused = async (...words: string[]) => {
    expect(await run(() => expect.unreachable(), ...words)).toBe(1);
    return told;
  };

  it('are told all at once, an unknown flag among them', async () => {
    const all = await refused('--n=x', '--m=a,,b', '--brihgt');
    for (const part of ['--n: "x"', '--m: an entry', 'did you mean --bright?', '3 problems']) {
      expect(all).toContain(part);
    }
  });

  it('are forgotten with their command line', async () => {
    await refused('--n=x');
    told = '';
    const seen: unknown[] = [];
    process.exitCode = undefined;
    expect(await run((n) => void seen.push(n), '--n=3')).toBeUndefined();
    expect(seen).toEqual([3]);
  });

  it.each([
    [['--bright=very'], '--bright: takes no value'],
    [['--', '--n=3'], '-- means nothing here'],
    [['--n'], '--n: a value must follow'],
    [['--n='], '--n: "" is not allowed'],
  ])('are those that would else be passed over, too: %j', async (words, message) => {
    expect(await refused(...words)).toContain(message);
  });
});
