import { useEffect, useState } from 'preact/hooks';
import { encoreOf } from '../lessons/encores.ts';
import { encoreIds, type EncoreId } from '../model/lesson-id.ts';
import type { Hidable } from '../model/link.ts';
import { Bets } from '../parts/Bets.tsx';
import { Buckets } from '../parts/Buckets.tsx';
import { useAround, useRuns, useWords } from '../parts/context.ts';
import { Luck } from '../parts/Luck.tsx';
import { Said } from '../parts/Said.tsx';
import { Seed } from '../parts/Seed.tsx';
import { Stage } from '../parts/Stage.tsx';
import { Stops } from '../parts/Stops.tsx';
import { Strip } from '../parts/Strip.tsx';
import { Trouble } from '../parts/Trouble.tsx';

/** The same game again under another institution: a bet, then towns at each stop of a dial. */
export function Encore(props: {
  readonly id: EncoreId;
  readonly seed: string | undefined;
  readonly hidden: readonly Hidable[];
  readonly onAsk: (person: number) => void;
  readonly onSeed: (seed: string | undefined) => void;
  readonly onGo: (id: EncoreId) => void;
}) {
  const { id, seed, hidden } = props;
  const words = useWords();
  const { runs } = useAround();
  const state = useRuns();
  const [bet, setBet] = useState<number>();
  const plan = encoreOf(id);
  const [stop, setStop] = useState(plan.stops[0].id);
  const text = words.encore.of[id];
  const [luck, setLuck] = useState(0);
  const show = (at: string, replicate: number) => {
    const bench = plan.stops.find((one) => one.id === at)?.bench ?? plan.stops[0].bench;
    runs.show({ ...bench, ...(seed !== undefined && { seed }), replicate });
  };
  const turn = (next: string) => {
    setStop(next);
    show(next, luck);
  };
  const replay = () => {
    setLuck(luck + 1);
    show(stop, luck + 1);
  };
  useEffect(() => turn(plan.stops[0].id), [id, seed]);
  const here = text.stops[stop] ?? Object.values(text.stops)[0];
  return (
    <main class="lesson encore" id="main">
      <header class="told">
        <p class="where">{words.encore.title}</p>
        <h1 tabIndex={-1}>{text.name}</h1>
        <p class="say" aria-live="polite">
          {bet === undefined ? (
            <Said text={text.ask} />
          ) : (
            <>
              {words.encore.told(bet === plan.right)} <Said text={text.after} />
            </>
          )}
        </p>
        {bet !== undefined && !hidden.includes('dial') && (
          <Stops
            ids={plan.stops.map((one) => one.id)}
            {...{ stop }}
            onTurn={turn}
            names={text.stops}
          />
        )}
      </header>
      <div class="lesson-stage">
        {bet === undefined ? (
          <Bets bet={bet} onBet={setBet} options={text.options} />
        ) : (
          <>
            <Stage
              state={state}
              isLensAllowed={!hidden.includes('lens')}
              startsMoving
              signs={here.signs}
              onAsk={props.onAsk}
            />
            <Trouble state={state} />
            <Buckets state={state} />
          </>
        )}
      </div>
      <aside class="panel">
        {bet === undefined ? (
          <Seed {...{ seed }} onSeed={props.onSeed} />
        ) : (
          <>
            <Strip state={state} facts={plan.facts} />
            <Luck onReplay={replay} />
          </>
        )}
        <nav class="others" aria-label={words.encore.title}>
          {encoreIds
            .filter((other) => other !== id)
            .map((other) => (
              <button key={other} type="button" onClick={() => props.onGo(other)}>
                {words.encore.of[other].name}
              </button>
            ))}
        </nav>
      </aside>
    </main>
  );
}
