import { availableParallelism, totalmem } from 'node:os';
import type { Scenario } from '../scenario/scenario.ts';

/** What a run will take, said before it begins. */
export interface Plan {
  readonly jobs: number;
  /** Borrowers × quarters × worlds × institutions × replicates. */
  readonly borrowerQuarters: number;
  /** Memory of one thread and its market, in bytes, about. */
  readonly bytesPerJob: number;
  /** Jobs at the same time. */
  readonly threads: number;
}

/** What a thread takes before its market, measured on Node 20. */
const bytesPerThread = 45e6;

/** A borrower's traits and its share of the sums, and four maps of four bytes for each lender. */
const bytesPerBorrower = (lenders: number) => 44 + 16 * lenders;

/** Share of the machine's memory that markets may fill together. */
const memoryShare = 0.5;

/**
 * How a scenario will be run here. Very large markets run one at a time, whatever threads were asked for.
 *
 * @param wanted threads asked for; by default one a core
 */
export function planOf(scenario: Scenario, wanted = availableParallelism()): Plan {
  const { borrowers, quarters, worlds, institutions, lenders, replicates } = scenario;
  const bytesPerJob = bytesPerThread + borrowers * bytesPerBorrower(lenders.length);
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
  const memory = `about ${Math.ceil((plan.threads * plan.bytesPerJob) / 1e6)} MB`;
  return `${factors} = ${size}; ${counted(plan.threads, 'thread')}, ${memory}`;
}

function counted(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
