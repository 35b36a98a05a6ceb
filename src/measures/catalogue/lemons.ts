import type { SumName } from '../../engine/index.ts';
import { proportion, type Measure } from '../measure.ts';
import { ratio } from '../sums.ts';

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
    source: "Akerlof 1970; safe: hazard, by capacity and capital, below the population's median",
    series: true,
    of: ratio(top, bottom),
  };
}

function truePd(stage: string, population: string, top: SumName, bottom: SumName): Measure {
  return {
    id: `true-pd-${stage}`,
    title: `True risk of default over the loan's life, ${stage}`,
    unit: 'share of loans',
    range: proportion,
    better: 'lower',
    population,
    source: 'Akerlof 1970; model §3.1: life PD = 1 − Π(1 − F)·w',
    series: true,
    of: ratio(top, bottom),
  };
}
