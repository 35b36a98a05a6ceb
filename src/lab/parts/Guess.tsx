import { useRef } from 'preact/hooks';
import { colours } from '../field/colours.ts';
import { useWords } from './context.ts';
import { percent } from './format.ts';

const [width, height, left, right, top, bottom] = [320, 190, 46, 286, 14, 156] as const;

/** A place of the curve: a stop of the dial, or an end that has been seen. */
export interface CurveStop {
  readonly id: string;
  readonly name: string;
  /** Where it stands, 0 … 1. */
  readonly at: number;
  /** What the engine found, once it is known. */
  readonly found: number | undefined;
  /** It has been seen, and is not guessed. */
  readonly isGiven: boolean;
}

/** A curve that the student draws before it is shown: by dragging along it, or point by point with the arrow keys. */
export function Guess(props: {
  readonly name: string;
  readonly places: readonly CurveStop[];
  readonly drawn: Readonly<Record<string, number>>;
  readonly onDraw: (id: string, value: number) => void;
  /** Ends of the scale. */
  readonly from: number;
  readonly to: number;
}) {
  const { places, drawn, from, to, name } = props;
  const words = useWords().guess;
  const sheet = useRef<SVGSVGElement>(null);
  const xAt = (at: number) => left + at * (right - left);
  const yAt = (value: number) => bottom - ((value - from) / (to - from)) * (bottom - top);
  const limited = (value: number) => Math.max(from, Math.min(to, value));
  const open = places.filter(({ isGiven }) => !isGiven);
  const draw = (event: PointerEvent) => {
    const box = sheet.current?.getBoundingClientRect();
    if (!box || event.buttons === 0) return;
    const x = ((event.clientX - box.left) / box.width) * width;
    const y = ((event.clientY - box.top) / box.height) * height;
    const nearest = open
      .toSorted((a, b) => Math.abs(xAt(a.at) - x) - Math.abs(xAt(b.at) - x))
      .at(0);
    if (nearest)
      props.onDraw(nearest.id, limited(from + ((bottom - y) / (bottom - top)) * (to - from)));
  };
  const press = (id: string) => (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, number>> = { ArrowUp: 1, ArrowDown: -1 };
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    props.onDraw(id, limited((drawn[id] ?? (from + to) / 2) + (step * (to - from)) / 40));
  };
  const line = (values: readonly (readonly [CurveStop, number | undefined])[]) =>
    values
      .flatMap(([{ at }, value]) =>
        value === undefined ? [] : [`${xAt(at)},${yAt(limited(value))}`],
      )
      .join(' ');
  return (
    <figure class="guess">
      <figcaption>{name}</figcaption>
      <svg
        ref={sheet}
        viewBox={`0 0 ${width} ${height}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          draw(event);
        }}
        onPointerMove={draw}
      >
        <path d={`M${left} ${top}V${bottom}H${right + 24}`} class="axis" />
        {[from, to].map((value) => (
          <text key={value} x={left - 4} y={yAt(value) + 4} text-anchor="end">
            {percent(value, 0)}
          </text>
        ))}
        <polyline
          class="drawn"
          points={line(places.map((one) => [one, one.isGiven ? one.found : drawn[one.id]]))}
        />
        {places.slice(1).map((one, k) =>
          // Between neighbours that are both known: a line from end to end would be a guess of ours.
          places[k].found === undefined || one.found === undefined ? null : (
            <polyline
              key={one.id}
              class="found"
              points={line([places[k], one].map((place) => [place, place.found] as const))}
            />
          ),
        )}
        {places.map((place) => {
          const { id, at, found, isGiven } = place;
          const value = drawn[id];
          return (
            <g key={id}>
              <text x={xAt(at)} y={height - 14} text-anchor="middle">
                {place.name}
              </text>
              {!isGiven && (
                <g
                  role="slider"
                  tabindex={0}
                  class="handle"
                  aria-label={`${name}: ${place.name}`}
                  aria-orientation="vertical"
                  aria-valuemin={Math.round(100 * from)}
                  aria-valuemax={Math.round(100 * to)}
                  aria-valuenow={Math.round(100 * (value ?? (from + to) / 2))}
                  aria-valuetext={value === undefined ? words.open : percent(value)}
                  onKeyDown={press(id)}
                >
                  <line x1={xAt(at)} x2={xAt(at)} y1={top} y2={bottom} class="rail" />
                  {value === undefined ? (
                    <text x={xAt(at)} y={(top + bottom) / 2 + 8} text-anchor="middle" class="ask">
                      ?
                    </text>
                  ) : (
                    <circle cx={xAt(at)} cy={yAt(value)} r="7" fill={colours.paper} class="mine" />
                  )}
                </g>
              )}
              {found !== undefined && (
                <circle cx={xAt(at)} cy={yAt(limited(found))} r="5" fill={colours.ink} />
              )}
            </g>
          );
        })}
      </svg>
      <p class="keys">{words.key}</p>
    </figure>
  );
}
