import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Where a process runs: its machine, and in a container the processes that it can see. */
export function here(): string {
  try {
    // Two containers may be called alike and share a disk, but not their processes.
    return `${hostname()}/${readlinkSync('/proc/self/ns/pid').replaceAll(/\D/g, '')}`;
  } catch {
    return hostname();
  }
}

/** When a process of this machine began, in a unit of the system's; the same number may be given to another later. */
export function bornAt(pid: number): string | undefined {
  try {
    const [, after = ''] = /\) (.*)$/s.exec(readFileSync(`/proc/${pid}/stat`, 'utf8')) ?? [];
    return after.split(' ')[19];
  } catch {
    return undefined;
  }
}

/** Whether a process of this machine is still there. */
export function isAlive(pid: number, born?: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ESRCH') return false;
  }
  const now = bornAt(pid);
  return born === undefined || now === undefined || now === born;
}
