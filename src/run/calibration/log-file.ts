import {
  closeSync,
  mkdirSync,
  fdatasyncSync,
  openSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import {
  logHeader,
  logLine,
  readLog,
  type Calibration,
  type Evaluation,
} from '../../calibration/index.ts';
import { UserError } from '../../errors.ts';

/** A log on the disk: one line an evaluation, each there for good before the next is written. */
export interface LogFile {
  /** What an earlier run left. */
  readonly earlier: readonly Evaluation[];
  readonly append: (evaluation: Evaluation) => void;
  readonly close: () => void;
}

/**
 * Opens a log, or begins one. What was being written when a process was killed is cut off.
 *
 * @param isOurs whether what an earlier run left may be used; else the log is begun anew
 * @throws UserError if the file is no log of this calibration
 */
export function openLog(
  layout: Pick<Calibration, 'free' | 'targets'>,
  path: string,
  isOurs: (earlier: readonly Evaluation[]) => boolean = () => true,
): LogFile {
  const found = contentOf(path);
  const isKept = isOurs(readLog(layout, found) ?? []);
  if (!isKept) rmSync(path);
  const text = isKept ? found : '';
  const earlier = readLog(layout, text);
  if (!earlier) {
    const message = `${path} is not the log of this search, or was changed`;
    throw new UserError([
      { message, hint: 'give another folder with --out, or --force to begin anew' },
    ]);
  }
  const whole = text.slice(0, text.lastIndexOf('\n') + 1);
  if (whole !== text) truncateSync(path, Buffer.byteLength(whole));
  mkdirSync(dirname(path), { recursive: true });
  const file = openSync(path, 'a');
  const write = (line: string) => {
    writeSync(file, `${line}\n`);
    fdatasyncSync(file);
  };
  if (whole === '') write(logHeader(layout));
  let index = earlier.length;
  return {
    earlier,
    append: (evaluation) => {
      write(logLine(layout, index, evaluation));
      index++;
    },
    close: () => closeSync(file),
  };
}

function contentOf(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
