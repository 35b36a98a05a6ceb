import { spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';

/** What the system gives too little of, and what it takes away, told by the program itself in one sentence. */

const home = mkdtempSync(join(tmpdir(), 'creditlab-starved-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const program = fileURLToPath(new URL('../../scripts/creditlab.mjs', import.meta.url));
const small = ['--borrowers', '200', '--replicates', '2', '--quiet', '--threads', '2'];

function shell(before: string, ...words: readonly string[]) {
  const command = `${before}; exec "$0" "$@"`;
  const given = ['-c', command, process.execPath, program, ...words];
  const { status, stdout, stderr } = spawnSync('sh', given, { cwd: home, encoding: 'utf8' });
  return { status, stdout, stderr };
}

describe.runIf(existsSync('/proc/self/limits'))('open files', () => {
  it('64 are enough for a run with two threads and its report', () => {
    const { status, stderr } = shell('ulimit -n 64', 'run', 'tiny', ...small, '--out', 'few');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(readdirSync(join(home, 'few'))).toContain('report.html');
  });

  it('fewer are told in a sentence', () => {
    const { status, stderr } = shell('ulimit -n 40', 'run', 'tiny', ...small, '--out', 'none');
    expect(stderr).toMatch(/^error: only 40 files may be open here .*needs 64.*\n$/);
    expect(status).toBe(1);
    expect(existsSync(join(home, 'none'))).toBe(false);
  });
});

it('a heap that cannot hold the rows is told before anything begins', () => {
  const { status, stderr } = shell(
    'export NODE_OPTIONS=--max-old-space-size=60',
    ...['run', 'tiny', ...small, '--replicates', '500', '--out', 'heap'],
  );
  expect(stderr).toMatch(/^error: [\d,]+ rows of results need a heap of [\d,]+ MB; Node may use/);
  expect(stderr).toContain('--max-old-space-size=');
  expect(status).toBe(1);
  expect(existsSync(join(home, 'heap', 'results.csv'))).toBe(false);
});

it('a closed terminal ends a run with 75, and what is finished is kept', async () => {
  const words = ['run', 'tiny', '--borrowers', '2000', '--replicates', '40', '--threads', '1'];
  const child = spawn(process.execPath, [program, ...words, '--no-report', '--out', 'hung'], {
    cwd: home,
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
  });
  const store = join(home, 'hung', '.jobs');
  const isBegun = () =>
    existsSync(store) && readdirSync(store).some((name) => statSync(join(store, name)).size > 0);
  const timer = setInterval(() => {
    if (!isBegun()) return;
    clearInterval(timer);
    child.kill('SIGHUP');
  }, 50);
  const exitCode = await new Promise<number | null>((resolve) => child.on('close', resolve));
  expect(stderr).toContain('Stopping; what is finished is kept. The terminal was closed.');
  expect(exitCode).toBe(75);
  expect(readdirSync(join(home, 'hung'))).toEqual(['.jobs']);
});

describe('files of others', () => {
  it('are not replaced by slurm --into, nor ours if they were edited', () => {
    writeFileSync(join(home, 'tiny.array.sh'), 'mine');
    const slurm = (...more: string[]) => shell(':', 'slurm', 'tiny', '--quiet', ...more);
    for (const more of [[], ['--force']]) {
      const refused = slurm(...more);
      expect(refused.stderr).toMatch(/tiny\.array\.sh: is not a file of creditlab’s/);
      expect(refused.status).toBe(1);
    }
    expect(readFileSync(join(home, 'tiny.array.sh'), 'utf8')).toBe('mine');
    expect(existsSync(join(home, 'tiny.submit.sh'))).toBe(false);
    expect(slurm('--into', 'jobs').stderr).toBe('');
    writeFileSync(join(home, 'jobs', 'tiny.array.sh'), 'edited');
    expect(slurm('--into', 'jobs').stderr).toMatch(/was edited since/);
    expect(slurm('--into', 'jobs', '--force').status).toBe(0);
    expect(readFileSync(join(home, 'jobs', 'tiny.array.sh'), 'utf8')).toContain('#SBATCH');
  });

  it('are not replaced by score --explain', () => {
    writeFileSync(join(home, 'p.csv'), shell(':', 'score', '--template').stdout);
    const explain = (...more: string[]) =>
      shell(':', 'score', 'p.csv', '--explain', 'borrower-1', '--out', 'scores/p.csv', ...more);
    expect(explain().status).toBe(0);
    expect(explain().status).toBe(0);
    const picture = join(home, 'scores', 'sesame-borrower-1.svg');
    writeFileSync(picture, 'edited');
    expect(explain().stderr).toMatch(/was edited since/);
    rmSync(join(home, 'scores', '.drawn.json'));
    expect(explain('--force').stderr).toMatch(/is not a file of creditlab’s/);
    expect(readFileSync(picture, 'utf8')).toBe('edited');
  });
});

describe('--no-modules', () => {
  const module = 'export default {};\n';
  it.each([
    ['run', ['run', 'm.yaml']],
    ['check', ['check', 'm.yaml']],
    ['experiment', ['experiment', 'lemons', 'm.yaml']],
    ['sensitivity', ['sensitivity', 'm.yaml']],
    ['robustness', ['robustness', 'm.yaml']],
    ['converge', ['converge', 'm.yaml']],
    ['calibrate', ['calibrate', 'targets.yaml']],
    ['slurm', ['slurm', 'm.yaml']],
    ['score', ['score', '--model', 'fico', '--simulate', 'm.yaml']],
    ['evidence, of a fact', ['evidence', '--with', 'mine.mjs']],
    ['evidence, of an economy', ['evidence', '--economy', 'm.yaml', '--only', 'apr-level']],
  ])('is obeyed by %s', (_, words) => {
    writeFileSync(join(home, 'mine.mjs'), module);
    const head = 'version: 1\ntitle: t\nquestion: q\nsource: s\nextends: tiny\n';
    writeFileSync(
      join(home, 'm.yaml'),
      `${head}institutions: [none, { use: ./mine.mjs, as: mine }]\n`,
    );
    const targets = readFileSync(
      new URL('../../scenarios/targets-us.yaml', import.meta.url),
      'utf8',
    );
    writeFileSync(
      join(home, 'targets.yaml'),
      targets.replace('scenario: baseline', 'scenario: m.yaml'),
    );
    const { status, stderr } = shell(':', ...words, '--no-modules');
    expect(stderr).toMatch(/--no-modules refuses that/);
    expect(status).toBe(1);
  });

  it(
    'is obeyed by verify --trust and merge, which find the module in a folder',
    { timeout: 400_000 },
    () => {
      writeFileSync(
        join(home, 'good.mjs'),
        `import { contributors, defineInstitution, readers, recordParameters, recordRules } from 'creditlab';
export default defineInstitution({
  id: 'good', label: 'Good',
  facts: { representative: 'r', mechanism: 'm', purpose: 'p', openness: 'o', dataSources: 'd', character: 'c' },
  parameters: recordParameters({}),
  rules: (p) => ({
    contributes: contributors({ bank: 'must' }),
    access: readers({ level: () => 'full', fee: 0 }),
    ...recordRules(p),
  }),
});
`,
      );
      const head = 'version: 1\ntitle: t\nquestion: q\nsource: s\nextends: tiny\n';
      writeFileSync(
        join(home, 'good.yaml'),
        `${head}institutions: [none, { use: ./good.mjs, as: good }]\n`,
      );
      const run = (...more: string[]) => shell(':', 'run', 'good.yaml', ...small, ...more);
      expect(run('--no-report', '--out', 'whole').stderr).toBe('');
      for (const shard of ['1/2', '2/2']) {
        expect(run('--shard', shard, '--out', 'part').status).not.toBe(1);
      }
      for (const words of [
        ['verify', 'whole', '--trust'],
        ['merge', 'part'],
      ]) {
        const { status, stderr } = shell(':', ...words, '--no-modules');
        expect(stderr).toMatch(/--no-modules refuses that/);
        expect(status).toBe(1);
      }
    },
  );
});
