import { messageOf, UserError } from '../errors.ts';
import { scenarioOfTown } from './run/read-town.ts';
import type { GivenScenario, ReaderPort, ReadingAnswer, ReadingTask } from './run/messages.ts';

/** Texts of scenarios that the lab brings along, which the build puts here (scripts/bundle-lab.mjs). */
declare const labTexts: Readonly<Record<string, string>>;

/**
 * What reads scenarios: a worker of its own, of which the others ask what was not read when the lab was built, so that nobody
 * waits for its script who begins with towns that were.
 */
self.addEventListener('message', ({ data: { port, given } }: MessageEvent<ReaderPort>) => {
  port.addEventListener('message', ({ data }: MessageEvent<ReadingTask>) => {
    void readTown(data, given).then((answer) => port.postMessage(answer));
  });
  port.start();
});

async function readTown(
  { bench, side, worlds }: ReadingTask,
  given: GivenScenario | undefined,
): Promise<ReadingAnswer> {
  const texts = (id: string) => (id === given?.id ? given.text : labTexts[id]);
  try {
    const more = { base: given?.id, ...(worlds && { worlds }) };
    return { scenario: await scenarioOfTown(bench, side, texts, more) };
  } catch (error) {
    return error instanceof UserError
      ? { problems: error.problems }
      : { failure: messageOf(error) };
  }
}
