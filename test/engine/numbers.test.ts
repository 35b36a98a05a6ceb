import ts from 'typescript';
import { expect, test } from 'vitest';
import { texts } from './columns/imports.ts';

/**
 * Numbers that functions of the engine may hold without a name: 0, 1, 2, and these. All others are constants with a meaning, a
 * unit and a source, or parameters.
 */
const words = 'words of a key';
const half = 'a half: of ½ψSfe², of a rate’s middle, of rounding';
const allowed: Readonly<
  Record<string, { readonly numbers: readonly number[]; readonly why: string }>
> = {
  'draws.ts': { numbers: [0.5], why: half },
  'world-memory.ts': { numbers: [8], why: 'bytes of a number' },
  'competition/choose-lender.ts': { numbers: [3], why: words },
  'competition/compete.ts': { numbers: [3], why: 'three lenders' },
  'competition/markup-columns.ts': { numbers: [1.5], why: 'k/(k − 1) of three lenders' },
  'competition/refuse.ts': { numbers: [3], why: words },
  'files/bits.ts': { numbers: [31, 32], why: 'bits of a map' },
  'files/closed-loans.ts': { numbers: [31], why: 'quarters of a map but today' },
  'files/kept.ts': { numbers: [31], why: 'quarters of a map but today' },
  'files/records.ts': { numbers: [4], why: 'bytes of a map’s word' },
  'files/reports.ts': { numbers: [16], why: 'bits of a count' },
  'lenders/break-even.ts': { numbers: [0.5], why: half },
  'lenders/break-even-columns.ts': { numbers: [0.5], why: half },
  'lenders/learning-sums.ts': { numbers: [3], why: 'places in a tile' },
  'lenders/plan.ts': { numbers: [4], why: 'quarters of a year' },
  'loans/choice-reference.ts': { numbers: [0.5], why: half },
  'loans/choice.ts': { numbers: [0.5], why: half },
  'loans/contract.ts': { numbers: [3, 5, 7, 12], why: 'coefficients of a series' },
  'loans/sign.ts': { numbers: [255], why: 'most that a byte holds' },
  'lots/record-errors.ts': { numbers: [0.5, 3], why: words },
  'observe/credit-file.ts': { numbers: [31], why: 'quarters of a map but today' },
  'people/apply.ts': { numbers: [32, 0xffffffff], why: 'bits of a word' },
  'people/draw-people.ts': { numbers: [5, 25, 625], why: 'places of quintiles (fifths.ts)' },
  'people/fifths.ts': { numbers: [5], why: 'quintiles' },
  'people/population.ts': { numbers: [8], why: 'bytes of a number' },
  'people/search.ts': {
    numbers: [0.5, 3, 4, 5, 6, 7, 32],
    why: 'words of a key; places of a table that are read without a loop',
  },
  'stake/beliefs.ts': { numbers: [3, 4], why: 'places in the history' },
  'stake/file-steps.ts': { numbers: [0.5], why: 'half of a shared default, as in a card' },
  'stake/future.ts': { numbers: [0.5], why: half },
  'stake/twins.ts': { numbers: [8], why: 'bytes of a number' },
  'state.ts': { numbers: [4], why: 'quarters of a year' },
  'tally/accounts.ts': { numbers: [0.5], why: half },
  'tally/applicants.ts': { numbers: [4], why: 'quarters of a year' },
  'tally/books.ts': { numbers: [4], why: 'quarters of a year' },
  'tally/signed.ts': { numbers: [4], why: 'quarters of a year' },
  'tally/tables.ts': { numbers: [0.5, 3, 4, 5, 8], why: 'rounding, places in tables, bytes' },
  'worlds/contractible-reference.ts': { numbers: [0.5], why: half },
  'worlds/contractible.ts': { numbers: [0.5], why: half },
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
  expect(rules.length).toBeGreaterThan(80);
  const found = rules
    .map(([name, text]) => [name.replace('engine/', ''), numbersIn(name, text)] as const)
    .filter(([, numbers]) => numbers.length > 0)
    .map(([name, numbers]) => [name, numbers.toSorted((a, b) => a - b)]);
  const listed = Object.entries(allowed).map(([name, { numbers }]) => [name, numbers]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(listed));
});
