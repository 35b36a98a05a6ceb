import { afterEach, describe, expect, it, vi } from 'vitest';
import { print, say } from '../../src/terminal/terminal.ts';

afterEach(() => void vi.restoreAllMocks());

/** What reaches a stream when this is told. */
function told(stream: NodeJS.WriteStream, tell: (line: string) => void, line: string): string {
  let written = '';
  vi.spyOn(stream, 'write').mockImplementation((text) => {
    written += String(text);
    return true;
  });
  tell(line);
  vi.restoreAllMocks();
  return written;
}

describe('what is told, though a stranger wrote it,', () => {
  it.each([
    ['clears no screen', 'a\u001b[2Jb', 'a\\u001b[2Jb'],
    ['sets no title', '\u001b]0;mine\u0007', '\\u001b]0;mine\\u0007'],
    ['turns no text', 'a\u202eb', 'a\\u202eb'],
    ['holds no C1 control', 'a\u009b2Jb', 'a\\u009b2Jb'],
    ['keeps our colours', '\u001b[31merror: \u001b[39mno', '\u001b[31merror: \u001b[39mno'],
    ['keeps letters of every script', 'مكتب 👩‍👩‍👧 信用', 'مكتب 👩‍👩‍👧 信用'],
    ['keeps its lines', 'a\nb', 'a\nb'],
  ])('%s', (_, line, shown) => {
    expect(told(process.stdout, print, line)).toBe(`${shown}\n`);
    expect(told(process.stderr, say, line)).toBe(`${shown}\n`);
  });
});
