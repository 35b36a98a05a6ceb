import {
  mergeSearches,
  searchStatus,
  searchWords,
  type SearchStatus,
} from '../../run/calibration/run.ts';
import { Interrupted, print, say } from '../../terminal/terminal.ts';

/** Says how far the search of `creditlab calibrate` in some folders is. */
export async function tellSearch(folders: readonly string[], json: boolean): Promise<void> {
  const status = await searchStatus(folders);
  const { record: _, title: __, ...numbers } = status;
  if (json) print(JSON.stringify({ verb: 'calibrate', ...numbers, failed: [] }, null, 2));
  else for (const line of searchText(status, folders[0])) print(line);
  if (status.done < status.total) throw new Interrupted(75);
}

/** Puts the evaluated vectors of shards into one folder, and says how to go on. */
export async function mergeSearch(
  folders: readonly string[],
  out: string,
  force: boolean,
  quiet: boolean,
): Promise<void> {
  const status = await mergeSearches(folders, out, force);
  if (!quiet) for (const line of searchText(status, out)) say(line);
}

function searchText({ record, title, stages, done, total, unfinished }: SearchStatus, out: string) {
  const call = `creditlab calibrate ${searchWords(record)} --out ${out}`;
  return [
    `${title} (calibrate ${searchWords(record)})`,
    `${done} of ${total} vectors are evaluated, ${total - done} missing.`,
    ...stages.map((one) => `  ${one.stage}: ${one.done} of ${one.total} so far`),
    ...(unfinished > 0
      ? [`${unfinished} files end in the middle of a vector, which counts as missing.`]
      : []),
    done < total
      ? `What is missing: the shards again, or all of it here: ${call}`
      : `What they say: ${call}`,
  ];
}
