import { setImmediate } from 'node:timers/promises';
import pc from 'picocolors';
import { harmless } from '../text/odd-signs.ts';
import { wrap } from '../text/wrap.ts';

/** Writes data: one line on stdout. */
export function print(line: string): void {
  process.stdout.write(`${obeyedByNone(line)}\n`);
}

/** Writes data that are words: in as many lines as they need where a line has bounds, each with this before it, in this style. */
export function printWrapped(text: string, indent = '', style = (line: string) => line): void {
  for (const line of wrap(text, lineWidth(), indent)) print(style(line));
}

/** Writes a message for the person at the keyboard: one line on stderr. */
export function say(line: string): void {
  process.stderr.write(`${obeyedByNone(line)}\n`);
}

/** Names, labels and results may be a stranger's: of what a terminal obeys only our colours are left. */
function obeyedByNone(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are our colours
  const parts = text.split(/(\u001b\[[\d;]*m)/);
  return parts.map((part, i) => (i % 2 === 1 ? part : harmless(part))).join('');
}

/** Colours where a person reads them: none in pipes and files, none under NO_COLOR. */
export function colours(stream: { readonly isTTY?: boolean }): ReturnType<typeof pc.createColors> {
  // `isTTY` is undefined off a terminal, which createColors would take for "decide yourself".
  return pc.createColors(stream.isTTY === true && !process.env['NO_COLOR']);
}

/** Letters that fit into a line of stdout: of a terminal, or as COLUMNS says; without bounds in other pipes and files. */
export function lineWidth(): number {
  const said = Number(process.env['COLUMNS']);
  if (Number.isInteger(said) && said > 0) return Math.min(widest, Math.max(narrowest, said));
  const own = process.stdout.isTTY ? process.stdout.columns : 0;
  return own > 0 ? Math.min(widest, Math.max(narrowest, own)) : Infinity;
}

/** Between these, tables fit. */
const [narrowest, widest] = [40, 300];

/**
 * Lets a reader leave early (`creditlab list | head -1`): what it no longer reads is dropped and the
 * command goes on to its end. A full disk behind `>` ends it. Once a process.
 */
export function tolerateClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A terminal that was closed answers so.
      if (error.code === 'EPIPE' || (error.code === 'EIO' && stream.isTTY)) return;
      if (stream === process.stdout)
        say(`error: what is printed cannot be written: ${error.message}`);
      process.exit(1);
    });
  }
}

/** Thrown by work that was asked to stop; the command line then ends with 130 (Ctrl-C), 143 (a polite kill), 1 (its terminal was closed) or 75 (call again). */
export class Interrupted extends Error {
  readonly exitCode: number;

  constructor(exitCode: number) {
    super('stopped');
    this.name = 'Interrupted';
    this.exitCode = exitCode;
  }
}

/**
 * For commands with work worth keeping: the signal aborts at the first Ctrl-C, with an `Interrupted`
 * as reason (`signal.throwIfAborted()`); a second one ends the process at once. Without a call to
 * this, Ctrl-C ends the process at once.
 *
 * @param again whether the same command goes on where this one stopped: then SIGTERM and SIGUSR2, by which clusters say
 *   that time is up, and SIGHUP, by which a terminal says that it closes, end with 75
 * @param minutes after which it stops by itself, with 75
 */
export function untilInterrupted(again = false, minutes?: number): AbortSignal {
  const controller = new AbortController();
  const stop = (exitCode: number, about = 'Once more to quit at once.') => {
    return () => {
      if (controller.signal.aborted) process.exit(exitCode);
      say(`Stopping; what is finished is kept. ${about}`);
      controller.abort(new Interrupted(exitCode));
    };
  };
  process.on('SIGINT', stop(130));
  process.on('SIGTERM', stop(again ? callAgain : 143));
  process.on('SIGHUP', stop(again ? callAgain : 1, 'The terminal was closed.'));
  if (again) process.on('SIGUSR2', stop(callAgain));
  if (minutes !== undefined) {
    const byTime = stop(callAgain, `${minutes} minutes are over; call again to go on.`);
    setTimeout(byTime, minutes * 60_000).unref();
  }
  return controller.signal;
}

/** sysexits.h: EX_TEMPFAIL. */
const callAgain = 75;

/** For long work in one thread: lets a Ctrl-C through that came meanwhile, and throws its reason. */
export async function breathe(signal: AbortSignal): Promise<void> {
  await setImmediate();
  signal.throwIfAborted();
}
