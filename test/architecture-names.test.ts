import ts from 'typescript';
import { expect, it } from 'vitest';
import { parsed } from './source-imports.ts';

/** What a script and a page are given under one name, a type each: `creditlab` and `creditlab/browser`. */
const twins = ['Given', 'RunOptions'];

it('a type that a file gives away has a name of its own in the whole house', () => {
  const places = new Map<string, string[]>();
  for (const [file, { statements }] of parsed) {
    for (const statement of statements) {
      if (!ts.isInterfaceDeclaration(statement) && !ts.isTypeAliasDeclaration(statement)) continue;
      if (!statement.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) continue;
      const { text } = statement.name;
      places.set(text, [...(places.get(text) ?? []), file]);
    }
  }
  const shared = [...places].filter(([name, from]) => from.length > 1 && !twins.includes(name));
  expect(shared.map(([name, from]) => `${name}: ${from.join(', ')}`)).toEqual([]);
  expect(twins.filter((name) => places.get(name)?.length !== 2)).toEqual([]);
});
