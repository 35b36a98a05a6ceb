import { lock } from '../folder/publish/lock.ts';
import { say } from '../terminal/terminal.ts';

/** What is done in a folder that is held, and how it may be stopped. */
interface Holder {
  readonly scenario: { readonly id: string; readonly seed: string };
  readonly signal?: AbortSignal;
}

/** One that is only writing its last files is done in less, in milliseconds; a long run is not worth a node that waits. */
const patience = 10_000;

/**
 * Does work in a folder whose final files no other process writes meanwhile; one that does the same is waited for a little.
 *
 * @throws NotNow if another run holds the folder, which then ends with 75: call again
 */
export async function holding<Result>(
  folder: string,
  { scenario: { id, seed }, signal }: Holder,
  work: () => Promise<Result>,
): Promise<Result> {
  const onWait = (who: string) => say(`${folder} is being written by ${who}; waiting …`);
  const release = await lock(
    folder,
    { scenario: id, seed },
    {
      ...(signal && { signal }),
      onWait,
      patience,
    },
  );
  try {
    return await work();
  } finally {
    release();
  }
}
