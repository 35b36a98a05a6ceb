/** Prints, by institution, what section 15 of the model page prints: `npx tsx bench/engine2/table.ts [borrowers] [quarters] [seed] [world]`. */
import { institutions } from '../../src/institutions/index.ts';
import { defaultsOf } from '../../src/parameters.ts';
import { seedKey } from '../../src/random/seed.ts';
import { outcome } from '../../src/engine2/columns/outcome.ts';
import { hidden } from '../../src/engine2/columns/hidden.ts';
import { roll } from '../../src/engine2/columns/roll.ts';
import { pageSize } from '../../src/random/draws.ts';
import { terms } from '../../src/engine2/columns/terms.ts';
import { economyParameters, type Economy } from '../../src/engine2/parameters.ts';
import type { Lender, Market, World } from '../../src/engine2/setup.ts';
import { simulate } from '../../src/engine2/simulate.ts';
import { Status } from '../../src/engine2/loans/book.ts';

const [borrowers = '5000', quarters = '56', seed = 'seed-1', only = ''] = process.argv.slice(2);
const economy = Object.fromEntries(
  Object.entries(economyParameters).map(([group, table]) => [group, defaultsOf(table)]),
) as unknown as Economy;
const lender = (id: string, kind: Lender['kind'], share: number): Lender => ({
  id,
  kind,
  share,
  funding: 0.01,
  operating: 0.041,
  recovery: 0.8,
});
const market: Market = {
  borrowers: Number(borrowers),
  quarters: Number(quarters),
  burnIn: 32,
  seed: seedKey(seed, 1),
  economy,
  lenders: [
    lender('bank-1', 'bank', 0.25),
    lender('bank-2', 'bank', 0.2),
    lender('bank-3', 'bank', 0.15),
    lender('consumer-finance', 'consumer-finance', 0.12),
    lender('internet-1', 'internet', 0.16),
    lender('internet-2', 'internet', 0.12),
  ],
};
for (const institution of Object.values(institutions)) {
  if (only && institution.id !== only) continue;
  let n = 0,
    ok = 0,
    taken = 0,
    apr = 0,
    loans = 0,
    bad = 0,
    wont = 0,
    V = 0,
    Vs = 0,
    pd = 0,
    est = 0;
  let effort = 0,
    slots = 0,
    owing = 0,
    balance = 0,
    back = 0;
  const last = market.quarters - economy.loan.term;
  const t0 = process.cpuUsage().user;
  const state = simulate(market, { rules: institution.rules() }, 'actual', {
    observe({ book }, page, quarter) {
      if (quarter < market.burnIn) return;
      if (quarter <= last) {
        for (let r = 0; r < roll.n; r++) {
          if (roll.slot[r] >= pageSize) continue;
          n++;
          ok += terms.approved[r];
          taken += outcome.taken[r] & terms.approved[r];
          if (!outcome.taken[r]) continue;
          loans++;
          apr += 4 * terms.rate[r];
          V += hidden.ownStake[r] + hidden.sharedStake[r];
          Vs += hidden.sharedStake[r];
          pd += outcome.pd[r];
          est += terms.estimate[r];
        }
      }
      const signed = quarter - book.term + 1;
      if (signed >= market.burnIn) {
        const v = signed % book.term;
        const start = (page * book.term + v) * book.capacity;
        for (let k = start; k < start + book.count[page * book.term + v]; k++) {
          if (book.slot[k] >= pageSize) continue;
          slots++;
          if (book.status[k] !== Status.repaid) bad++;
          if (book.status[k] === Status.willNotPay) wont++;
        }
      }
      void owing;
      void balance;
      void back;
      void effort;
    },
  });
  const f = (x: number, d = 4) => x.toFixed(d).padStart(8);
  console.log(
    institution.id.padEnd(16),
    'appr',
    f(ok / n, 3),
    'taken',
    f(taken / ok, 3),
    'default',
    f(bad / slots),
    'wont',
    f(wont / bad, 3),
    'apr',
    f(apr / loans, 3),
    'V',
    f(V / loans, 3),
    'shared',
    f(Vs / V, 2),
    'pd',
    f(pd / loans),
    'est',
    f(est / loans),
    'Dres,t,θ',
    ...Array.from(state.learned, (x) => f(x, 3)),
    `${(((process.cpuUsage().user - t0) * 1e3) / market.borrowers / market.quarters).toFixed(0)} ns`,
  );
}
export type { World };
