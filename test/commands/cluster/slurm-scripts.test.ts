import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { arrayScript, submitScript } from '../../../src/commands/cluster/slurm-scripts.ts';

const plan = {
  ...{
    verb: 'run',
    named: 'sweep.yaml --set left.lag=1',
    folder: 'output/sweep',
    shards: 4,
    time: '01:00:00',
  },
  ...{ cpus: 2, lines: ['--partition=long'], program: 'creditlab' },
};
const array = arrayScript(plan);
const submit = submitScript(plan, 'sweep.array.sh');

it.each([
  ['the array script', array],
  ['the submit script', submit],
])('%s is one that a shell understands', (_, text) => {
  execFileSync('bash', ['-n'], { input: text });
});

it('the array script lets the signal reach the program, and Slurm start it again', () => {
  for (const line of ['--array=1-4', '--requeue', '--open-mode=append', '--signal=B:TERM@90']) {
    expect(array).toContain(`#SBATCH ${line}\n`);
  }
  expect(array).toContain('#SBATCH --partition=long\n');
  expect(array).toMatch(
    /\nexec creditlab run sweep\.yaml --set left\.lag=1 --out output\/sweep --shard "\$SLURM_ARRAY_TASK_ID\/4"/,
  );
});

it('the submit script goes on while something new is finished, and then merges', () => {
  // A cluster in which each round finishes one market of three.
  const fake = [
    'markets=0',
    'sbatch() { markets=$((markets + 1)); }',
    'creditlab() {',
    '  case "$1 ${3:-}" in',
    '    "status --json") echo "  \\"done\\": $markets,";;',
    '    status*) [ "$markets" -ge 3 ] && return 0 || return 75;;',
    '    merge*) echo "merged after $markets";;',
    '  esac',
    '}',
    'mkdir() { :; }',
  ].join('\n');
  const text = `${fake}\n${submit.replace('exec ', '')}`;
  expect(execFileSync('bash', { input: text, encoding: 'utf8' })).toBe('merged after 3\n');
});

it('the submit script gives up when a round finishes nothing new', () => {
  const fake =
    'sbatch() { :; }\nmkdir() { :; }\ncreditlab() { echo \'  "done": 2,\'; return 75; }\n';
  const run = () => execFileSync('bash', { input: fake + submit, stdio: 'pipe' });
  expect(run).toThrow('giving up');
});
