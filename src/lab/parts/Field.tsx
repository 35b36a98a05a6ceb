import type { RefObject } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { TownView } from '../engine/runs.ts';
import { fogOf } from '../field/fog.ts';
import { layoutOf, personAt } from '../field/layout.ts';
import type { Memory } from '../field/memory.ts';
import { FieldPainter } from '../field/paint.ts';
import type { Lens } from '../field/scene.ts';
import { waterOf } from '../field/water.ts';
import type { Moment } from '../field/moment.ts';
import { summaryOf } from '../field/summary.ts';
import type { Side } from '../model/town.ts';
import { useWords } from './context.ts';

const lensRadius = 70;

/** One town: a canvas of people that can be looked at through the lens, and asked. */
export function Field(props: {
  readonly side: Side;
  readonly town: TownView | undefined;
  readonly moment: Moment;
  readonly isLensHeld: boolean;
  readonly isLensAllowed: boolean;
  readonly shares: boolean;
  readonly memory: Memory;
  /** Price as a water line, in place of the field. */
  readonly isWater: boolean;
  readonly chosen: number;
  readonly onChoose: (person: number) => void;
  readonly onAsk: (person: number) => void;
}) {
  const { side, town, moment, isLensHeld, isLensAllowed, shares, memory, isWater, chosen } = props;
  const words = useWords();
  const canvas = useRef<HTMLCanvasElement>(null);
  const painter = useMemo(() => new FieldPainter(), []);
  const [size, setSize] = useState<Size>();
  const [held, setHeld] = useState<Lens>('off');
  const film = town?.film;
  const fog = useMemo(() => film && fogOf(film, memory), [film, memory]);
  const places = useMemo(
    () => film && size && layoutOf(film.people, size.width, size.height),
    [film?.people, size],
  );

  useSize(canvas, setSize);
  const done = Math.max(1, town?.done ?? 1);
  fog?.thinUpTo(done);
  const quarter = Math.min(moment.quarter, done - 1);
  const water = useMemo(
    () =>
      isWater && film && places && size ? waterOf(film, quarter, places, size.height) : undefined,
    [isWater, film, quarter, places, size],
  );
  const layout = water?.layout ?? places;
  // Painted as its words change, not a frame later: who reads the quarter of the field sees its picture.
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element || !film || !fog || !layout || !size) return;
    // Only now: without transparency a canvas is black until it is painted.
    const context = element.getContext('2d', { alpha: false });
    if (!context) return;
    const scale = window.devicePixelRatio || 1;
    const [width, height] = [Math.round(size.width * scale), Math.round(size.height * scale)];
    if (element.width !== width || element.height !== height)
      Object.assign(element, { width, height });
    const lens = isLensHeld ? 'all' : held;
    const { phase } = moment;
    const look = { film, fog, layout, quarter, done, phase, lens, shares, memory, water, chosen };
    painter.paint(context, { ...look, ...size, scale });
  });

  const hold = (event: PointerEvent) => {
    if (isLensAllowed) setHeld({ ...placeOf(event, canvas.current), radius: lensRadius });
  };
  const press = (event: PointerEvent) => {
    canvas.current?.setPointerCapture(event.pointerId);
    hold(event);
    const { x, y } = placeOf(event, canvas.current);
    const person = layout ? personAt(layout, x, y) : -1;
    if (person >= 0) props.onChoose(person);
  };
  const move = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && chosen >= 0) props.onAsk(chosen);
    const step = stepOf(event.key, layout?.columns ?? 1);
    if (step === undefined || !layout) return;
    event.preventDefault();
    props.onChoose(Math.max(0, Math.min(layout.count - 1, chosen < 0 ? 0 : chosen + step)));
  };
  const count = places?.count ?? 0;
  const { asked, took, broke } = useMemo(
    () => summaryOf(film, quarter, count),
    [film, quarter, count],
  );
  const label = words.field.label(words.town[side], words.field.summary(asked, took, broke));
  return (
    <canvas
      ref={canvas}
      class={`field field-${side}`}
      role="img"
      tabIndex={0}
      aria-label={label}
      aria-describedby="field-keys"
      data-quarter={quarter}
      onPointerDown={press}
      onPointerMove={(event) => held !== 'off' && hold(event)}
      onPointerUp={() => setHeld('off')}
      onPointerCancel={() => setHeld('off')}
      onDblClick={() => chosen >= 0 && props.onAsk(chosen)}
      onKeyDown={move}
    />
  );
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** Tells how large the canvas is, before anything of it is painted, and when it becomes another size. */
function useSize(canvas: RefObject<HTMLCanvasElement>, tell: (size: Size) => void): void {
  useLayoutEffect(() => {
    const element = canvas.current;
    if (!element) return undefined;
    let last: Size | undefined;
    const look = () => {
      const size = { width: element.clientWidth, height: element.clientHeight };
      if (size.width === last?.width && size.height === last.height) return;
      last = size;
      tell(size);
    };
    look();
    const watch = new ResizeObserver(look);
    watch.observe(element);
    return () => watch.disconnect();
  }, []);
}

/** Where a pointer is on the canvas. */
function placeOf({ clientX, clientY }: PointerEvent, canvas: HTMLCanvasElement | null) {
  const box = canvas?.getBoundingClientRect();
  return { x: clientX - (box?.left ?? 0), y: clientY - (box?.top ?? 0) };
}

/** Where an arrow takes who is chosen: by one, or by a row. Undefined for other keys. */
function stepOf(key: string, columns: number): number | undefined {
  const steps: Record<string, number> = {
    ...{ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -columns, ArrowDown: columns },
  };
  return steps[key];
}
