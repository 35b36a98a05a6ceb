import { existsSync, readFileSync } from 'node:fs';
import { expect, inject, test } from 'vitest';
import { expectGolden } from '../golden-file.ts';
import { counts, lenderSums, sumNames, type Ledger, type SumName } from '../../src/engine/index.ts';
import { simulateWorlds } from '../../src/engine/running/index.ts';
import { fingerprint, marketOf } from './market.ts';
import { allBuiltIn, variants } from './ledger-cases.ts';

/**
 * Golden: a snapshot of what the engine gives, not a claim that it is right (that is what the naive twin and the tests
 * against plain formulas are for). Work on speed must leave every line as it is; a change of the economy moves lines, and
 * the changelog says why. Beside each fingerprint of all bits stand a few headline numbers, so that a moved line can be read.
 * Fingerprints are of the sums that `sums.txt` names, so that a new sum moves no line.
 * `npm test -- test/engine/ledgers.golden.test.ts -u` writes it anew, of the same sums: a new institution adds a file, and no
 * other moves. Delete `sums.txt` first and all sums of the ledger are named, which moves every line.
 */

const namesFile = new URL('../golden/ledgers/sums.txt', import.meta.url);
const everySum = [...sumNames, ...lenderSums.map((name) => `lender ${name}`)];
const namedSums = existsSync(namesFile)
  ? readFileSync(namesFile, 'utf8').trim().split('\n')
  : everySum;
const keptSums = inject('renewsGoldens')
  ? namedSums.filter((name) => everySum.includes(name))
  : namedSums;

test('every sum that the goldens hold is still in the ledger', async () => {
  expect(keptSums.filter((name) => !everySum.includes(name))).toEqual([]);
  await expectGolden(`${keptSums.join('\n')}\n`, 'ledgers/sums.txt');
});

test.each([...allBuiltIn, ...variants])(
  '%s gives the ledgers it gave before',
  async (name, given) => {
    const options = given.sanctions === undefined ? {} : { sanctions: given.sanctions };
    const market = marketOf(given.market);
    const ledgers = simulateWorlds(market, given.institution, given.worlds ?? ['actual'], options);
    const lines = Object.values(ledgers).map(
      (ledger) => `${fingerprint(ofSums(ledger, keptSums))} ${headline(ledger)}`,
    );
    await expectGolden(`${lines.join('\n')}\n`, `ledgers/${name.replaceAll(/[^a-z]+/g, '-')}.txt`);
  },
);

/** The ledger with these of its sums and of its lenders' sums alone, in the order given. */
function ofSums(ledger: Ledger, kept: readonly string[]): Ledger {
  return {
    ...ledger,
    sums: columnsOf(ledger.sums, sumNames, kept),
    lenders: columnsOf(
      ledger.lenders,
      lenderSums.map((name) => `lender ${name}`),
      kept,
    ),
  };
}

function columnsOf(table: Float64Array, names: readonly string[], kept: readonly string[]) {
  const places = kept.map((name) => names.indexOf(name)).filter((k) => k >= 0);
  const rows = table.length / names.length;
  return Float64Array.from({ length: rows * places.length }, (_, i) => {
    const row = Math.floor(i / places.length);
    return table[row * names.length + places[i % places.length]];
  });
}

function headline(ledger: Ledger): string {
  const total = (name: SumName) => {
    let sum = 0;
    const k = sumNames.indexOf(name);
    for (let t = 0; t < ledger.quarters; t++) {
      if (counts(ledger, t)) sum += ledger.sums[t * sumNames.length + k];
    }
    return sum;
  };
  const numbers = {
    applications: total('applications'),
    approved: total('approvals') / total('applications'),
    default: (total('cannotPay') + total('willNotPay')) / total('loans'),
    apr: total('apr') / total('loans'),
    welfare: total('welfare') / total('applications'),
    covered: ledger.covered,
  };
  const words = Object.entries(numbers).map(([name, x]) => `${name} ${Number(x.toPrecision(6))}`);
  return [ledger.world, ...words].join('  ');
}
