import { lock } from '../folder/publish/lock.ts';
import { say } from '../terminal/terminal.ts';

/** What is done in a folder that is held, and how it may be stopped. */
interface Holder {
  readonly scenario: { readonly id: string; readonly seed: string };
  readonly signal?: AbortSignal;
}

/**
 * Does work in a folder whose final files no other process writes meanwhile; one that does the same is waited for.
 *
 * @throws NotNow if a run of another scenario or seed holds the folder
 */
export async function holding<Result>(
  folder: string,
  { scenario: { id, seed }, signal }: Holder,
  work: () => Promise<Result>,
): Promise<Result> {
  const onWait = (who: string) => say(`${folder} is being written by ${who}; waiting …`);
  const release = await lock(folder, { scenario: id, seed }, { ...(signal && { signal }), onWait });
  try {
    return await work();
  } finally {
    release();
  }
}
