import { describe, expect, it } from 'vitest';
import { duration, progressView } from '../../src/terminal/progress.ts';
import { wrap } from '../../src/text/wrap.ts';

/** What a run says that goes through these counts of finished markets. */
function told(quiet: boolean, counts: readonly number[], reused = 0): string[] {
  const lines: string[] = [];
  // Under test no stream is a terminal.
  const view = progressView(process.stderr, quiet, (line) => lines.push(line));
  for (const done of counts) view.show({ done, total: 40, reused });
  view.stop();
  return lines.map((line) => line.replace(/, about .* left$/, ', about … left'));
}

describe('progress without a terminal', () => {
  it('is a line at every tenth', () => {
    expect(told(false, [0, 1, 4, 5, 8, 40])).toEqual([
      '4 of 40 markets, about … left',
      '8 of 40 markets, about … left',
      '40 of 40 markets',
    ]);
  });

  it('begins after what an earlier run had finished', () => {
    expect(told(false, [20, 21, 24], 20)).toEqual([
      '21 of 40 markets, about … left',
      '24 of 40 markets, about … left',
    ]);
  });

  it('is silent when quiet', () => {
    expect(told(true, [0, 40])).toEqual([]);
  });

  it('counts time as people do', () => {
    expect([0, 59, 60, 200, 7500].map(duration)).toEqual([
      '0 s',
      '59 s',
      '1 min 0 s',
      '3 min 20 s',
      '2 h 5 min',
    ]);
  });
});

describe('wrapped text', () => {
  it('breaks at spaces and keeps its indent', () => {
    expect(wrap('one two three', 9, '  ')).toEqual(['  one two', '  three']);
    expect(wrap('one two', Infinity)).toEqual(['one two']);
    expect(wrap('incomprehensible word', 5)).toEqual(['incomprehensible', 'word']);
  });
});
