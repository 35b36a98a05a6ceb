import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const programs = ['munged', 'slurmctld', 'slurmd', 'sbatch', 'scontrol', 'sinfo', 'scancel'];

/** Where daemons lie that a user's own path may leave out. */
const places = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];

/**
 * Makes Slurm ready to be started: on a machine for continuous integration it is installed.
 *
 * @returns why the suite cannot run here; undefined if it can
 */
export function whyNot(isCi: boolean): string | undefined {
  const isRoot = process.getuid?.() === 0;
  if (missing().length > 0 && isRoot && isCi) install();
  const absent = missing();
  if (absent.length > 0) {
    return `${absent.join(', ')} not found: apt-get install slurm-wlm munge`;
  }
  if (!isRoot) return 'the daemons must be started as root';
  if (!existsSync('/proc/self/environ')) return 'there is no /proc to tell processes by';
  process.env['PATH'] = places.join(delimiter);
  return undefined;
}

function missing(): string[] {
  return programs.filter((program) => !places.some((place) => existsSync(join(place, program))));
}

function install(): void {
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const patient = ['-o', 'DPkg::Lock::Timeout=300'];
  for (const words of [
    ['update'],
    ['install', '-y', '--no-install-recommends', 'slurm-wlm', 'munge'],
  ]) {
    spawnSync('apt-get', [...patient, ...words], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  }
}
