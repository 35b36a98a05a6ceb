import ts from 'typescript';
import { expect, test } from 'vitest';
import { texts } from './columns/imports.ts';

/**
 * Numbers that the engine's rules may hold without a name: 0, 1, 2, and these. All others are constants with a unit and
 * a source, or parameters.
 */
const allowed: Readonly<
  Record<string, { readonly numbers: readonly number[]; readonly why: string }>
> = {
  'people/choice.ts': { numbers: [0.5], why: 'the half of ½ψfe²' },
  'people/take-up.ts': { numbers: [0.5], why: 'the half of ½ψfe²' },
  'worlds/contractible.ts': { numbers: [0.5], why: 'the half of ½ψfe²' },
  'tally/welfare.ts': { numbers: [0.5], why: 'the half of ½ψfe²' },
  'people/draw.ts': { numbers: [3], why: 'words of a key' },
  'lenders/quote.ts': { numbers: [3], why: 'words of a key' },
  'people/ask.ts': { numbers: [32], why: 'bits of a word' },
  'people/population.ts': { numbers: [4, 32], why: 'bytes of a number, bits of a word' },
  'files/records.ts': { numbers: [4], why: 'bytes of a map' },
  'memory/market-memory.ts': { numbers: [8], why: 'bytes of a number' },
  'files/windows.ts': { numbers: [31, 32], why: 'bits of a word' },
  'files/credit-file.ts': { numbers: [31], why: 'bits of a word' },
  'files/reports.ts': { numbers: [16], why: 'bits of a count' },
  'lenders/features.ts': { numbers: [3, 4, 5, 6, 7, 8, 9], why: 'places of features' },
  'lenders/learn.ts': { numbers: [3], why: 'places in a tile' },
  'tally/tables.ts': { numbers: [0.5, 3, 4, 5], why: 'rounding, and places in the ledger' },
};

/** Numbers inside functions; what stands at the top of a file has a name. */
function numbersIn(name: string, text: string): number[] {
  const file = ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true);
  const found = new Set<number>();
  const visit = (node: ts.Node): void => {
    if (ts.isVariableStatement(node) && node.parent === file) return;
    if (ts.isNumericLiteral(node)) found.add(Number(node.text));
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...found].filter((number) => number > 2 || !Number.isInteger(number));
}

const rules = [...texts].filter(
  ([name]) => name.startsWith('engine/') && name !== 'engine/parameters.ts',
);

test('numbers in the engine’s rules have names', () => {
  expect(rules.length).toBeGreaterThan(40);
  const found = rules
    .map(([name, text]) => [name.replace('engine/', ''), numbersIn(name, text)] as const)
    .filter(([, numbers]) => numbers.length > 0)
    .map(([name, numbers]) => [name, numbers.toSorted((a, b) => a - b)]);
  const listed = Object.entries(allowed).map(([name, { numbers }]) => [name, numbers]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(listed));
});
