import { readdirSync, readFileSync } from 'node:fs';
import type { Node } from './slurm.ts';

/** A task of a job array that runs now. */
export interface Task {
  readonly pid: number;
  /** Slurm's step daemon, whose child it is. */
  readonly step: number;
  readonly node: Node;
  /** The job that Slurm knows the task by. */
  readonly job: string;
  /** Its number in the array: its shard. */
  readonly shard: string;
}

/** Tasks of a cluster that run as the program itself, told by what Slurm put into their environment. */
export function tasksOf(config: string): Task[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name): Task[] => {
      const environment = variables(contentOf(`/proc/${name}/environ`));
      const words = contentOf(`/proc/${name}/cmdline`).split('\0');
      const [node, job, shard] = [
        environment.get('SLURMD_NODENAME'),
        environment.get('SLURM_JOB_ID'),
        environment.get('SLURM_ARRAY_TASK_ID'),
      ];
      if (environment.get('SLURM_CONF') !== config || !words.includes('--shard')) return [];
      if ((node !== 'n1' && node !== 'n2') || job === undefined || shard === undefined) return [];
      const step = Number(/^PPid:\t(\d+)$/m.exec(contentOf(`/proc/${name}/status`))?.[1]);
      return [{ pid: Number(name), step, node, job, shard }];
    });
}

/** Whether a process is a step daemon of Slurm's. */
export function isStep(pid: number): boolean {
  return contentOf(`/proc/${pid}/cmdline`).startsWith('slurmstepd');
}

function variables(text: string): Map<string, string> {
  return new Map(
    text.split('\0').map((line) => {
      const at = line.indexOf('=');
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
}

/** Empty where the process is gone, or another user's. */
function contentOf(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
