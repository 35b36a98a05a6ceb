import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { colours } from '../field/colours.ts';
import { useWords } from '../parts/context.ts';
import { percent } from '../parts/format.ts';
import { loudest, nine } from './behaviours.ts';

/** Nine behaviours of a real score: which moves it most? The bars are shown after the guess. */
export function Behaviours({ onDone }: { readonly onDone: () => void }) {
  const words = useWords().hands.rating;
  const [guess, setGuess] = useState<string>();
  const question = useRef<HTMLParagraphElement>(null);
  // It comes in place of the game before, with the button that led here: the keyboard goes to its question.
  useLayoutEffect(() => question.current?.focus(), []);
  const choose = (id: string) => {
    if (guess !== undefined) return;
    setGuess(id);
    onDone();
  };
  const most = Math.max(...nine.map(({ weight }) => weight));
  return (
    <div class="nine">
      <p ref={question} tabIndex={-1}>
        {words.which}
      </p>
      <p aria-live="polite">
        {guess !== undefined &&
          words.loudest(
            guess === loudest.id,
            words.behaviours[loudest.id],
            percent(loudest.weight, 0),
            percent(loudest.arrives, 0),
          )}
      </p>
      <ul>
        {nine.map(({ id, weight, arrives }) => (
          <li key={id}>
            <button
              type="button"
              aria-pressed={guess === id}
              disabled={guess !== undefined && guess !== id}
              onClick={() => choose(id)}
            >
              {words.behaviours[id]}
            </button>
            {guess !== undefined && (
              <>
                <svg viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true">
                  <rect width={(weight / most) * 100} height="12" fill={colours.fog[0]} />
                  <rect width={(arrives / most) * 100} height="12" fill={colours.water} />
                </svg>
                <span class="number">{words.arrives(percent(weight, 0), percent(arrives, 0))}</span>
              </>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
