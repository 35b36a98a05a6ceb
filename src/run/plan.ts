import { availableParallelism, totalmem } from 'node:os';
import type { Scenario } from '../scenario/scenario.ts';

/** What a run will take, said before it begins. */
export interface Plan {
  readonly jobs: number;
  /** Borrowers × quarters × worlds × institutions × replicates. */
  readonly borrowerQuarters: number;
  /** Memory of one market, in bytes, about. */
  readonly bytesPerJob: number;
  /** Jobs at the same time. */
  readonly threads: number;
}

/**
 * Bytes kept per borrower: three maps of 4 bytes per lender (four with a standards gap), traits, and
 * working columns. Measured by `npm run bench`.
 */
const bytesPerBorrower = 135;

/** Share of the machine's memory that markets may fill together. */
const memoryShare = 0.5;

/**
 * How a scenario will be run here. Very large markets run one at a time, whatever threads were asked for.
 *
 * @param wanted threads asked for; by default one a core
 */
export function planOf(scenario: Scenario, wanted = availableParallelism()): Plan {
  const { borrowers, quarters, worlds, institutions, replicates } = scenario;
  const bytesPerJob = borrowers * bytesPerBorrower;
  const fitting = Math.max(1, Math.floor((memoryShare * totalmem()) / bytesPerJob));
  const jobs = institutions.length * replicates;
  return {
    jobs,
    borrowerQuarters: borrowers * quarters * worlds.length * jobs,
    bytesPerJob,
    threads: Math.min(wanted, fitting, jobs),
  };
}

/** The plan in one line: "8 institutions × 4 worlds × 20 replicates × 20,000 borrowers × 48 quarters = …". */
export function planText(scenario: Scenario, plan: Plan): string {
  const { borrowers, quarters, worlds, institutions, replicates } = scenario;
  const factors = [
    counted(institutions.length, 'institution'),
    counted(worlds.length, 'world'),
    counted(replicates, 'replicate'),
    counted(borrowers, 'borrower'),
    counted(quarters, 'quarter'),
  ].join(' × ');
  const size = `${(plan.borrowerQuarters / 1e6).toLocaleString('en', { maximumSignificantDigits: 3 })} million borrower-quarters`;
  const memory = `about ${Math.ceil((plan.threads * plan.bytesPerJob) / 1e6)} MB of markets`;
  return `${factors} = ${size}; ${counted(plan.threads, 'thread')}, ${memory}`;
}

function counted(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
