import type { Value } from '../jobs/work.ts';

/**
 * The values of a job as they cross threads: what each is of as one text, and the numbers by themselves. Hundreds of small
 * objects a market would take as long to carry across as a small market takes to run.
 */
export interface PackedValues {
  readonly names: string;
  readonly numbers: Float64Array;
}

type Name = Omit<Value, 'value'>;

/** What the values of the latest job were of, as text and as objects: most jobs of a design tell the same. */
interface Latest {
  readonly text: string;
  readonly names: readonly Name[];
}

let sent: Latest = { text: '[]', names: [] };
let received: Latest = { text: '[]', names: [] };

export function pack(values: readonly Value[]): PackedValues {
  if (!isOf(values, sent.names)) {
    const names = values.map(({ value: _, ...name }) => name);
    sent = { text: JSON.stringify(names), names };
  }
  return { names: sent.text, numbers: Float64Array.from(values, ({ value }) => value) };
}

function isOf(values: readonly Value[], names: readonly Name[]): boolean {
  return (
    values.length === names.length &&
    values.every(({ world, quarter, measure, at }, i) => {
      const name = names[i];
      return (
        measure === name.measure &&
        world === name.world &&
        quarter === name.quarter &&
        at === name.at
      );
    })
  );
}

export function unpack({ names: text, numbers }: PackedValues): Value[] {
  if (text !== received.text) received = { text, names: namesIn(text) };
  return received.names.map((name, i) => {
    const { world, quarter, measure, at } = name;
    const value = numbers[i];
    return at === undefined
      ? { world, quarter, measure, value }
      : { world, quarter, measure, value, at };
  });
}

function namesIn(text: string): readonly Name[] {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a thread of this process packed it
  return JSON.parse(text) as readonly Name[];
}
