import { join } from 'node:path';
import { UserError } from '../../errors.ts';
import { nodeDisk, type Disk } from './disk.ts';
import { isUnfinished, rollForward } from './journal.ts';
import { holds, tryLock, type Holding } from './lock.ts';
import { requireWritable } from './files.ts';

/** Milliseconds that a reader waits for a writer to finish what it has decided. */
const patience = 20_000;

/**
 * Finishes what somebody decided about a folder and did not live to do. Every verb that opens a folder begins with this.
 *
 * @throws UserError if this process may not write there
 */
export function settleFolder(folder: string, disk: Disk = nodeDisk): void {
  if (!isUnfinished(folder)) return;
  if (holds(folder)) return rollForward(folder, disk);
  try {
    requireWritable(folder);
  } catch (error) {
    const message = 'holds new results of which not all have their names yet';
    const hint = `call creditlab on it where it may write, e.g. creditlab verify ${folder}`;
    throw new UserError([{ file: folder, message, hint }], { cause: error });
  }
  const mine: Holding = { scenario: '', seed: '' };
  for (let waited = 0; isUnfinished(folder); waited += 100) {
    const release = tryLock(folder, mine);
    if (typeof release === 'function') {
      try {
        if (isUnfinished(folder)) rollForward(folder, disk);
        return;
      } finally {
        release();
      }
    }
    if (waited > patience) {
      const message = `is being written by ${release.who}`;
      throw new UserError([{ file: join(folder), message, hint: 'call again when it is done' }]);
    }
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 100);
  }
}
