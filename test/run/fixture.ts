import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Executor, Job } from '../../src/jobs/index.ts';
import { sha256 } from '../../src/folder/hash.ts';
import type { Value } from '../../src/jobs/work.ts';

/** A folder that is gone when the test is over. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'creditlab-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

interface Script {
  /** Jobs after which the power fails. */
  readonly powerFailsAfter?: number;
  /** Does jobs last to first. */
  readonly backwards?: boolean;
}

/** An executor that invents numbers instead of simulating: each depends on the job's institution and seed. */
export function scripted({ powerFailsAfter = Infinity, backwards = false }: Script = {}) {
  const done: string[] = [];
  const executor: Executor = {
    lanes: 1,
    run: async (jobs, onResult, signal) => {
      for (const job of backwards ? [...jobs].toReversed() : jobs) {
        signal.throwIfAborted();
        if (done.length === powerFailsAfter) throw new Error('power failure');
        done.push(nameOf(job));
        await onResult(job, inventedValues(job));
      }
    },
  };
  return { executor, done };
}

function nameOf({ institution, replicate }: Job): string {
  return `${institution.id}/${replicate}`;
}

const invented = [
  ['actual', null, 'approval-rate'],
  ['actual', null, 'default-rate'],
  ['actual', null, 'welfare'],
  ['between-worlds', null, 'safe-types-left-out'],
  ['between-worlds', null, 'contracting-hidden'],
  ['between-worlds', null, 'contracting-visible'],
  ['actual', 0, 'approval-rate'],
  ['actual', 1, 'approval-rate'],
] as const;

function inventedValues({ institution, market }: Job): Value[] {
  return invented.map(([world, quarter, measure]) => {
    const text = [institution.id, market.seed, world, quarter, measure].join('/');
    const value = Number.parseInt(sha256(text).slice(0, 8), 16) / 2 ** 32;
    // Somewhere something is not defined.
    const defined = !(institution.id === 'none' && measure === 'default-rate' && value < 0.5);
    return { world, quarter, measure, value: defined ? value : NaN };
  });
}
