import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { colours } from '../field/colours.ts';
import { useWords } from '../parts/context.ts';
import { Legend } from '../parts/Legend.tsx';
import { Behaviours } from './Behaviours.tsx';
import type { HandProps } from './hands.ts';

/** Six people by hand: what a platform sees, 0 … 1, and how safe they are, 6 safest. */
const six = [
  { name: 'A', bars: [0.8, 0.5, 0.4], safety: 4 },
  { name: 'B', bars: [0.3, 0.9, 0.6], safety: 2 },
  { name: 'C', bars: [0.6, 0.2, 0.9], safety: 6 },
  { name: 'D', bars: [0.5, 0.6, 0.2], safety: 3 },
  { name: 'E', bars: [0.9, 0.8, 0.5], safety: 1 },
  { name: 'F', bars: [0.4, 0.3, 0.7], safety: 5 },
] as const;

/** Six people in an order that is made by moving them; then who repaid. */
export function RatingHand({ onDone }: HandProps) {
  const words = useWords().hands.rating;
  const [order, setOrder] = useState<readonly number[]>([0, 1, 2, 3, 4, 5]);
  const [dragged, setDragged] = useState<number>();
  const [isChecked, setChecked] = useState(false);
  const [isNine, setNine] = useState(false);
  const pressed = useRef<HTMLElement | null>(null);
  const move = (from: number, to: number) => {
    if (to < 0 || to >= order.length || isChecked) return;
    const next = [...order];
    next.splice(to, 0, ...next.splice(from, 1));
    setOrder(next);
  };
  const step = (event: Event, from: number, to: number) => {
    if (event.currentTarget instanceof HTMLElement) pressed.current = event.currentTarget;
    move(from, to);
  };
  // Who is moved in the page loses the keyboard: it stays with the arrow that was pressed.
  useLayoutEffect(() => {
    pressed.current?.focus();
    pressed.current = null;
  }, [order]);
  const over = (event: PointerEvent) => {
    if (dragged === undefined) return;
    const under = document.elementFromPoint(event.clientX, event.clientY)?.closest('[data-place]');
    const place = Number(under?.getAttribute('data-place') ?? dragged);
    if (place === dragged) return;
    move(dragged, place);
    setDragged(place);
  };
  const pairs = order.flatMap((one, k) =>
    order.slice(k + 1).map((other) => six[one].safety > six[other].safety),
  );
  const right = pairs.filter(Boolean).length;
  if (isNine) return <Behaviours onDone={() => onDone('rated')} />;
  return (
    <div class="hand rating">
      <p class="pole">↑ {words.safest}</p>
      <ol onPointerMove={over} onPointerUp={() => setDragged(undefined)}>
        {order.map((person, place) => {
          const { name } = six[person];
          return (
            <li
              key={name}
              data-place={place}
              class={dragged === place ? 'dragged' : ''}
              onPointerDown={() => setDragged(place)}
            >
              <Seen {...{ person, isChecked }} />
              <button
                type="button"
                aria-label={words.up(name)}
                disabled={isChecked}
                onClick={(event) => step(event, place, place - 1)}
              >
                ↑
              </button>
              <button
                type="button"
                aria-label={words.down(name)}
                disabled={isChecked}
                onClick={(event) => step(event, place, place + 1)}
              >
                ↓
              </button>
            </li>
          );
        })}
      </ol>
      <p class="pole">↓ {words.riskiest}</p>
      {isChecked && <Legend signs={['safe', 'middle', 'risky']} />}
      <div class="hand-controls" aria-live="polite">
        {isChecked && <span>{words.result(right, pairs.length)}</span>}
        {/* One button that goes on, so that it keeps the keyboard. */}
        <button
          type="button"
          class="main"
          onClick={() => (isChecked ? setNine(true) : setChecked(true))}
        >
          {isChecked ? words.nine : words.check}
        </button>
      </div>
    </div>
  );
}

/** One of the six: a dot that is grey until it is checked, and what the platform sees. */
function Seen({ person, isChecked }: { readonly person: number; readonly isChecked: boolean }) {
  const words = useWords().hands.rating;
  const { name, bars, safety } = six[person];
  const third = safety > 4 ? 0 : safety > 2 ? 1 : 2;
  return (
    <>
      <svg width="34" height="34" viewBox="0 0 34 34" aria-hidden="true">
        <circle cx="17" cy="17" r="14" fill={isChecked ? colours.thirds[third] : colours.fog[1]} />
      </svg>
      <b>{name}</b>
      {bars.map((bar, k) => (
        <span class="bar" key={k}>
          <meter min={0} max={1} value={bar} aria-label={words.bars[k]} />
          <small>{words.bars[k]}</small>
        </span>
      ))}
    </>
  );
}
