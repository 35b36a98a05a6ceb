import type { ComponentType } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { HandProps } from '../hand/hands.ts';
import { LettersHand } from '../hand/LettersHand.tsx';
import { MemoryHand } from '../hand/MemoryHand.tsx';
import { PriceHand } from '../hand/PriceHand.tsx';
import { PurseHand } from '../hand/PurseHand.tsx';
import { RatingHand } from '../hand/RatingHand.tsx';
import type { HandId } from '../lessons/lesson.ts';
import type { LessonId } from '../model/lesson-id.ts';
import { lessonOf } from '../lessons/lessons.ts';
import type { Hidable } from '../model/link.ts';
import type { Bench } from '../model/town.ts';
import { useAround, useRuns, useWords } from '../parts/context.ts';
import { Bets } from '../parts/Bets.tsx';
import { Code } from '../parts/Code.tsx';
import { CurveGuess } from '../parts/CurveGuess.tsx';
import { Lottery } from '../parts/Lottery.tsx';
import { Said } from '../parts/Said.tsx';
import { Stage } from '../parts/Stage.tsx';
import { Stops } from '../parts/Stops.tsx';
import { Strip } from '../parts/Strip.tsx';
import { Trouble } from '../parts/Trouble.tsx';

const games: Readonly<Record<HandId, ComponentType<HandProps>>> = {
  price: PriceHand,
  purse: PurseHand,
  letters: LettersHand,
  memory: MemoryHand,
  rating: RatingHand,
};

const steps = ['hand', 'bet', 'run', 'dial', 'end'] as const;

/** Play by hand, bet, see, turn one dial, answer a question. */
export function Lesson(props: {
  readonly id: LessonId;
  readonly seed: string | undefined;
  readonly hidden: readonly Hidable[];
  readonly onAsk: (person: number) => void;
  readonly onLeave: (next: LessonId | undefined) => void;
}) {
  const { id, seed, hidden } = props;
  const words = useWords();
  const { runs } = useAround();
  const state = useRuns();
  const plan = lessonOf(id);
  const text = words.lessons[id];
  const [at, setAt] = useState(0);
  const [isPlayed, setPlayed] = useState(false);
  const [bet, setBet] = useState<number>();
  const [stop, setStop] = useState<string>();
  const [isAnswered, setAnswered] = useState(false);
  const [isDrawn, setDrawn] = useState(plan.guess === undefined);
  const step = steps[at];
  const withSeed = (bench: Bench) => (seed === undefined ? bench : { ...bench, seed });

  useEffect(() => {
    const lottery = plan.lottery === true;
    if (step === 'hand' || step === 'run') runs.show(withSeed(plan.run), { lottery });
  }, [id, seed, step === 'run']);
  const turn = (next: string) => {
    setStop(next);
    const found = plan.stops.find((one) => one.id === next);
    if (found) runs.show(withSeed(found.bench), { lottery: plan.lottery === true });
  };
  const go = (next: number) => {
    setAt(next);
    if (steps[next] === 'dial' && isDrawn) turn(stop ?? plan.stops[0].id);
    document.getElementById('lesson-title')?.focus();
  };

  const Game = games[plan.hand];
  const isWaiting =
    (step === 'hand' && !isPlayed) ||
    (step === 'bet' && bet === undefined) ||
    (step === 'dial' && !isDrawn);
  return (
    <main class="lesson" id="main">
      <div class="lesson-stage">
        {step === 'hand' ? (
          <Game key={id} onDone={() => setPlayed(true)} />
        ) : step === 'bet' ? (
          <Bets bet={bet} onBet={setBet} options={text.bet.options} />
        ) : (
          <>
            <Stage
              state={state}
              isLensAllowed={!hidden.includes('lens')}
              startsMoving
              signs={text.signs[step === 'dial' && stop !== undefined ? stop : 'run']}
              onAsk={props.onAsk}
            />
            <Trouble state={state} />
          </>
        )}
      </div>
      <aside class="panel">
        <Told {...{ id, at, isPlayed, isDrawn, bet: bet ?? 0 }} />
        {step === 'dial' && isDrawn && !hidden.includes('dial') && (
          <Stops
            ids={plan.stops.map((one) => one.id)}
            {...{ stop }}
            onTurn={turn}
            names={text.dial.stops}
          />
        )}
        {plan.guess && (step === 'run' || step === 'dial') && (
          <CurveGuess
            {...{ state, plan }}
            isShown={step === 'dial'}
            onDrawn={() => {
              setDrawn(true);
              turn(plan.stops[0].id);
            }}
          />
        )}
        {(step === 'run' || (step === 'dial' && isDrawn)) && (
          <Strip state={state} facts={plan.facts} />
        )}
        {plan.lottery && (step === 'run' || step === 'dial') && (
          <Lottery findings={state.experiments['karlan-zinman/a']} />
        )}
        {step === 'end' && (
          <>
            <Answer isShown={isAnswered} text={text.end.answer} onShow={() => setAnswered(true)} />
            <Code plan={plan} bet={bet ?? 0} bench={withSeed(plan.run)} />
          </>
        )}
        <p class="steps">
          <button type="button" onClick={() => (at > 0 ? go(at - 1) : props.onLeave(undefined))}>
            {words.nav.back}
          </button>
          {at < steps.length - 1 ? (
            <button type="button" class="main" disabled={isWaiting} onClick={() => go(at + 1)}>
              {words.nav.next}
            </button>
          ) : (
            <Onward id={id} onLeave={props.onLeave} />
          )}
        </p>
      </aside>
    </main>
  );
}

/** Where the lesson is, and what it says there. */
function Told(props: {
  readonly id: LessonId;
  readonly at: number;
  readonly isPlayed: boolean;
  readonly isDrawn: boolean;
  readonly bet: number;
}) {
  const { id, at, isPlayed, isDrawn, bet } = props;
  const words = useWords();
  const text = words.lessons[id];
  const step = steps[at];
  return (
    <>
      <p class="where">
        {words.nav.lesson(id)} · {words.nav.step(at + 1, steps.length)}
      </p>
      <h1 id="lesson-title" tabIndex={-1}>
        {step === 'hand' ? text.question : text.name}
      </h1>
      <p class="say" aria-live="polite">
        {step === 'hand' && <Said text={isPlayed ? text.hand.done : text.hand.text} />}
        {step === 'bet' && <Said text={text.bet.ask} />}
        {step === 'run' && <Said text={text.after[bet]} />}
        {step === 'dial' && <Said text={isDrawn ? text.dial.text : (text.guess ?? '')} />}
        {step === 'end' && <Said text={text.end.ask} />}
      </p>
    </>
  );
}

/** The answer to the last question, once it is asked for. */
function Answer(props: {
  readonly isShown: boolean;
  readonly text: string;
  readonly onShow: () => void;
}) {
  const words = useWords();
  if (!props.isShown)
    return (
      <button type="button" onClick={props.onShow}>
        {words.nav.answer}
      </button>
    );
  return (
    <p class="answer">
      <Said text={props.text} />
    </p>
  );
}

function Onward({
  id,
  onLeave,
}: {
  readonly id: LessonId;
  readonly onLeave: (next: LessonId | undefined) => void;
}) {
  const words = useWords();
  const next = ({ '1': '2', '2': '3', '3': '4', '4': '5' } as const)[id === '5' ? '4' : id];
  if (id === '5') {
    return (
      <button type="button" class="main" onClick={() => onLeave(undefined)}>
        {words.nav.home}
      </button>
    );
  }
  return (
    <button type="button" class="main" onClick={() => onLeave(next)}>
      {words.nav.lesson(next)}
    </button>
  );
}
