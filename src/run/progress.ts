import { Presets, SingleBar } from 'cli-progress';
import type { Progress } from './simulate-scenario.ts';

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
  return stream.isTTY ? bar(stream) : tenths(say);
}

function bar(stream: NodeJS.WriteStream): ProgressView {
  const view = new SingleBar(
    {
      stream,
      format: '{bar} {percentage} % · {value} of {total} markets · {eta_formatted} left',
      hideCursor: true,
      clearOnComplete: true,
      stopOnComplete: false,
      etaBuffer: 50,
    },
    Presets.shades_classic,
  );
  let started = false;
  return {
    show({ done, total, reused }) {
      // What an earlier run did says nothing about the time that the rest takes.
      if (!started) view.start(total, reused);
      view.setTotal(total);
      view.update(done);
      started = true;
    },
    stop: () => view.stop(),
  };
}

function tenths(say: (line: string) => void): ProgressView {
  const begun = performance.now();
  let shown = 0;
  return {
    show({ done, total, reused }) {
      const tenth = Math.floor((10 * done) / total);
      if (tenth === shown || done === reused) return;
      shown = tenth;
      const perJob = (performance.now() - begun) / (done - reused);
      const left = Math.round((perJob * (total - done)) / 1000);
      say(`${done} of ${total} markets${done < total ? `, about ${duration(left)} left` : ''}`);
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
