import { lotteryOfA } from '../engine/runs.ts';
import type { Lesson as Plan } from '../lessons/lesson.ts';
import { lessonOf } from '../lessons/lessons.ts';
import type { LessonId } from '../model/lesson-id.ts';
import { useRuns, useWords } from '../parts/context.ts';
import { CurveGuess } from '../parts/CurveGuess.tsx';
import { Lottery } from '../parts/Lottery.tsx';
import { Luck } from '../parts/Luck.tsx';
import { Said } from '../parts/Said.tsx';
import { Stage } from '../parts/Stage.tsx';
import { Strip } from '../parts/Strip.tsx';
import { Trouble } from '../parts/Trouble.tsx';

/** What a lesson goes through. */
export const steps = ['hand', 'bet', 'run', 'dial', 'end'] as const;
export type LessonStep = (typeof steps)[number];

/** Two towns that play at once, and what went wrong with them. */
export function Towns(props: {
  readonly signs: readonly [string, string] | undefined;
  readonly isLensAllowed: boolean;
  readonly onAsk: (person: number) => void;
}) {
  const { signs, ...others } = props;
  const state = useRuns();
  return (
    <>
      <Stage {...{ state }} {...others} {...(signs && { signs })} startsMoving />
      <Trouble state={state} />
    </>
  );
}

/** What the towns show: a curve to guess first, or the bars of a lottery, if the lesson has one; then facts, and other luck. */
export function Found(props: {
  readonly plan: Plan;
  readonly isDial: boolean;
  readonly isDrawn: boolean;
  readonly onReplay: () => void;
  readonly onDrawn: () => void;
}) {
  const { plan, isDial, isDrawn, onReplay, onDrawn } = props;
  const state = useRuns();
  return (
    <>
      {plan.guess && <CurveGuess {...{ state, plan, onDrawn }} isShown={isDial} />}
      {plan.lottery && <Lottery findings={state.experiments[lotteryOfA]} />}
      {(!isDial || isDrawn) && (
        <>
          <Strip state={state} facts={plan.facts} />
          <Luck onReplay={onReplay} />
        </>
      )}
    </>
  );
}

/** Back and on. */
export function Steps(props: {
  readonly id: LessonId;
  readonly at: number;
  readonly isWaiting: boolean;
  readonly onGo: (at: number) => void;
  readonly onLeave: (next: LessonId | undefined) => void;
}) {
  const { id, at, isWaiting, onGo, onLeave } = props;
  const words = useWords();
  return (
    <p class="steps">
      <button type="button" onClick={() => (at > 0 ? onGo(at - 1) : onLeave(undefined))}>
        {words.nav.back}
      </button>
      {at < steps.length - 1 ? (
        <button type="button" class="main" disabled={isWaiting} onClick={() => onGo(at + 1)}>
          {words.nav.next}
        </button>
      ) : (
        <Onward id={id} onLeave={onLeave} />
      )}
    </p>
  );
}

/** Where the lesson is, and what it says there. */
export function Told(props: {
  readonly id: LessonId;
  readonly at: number;
  /** How the game went, once it has been played. */
  readonly course: string | undefined;
  readonly isDrawn: boolean;
  readonly bet: number;
}) {
  const { id, at, course, isDrawn, bet } = props;
  const words = useWords();
  const text = words.lessons[id];
  const step = steps[at];
  const done: Readonly<Record<string, string>> = words.hands[lessonOf(id).hand].done;
  return (
    <>
      <p class="where">
        {words.nav.lesson(id)} · {words.nav.step(at + 1, steps.length)}
      </p>
      <h1 id="lesson-title" tabIndex={-1}>
        {step === 'hand' ? text.question : text.name}
      </h1>
      <p class="say" aria-live="polite">
        {step === 'hand' && <Said text={course === undefined ? text.hand : done[course]} />}
        {step === 'bet' && <Said text={text.bet.ask} />}
        {step === 'run' && <Said text={text.after[bet]} />}
        {step === 'dial' && <Said text={isDrawn ? text.dial.text : (text.guess ?? '')} />}
        {step === 'end' && <Said text={text.end.ask} />}
      </p>
    </>
  );
}

/** The answer to the last question, once it is asked for. */
export function Answer(props: {
  readonly isShown: boolean;
  readonly text: string;
  readonly onShow: () => void;
}) {
  const words = useWords();
  return (
    <div aria-live="polite">
      {props.isShown ? (
        <p class="answer">
          <Said text={props.text} />
        </p>
      ) : (
        <button type="button" onClick={props.onShow}>
          {words.nav.answer}
        </button>
      )}
    </div>
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
