/**
 * `npm run package-suite`: the package as users get it. Packs a fresh clone, installs the tarball into empty folders, and
 * uses it: on three versions of Node, from JavaScript and TypeScript, without network, as somebody else. Needs npm's
 * registry. All of it lies in a temporary folder that is gone afterwards. The last line counts.
 */
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { bytesIn, call as callIn, check, megabytes, need, tellCount } from './package-checks.mjs';
import { root } from './prepare.mjs';

const versions = ['20', '22', '24'];
/** What the package may weigh, in MB: the tarball, unpacked, and with all that it pulls in. */
const most = { tarball: 6, unpacked: 14, installed: 90 };
/** Nobody, on most systems. */
const somebody = { uid: 65534, gid: 65534 };

const base = mkdtempSync(join(tmpdir(), 'creditlab-package-'));
chmodSync(base, 0o755);
const place = (name) => {
  mkdirSync(join(base, name), { recursive: true });
  return join(base, name);
};

/** Runs a command, in the suite's folder unless it is told another. */
const call = (command, args, options) => callIn(command, args, { cwd: base, ...options });

const small = [
  '--borrowers',
  '300',
  '--quarters',
  '12',
  '--burn-in',
  '4',
  '--no-report',
  '--quiet',
];

const clone = join(base, 'clone');
const user = place('user');
const program = join(user, 'node_modules/creditlab/scripts/creditlab.mjs');
let tarball = '';

try {
  call('git', ['clone', '-q', root, clone]);

  check('a clone that is not installed says so, and installs nothing', () => {
    const said = call(join(clone, 'creditlab'), ['list'], { expected: 1 });
    need(said.includes('npm start'), said);
    need(!existsSync(join(clone, 'node_modules')), 'it installed something');
  });

  check('npm pack builds in a fresh clone', () => {
    call('npm', ['pack', '--pack-destination', base], { cwd: clone });
    const name = readdirSync(base).find((one) => one.endsWith('.tgz'));
    need(name, 'there is no tarball');
    tarball = join(base, name);
    const files = call('tar', ['-tzf', tarball]).split('\n');
    const wanted = ['dist/cli.js', 'dist/index.js', 'dist/browser.js', 'dist/types/index.d.ts'];
    for (const one of [...wanted, 'dist/types/browser.d.ts', 'scenarios/scenario.schema.json'])
      need(files.includes(`package/${one}`), `${one} is not in it`);
    const strange = files.filter((one) => /^package\/(src|test|bench|node_modules)\//.test(one));
    need(strange.length === 0, `it holds ${strange.slice(0, 5).join(', ')}`);
    const size = megabytes(statSync(tarball).size);
    need(size <= most.tarball, `${size} MB, more than ${most.tarball}`);
    return `${size} MB`;
  });

  check('installs into an empty folder without what only we need', () => {
    writeFileSync(join(user, 'package.json'), '{ "private": true, "type": "module" }\n');
    call('npm', ['install', '--omit=dev', '--no-audit', '--no-fund', tarball], { cwd: user });
    const all = megabytes(bytesIn(join(user, 'node_modules')));
    const own = megabytes(bytesIn(join(user, 'node_modules/creditlab')));
    need(!existsSync(join(user, 'node_modules/rolldown')), 'rolldown is installed');
    need(own <= most.unpacked && all <= most.installed, `${own} MB, with others ${all} MB`);
    const heavy = readdirSync(join(user, 'node_modules'))
      .map((name) => [name, megabytes(bytesIn(join(user, 'node_modules', name)))])
      .toSorted((a, b) => b[1] - a[1])
      .slice(0, 6)
      .map(([name, size]) => `${name} ${size}`);
    return `${own} MB, with all that it pulls in ${all} MB; most: ${heavy.join(', ')}`;
  });

  check('installs globally', () => {
    const prefix = place('global');
    call('npm', ['install', '-g', '--prefix', prefix, '--no-audit', '--no-fund', tarball]);
    need(call(join(prefix, 'bin/creditlab'), ['list']).includes('baseline'), 'lists no baseline');
  });

  const hashes = versions.map((version) => {
    let node = process.execPath;
    if (!process.versions.node.startsWith(`${version}.`)) {
      const folder = place(`node-${version}`);
      writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
      call('npm', ['install', '--no-audit', '--no-fund', `node@${version}`], { cwd: folder });
      node = join(folder, 'node_modules/node/bin/node');
    }
    return check(`runs on Node ${version}`, () => {
      const out = place(`out-${version}`);
      call(node, [program, 'run', 'tiny', ...small, '--threads', '2', '--out', out], { cwd: user });
      call(node, [program, 'report', out], { cwd: user });
      const hash = createHash('sha256').update(readFileSync(join(out, 'results.csv')));
      return `${call(node, ['--version']).trim()}, results ${hash.digest('hex').slice(0, 12)}`;
    });
  });
  check('gives the same bytes on all of them', () => {
    const all = new Set(hashes.map((told) => told?.split(' results ')[1]));
    need(all.size === 1, [...all].join(', '));
  });

  // A world without network needs no rights where the system lets users make one.
  if (spawnSync('unshare', ['-rn', 'true']).status === 0) {
    check('starts and runs without network', () => {
      const args = [process.execPath, program, 'run', 'tiny', ...small, '--out', place('offline')];
      call('unshare', ['-rn', ...args], { cwd: user });
    });
  } else {
    console.log('skip a start without network: this system lets nobody cut it off (unshare -rn)');
  }

  check('is imported and required from JavaScript', () => {
    const script = (name, text) => {
      writeFileSync(join(user, name), text);
      return call(process.execPath, [name], { cwd: user });
    };
    const body = `run('tiny', { borrowers: 300, quarters: 12, burnIn: 4, replicates: 1 })
      .then(({ rows, verdict }) => console.log(rows.value.length > 100 && verdict.length > 3));`;
    const schema = `import schema from 'creditlab/schema' with { type: 'json' };
      import { run } from 'creditlab/browser'; console.log(schema.title, typeof run);`;
    need(script('a.mjs', `import { run } from 'creditlab'; ${body}`).includes('true'), 'import');
    need(
      script('b.cjs', `const { run } = require('creditlab'); ${body}`).includes('true'),
      'require',
    );
    need(script('c.mjs', schema).includes('creditlab scenario function'), 'schema and browser');
    need(
      call(process.execPath, ['-p', "require('creditlab/package.json').name"], {
        cwd: user,
      }).includes('creditlab'),
      'package.json',
    );
  });

  check('has types that TypeScript projects find, as modules and as CommonJS', () => {
    const text = `import { run, UserError, type Result } from 'creditlab';
import { run as inPage } from 'creditlab/browser';
export async function main(): Promise<Result> {
  const result = await run('tiny', { set: { 'economy.behaviour.awareness': 0.5 } });
  const widths: number[] = result.summary({ measure: 'welfare' }).map(({ low, high }) => high - low);
  const values: Float64Array = result.rows.value;
  // @ts-expect-error -- there is no such option
  await inPage('tiny', { replicate: widths.length + values.length });
  return result;
}
export const isOurs = (error: unknown): boolean => error instanceof UserError;
`;
    for (const name of ['d.mts', 'e.cts']) writeFileSync(join(user, name), text);
    const compiler = join(clone, 'node_modules/typescript/bin/tsc');
    const flags = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022'];
    const libraries = ['--lib', 'es2023,dom', '--skipLibCheck'];
    call(process.execPath, [compiler, ...flags, ...libraries, 'd.mts', 'e.cts'], { cwd: user });
  });

  check('finds nothing wrong for arethetypeswrong and publint', () => {
    const tools = place('tools');
    writeFileSync(join(tools, 'package.json'), '{ "private": true }\n');
    const wanted = ['@arethetypeswrong/cli@0.18', 'publint@0.3'];
    call('npm', ['install', '--no-audit', '--no-fund', ...wanted], { cwd: tools });
    const tool = (name) => join(tools, 'node_modules/.bin', name);
    // Node requires modules since 20.19, which is what the package asks for. A schema has no types.
    const rules = ['--ignore-rules', 'cjs-resolves-to-esm', '--exclude-entrypoints', './schema'];
    call(tool('attw'), [tarball, '--profile', 'node16', ...rules], { cwd: tools });
    call(tool('publint'), ['--strict', tarball], { cwd: tools });
  });

  check('hands rows to DuckDB', () => {
    call('npm', ['install', '--no-audit', '--no-fund', '@duckdb/node-api'], { cwd: user });
    copyFileSync(join(root, 'examples/notebook-duckdb.mjs'), join(user, 'notebook.mjs'));
    const said = call(process.execPath, ['notebook.mjs'], { cwd: user });
    need(said.includes('government-led'), said);
  });

  if (process.getuid?.() === 0) {
    const as = { ...somebody, cwd: place('somebody') };
    chmodSync(as.cwd, 0o777);
    check('a built clone works for somebody else, who may not write there', () => {
      const said = call(join(clone, 'creditlab'), ['check', 'baseline', '--quiet'], as);
      need(said === '', said);
      call(join(clone, 'creditlab'), ['run', 'tiny', ...small], as);
      need(existsSync(join(as.cwd, 'output/tiny/verdict.md')), 'no verdict');
    });
    check('and says why where it would have to be built', () => {
      const later = new Date(Date.now() + 60_000);
      utimesSync(join(clone, 'src/cli.ts'), later, later);
      const said = call(join(clone, 'creditlab'), ['list'], { ...as, expected: 1 });
      need(said.includes('may not be written to'), said);
    });
  } else {
    console.log('skip a clone for somebody else: only root can be somebody else');
  }
} finally {
  rmSync(base, { recursive: true, force: true });
}

tellCount();
