import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from '../jobs/index.ts';

/** Shows how far a run is. */
export interface ProgressView {
  readonly show: (progress: Progress) => void;
  readonly stop: () => void;
}

/** A bar with the time left on a terminal, a line at every tenth elsewhere, nothing when quiet. */
export function progressView(
  stream: NodeJS.WriteStream,
  quiet: boolean,
  say: (line: string) => void,
): ProgressView {
  if (quiet) return { show: () => undefined, stop: () => undefined };
  return stream.isTTY ? bar(stream, timer()) : tenths(say, timer());
}

/** What an earlier run did says nothing about the time that the rest takes. */
type TimeLeft = (progress: Progress) => string;

function timer(): TimeLeft {
  const begun = performance.now();
  return ({ done, total, reused }) => {
    if (done === reused || done === total) return '';
    const perJob = (performance.now() - begun) / (done - reused);
    return `, about ${duration(Math.round((perJob * (total - done)) / 1000))} left`;
  };
}

function bar(stream: NodeJS.WriteStream, left: TimeLeft): ProgressView {
  // The numbers matter more than the bar, which goes first where a terminal is narrow.
  const isNarrow = (stream.columns ?? 80) < 70;
  const format = isNarrow
    ? '{percentage}% · {value}/{total}{left}'
    : '{bar} {percentage}% · {value} of {total} markets{left}';
  const view = new SingleBar(
    { stream, format, hideCursor: true, clearOnComplete: true },
    Presets.shades_classic,
  );
  let started = false;
  return {
    show(progress) {
      const payload = { left: left(progress) };
      if (!started) view.start(progress.total, progress.reused, payload);
      started = true;
      view.setTotal(progress.total);
      view.update(progress.done, payload);
    },
    stop: () => view.stop(),
  };
}

function tenths(say: (line: string) => void, left: TimeLeft): ProgressView {
  let shown = 0;
  return {
    show(progress) {
      const { done, total, reused } = progress;
      const tenth = Math.floor((10 * done) / total);
      if (tenth === shown || done === reused) return;
      shown = tenth;
      say(`${done} of ${total} markets${left(progress)}`);
    },
    stop: () => undefined,
  };
}

/** "45 s", "3 min 20 s", "2 h 5 min". */
export function duration(seconds: number): string {
  if (seconds < 60) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
