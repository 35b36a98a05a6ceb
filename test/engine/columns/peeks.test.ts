import { join } from 'node:path';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';
import { source, texts } from './imports.ts';
import { knownIn } from './knowledge.ts';
import { knows, words } from './information-sets.ts';
import { refusedByCompiler, refusedByImport, type Peek } from './peeks.ts';

const planted = ({ file, plant }: Peek) => `${texts.get(file) ?? ''}\n${plant}\n`;

describe('a peek is refused by what a file may import', () => {
  test.each(refusedByImport)('$what', (peek) => {
    const { file, beside } = peek;
    const room = file.split('/')[1];
    const all = new Map([...texts, [file, planted(peek)], ...(beside ? [beside] : [])]);
    const found = knownIn(room, all);
    const news = [
      ...found.reads.filter((one) => !words(knows[room].reads).includes(one)),
      ...found.writes.filter((one) => !words(knows[room].writes).includes(one)),
    ];
    expect(news).not.toEqual([]);
  });
});

describe('a peek is refused by the compiler', () => {
  const changed = new Map<string, string>();
  for (const peek of refusedByCompiler) {
    const name = join(source, peek.file);
    changed.set(name, `${changed.get(name) ?? texts.get(peek.file) ?? ''}\n${peek.plant}\n`);
  }
  // Two peeks in a file would have one name.
  for (const [name, text] of changed) {
    let k = 0;
    changed.set(
      name,
      text.replaceAll('const peek =', () => `const peek${k++} =`),
    );
  }
  const options: ts.CompilerOptions = {
    ...{ strict: true, noEmit: true, skipLibCheck: true, allowImportingTsExtensions: true },
    target: ts.ScriptTarget.ES2022,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts'],
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: [],
  };
  const host = ts.createCompilerHost(options);
  const getSourceFile = host.getSourceFile.bind(host);
  host.getSourceFile = (name, ...rest) => {
    const text = changed.get(name);
    return text === undefined
      ? getSourceFile(name, ...rest)
      : ts.createSourceFile(name, text, ts.ScriptTarget.ES2022, true);
  };
  const program = ts.createProgram([...changed.keys()], options, host);

  test.each(refusedByCompiler)('$what', ({ file, plant }) => {
    const name = join(source, file);
    const body = plant.replace('export const peek =', '');
    const at = (changed.get(name) ?? '').indexOf(body);
    expect(at).toBeGreaterThan(0);
    const errors = program.getSemanticDiagnostics(program.getSourceFile(name));
    const here = errors.filter(({ start = 0 }) => start >= at && start < at + body.length);
    expect(here).toHaveLength(1);
    const peeks = refusedByCompiler.filter((one) => one.file === file);
    expect(errors).toHaveLength(peeks.length);
  });
});
