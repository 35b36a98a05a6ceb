import { readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { UserError, type Problem } from '../../errors.ts';
import { filesOfModule } from '../module-hash.ts';

/** Parts of Node that reach nothing but what they are given. */
const harmless = [
  'assert',
  'buffer',
  'events',
  'path',
  'querystring',
  'string_decoder',
  'url',
  'util',
];

const fixed = /(?:\bfrom|\bimport|\brequire)\s*\(?\s*['"]([^'"]+)['"]/g;
const computed = /\b(?:import|require)\s*\(\s*(?!['"])[^)\s]/;
const roundabout = /\bprocess\s*\.\s*(?:getBuiltinModule|binding|dlopen)\b|\bcreateRequire\b/;

/**
 * Makes sure that a module, and what it imports by relative paths, reads no files while it runs: its results hang on its
 * source alone, which counts in the hash.
 *
 * @throws UserError that names each import that is refused, with its line
 */
export function requirePlainImports(path: string): void {
  const problems: Problem[] = [];
  for (const file of filesOfModule(path)) {
    const text = withoutComments(readFileSync(file, 'utf8'));
    const lineOf = (at: number) => text.slice(0, at).split('\n').length;
    for (const match of text.matchAll(fixed)) {
      const [, name = ''] = match;
      const bare = name.replace(/^node:/, '').split('/')[0] ?? '';
      if (!isBuiltin(name) || harmless.includes(bare)) continue;
      const message = `imports ${name}, which reaches out of the program`;
      const hint = 'import the data: import table from "./table.json"';
      problems.push({ file, line: lineOf(match.index), message, hint });
    }
    for (const [pattern, what] of [
      [computed, 'imports what it computes'],
      [roundabout, 'loads parts of Node by a roundabout way'],
    ] as const) {
      const match = pattern.exec(text);
      if (!match) continue;
      const hint = 'import the data, by a fixed name';
      problems.push({ file, line: lineOf(match.index), message: what, hint });
    }
  }
  if (problems.length > 0) throw new UserError(problems);
}

/** With blanks in place of comments, so that lines stay where they are. */
function withoutComments(text: string): string {
  const blank = (comment: string) => comment.replaceAll(/[^\n]/g, ' ');
  return text.replaceAll(/\/\*[^]*?\*\/|(?<=^|[\s;{}(),])\/\/[^\n]*/g, blank);
}
