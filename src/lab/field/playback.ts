import { useEffect, useRef } from 'preact/hooks';
import { later, stepped, type Moment } from './moment.ts';

/** Quarters a second. */
const pace = 1.6;

/** Moves time while it plays; a reader who asks for little motion sees whole quarters. A hidden page stands still. */
export function usePlayback(
  isPlaying: boolean,
  isCalm: boolean,
  quarters: number,
  /** Quarters that both films have so far: time waits for them. */
  ready: number,
  moment: Moment,
  setMoment: (moment: Moment) => void,
  end: () => void,
): void {
  const now = useRef(moment);
  now.current = moment;
  // A frame may be due when somebody scrubs: it must not carry on from there.
  const isOn = useRef(isPlaying);
  isOn.current = isPlaying;
  useEffect(() => {
    if (!isPlaying || ready === 0) return undefined;
    let frame = 0;
    let before = performance.now();
    let waited = 0;
    const tick = (time: number) => {
      if (!isOn.current) return;
      // A frame's time is when it began, which may be before this was asked for: time does not run backwards.
      const passed = Math.max(0, Math.min(0.1, (time - before) / 1000)) * pace;
      before = time;
      waited += passed;
      // Whoever scrubbed ahead of the films waits there for them.
      const isAhead = now.current.quarter >= ready;
      if (!isCalm && !isAhead) setMoment(later(now.current, passed, ready));
      else if (isCalm && !isAhead && waited >= 1) {
        waited = 0;
        setMoment(stepped(now.current, 1, ready));
      }
      const { quarter, phase } = now.current;
      if (quarter >= quarters - 1 && phase >= 1) end();
      else frame = requestAnimationFrame(tick);
    };
    frame = requestAnimationFrame(tick);
    return () => cancelAnimationFrame(frame);
  }, [isPlaying, isCalm, quarters, ready]);
}
