/**
 * The suite of `npm run slurm-suite`: a design on two nodes of a real Slurm, one of which is killed in the middle of its
 * work, and an answer that is found in two stages. What comes out are the bytes of one process. The last line counts.
 */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whyNot } from './needs.ts';
import { startSlurm, type Slurm } from './slurm.ts';
import {
  asked,
  creditlab,
  differences,
  finishedBy,
  submit,
  sweepIn,
  type Submitted,
} from './sweep.ts';
import { isStep, tasksOf, type Task } from './tasks.ts';
import { elapsed, startClock, until } from './until.ts';

/** What was submitted, to be ended in the end whatever happens. */
const submitted: Submitted[] = [];

const isCi = process.env['CI'] === 'true';

let passed = 0;
let failed = 0;
const judge = (holds: boolean, says: string) => {
  if (holds) passed++;
  else failed++;
  console.log(`${holds ? 'holds ' : 'FAILED'} ${says} (${elapsed().toFixed(0)} s)`);
};

/** Markets of a shard that are finished before its node is killed. */
const before = 2;

/** A shard on the first node that is in the middle of its work. */
async function taskAtWork(folder: string, config: string): Promise<Task> {
  let found: Task | undefined;
  await until('a shard on the first node has begun its work', () => {
    found = tasksOf(config).find(({ node }) => node === 'n1');
    return found !== undefined && finishedBy(folder, found.pid).length >= before;
  });
  if (!found || !isStep(found.step)) throw new Error('a task that no step of Slurm’s has started');
  return found;
}

/** Lets Slurm find out that a node is lost, and start its task at once where it would wait for two minutes. */
async function startedAgain(slurm: Slurm, lost: Task): Promise<Task> {
  const shown = () => slurm.command('scontrol', 'show', 'job', lost.job);
  await until('Slurm requeues the task of the lost node', () => /Restarts=[1-9]/.test(shown()));
  let again: Task | undefined;
  await until('the task runs on the other node', () => {
    if (shown().includes('JobState=PENDING')) {
      try {
        slurm.command('scontrol', 'update', `JobId=${lost.job}`, 'StartTime=now');
      } catch {
        // It may have begun meanwhile.
      }
    }
    again = tasksOf(slurm.environment['SLURM_CONF'] ?? '').find(
      ({ job, pid }) => job === lost.job && pid !== lost.pid,
    );
    return again !== undefined;
  });
  if (!again) throw new Error('a task is found that is none');
  return again;
}

/** Whether a process has ended, waited for or not. */
function isDead(pid: number): boolean {
  try {
    return /^State:\s+[ZX]/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return true;
  }
}

/**
 * One design, whose first node is lost in the middle of a shard.
 *
 * @param task whether the task dies with daemon and step, or lives on and writes beside the one that takes its place
 */
async function loseNode(
  slurm: Slurm,
  folder: string,
  whole: string,
  task: 'killed' | 'alive',
): Promise<void> {
  const name = `daemon and step killed, the task ${task}`;
  const design = submit(sweepIn(folder), slurm.environment);
  submitted.push(design);
  const lost = await taskAtWork(folder, slurm.environment['SLURM_CONF'] ?? '');
  for (const pid of [slurm.daemonOf('n1'), lost.step]) process.kill(pid, 'SIGKILL');
  await until('the step is dead', () => isDead(lost.step));
  // One that lives on is held until its twin is at work, so that two write one shard however fast the machine is. Only now: of a
  // group that loses its parent while it is held, the system sends SIGHUP to all, and the task would end.
  process.kill(lost.pid, task === 'alive' ? 'SIGSTOP' : 'SIGKILL');
  const early = finishedBy(folder, lost.pid);
  console.log(`       ${name}: shard ${lost.shard} after ${early.length} markets`);

  const again = await startedAgain(slurm, lost);
  judge(again.node === 'n2', `${name}: requeued, and begun again on the other node`);
  if (task === 'alive') {
    await until('the twin has begun', () => finishedBy(folder, again.pid).length > 0);
    process.kill(lost.pid, 'SIGCONT');
  }
  await until('the design is merged', () => design.ended() !== null);
  judge(design.ended() === 0, `${name}: the submit script ends with ${design.ended()}`);
  if (design.ended() !== 0) console.log(design.said());
  if (task === 'alive') {
    const [first, second] = [finishedBy(folder, lost.pid), finishedBy(folder, again.pid)];
    const both = first.filter((key) => second.includes(key)).length;
    judge(
      first.length > early.length && second.length > 0,
      `${name}: two wrote one shard, ${first.length} and ${second.length} markets, ${both} of them twice`,
    );
  }
  const other = differences(join(whole, 'out'), join(folder, 'out'));
  judge(other.length === 0, `${name}: the bytes of one process ${other.join(' ')}`);
}

/** A shard is told that its time is up: it ends with 75, Slurm leaves it, and the submit script calls again. */
async function endInTime(slurm: Slurm, folder: string, whole: string): Promise<void> {
  const name = 'time is up';
  const design = submit(sweepIn(folder), slurm.environment);
  submitted.push(design);
  const told = await taskAtWork(folder, slurm.environment['SLURM_CONF'] ?? '');
  // As Slurm does by --signal=B:TERM@90.
  slurm.command('scancel', '--signal=TERM', '--batch', told.job);
  await until('the design is merged', () => design.ended() !== null);
  const shown = slurm.command('scontrol', 'show', 'job', told.job);
  judge(shown.includes('ExitCode=75:0'), `${name}: the shard ends with 75`);
  judge(design.ended() === 0, `${name}: the submit script ends with ${design.ended()}`);
  if (design.ended() !== 0) console.log(design.said());
  const other = differences(join(whole, 'out'), join(folder, 'out'));
  judge(other.length === 0, `${name}: the bytes of one process ${other.join(' ')}`);
}

/** An answer, whose second stage follows from the first: rounds of shards until both are done. */
async function answer(slurm: Slurm, folder: string): Promise<void> {
  const name = 'an answer in two stages';
  mkdirSync(folder);
  creditlab(folder, 'sensitivity', 'tiny', ...asked, '--out', 'whole', '--quiet', '--no-figures');
  const verb = ['--verb', 'sensitivity'];
  const analysis = submit(folder, slurm.environment, ['tiny', ...verb, ...asked]);
  submitted.push(analysis);
  await until('the answer is found', () => analysis.ended() !== null);
  judge(analysis.ended() === 0, `${name}: the submit script ends with ${analysis.ended()}`);
  if (analysis.ended() !== 0) console.log(analysis.said());
  // The submit script draws, and the list of what is drawn stands beside it.
  const drawn = (file: string) => file.startsWith('figures/') || file === '.drawn.json';
  const other = differences(join(folder, 'whole'), join(folder, 'out')).filter(
    (one) => !drawn(one),
  );
  judge(other.length === 0, `${name}: the bytes of one process ${other.join(' ')}`);
}

async function suite(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'creditlab-slurm-'));
  let slurm: Slurm | undefined;
  try {
    slurm = await startSlurm(folder);
    console.log(`       two nodes take work after ${elapsed().toFixed(0)} s`);
    const whole = sweepIn(join(folder, 'whole'));
    creditlab(whole, 'run', 'sweep.yaml', '--out', 'out', '--quiet');
    await answer(slurm, join(folder, 'answer'));
    await endInTime(slurm, join(folder, 'time'), whole);
    await loseNode(slurm, join(folder, 'killed'), whole, 'killed');
    await slurm.begin('n1');
    await loseNode(slurm, join(folder, 'alive'), whole, 'alive');
  } catch (error) {
    judge(false, error instanceof Error ? error.message : String(error));
    const log = join(folder, 'slurmctld.log');
    if (existsSync(log)) console.log(readFileSync(log, 'utf8').split('\n').slice(-30).join('\n'));
  } finally {
    for (const design of submitted) design.end();
    for (const { pid, step } of tasksOf(join(folder, 'slurm.conf'))) {
      for (const one of isStep(step) ? [pid, step] : [pid]) process.kill(one, 'SIGKILL');
    }
    slurm?.end();
  }
  if (failed === 0) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  else console.log(`logs: ${folder}`);
}

const reason = whyNot(isCi);
startClock();
if (reason === undefined) await suite();
else if (isCi) judge(false, reason);
else console.log(`SKIPPED, NOTHING WAS TESTED ON A CLUSTER: ${reason}`);
console.log(`${elapsed().toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
