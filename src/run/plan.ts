import { availableParallelism, totalmem } from 'node:os';
import { getHeapStatistics } from 'node:v8';
import { filesOf, type MemoryPlan, planMemory } from '../engine/running/index.ts';
import { UserError } from '../errors.ts';
import { contrastMeasures } from '../measures/index.ts';
import { measures } from '../measures/registry.ts';
import { loadExternalInstitution } from '../scenario/institutions/external.ts';
import { marketInstitutionOf } from '../scenario/institutions/resolve.ts';
import { pageSize } from '../random/draws.ts';
import { originsOf, type Scenario } from '../scenario/index.ts';
import { jobCount, pointCount, samplePoints } from './design/sizes.ts';

/** What a run will take, said before it begins. */
export interface Plan {
  readonly jobs: number;
  /** Borrowers × quarters × worlds × institutions × replicates. */
  readonly borrowerQuarters: number;
  /** Memory of the market that needs most. */
  readonly memory: MemoryPlan;
  /**
   * Whether the run is so small that it is done before threads would have started: this process does it alone. Not with
   * a user's module, which may hang or end the process that it runs in.
   */
  readonly withoutThreads: boolean;
  /** Jobs at the same time. */
  readonly lanes: number;
  /** Threads that share each market; more than one only where too few jobs fit to keep all busy. */
  readonly threadsPerJob: number;
  /** Worlds are simulated side by side, which saves time, rather than one after the other, which saves memory. */
  readonly worldsTogether: boolean;
}

/** Share of the machine's memory that markets may fill together. */
const memoryShare = 0.75;

/** Pages that a thread should have of a market: with fewer, threads mostly wait for each other. */
const pagesWorthAThread = 8;

/** Below this many borrower-quarters, starting threads takes longer than the run. */
const worthThreads = 1_000_000;

/**
 * How a scenario will be run here: a job a thread while jobs are many and markets fit beside each other, else several
 * threads a market. Only time and memory depend on it.
 *
 * @param asked threads asked for; if none were, one a core, or none at all for a small run
 * @param memory bytes that this machine has
 * @param heap bytes that Node may use for what is no market: rows, above all
 * @throws UserError if a single market does not fit, or an institution cannot be used
 */
export async function planOf(
  scenario: Scenario,
  asked: number | undefined,
  memory = machineMemory(),
  heap = getHeapStatistics().heap_size_limit,
): Promise<Plan> {
  requireHeap(scenario, heap);
  const { quarters, worlds, institutions } = scenario;
  const sizes = samplePoints(scenario);
  const markets = await Promise.all(
    sizes.flatMap((size) =>
      size.institutions.map(async (institution) => {
        const marketInstitution = await marketInstitutionOf(
          institution,
          size.lenders,
          loadExternalInstitution,
        );
        return [size, filesOf(size, marketInstitution)] as const;
      }),
    ),
  );
  const relearned = scenario.sanctions === 'relearned';
  const largest = (together: number) =>
    markets
      .map(([size, files]) => planMemory(size, files, together, relearned, 1))
      .reduce((a, b) => (b.total > a.total ? b : a));
  const borrowers = Math.max(...sizes.map((size) => size.borrowers));
  const apart = largest(1);
  const together = worlds.length === 1 ? apart : largest(worlds.length);
  if (apart.total > memoryShare * memory) throw tooLarge(borrowers, apart, memory);
  const jobs = jobCount(scenario);
  const borrowerQuarters = borrowers * quarters * worlds.length * jobs;
  const isOurs = institutions
    .flatMap(({ from }) => originsOf(from))
    .every(({ kind }) => kind !== 'module');
  const withoutThreads = asked === undefined && borrowerQuarters < worthThreads && isOurs;
  const wanted = withoutThreads ? 1 : (asked ?? ownCores());
  const lanesOf = ({ total }: MemoryPlan) =>
    Math.min(wanted, Math.floor((memoryShare * memory) / total), jobs);
  const useful = Math.floor(borrowers / (pagesWorthAThread * pageSize));
  const threadsIn = (lanes: number) =>
    Math.max(1, Math.min(Math.floor(wanted / Math.max(1, lanes)), useful));
  // Side by side only where that leaves no thread idle: threads that share a market take its worlds in turn.
  const worldsTogether = lanesOf(together) > 0 && threadsIn(lanesOf(together)) === 1;
  const plan = worldsTogether ? together : apart;
  return {
    ...{ jobs, borrowerQuarters, withoutThreads },
    memory: plan,
    lanes: lanesOf(plan),
    threadsPerJob: threadsIn(lanesOf(plan)),
    worldsTogether,
  };
}

/** Bytes of heap that the program takes with its report, and each row of results until it is written: with less it would fall over. */
const leastHeap = 128e6;
const rowHeap = 100;

/** @throws UserError if the rows of a run cannot fit into what Node may use; a design keeps those of a point only */
function requireHeap(scenario: Scenario, heap: number): void {
  if (scenario.design) return;
  const rows = jobCount(scenario) * rowsOfMarket(scenario);
  const needed = leastHeap + rowHeap * rows;
  if (needed <= heap) return;
  const megabytes = (bytes: number) => `${Math.ceil(bytes / 1e6).toLocaleString('en')} MB`;
  const message = `${rows.toLocaleString('en')} rows of results need a heap of ${megabytes(needed)}; Node may use ${megabytes(heap)}`;
  const hint = `give it more: NODE_OPTIONS=--max-old-space-size=${Math.ceil((2 * needed) / 1e6)}, or take fewer replicates`;
  throw new UserError([{ message, hint }]);
}

/** Cores that this process may use: what Slurm gives a task, else those of the machine. */
function ownCores(): number {
  const given = Number(process.env['SLURM_CPUS_PER_TASK']);
  return Number.isInteger(given) && given > 0 ? given : availableParallelism();
}

/** Memory of this machine, or of the container that this process is in. */
function machineMemory(): number {
  const limit = process.constrainedMemory();
  return limit > 0 ? Math.min(limit, totalmem()) : totalmem();
}

function tooLarge(borrowers: number, { perBorrower, total }: MemoryPlan, memory: number) {
  const has = memoryShare * memory;
  const fits = Math.floor((has - (total - perBorrower * borrowers)) / perBorrower / 1000) * 1000;
  return new UserError([
    {
      message:
        `${borrowers.toLocaleString('en')} borrowers need ${gigabytes(total)} ` +
        `(${Math.ceil(perBorrower)} bytes each); there are ${gigabytes(has)}, ` +
        `${memoryShare * 100}% of this machine’s ${gigabytes(memory)}`,
      hint: `at most ${Math.max(0, fits).toLocaleString('en')} borrowers fit here; more replicates need no more memory`,
    },
  ]);
}

const gigabytes = (bytes: number) =>
  `${(bytes / 1e9).toLocaleString('en', { maximumSignificantDigits: 3 })} GB`;

/** The plan in one line: "8 institutions × 4 worlds × 20 replicates × 20,000 borrowers × 48 quarters = …". */
export function planText(scenario: Scenario, plan: Plan): string {
  const { borrowers, quarters, worlds, institutions, replicates } = scenario;
  const { design } = scenario;
  const points = design ? pointCount(scenario) : 1;
  const factors = [
    ...(design ? [counted(points, 'point')] : []),
    counted(institutions.length, 'institution'),
    counted(worlds.length, 'world'),
    counted(replicates, 'replicate'),
    counted(borrowers, 'borrower'),
    counted(quarters, 'quarter'),
  ].join(' × ');
  const all = points * institutions.length * replicates;
  const once =
    plan.jobs < all
      ? ` (${counted(plan.jobs, 'market')}, each once, of ${all.toLocaleString('en')} asked for)`
      : '';
  const size = `${(plan.borrowerQuarters / 1e6).toLocaleString('en', { maximumSignificantDigits: 3 })} million borrower-quarters`;
  const shared = plan.threadsPerJob > 1 ? ', several to a market' : '';
  const threads = counted(plan.lanes * plan.threadsPerJob, 'thread') + shared;
  const { perBorrower, market, total } = plan.memory;
  const bytes = plan.lanes * (market + plan.threadsPerJob * (total - market));
  const each = `${Math.ceil(perBorrower)} bytes for each borrower of a market`;
  const atOnce = plan.lanes > 1 ? `, ${plan.lanes} at a time` : '';
  const memory = `about ${Math.ceil(bytes / 1e6)} MB (${each}${atOnce})`;
  return `${factors} = ${size}${once}; ${threads}, ${memory}`;
}

/** Rows of a market in results.csv. */
function rowsOfMarket({ quarters, worlds, lenders, economy, design }: Scenario): number {
  const whole = measures.length * worlds.length + contrastMeasures.length;
  const parts = lenderMeasures * lenders.length + economy.loan.term;
  const series = measures.filter((measure) => measure.series).length * quarters;
  return whole + parts + (design && !design.series ? 0 : series);
}

/** Measures of each lender. */
const lenderMeasures = 8;

/** Rows by quarter that a market has besides, where a reform is told by them: measures of the market, and of each lender. */
function rowsOfPaths({ institutions, quarters, lenders, design }: Scenario): number {
  if (design && !design.series) return 0;
  const pasts = institutions.map(({ reformOf }) => reformOf);
  const told = institutions.filter(({ id, reformOf }) => reformOf ?? pasts.includes(id)).length;
  return told * quarters * (marketPaths + lenderPaths * lenders.length);
}
const marketPaths = 22;
const lenderPaths = 7;

/** Bytes of a row in results.csv with results.parquet and summary.csv, and of a number among finished jobs; measured. */
const rowBytes = 110;
const storedBytes = 35;

/** Borrower-quarters a second and thread, about; measured on a core of an ordinary server (docs/performance.md). */
const usualSpeed = 900_000;

/** What a run will take of disk and time, roughly: time depends on the machine, and is told better once it runs. */
export function costText(scenario: Scenario, plan: Plan): string {
  const points = scenario.design ? pointCount(scenario) : 1;
  const { institutions, replicates } = scenario;
  const rowsOfPoint = institutions.length * rowsOfMarket(scenario) + rowsOfPaths(scenario);
  const rows = points * replicates * rowsOfPoint;
  const stored = plan.jobs * rowsOfMarket(scenario) * storedBytes;
  const disk = (rows * rowBytes + stored) / 1e6;
  const seconds = plan.borrowerQuarters / usualSpeed / (plan.lanes * plan.threadsPerJob);
  const minutes = Math.ceil(seconds / 60);
  const time =
    minutes < 120 ? counted(minutes, 'minute') : counted(Math.ceil(minutes / 60), 'hour');
  return (
    `${counted(plan.jobs, 'market')} to simulate; ${rows.toLocaleString('en')} rows of results, ` +
    `about ${Math.ceil(disk).toLocaleString('en')} MB of disk; roughly ${time} here from the beginning`
  );
}

function counted(n: number, noun: string): string {
  return `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}
