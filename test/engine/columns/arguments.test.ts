import { posix } from 'node:path';
import ts from 'typescript';
import { expect, test } from 'vitest';
import { texts } from './imports.ts';

/**
 * Who knows hidden columns may hand none of them to those who must not: calls, from anywhere in the engine, of what lenders/,
 * files/ and competition/ export. Names are followed through `const { pd } = outcome`, not through copies into other arrays.
 */
const guarded = /^engine\/(lenders|files|competition)\//;
const hiddenFiles = /^engine\/(columns\/(hidden|outcome|loan-sums)|people\/population)\.ts$/;
/** Parts of the market's state that are hidden, by the names under which stages are given them. */
const hiddenParts = ['people', 'motives'];

/** Calls in a file that hand something hidden to a guarded room, as they are written. */
function handedOver(name: string, text: string): string[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const hidden = new Set(hiddenParts);
  const callees = new Set<string>();
  for (const one of file.statements) {
    const bindings = ts.isImportDeclaration(one) ? one.importClause?.namedBindings : undefined;
    if (!ts.isImportDeclaration(one) || !bindings || !ts.isNamedImports(bindings)) continue;
    const { moduleSpecifier } = one;
    if (!ts.isStringLiteral(moduleSpecifier)) continue;
    const to = posix.join(posix.dirname(name), moduleSpecifier.text);
    for (const { name: taken } of bindings.elements) {
      if (hiddenFiles.test(to)) hidden.add(taken.text);
      if (guarded.test(to)) callees.add(taken.text);
    }
  }
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    // A part of what is hidden under a name of its own; a number reckoned from it (a size asked) is the room's own affair.
    if (ts.isVariableDeclaration(node) && node.initializer) {
      const [from, ...rest] = node.initializer.getText().split('.');
      const isPart = rest.every((step) => /^\w+$/.test(step));
      if (isPart && hidden.has(from)) for (const taken of namesIn(node.name)) hidden.add(taken);
    }
    if (ts.isCallExpression(node) && callees.has(node.expression.getText())) {
      const given = node.arguments.flatMap(namesIn);
      if (given.some((one) => hidden.has(one))) found.push(node.getText());
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function namesIn(node: ts.Node): string[] {
  const names = ts.isIdentifier(node) ? [node.text] : [];
  ts.forEachChild(node, (child) => {
    names.push(...namesIn(child));
  });
  return names;
}

test('nobody hands lenders, files or competition what is hidden', () => {
  const engine = [...texts].filter(([name]) => name.startsWith('engine/'));
  const found = engine.flatMap(([name, text]) => handedOver(name, text));
  expect(found).toEqual([]);
});

test.each([
  ['a trait', 'learnFrom(lenders, hidden.capacity, leafSums, 0)'],
  ['a trait, by its column', '{ const { capacity } = hidden; learnFrom(capacity) }'],
  ['the population', 'readReports(market.reports, market.people, page)'],
  ['why borrowers refuse', 'furnish(draws.seed, sharing, records, motives, page)'],
])('%s, handed over, is noticed', (_, call) => {
  const name = 'engine/quarter.ts';
  expect(handedOver(name, `${texts.get(name) ?? ''}\n${call};\n`)).toHaveLength(1);
});
