import { whole } from '../parameters.ts';
import { recordParameters, recordRules } from './common.ts';
import { defineInstitution } from './institution.ts';
import { contributors, readers } from './sharing.ts';

const ours = 'assumption: large lenders report widely, small ones save the effort';

/**
 * Competing bureaus for profit. A lender reports to some of them and buys from one, so it reads in full
 * whoever reports there. Lender number q starts reporting at bureau q mod `bureaus` and buys there.
 * The bureaus' own score is left out: each lender learns a scorecard from the same reports.
 */
export const marketLed = defineInstitution({
  id: 'market-led',
  label: 'Market-led',
  facts: {
    representative: 'United States',
    mechanism: 'market agencies',
    purpose:
      'risk prevention and financial supervision (as printed; section 2.2 says credit rating)',
    openness: 'high: the whole society',
    dataSources: 'all kinds of credit institutions',
    character: 'voluntary, for profit',
  },
  parameters: {
    ...recordParameters({
      retentionNegative: [28, 'FCRA s. 605(a), 15 U.S.C. 1681c: seven years'],
      retentionPositive: [28, 'assumption: as negative data; the law sets no limit'],
      falseDefault: [0.02, 'assumption: one record in fifty is mixed up with another person’s'],
      missedDefault: [0.03, 'assumption: voluntary reporting misses more than it invents'],
      fee: [0.002, 'assumption: a fifth of a percent of the mean loan'],
    }),
    bureaus: whole(3, [1, 12], 'bureaus', {
      about: 'competing bureaus',
      source:
        'Equifax, Experian and TransUnion: nationwide under FCRA s. 603(p), 15 U.S.C. 1681a(p)',
    }),
    consumerFinanceReportsTo: whole(2, [0, 12], 'bureaus', {
      about: 'bureaus that a consumer-finance company reports to; banks report to all',
      source: ours,
      plausible: { low: 1, high: 3, reason: 'one bureau to all three' },
    }),
    internetReportsTo: whole(1, [0, 12], 'bureaus', {
      about: 'bureaus that an internet lender reports to',
      source: ours,
      plausible: { low: 0, high: 3, reason: 'no bureau to all three' },
    }),
  },
  rules: (p) => {
    // In the order of `LenderKind` codes.
    const bureausOf = [p.bureaus, p.consumerFinanceReportsTo, p.internetReportsTo];
    return {
      contributes: contributors('may'),
      access: readers({
        level(reader, contributor, { kind }) {
          // Bureaus from the contributor's first one, going round, to the one the reader buys from.
          const away = (reader - contributor + p.bureaus * contributor) % p.bureaus;
          return away < bureausOf[kind[contributor]] ? 'full' : 'none';
        },
        fee: p.fee,
      }),
      ...recordRules(p),
    };
  },
});
