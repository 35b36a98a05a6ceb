import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** What one file takes from another of ours, as a value or as a type alone. */
export interface Import {
  readonly to: string;
  readonly name: string;
}

export const source = resolve(import.meta.dirname, '../../../src');

/** Text of every file that the engine is made of or imports, by path in src/. */
export const texts: ReadonlyMap<string, string> = new Map(
  readdirSync(source, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => name.replaceAll('\\', '/'))
    .map((name) => [name, readFileSync(join(source, name), 'utf8')]),
);

const read = new Map<string, Import[]>();

/** Every name that a file imports from files of ours; `*` for all of them. */
export function importsOf(from: string, text: string): readonly Import[] {
  const key = `${from}\n${text}`;
  const known = read.get(key) ?? readImports(from, text);
  read.set(key, known);
  return known;
}

function readImports(from: string, text: string): Import[] {
  const found: Import[] = [];
  const path = (specifier: ts.Node): string | undefined =>
    ts.isStringLiteralLike(specifier) && specifier.text.startsWith('.')
      ? relative(source, resolve(source, dirname(from), specifier.text)).replaceAll('\\', '/')
      : undefined;
  const add = (specifier: ts.Node | undefined, names: readonly string[]) => {
    const to = specifier && path(specifier);
    if (to !== undefined) found.push(...names.map((name) => ({ to, name })));
  };
  const namesOf = (bindings: ts.NamedImportBindings | ts.NamedExportBindings | undefined) =>
    bindings && (ts.isNamedImports(bindings) || ts.isNamedExports(bindings))
      ? bindings.elements.map((one) => (one.propertyName ?? one.name).text)
      : ['*'];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node)) {
      add(node.moduleSpecifier, namesOf(node.importClause?.namedBindings));
    } else if (ts.isExportDeclaration(node)) {
      add(node.moduleSpecifier, namesOf(node.exportClause));
    } else if (ts.isImportTypeNode(node)) {
      add(ts.isLiteralTypeNode(node.argument) ? node.argument.literal : undefined, ['*']);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node.arguments[0], ['*']);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(from, text, ts.ScriptTarget.Latest, true));
  return found;
}
