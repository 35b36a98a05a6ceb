import { useState } from 'preact/hooks';
import { useWords } from '../parts/context.ts';
import { percent } from '../parts/format.ts';
import type { HandProps } from './hands.ts';

/** One person's past: how long ago each loan ended, and whether it was repaid. Made by hand. */
const cards = [
  { ago: 2, isGood: true },
  { ago: 6, isGood: true },
  { ago: 10, isGood: false },
  { ago: 17, isGood: true },
  { ago: 25, isGood: false },
] as const;
const longest = 28;
/** A price by hand: a good record lowers it a little, a default raises it much. */
const priceOf = (good: number, bad: number) => 0.24 - 0.015 * good + 0.04 * bad;

/** Five cards and a line of memory that is dragged. */
export function MemoryHand({ onDone }: HandProps) {
  const { memory: words } = useWords().hands;
  const [memory, setMemory] = useState(4);
  const read = cards.filter(({ ago }) => ago <= memory);
  const good = read.filter(({ isGood }) => isGood).length;
  const move = (value: number) => {
    setMemory(value);
    if (value >= cards[2].ago) onDone('moved');
  };
  return (
    <div class="hand memory">
      <div class="cards">
        {cards.map(({ ago, isGood }) => (
          <figure
            key={ago}
            class={ago <= memory ? 'read' : 'faded'}
            style={{ left: `${(100 * ago) / longest}%` }}
          >
            <i class={isGood ? 'card light' : 'card dark'} aria-hidden="true">
              {isGood ? '✓' : '✗'}
            </i>
            <figcaption>
              <span aria-hidden="true">{ago}</span>
              <span class="sr">{words.ago(ago)}</span>
            </figcaption>
          </figure>
        ))}
      </div>
      <input
        class="memory-line"
        type="range"
        min={0}
        max={longest}
        value={memory}
        aria-label={words.line}
        aria-valuetext={words.ago(memory)}
        onInput={(event) => move(Number(event.currentTarget.value))}
      />
      <p class="ends">
        <span>{words.now}</span>
        <span>{words.ago(longest)}</span>
      </p>
      <p class="reads" aria-live="polite">
        {read.length === 0
          ? words.open
          : words.reads(good, read.length - good, percent(priceOf(good, read.length - good)))}
      </p>
    </div>
  );
}
