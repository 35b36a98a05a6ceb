import type { ComponentType } from 'preact';
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import type { HandProps } from '../hand/hands.ts';
import { LettersHand } from '../hand/LettersHand.tsx';
import { MemoryHand } from '../hand/MemoryHand.tsx';
import { PriceHand } from '../hand/PriceHand.tsx';
import { PurseHand } from '../hand/PurseHand.tsx';
import { RatingHand } from '../hand/RatingHand.tsx';
import type { HandId, Lesson as Plan } from '../lessons/lesson.ts';
import type { LessonId } from '../model/lesson-id.ts';
import { benchAt, lessonOf } from '../lessons/lessons.ts';
import type { Hidable } from '../model/link.ts';
import type { Bench } from '../model/town.ts';
import { useAround, useWords } from '../parts/context.ts';
import { Bets } from '../parts/Bets.tsx';
import { Code } from '../parts/Code.tsx';
import { Seed } from '../parts/Seed.tsx';
import { Stops } from '../parts/Stops.tsx';
import { Answer, Found, Steps, steps, Told, Towns, type LessonStep } from './lesson-parts.tsx';

const games: Readonly<Record<HandId, ComponentType<HandProps>>> = {
  price: PriceHand,
  purse: PurseHand,
  letters: LettersHand,
  memory: MemoryHand,
  rating: RatingHand,
};

/** The keyboard goes to the title, behind which stands what is said. */
const toTitle = () => document.getElementById('lesson-title')?.focus();

/** Play by hand, bet, see, turn one dial, answer a question. */
export function Lesson(props: {
  readonly id: LessonId;
  readonly seed: string | undefined;
  readonly hidden: readonly Hidable[];
  readonly onAsk: (person: number) => void;
  readonly onSeed: (seed: string | undefined) => void;
  readonly onLeave: (next: LessonId | undefined) => void;
}) {
  const { id, seed, hidden } = props;
  const words = useWords();
  const plan = lessonOf(id);
  const text = words.lessons[id];
  const [at, setAt] = useState(0);
  const [course, setCourse] = useState<string>();
  const [bet, setBet] = useState<number>();
  const [stop, setStop] = useState<string>();
  const [isAnswered, setAnswered] = useState(false);
  const [isDrawn, setDrawn] = useState(plan.guess === undefined);
  const step = steps[at];
  const withSeed = (bench: Bench) => (seed === undefined ? bench : { ...bench, seed });
  const [luck, setLuck] = useState(0);
  const show = useTowns(plan, step, seed, luck);
  const turn = (next: string) => {
    setStop(next);
    show(benchAt(plan, next));
  };
  const replay = () => {
    setLuck(luck + 1);
    show(benchAt(plan, step === 'dial' && stop !== undefined ? stop : 'run'), luck + 1);
  };
  const go = (next: number) => {
    setAt(next);
    if (steps[next] === 'dial' && isDrawn) turn(stop ?? plan.stops[0].id);
    toTitle();
  };

  // A game that is over takes its last button away: who plays by keyboard goes on at what is said of it.
  useLayoutEffect(() => {
    const { activeElement } = document;
    const isLost = activeElement === document.body || activeElement?.matches(':disabled') === true;
    if (course !== undefined && isLost) toTitle();
  }, [course]);

  const Game = games[plan.hand];
  const isWaiting =
    (step === 'hand' && course === undefined) ||
    (step === 'bet' && bet === undefined) ||
    (step === 'dial' && !isDrawn);
  return (
    <main class="lesson" id="main">
      <header class="told">
        <Told {...{ id, at, course, isDrawn, bet: bet ?? 0 }} />
        {step === 'dial' && isDrawn && !hidden.includes('dial') && (
          <Stops
            ids={plan.stops.map((one) => one.id)}
            {...{ stop }}
            onTurn={turn}
            names={text.dial.stops}
          />
        )}
        {step === 'end' && (
          <Answer isShown={isAnswered} text={text.end.answer} onShow={() => setAnswered(true)} />
        )}
      </header>
      <div class="lesson-stage">
        {step === 'hand' ? (
          <Game key={id} onDone={setCourse} />
        ) : step === 'bet' ? (
          <Bets bet={bet} onBet={setBet} options={text.bet.options} />
        ) : (
          <Towns
            signs={text.signs[step === 'dial' && stop !== undefined ? stop : 'run']}
            isLensAllowed={!hidden.includes('lens')}
            onAsk={props.onAsk}
          />
        )}
      </div>
      <aside class="panel">
        {(step === 'run' || step === 'dial') && (
          <Found
            {...{ plan, isDrawn }}
            isDial={step === 'dial'}
            onReplay={replay}
            onDrawn={() => {
              setDrawn(true);
              turn(plan.stops[0].id);
            }}
          />
        )}
        {step === 'hand' && course === undefined && <Seed {...{ seed }} onSeed={props.onSeed} />}
        {step === 'end' && <Code plan={plan} bet={bet ?? 0} bench={withSeed(plan.run)} />}
        <Steps {...{ id, at, isWaiting }} onGo={go} onLeave={props.onLeave} />
      </aside>
    </main>
  );
}

/**
 * Shows the lesson's towns as it begins, and again for the run after the bet; others when it is told to, with the people and
 * the luck that came last unless others are asked for.
 */
function useTowns(
  plan: Plan,
  step: LessonStep,
  seed: string | undefined,
  luck: number,
): (bench: Bench, replicate?: number) => void {
  const { runs } = useAround();
  const show = (bench: Bench, replicate = luck) =>
    runs.show(
      { ...bench, ...(seed !== undefined && { seed }), replicate },
      { lottery: plan.lottery === true },
    );
  useEffect(() => {
    if (step === 'hand' || step === 'run') show(plan.run);
  }, [plan.id, seed, step === 'run']);
  return show;
}
