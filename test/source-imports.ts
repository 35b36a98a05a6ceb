import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import ts from 'typescript';

/** One import line of src/. */
export interface Import {
  readonly from: string;
  /** A file of ours, relative to src/, or a package. */
  readonly to: string;
  readonly isOurs: boolean;
  readonly typeOnly: boolean;
  /** Names that it takes; none of `import *`, `export *` and `import()`, of a module or of a type. */
  readonly names: readonly string[];
  readonly isStar: boolean;
  /** `await import()`: loaded when it is reached. */
  readonly late: boolean;
}

const source = resolve(import.meta.dirname, '../src');
/** Every file of src/, relative to it. */
export const files = readdirSync(source, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => name.replaceAll('\\', '/'))
  .toSorted();
export const parsed = new Map(
  files.map((name) => {
    const text = readFileSync(join(source, name), 'utf8');
    return [name, ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true)];
  }),
);
export const imports = [...parsed].flatMap(([name, file]) => importsOf(name, file));

function importsOf(from: string, file: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (
    specifier: ts.Node,
    typeOnly: boolean,
    { names = [], isStar = false, late = false }: Partial<Import> = {},
  ) => {
    if (!ts.isStringLiteralLike(specifier)) return;
    const isOurs = specifier.text.startsWith('.');
    const to = isOurs
      ? relative(source, resolve(source, dirname(from), specifier.text)).replaceAll('\\', '/')
      : specifier.text;
    // A query is the bundler's business: `./worker.ts?worker&inline`.
    found.push({ from, to: to.replace(/\?.*$/, ''), isOurs, typeOnly, names, isStar, late });
  };
  walk(file, (node) => {
    if (ts.isImportDeclaration(node)) {
      const bindings = node.importClause?.namedBindings;
      const names = bindings && ts.isNamedImports(bindings) ? namesOf(bindings.elements) : [];
      const isType = node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword;
      add(node.moduleSpecifier, isType, { names });
    } else if (ts.isExportDeclaration(node) && node.moduleSpecifier) {
      const clause = node.exportClause;
      const names = clause && ts.isNamedExports(clause) ? namesOf(clause.elements) : [];
      const isStar = clause === undefined || ts.isNamespaceExport(clause);
      add(node.moduleSpecifier, node.isTypeOnly, { names, isStar });
    } else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node.argument.literal, true);
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      if (node.arguments[0]) add(node.arguments[0], false, { late: true });
    }
  });
  return found;
}

export function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function namesOf(elements: ts.NodeArray<ts.ImportSpecifier | ts.ExportSpecifier>): string[] {
  return elements.map(({ name, propertyName }) => (propertyName ?? name).text);
}

/** Packages that are loaded with a file, before it does anything. */
export function packagesBehind(name: string, seen = new Set<string>()): string[] {
  if (seen.has(name)) return [];
  seen.add(name);
  const now = imports.filter(({ from, typeOnly, late }) => from === name && !typeOnly && !late);
  return now.flatMap(({ to, isOurs }) => (isOurs ? packagesBehind(to, seen) : to));
}

/** Circles of a graph; each as the way from a node back to it. */
export function circlesOf(nodes: readonly string[], edges: readonly (readonly [string, string])[]) {
  const found: string[] = [];
  const done = new Set<string>();
  const next = new Map<string, string[]>();
  for (const [from, to] of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const follow = (name: string, trail: readonly string[]): void => {
    if (trail.includes(name)) found.push([...trail.slice(trail.indexOf(name)), name].join(' → '));
    if (done.has(name)) return;
    done.add(name);
    for (const to of next.get(name) ?? []) follow(to, [...trail, name]);
  };
  for (const name of nodes) follow(name, []);
  return found;
}
