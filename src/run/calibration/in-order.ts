/** How work is spread, and when it ends early. */
interface Spread {
  /** Items worked on at the same time, at least 1. */
  readonly lanes: number;
  /** Asked before each item is begun and before each result is handed on: no more is done once it says so. */
  readonly isOver: () => boolean;
}

/** Items that may wait behind the first unfinished one, for each lane: what a kill would lose. */
const ahead = 2;

/**
 * Does work on items, some at a time, and hands the results on in the order of the items whichever ends first.
 *
 * @returns results handed on: all, unless it was over before
 * @throws the first error in the order of items; results before it have been handed on
 */
export async function doInOrder<Item, Result>(
  items: readonly Item[],
  work: (item: Item, index: number) => Promise<Result>,
  hand: (result: Result, index: number) => void,
  { lanes, isOver }: Spread,
): Promise<number> {
  let next = 0;
  let handed = 0;
  const running: Promise<Settled<Result>>[] = [];
  const begin = () => {
    while (next < items.length && next < handed + lanes * ahead && !isOver()) {
      // Begun lane by lane: work itself waits for a free thread.
      running.push(settle(work(items[next], next)));
      next++;
    }
  };
  begin();
  while (handed < next) {
    const result = await running[handed];
    if (isOver() && 'value' in result) break;
    if ('error' in result) throw result.error;
    hand(result.value, handed);
    handed++;
    begin();
  }
  await Promise.all(running.slice(handed));
  return handed;
}

type Settled<Result> = { readonly value: Result } | { readonly error: unknown };

/** A result or its error, so that one that nobody waits for any more is no fault. */
async function settle<Result>(result: Promise<Result>): Promise<Settled<Result>> {
  try {
    return { value: await result };
  } catch (error) {
    return { error };
  }
}
