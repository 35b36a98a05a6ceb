import { Icon } from '../parts/Icon.tsx';
import { useRef, useState } from 'preact/hooks';
import { useWords } from '../parts/context.ts';
import type { HandProps } from './hands.ts';

type Choice = 'pay' | 'keep';
const rounds = ['Unseen', 'Seen'] as const;
/** Pixels to one side that decide. */
const far = 80;

/** The purse is in your hand: drag it to the lender, or keep it; once unseen, once seen. */
export function PurseHand({ onDone }: HandProps) {
  const words = useWords().hands.purse;
  const [chosen, setChosen] = useState<readonly Choice[]>([]);
  const [offset, setOffset] = useState(0);
  const start = useRef<number>();
  const round = rounds[Math.min(chosen.length, rounds.length - 1)];
  const isOver = chosen.length >= rounds.length;

  const choose = (choice: Choice) => {
    if (isOver) return;
    const next = [...chosen, choice];
    setChosen(next);
    setOffset(0);
    if (next.length === rounds.length) onDone(next.join('-'));
  };
  const drop = () => {
    start.current = undefined;
    if (Math.abs(offset) > far) choose(offset < 0 ? 'pay' : 'keep');
    else setOffset(0);
  };
  return (
    <div class="hand purse">
      <p class={`eyes eyes-${round}`}>{round === 'Unseen' ? words.unseen : words.seen}</p>
      <div class="table">
        <button type="button" class="place" disabled={isOver} onClick={() => choose('pay')}>
          <Icon name="bank" />
          <br />
          {words.pay}
        </button>
        <span
          class="bag"
          role="img"
          aria-label={words.hold}
          style={{ transform: `translateX(${offset}px)` }}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            start.current = event.clientX;
          }}
          onPointerMove={(event) => {
            if (start.current !== undefined && !isOver) setOffset(event.clientX - start.current);
          }}
          onPointerUp={drop}
          onPointerCancel={drop}
        >
          <Icon name="purse" />
        </span>
        <button type="button" class="place" disabled={isOver} onClick={() => choose('keep')}>
          <Icon name="pocket" />
          <br />
          {words.keep}
        </button>
      </div>
      <ol class="years" aria-live="polite">
        {chosen.map((choice, k) => (
          <li key={k}>{words.outcome[`${choice}${rounds[k]}`]}</li>
        ))}
      </ol>
    </div>
  );
}
