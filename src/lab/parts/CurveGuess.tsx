import { useEffect, useState } from 'preact/hooks';
import { mean } from '../../math/statistics.ts';
import { pairsOf, type RunState } from '../engine/runs.ts';
import type { Lesson as Plan } from '../lessons/lesson.ts';
import { useWords } from './context.ts';
import { Guess, type CurveStop } from './Guess.tsx';

/** Above and below both ends there is room for so much, in the fact's own unit. */
const room = 0.02;
const first = 'first';

/**
 * The curve of a lesson: both ends have been seen after the bet, what lies between is drawn by hand, and the engine's own is
 * drawn over it stop by stop.
 */
export function CurveGuess(props: {
  readonly state: RunState;
  readonly plan: Plan;
  readonly isShown: boolean;
  /** Every place has been drawn: the dial may be turned. */
  readonly onDrawn: () => void;
}) {
  const { state, plan, isShown } = props;
  const words = useWords();
  const { guess } = plan;
  const [drawn, setDrawn] = useState<Readonly<Record<string, number>>>({});
  const [isDone, setDone] = useState(false);
  const [found, setFound] = useState<Readonly<Record<string, number>>>({});
  useEffect(() => {
    if (!guess || !state.bench) return;
    const pairs = pairsOf(state, guess.fact);
    if (pairs.length === 0) return;
    const [a, b] = [0, 1].map((side) => mean(pairs.map((pair) => pair[side])));
    const town = JSON.stringify(state.bench.b);
    const from = JSON.stringify(plan.run.a);
    const at = [plan.run.a, state.bench.a].every((one) => JSON.stringify(one) === from)
      ? plan.stops.find(({ bench }) => JSON.stringify(bench.b) === town)
      : undefined;
    if (at) setFound((before) => ({ ...before, [first]: a, [at.id]: b }));
  }, [state.told]);
  if (!guess || !isShown) return null;
  const ids = [first, ...guess.stops, guess.end];
  const { stops } = words.lessons[plan.id].dial;
  const places = ids.map((id, k): CurveStop => ({
    id,
    name: id === first ? words.lessons[plan.id].signs['run'][0] : stops[id].name,
    at: k / (ids.length - 1),
    found: found[id],
    isGiven: id === first || id === guess.end,
  }));
  const ends = [found[first], found[guess.end]].filter((one) => one !== undefined);
  if (ends.length < 2) return <p>{words.strip.waiting}</p>;
  const isWhole = guess.stops.every((id) => drawn[id] !== undefined);
  return (
    <>
      <Guess
        name={words.facts[guess.fact]}
        places={places}
        drawn={drawn}
        from={Math.floor(100 * (Math.min(...ends) - room)) / 100}
        to={Math.ceil(100 * (Math.max(...ends) + room)) / 100}
        onDraw={(id, value) => !isDone && setDrawn({ ...drawn, [id]: value })}
      />
      {!isDone && (
        <p>
          <button
            type="button"
            class="main"
            disabled={!isWhole}
            onClick={() => {
              setDone(true);
              props.onDrawn();
            }}
          >
            {words.guess.done}
          </button>
        </p>
      )}
    </>
  );
}
