import type { SumName } from '../engine/ledger.ts';
import { proportion, type Measure } from './measure.ts';
import { ratio } from './sums.ts';

/**
 * Akerlof's pool, stage by stage: if adverse selection bites, safe types thin out and true risk rises
 * from applicants to approved to takers, and from quarter to quarter when the market unravels.
 */
export const lemons: readonly Measure[] = [
  safeShare('applicants', 'among applications', 'safeApplications', 'applications'),
  safeShare('approved', 'among approved applications', 'safeApprovals', 'approvals'),
  safeShare('takers', 'among loans taken', 'safeLoans', 'loans'),
  truePd(
    'applicants',
    'among applications, at the contract offered, or at the cap if refused',
    'applicantPd',
    'applications',
  ),
  truePd(
    'approved',
    'among approved applications, at the contract offered',
    'approvedPd',
    'approvals',
  ),
  truePd('takers', 'among loans taken', 'loanPd', 'loans'),
];

function safeShare(stage: string, population: string, top: SumName, bottom: SumName): Measure {
  return {
    id: `safe-share-${stage}`,
    title: `Safe types, ${stage}`,
    unit: stage === 'takers' ? 'share of loans' : 'share of applications',
    range: proportion,
    better: 'higher',
    population,
    source: "Akerlof 1970; safe: hazard before effort below the population's median",
    series: true,
    of: ratio(top, bottom),
  };
}

function truePd(stage: string, population: string, top: SumName, bottom: SumName): Measure {
  return {
    id: `true-pd-${stage}`,
    title: `True default probability, ${stage}`,
    unit: 'probability',
    range: proportion,
    better: 'lower',
    population,
    source: 'Akerlof 1970; model §2: PD = 1 − (1 − f(1 − e))·w',
    series: true,
    of: ratio(top, bottom),
  };
}
