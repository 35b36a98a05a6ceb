import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

/*
 * What the program asks of the network, traced: by strace, where there is one, from outside; else, and besides, by a hook in every
 * thread of it.
 */

const home = mkdtempSync(join(tmpdir(), 'creditlab-network-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const cli = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const example = fileURLToPath(new URL('../../examples/take-up-at-high-rates.ts', import.meta.url));

/** Notes every connection that is asked for, and every name that is looked up. */
const hook = join(home, 'hook.cjs');
const asked = join(home, 'asked.txt');
writeFileSync(
  hook,
  `const { appendFileSync } = require('node:fs');
const note = (what) => appendFileSync(${JSON.stringify(asked)}, what + '\\n');
const watch = (module, ...names) => {
  const owner = require('node:' + module);
  for (const name of names) {
    const was = owner[name];
    owner[name] = function (...given) { note(module + '.' + name); return was.apply(this, given); };
  }
};
watch('net', 'connect', 'createConnection');
const { Socket } = require('node:net');
const connect = Socket.prototype.connect;
Socket.prototype.connect = function (...given) { note('Socket.connect'); return connect.apply(this, given); };
watch('dgram', 'createSocket');
watch('dns', 'lookup', 'resolve');
const { fetch } = globalThis;
globalThis.fetch = (...given) => { note('fetch'); return fetch(...given); };
`,
);

const strace = spawnSync('strace', ['-V']).status === 0;

/** Runs a command under both. @returns its exit code and what it asked for. */
function traced(words: readonly string[], name: string) {
  const command = [process.execPath, '--require', hook, cli, ...words];
  const log = join(home, `${name}.strace`);
  const tracer = ['strace', '-f', '-qq', '-e', 'trace=%network', '-o', log];
  const [program = '', ...given] = strace ? [...tracer, ...command] : command;
  const env = { ...process.env, NODE_OPTIONS: `--require ${hook}` };
  const { status, stderr } = spawnSync(program, given, { cwd: home, env, encoding: 'utf8' });
  const calls = strace ? readFileSync(log, 'utf8').split('\n') : [];
  return {
    status,
    stderr,
    // What the machine itself is asked about its interfaces (AF_NETLINK) goes nowhere.
    calls: calls.filter((line) => /socket\(AF_INET|sa_family=AF_INET/.test(line)),
  };
}

const small = ['--borrowers', '200', '--replicates', '2', '--quiet'];

it.each([
  ['run, with its report and figures', ['run', 'tiny', ...small, '--threads', '2', '--out', 'r']],
  ['verify', ['verify', 'r', '--quiet']],
  [
    'evidence with a fact of one’s own',
    [
      'evidence',
      '--with',
      example,
      '--only',
      'apr-level,take-up-at-high-rates',
      ...small,
      '--out',
      'e',
    ],
  ],
  ['score', ['score', '--template']],
])('%s opens no connection and looks up no name', (name, words) => {
  const { status, stderr, calls } = traced(words, name.split(',')[0] ?? name);
  expect(stderr).toBe('');
  expect(status).toBe(0);
  expect(calls).toEqual([]);
  expect(readdirSync(home)).not.toContain('asked.txt');
});

it('the trace sees a connection where there is one', () => {
  const script = join(home, 'connects.mjs');
  writeFileSync(
    script,
    "import net from 'node:net';\nnet.connect(9, '127.0.0.1').on('error', () => {});\n",
  );
  const log = join(home, 'seen.strace');
  const command = [process.execPath, '--require', hook, script];
  const tracer = ['strace', '-f', '-qq', '-e', 'trace=%network', '-o', log];
  const [program = '', ...given] = strace ? [...tracer, ...command] : command;
  spawnSync(program, given, { cwd: home });
  expect(readFileSync(asked, 'utf8')).toContain('connect');
  if (strace) expect(readFileSync(log, 'utf8')).toMatch(/AF_INET/);
});
