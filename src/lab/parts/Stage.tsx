import { Icon } from './Icon.tsx';
import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Language } from '../../language.ts';
import { builtInName } from '../../institution-names.ts';
import type { RunState } from '../engine/runs.ts';
import { memoryOf } from '../field/memory.ts';
import { stepped, type Moment } from '../field/moment.ts';
import { usePlayback } from '../field/playback.ts';
import { sides, town, type Town } from '../model/town.ts';
import { useAround, useWords } from './context.ts';
import { Field } from './Field.tsx';
import { Legend, lensSigns, openSigns } from './Legend.tsx';

/** Two towns side by side, and their time. */
export function Stage(props: {
  readonly state: RunState;
  readonly isLensAllowed: boolean;
  /** What stands over the towns in place of the names of their institutions. */
  readonly signs?: readonly [string, string];
  /** Begins to move when a new picture is there. */
  readonly startsMoving?: boolean;
  readonly onAsk: (person: number) => void;
}) {
  const { state, isLensAllowed, startsMoving = false } = props;
  const words = useWords();
  const { isCalm, language } = useAround();
  const quarters = state.bench?.quarters ?? 48;
  const [moment, setMoment] = useState<Moment>({ quarter: 0, phase: isCalm ? 1 : 0 });
  const [isPlaying, setPlaying] = useState(startsMoving && !isCalm);
  const [isLensHeld, setLens] = useState(false);
  const [isWater, setWater] = useState(false);
  const [chosen, setChosen] = useState(-1);
  const stage = useRef<HTMLElement>(null);

  const ready = Math.min(...sides.map((side) => state.towns[side]?.done ?? 0));
  usePlayback(isPlaying, isCalm, quarters, ready, moment, setMoment, () => setPlaying(false));
  useLensKey(isLensAllowed, setLens);

  const { bench } = state;
  const memories = useMemo(() => {
    const [a, b] = sides.map((side) => memoryOf(bench?.[side] ?? town('none')));
    return { a, b };
  }, [bench]);

  const go = (next: Moment) => {
    setPlaying(false);
    setMoment(next);
  };
  const play = () => {
    if (!isPlaying && moment.quarter >= quarters - 1) setMoment({ quarter: 0, phase: 0 });
    setPlaying(!isPlaying);
  };
  return (
    <section class="stage" ref={stage}>
      <div class="towns">
        {sides.map((side) => {
          const here = state.bench?.[side];
          return (
            <figure class="town" key={side}>
              <figcaption>
                <b>{words.town[side]}</b>{' '}
                {here && (
                  <span>{props.signs?.[side === 'a' ? 0 : 1] ?? nameOf(here, language)}</span>
                )}
              </figcaption>
              <Field
                {...{ side, moment, isLensHeld, isLensAllowed, chosen }}
                town={state.towns[side]}
                shares={here !== undefined && here.institution !== 'none'}
                memory={memories[side]}
                isWater={isWater}
                onChoose={setChosen}
                onAsk={props.onAsk}
              />
            </figure>
          );
        })}
      </div>
      <p class="sr" id="field-keys">
        {words.field.keys}
      </p>
      <TimeBar
        {...{ moment, quarters, isPlaying, isLensHeld, isLensAllowed, isWater, chosen }}
        seen={Math.min(moment.quarter, Math.max(1, ready) - 1)}
        onGo={go}
        onPlay={play}
        onLens={setLens}
        onWater={setWater}
        onAsk={props.onAsk}
      />
      {isWater && <p class="water-help">{words.water.help}</p>}
      <Legend signs={isLensHeld ? lensSigns : openSigns} />
    </section>
  );
}

/** The buttons under the towns: step, play, scrub; the lens; the water line; whoever is chosen. */
function TimeBar(props: {
  readonly moment: Moment;
  /** The quarter that is seen: of what is not there yet, the last that is. */
  readonly seen: number;
  readonly quarters: number;
  readonly isPlaying: boolean;
  readonly isLensHeld: boolean;
  readonly isLensAllowed: boolean;
  readonly isWater: boolean;
  /** A person of the field; −1 for nobody. */
  readonly chosen: number;
  readonly onGo: (moment: Moment) => void;
  readonly onPlay: () => void;
  readonly onLens: (isHeld: boolean) => void;
  readonly onWater: (isShown: boolean) => void;
  readonly onAsk: (person: number) => void;
}) {
  const { moment, seen, quarters, isPlaying, isLensHeld, isLensAllowed, isWater, chosen } = props;
  const { onGo, onPlay, onLens, onWater, onAsk } = props;
  const words = useWords();
  return (
    <div class="time">
      <button
        type="button"
        aria-label={words.time.stepBack}
        onClick={() => onGo(stepped(moment, -1, quarters))}
      >
        <Icon name="step-back" />
      </button>
      <button
        type="button"
        class="play"
        aria-label={isPlaying ? words.time.pause : words.time.play}
        onClick={onPlay}
      >
        <Icon name={isPlaying ? 'pause' : 'play'} />
      </button>
      <button
        type="button"
        aria-label={words.time.step}
        onClick={() => onGo(stepped(moment, 1, quarters))}
      >
        <Icon name="step" />
      </button>
      <input
        type="range"
        aria-label={words.time.scrub}
        aria-valuetext={words.time.quarter(seen + 1, quarters)}
        min={0}
        max={quarters - 1}
        value={moment.quarter}
        onInput={(event) => onGo({ quarter: Number(event.currentTarget.value), phase: 1 })}
      />
      <output>{words.time.quarter(seen + 1, quarters)}</output>
      {isLensAllowed && (
        <button
          type="button"
          class="lens"
          title={words.lens.help}
          aria-pressed={isLensHeld}
          onPointerDown={() => onLens(true)}
          onPointerUp={() => onLens(false)}
          onPointerLeave={() => onLens(false)}
          onKeyDown={({ key }) => key === ' ' && onLens(true)}
          onKeyUp={({ key }) => key === ' ' && onLens(false)}
        >
          <Icon name="lens" /> {words.lens.hold}
        </button>
      )}
      <button
        type="button"
        class="water"
        title={words.water.help}
        aria-pressed={isWater}
        onClick={() => onWater(!isWater)}
      >
        <Icon name="water" /> {words.water.show}
      </button>
      {chosen >= 0 && (
        <button type="button" onClick={() => onAsk(chosen)}>
          {words.person.ask}
        </button>
      )}
    </div>
  );
}

function nameOf({ institution, world }: Town, language: Language): string {
  const name = builtInName(institution, language);
  return world === 'actual' ? name : `${name} +`;
}

/** X holds the lens, unless somebody types. */
function useLensKey(isAllowed: boolean, setLens: (isHeld: boolean) => void): void {
  useEffect(() => {
    const turned = (isHeld: boolean) => (event: KeyboardEvent) => {
      const isTyping =
        event.target instanceof HTMLElement &&
        /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName) &&
        event.target.getAttribute('type') !== 'range';
      if (isAllowed && !isTyping && event.key.toLowerCase() === 'x') setLens(isHeld);
    };
    const [down, up] = [turned(true), turned(false)];
    window.addEventListener('keydown', down);
    window.addEventListener('keyup', up);
    return () => {
      window.removeEventListener('keydown', down);
      window.removeEventListener('keyup', up);
    };
  }, [isAllowed]);
}
