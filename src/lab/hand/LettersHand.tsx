import { Icon } from '../parts/Icon.tsx';
import { useState } from 'preact/hooks';
import { colours } from '../field/colours.ts';
import { useWords } from '../parts/context.ts';
import { Legend } from '../parts/Legend.tsx';
import type { HandProps } from './hands.ts';

const perStreet = 25;
/** Who defaults in each street, of so many: once lots are drawn the price alone makes them differ. */
const defaults = { before: [6, 3], after: [5, 4] } as const;
/** Who is risky; before the lottery streets differ, after it hardly. */
const risky = { before: [15, 6], after: [10, 11] } as const;

/** Two streets and three causes; then prices are drawn by lot. */
export function LettersHand({ onDone }: HandProps) {
  const words = useWords().hands.letters;
  const [guess, setGuess] = useState<number>();
  const [isDrawn, setDrawn] = useState(false);
  const draw = () => {
    setDrawn(true);
    onDone('drawn');
  };
  return (
    <div class="hand letters">
      <div class="streets">
        {words.streets.map((street, side) => (
          <figure key={street}>
            <svg viewBox="0 0 200 200" aria-hidden="true">
              {Array.from({ length: perStreet }, (_, k) => {
                const place = (k * 7) % perStreet;
                const [x, y] = [24 + (place % 5) * 38, 24 + Math.floor(place / 5) * 38];
                const when = isDrawn ? 'after' : 'before';
                const isRisky = k < risky[when][side];
                const fill = isDrawn ? colours.thirds[isRisky ? 2 : 0] : colours.fog[1];
                return (
                  <g key={k}>
                    <circle cx={x} cy={y} r="13" fill={fill} />
                    {k < defaults[when][side] && (
                      <path d={`M${x - 2} ${y - 13}l5 9-7 7 5 10`} class="crack" />
                    )}
                  </g>
                );
              })}
            </svg>
            <figcaption>{isDrawn ? words.groups[side] : street}</figcaption>
          </figure>
        ))}
      </div>
      <div class="hand-controls" role="group">
        {words.causes.map((cause, k) => (
          <button key={cause} type="button" aria-pressed={guess === k} onClick={() => setGuess(k)}>
            {cause}
          </button>
        ))}
      </div>
      <div aria-live="polite">
        {guess !== undefined && <p>{words.reveal[guess]}</p>}
        {guess !== undefined && !isDrawn && (
          <button type="button" class="main" onClick={draw}>
            <Icon name="letter" /> {words.draw}
          </button>
        )}
        {isDrawn && (
          <>
            <p>{words.drawn}</p>
            <Legend signs={['safe', 'risky']} />
          </>
        )}
      </div>
    </div>
  );
}
