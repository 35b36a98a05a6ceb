/** Prints, by institution, what section 15 of the model page prints: `npx tsx bench/engine/table.ts [borrowers] [quarters] [seed] [institution] [worlds] [sanctions]`. */
import { institutions } from '../../src/institutions/registry.ts';
import { seedKey } from '../../src/random/seed.ts';
import { beliefNames, sumNames, type Ledger, type SumName } from '../../src/engine/ledger.ts';
import { sumIndex } from '../../src/engine/tally/sum-index.ts';
import { worlds } from '../../src/engine/setup.ts';
import { marketOf } from '../../test/engine/economy.ts';
import { simulateWorlds } from '../../src/engine/simulate.ts';

const [borrowers = '5000', quarters = '56', seed = 'seed-1', only = ''] = process.argv.slice(2);
const market = marketOf(Number(borrowers), Number(quarters), {
  burnIn: 32,
  seed: seedKey(seed, 1),
});
const named = (process.argv[6] ?? 'actual').split(',');
const shown = worlds.filter((world) => named.includes(world));
for (const institution of Object.values(institutions)) {
  if (only && institution.id !== only) continue;
  const t0 = performance.now();
  const ledgers = simulateWorlds(market, { rules: institution.rules() }, shown, {
    sanctions: process.argv[7] === 'relearned' ? 'relearned' : 'held',
  });
  const time = ((performance.now() - t0) * 1e6) / market.borrowers / market.quarters;
  for (const ledger of Object.values(ledgers)) print(institution.id, ledger, time);
}

function print(id: string, ledger: Ledger, time: number): void {
  const of = (name: SumName) => {
    let total = 0;
    for (let t = ledger.burnIn; t <= ledger.quarters - ledger.term; t++) {
      total += ledger.sums[t * sumNames.length + sumIndex[name]];
    }
    return total;
  };
  const per = (name: SumName) => ((100 * of(name)) / of('applications')).toFixed(2);
  const bad = of('cannotPay') + of('willNotPay');
  const identity =
    of('use') -
    of('outside') -
    of('stigma') -
    of('enforcement') -
    of('collateralDestroyed') -
    of('effortCost') -
    of('perksLost') -
    of('resources') -
    of('institutionCost') -
    of('misreportingCost') +
    of('funding') +
    of('time');
  const n = beliefNames.length;
  const last = ledger.beliefs.subarray((ledger.quarters - 1) * n);
  const ratio = (a: number, b: number, d = 4) => (a / b).toFixed(d);
  console.log(
    id.padEnd(16),
    ledger.world.padEnd(19),
    'appr',
    ratio(of('approvals'), of('applications'), 3),
    'taken',
    ratio(of('loans') - of('exploratoryLoans'), of('approvals'), 3),
    'default',
    ratio(bad, of('loans')),
    'wont',
    ratio(of('willNotPay'), bad, 3),
    'apr',
    ratio(of('apr'), of('loans'), 3),
    'lgd',
    ratio(
      of('defaultedPrincipal') - of('paidBeforeDefault') - of('recovered'),
      of('defaultedPrincipal'),
      3,
    ),
    'welfare',
    per('welfare'),
    'V',
    ratio(of('stakeOwn') + of('stakeShared'), of('loans'), 3),
    'shared',
    ratio(of('stakeShared'), of('stakeOwn') + of('stakeShared'), 2),
    'effort',
    ratio(of('effort'), of('loanQuarters'), 3),
    'pd-bad',
    ratio(of('loanPd') - bad, of('loans')),
    'est-bad',
    ratio(of('loanEstimate') - bad, of('loans')),
    'θ,Dres,t',
    ...Array.from(last.subarray(0, 3), (x) => x.toFixed(3)),
    'identity',
    (Math.abs(identity - of('welfare')) / of('use')).toExponential(1),
    `${time.toFixed(0)} ns`,
  );
  if (process.env['ROWS']) {
    const rows: SumName[] = [
      'use',
      'outside',
      'stigma',
      'enforcement',
      'collateralDestroyed',
      'effortCost',
      'resources',
      'funding',
      'time',
      'tasteRefusing',
      'tasteTaking',
      'lenderProfit',
      'realisedProfit',
      'borrowerSurplus',
    ];
    console.log('   ', rows.map((name) => `${name} ${per(name)}`).join(' '));
    console.log(
      '    expected',
      ratio(of('expectedCannotPay'), of('cannotPay')),
      ratio(of('expectedWillNotPay'), of('willNotPay')),
      'open',
      ratio(of('openLoans'), of('owing'), 3),
    );
  }
}
