import type { GivenScenario, ReaderPort } from '../run/messages.ts';

/** What begins the worker that reads scenarios, and links others to it. */
export interface ReaderSource {
  /** Where its script is; asked when it is first wanted, since it stands behind the page's. */
  readonly readerUrl: () => Promise<string>;
  readonly given: GivenScenario | undefined;
}

/** The worker that reads scenarios, once somebody wants it. */
export class ReaderLink {
  private worker: Promise<Worker | undefined> | undefined;
  private readonly source: ReaderSource;
  private readonly onFailure: () => void;

  /** @param onFailure called when it failed; whoever waits for it waits in vain, and may be linked to a new one */
  constructor(source: ReaderSource, onFailure: () => void) {
    this.source = source;
    this.onFailure = onFailure;
  }

  /** Gives a worker a line of its own to the reader. */
  link(worker: Worker): void {
    const { port1, port2 } = new MessageChannel();
    const line: ReaderPort = { port: port1, given: this.source.given };
    void (this.worker ??= this.begin()).then((reader) => reader?.postMessage(line, [port1]));
    worker.postMessage({ reader: port2 }, [port2]);
  }

  /** Undefined where its script cannot be had: that it failed is told once, whoever waits for it. */
  private async begin(): Promise<Worker | undefined> {
    try {
      const worker = new Worker(await this.source.readerUrl());
      worker.addEventListener('error', () => {
        worker.terminate();
        this.fail();
      });
      return worker;
    } catch {
      this.fail();
      return undefined;
    }
  }

  private fail(): void {
    this.worker = undefined;
    this.onFailure();
  }
}
