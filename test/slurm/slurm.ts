import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { until } from './until.ts';

/** A node of the cluster: a daemon of this name on this machine. */
export type Node = 'n1' | 'n2';

/** A Slurm of two nodes, all of it on this machine and in one folder. */
export interface Slurm {
  /** What a process needs in its environment to talk to it. */
  readonly environment: NodeJS.ProcessEnv;
  /** Runs one of Slurm's commands and gives what it printed. */
  readonly command: (program: string, ...words: readonly string[]) => string;
  /** Process of a node's daemon. */
  readonly daemonOf: (node: Node) => number;
  /** Starts the daemon of a node, and waits until the node takes work. */
  readonly begin: (node: Node) => Promise<void>;
  /** Ends the processes that were started here, by their ids. */
  readonly end: () => void;
}

/** Starts munge with a key and socket of its own, a controller and two nodes of one core, on free ports of 127.0.0.1. */
export async function startSlurm(folder: string): Promise<Slurm> {
  const [controllerPort, port1, port2] = await freePorts(3);
  const ports = { n1: port1, n2: port2 };
  const started: ChildProcess[] = [];
  const daemons = new Map<Node, ChildProcess>();
  const socket = join(folder, 'munge.socket');
  const config = join(folder, 'slurm.conf');
  const environment = { ...process.env, SLURM_CONF: config };
  for (const name of ['state', 'spool']) mkdirSync(join(folder, name));
  writeFileSync(config, configuration(folder, socket, controllerPort, ports));

  const start = (program: string, ...words: readonly string[]): ChildProcess => {
    const log = openSync(join(folder, `${program}.out`), 'a');
    const child = spawn(program, words, { env: environment, stdio: ['ignore', log, log] });
    started.push(child);
    return child;
  };
  const command = (program: string, ...words: readonly string[]): string => {
    const { stdout, stderr, status } = spawnSync(program, words, {
      ...{ env: environment, encoding: 'utf8' },
    });
    if (status !== 0) throw new Error(`${program} ${words.join(' ')}: ${stderr}`);
    return stdout;
  };
  const answers = (program: string, ...words: readonly string[]) => {
    const { status, stdout } = spawnSync(program, words, { env: environment, encoding: 'utf8' });
    return status === 0 ? stdout : '';
  };
  const stateOf = (node: Node) => answers('sinfo', '-h', '-n', node, '-o', '%T').trim();

  writeFileSync(join(folder, 'munge.key'), randomBytes(1024), { mode: 0o400 });
  start(
    ...(['munged', '--foreground', '--force', `--key-file=${join(folder, 'munge.key')}`] as const),
    ...[`--socket=${socket}`, `--pid-file=${join(folder, 'munge.pid')}`],
    ...[`--log-file=${join(folder, 'munge.log')}`, `--seed-file=${join(folder, 'munge.seed')}`],
  );
  await until('munge answers', () => existsSync(socket));
  start('slurmctld', '-D', '-f', config);
  await until('the controller answers', () => answers('scontrol', 'ping').includes('is UP'));
  const begin = async (node: Node) => {
    daemons.set(node, start('slurmd', '-D', '-N', node, '-f', config));
    await until(`${node} takes work`, () => stateOf(node) === 'idle');
  };
  await begin('n1');
  await begin('n2');
  return {
    ...{ environment, command, begin },
    daemonOf(node) {
      const { pid } = daemons.get(node) ?? {};
      if (pid === undefined) throw new Error(`${node} was never started`);
      return pid;
    },
    end() {
      for (const child of started.toReversed()) if (child.exitCode === null) child.kill('SIGKILL');
    },
  };
}

function configuration(
  folder: string,
  socket: string,
  controllerPort: number,
  ports: Readonly<Record<Node, number>>,
): string {
  const [short] = hostname().split('.', 1);
  const place = (name: string) => join(folder, name);
  return [
    'ClusterName=creditlab',
    `SlurmctldHost=${short}(127.0.0.1)`,
    `SlurmctldPort=${controllerPort}`,
    'SlurmUser=root',
    'SlurmdUser=root',
    'AuthType=auth/munge',
    'CredType=cred/munge',
    `AuthInfo=socket=${socket}`,
    // Nothing listens to other machines.
    'CommunicationParameters=NoCtldInAddrAny,NoInAddrAny',
    `StateSaveLocation=${place('state')}`,
    `SlurmdSpoolDir=${place('spool')}/%n`,
    `SlurmctldPidFile=${place('slurmctld.pid')}`,
    `SlurmdPidFile=${place('slurmd-%n.pid')}`,
    `SlurmctldLogFile=${place('slurmctld.log')}`,
    `SlurmdLogFile=${place('slurmd-%n.log')}`,
    // No control groups and no accounting: this must run in any container.
    'ProctrackType=proctrack/linuxproc',
    'TaskPlugin=task/none',
    'MpiDefault=none',
    'SelectType=select/cons_tres',
    'SelectTypeParameters=CR_CPU',
    'JobCompType=jobcomp/filetxt',
    `JobCompLoc=${place('completed.log')}`,
    'SlurmdTimeout=10',
    'ReturnToService=2',
    ...Object.entries(ports).map(
      ([node, port]) => `NodeName=${node} NodeAddr=127.0.0.1 Port=${port} CPUs=1`,
    ),
    'PartitionName=all Nodes=n1,n2 Default=YES MaxTime=INFINITE State=UP',
    '',
  ].join('\n');
}

/** Ports that nobody listens on: all are held until the last is found. */
async function freePorts(count: number): Promise<number[]> {
  const servers = Array.from({ length: count }, () => createServer());
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((resolve) => {
          server.listen(0, '127.0.0.1', () => {
            const address = server.address();
            resolve(typeof address === 'object' && address ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((resolve) => server.close(resolve))));
  return ports;
}
