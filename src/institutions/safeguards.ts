import { real, type ValuesOf } from '../parameters.ts';
import type { Rules } from './institution.ts';

const leaks = 'Xu, Guo & Li, section 3.2.1: data leak; off unless a scenario sets it';
const standards = 'Xu, Guo & Li, section 5.2: one data standard; off unless a scenario sets it';
const law =
  'Xu, Guo & Li, sections 3.2.3 and 5.1: law and supervision; off unless a scenario sets it';
const rights = 'Xu, Guo & Li, section 5.3: publicity, own inquiries; off unless a scenario sets it';

/**
 * What may go wrong with records beyond errors, and what is done about it (model.md §6.7). All is off at 0, and gives the
 * numbers that there were without it.
 */
export const safeguardParameters = {
  leakChance: real(0, [0, 1], 'chance a quarter', {
    about: 'chance that one who holds a record lets it leak, for each holder and quarter on file',
    source: leaks,
  }),
  leakLoss: real(0, [0, 10], 'mean loans', {
    about: 'what a borrower loses whose record has leaked',
    source: leaks,
  }),
  unified: real(0, [0, 1], 'share', {
    about: 'how much of the gap between standards one standard closes',
    source: standards,
  }),
  unifyCost: real(0, [0, 1], 'mean loans a loan', {
    about: 'what a wholly unified standard costs, for each report on a granted loan',
    source: standards,
  }),
  audit: real(0, [0, 1], 'chance', { about: 'chance that a record is audited', source: law }),
  penalty: real(0, [0, 10], 'mean loans', {
    about: 'what a lender pays that an audit finds careless',
    source: law,
  }),
  carelessness: real(0.02, [0.0001, 1], 'mean loans', {
    about:
      'most that a lender saves on a record by not taking care; what it saves is even between 0 and this',
    source: 'Xu, Guo & Li name the problem and no size; it acts only where records are audited',
  }),
  auditCost: real(0, [0, 1], 'mean loans', {
    about: 'what an audit of a record costs',
    source: law,
  }),
  inquiries: real(0, [0, 1], 'share a quarter', {
    about: 'borrowers that look at their own file and have false defaults struck off',
    source: rights,
  }),
  inquiryCost: real(0, [0, 1], 'mean loans a loan', {
    about: 'what it costs, for each report on a granted loan, if all borrowers look every quarter',
    source: rights,
  }),
};

/** Values of what guards records. */
export type SafeguardValues = ValuesOf<typeof safeguardParameters>;

/**
 * The rules of a tier with what guards its records.
 *
 * *Law.* Care costs a lender something on each record, evenly between 0 and `carelessness`; it is careless where that is more
 * than the fine that it expects, `audit` × `penalty`. Errors, late reporting and leaks fall in proportion. Fines are a transfer.
 * *One standard* closes its share of the gap. *Own inquiries*: a false default stands until its borrower looks; errors are
 * drawn when a record is made, so the share of them that stand on average is what is drawn.
 */
export function safeguarded(rules: Rules, p: SafeguardValues): Rules {
  const careless = Math.max(0, 1 - (p.audit * p.penalty) / p.carelessness);
  const { falseDefault, missedDefault, standardsGap } = rules.errors;
  const { records } = rules;
  const leaking = p.leakChance > 0 && p.leakLoss > 0;
  return {
    ...rules,
    errors: {
      falseDefault: falseDefault * careless * standing(p.inquiries, records.retentionNegative),
      missedDefault: missedDefault * careless,
      standardsGap: standardsGap * (1 - p.unified),
    },
    records: { ...records, lag: Math.round(records.lag * careless) },
    costPerReport:
      rules.costPerReport +
      p.unified * p.unifyCost +
      p.audit * p.auditCost +
      p.inquiries * p.inquiryCost,
    ...(leaking && { leak: { chance: p.leakChance * careless, loss: p.leakLoss } }),
  };
}

/** Share of its quarters on file that an error stands which is found with this chance each quarter. */
function standing(found: number, quarters: number): number {
  if (quarters === 0) return 1;
  let left = 1;
  let stands = 0;
  for (let s = 0; s < quarters; s++) {
    stands += left;
    left *= 1 - found;
  }
  return stands / quarters;
}
