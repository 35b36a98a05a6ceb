import { institutionIds } from '../naive/rules.ts';
import { worlds } from '../naive/parameters.ts';
import { compare } from './compare.ts';
import { edges } from './edges.ts';
import type { Case } from './markets.ts';
import { randomCase } from './random-case.ts';

/**
 * Random markets in both versions of economy 2, by hand:
 *
 *     node_modules/.bin/tsx bench/agreement/fuzz.ts [markets=50] [first=1] [borrowers=120] [quarters=24]
 *
 * Market number n is the same in every run. `fuzz.ts defaults [borrowers] [quarters]` takes the page's defaults instead, in
 * every institution, held and relearned; `fuzz.ts edges [borrowers] [quarters]` the cases of edges.ts. All worlds, always.
 */
function main(words: readonly string[]): void {
  if (words[0] === 'defaults') {
    const [borrowers, quarters] = [Number(words[1] ?? 300), Number(words[2] ?? 40)];
    for (const id of institutionIds) {
      for (const sanctions of ['held', 'relearned'] as const) {
        const burnIn = Math.floor(quarters / 2);
        const market = { borrowers, quarters, burnIn, seed: [1, 2] as const };
        report(`${id} ${sanctions}`, { id, worlds, sanctions, ...market });
      }
    }
    return;
  }
  if (words[0] === 'edges') {
    const [borrowers, quarters] = [Number(words[1] ?? 150), Number(words[2] ?? 26)];
    for (const [k, { name, at: id, economy, values = {} }] of edges.entries()) {
      const sanctions = k % 2 === 0 ? 'held' : 'relearned';
      const market = { borrowers, quarters, burnIn: 10, seed: [k + 1, 2] as const };
      const changed = { twins: 0.3, twinFrom: 8, x0: 200, ...economy };
      report(name, { id, values, economy: changed, worlds, sanctions, ...market });
    }
    return;
  }
  const [count, first, borrowers, quarters] = [50, 1, 120, 24].map((otherwise, k) =>
    Number(words[k] ?? otherwise),
  );
  for (let n = first; n < first + count; n++) report(`${n}`, randomCase(n, borrowers, quarters));
}

function report(name: string, one: Case): void {
  const { largest, where, differences, loans, defaults } = compare(one);
  const verdict = differences.length === 0 ? 'agree' : `${differences.length} DIFFER`;
  process.stdout.write(
    `${name}: ${verdict}, at most ${largest.toExponential(1)} (${where}); ${loans} loans, ${defaults} defaults\n`,
  );
  if (differences.length === 0) return;
  process.stdout.write(`  ${JSON.stringify(one)}\n`);
  for (const { world, table, quarter, name: of, engine, naive } of differences.slice(0, 6)) {
    process.stdout.write(`  ${world} ${table} ${quarter} ${of}: ${engine}, naive ${naive}\n`);
  }
}

main(process.argv.slice(2));
