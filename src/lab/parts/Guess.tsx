import { useRef } from 'preact/hooks';
import { colours } from '../field/colours.ts';
import { useWords } from './context.ts';
import { percent } from './format.ts';

const [width, height, left, right, top, bottom] = [320, 190, 46, 286, 14, 156] as const;

const xAt = (at: number) => left + at * (right - left);

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
  const limited = (value: number) => Math.max(from, Math.min(to, value));
  const yAt = (value: number) => bottom - ((limited(value) - from) / (to - from)) * (bottom - top);
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
        <Lines {...{ places, drawn, yAt }} />
        {places.map((place) => (
          <Place
            key={place.id}
            {...{ place, name, from, to, yAt }}
            value={drawn[place.id]}
            onPress={press(place.id)}
          />
        ))}
      </svg>
      <p class="keys">{words.key}</p>
    </figure>
  );
}

/** The line that the student draws, and the one that the engine found. */
function Lines(props: {
  readonly places: readonly CurveStop[];
  readonly drawn: Readonly<Record<string, number>>;
  readonly yAt: (value: number) => number;
}) {
  const { places, drawn, yAt } = props;
  return (
    <>
      <polyline
        class="drawn"
        points={line(
          places.map((one) => [one, one.isGiven ? one.found : drawn[one.id]]),
          yAt,
        )}
      />
      {places.slice(1).map((one, k) =>
        // Between neighbours that are both known: a line from end to end would be a guess of ours.
        places[k].found === undefined || one.found === undefined ? null : (
          <polyline
            key={one.id}
            class="found"
            points={line(
              [places[k], one].map((place) => [place, place.found] as const),
              yAt,
            )}
          />
        ),
      )}
    </>
  );
}

/** Points of a line through the places that have a value. */
function line(
  values: readonly (readonly [CurveStop, number | undefined])[],
  yAt: (value: number) => number,
): string {
  return values
    .flatMap(([{ at }, value]) => (value === undefined ? [] : [`${xAt(at)},${yAt(value)}`]))
    .join(' ');
}

/** One place of the curve: its name, what the student set, what the engine found. */
function Place(props: {
  readonly place: CurveStop;
  readonly name: string;
  readonly value: number | undefined;
  readonly from: number;
  readonly to: number;
  readonly yAt: (value: number) => number;
  readonly onPress: (event: KeyboardEvent) => void;
}) {
  const { place, name, value, from, to, yAt, onPress } = props;
  const { found, isGiven } = place;
  const x = xAt(place.at);
  return (
    <g>
      <text x={x} y={height - 14} text-anchor="middle">
        {place.name}
      </text>
      {!isGiven && (
        <Handle
          name={`${name}: ${place.name}`}
          y={value === undefined ? undefined : yAt(value)}
          {...{ x, value, from, to, onPress }}
        />
      )}
      {found !== undefined && <circle cx={x} cy={yAt(found)} r="5" fill={colours.ink} />}
    </g>
  );
}

/** A rail on which the student sets a place of the curve; a question mark until then. */
function Handle(props: {
  readonly name: string;
  readonly x: number;
  /** Where it stands, once it is set. */
  readonly y: number | undefined;
  readonly value: number | undefined;
  readonly from: number;
  readonly to: number;
  readonly onPress: (event: KeyboardEvent) => void;
}) {
  const { name, x, y, value, from, to, onPress } = props;
  const words = useWords().guess;
  return (
    <g
      role="slider"
      tabindex={0}
      class="handle"
      aria-label={name}
      aria-orientation="vertical"
      aria-valuemin={Math.round(100 * from)}
      aria-valuemax={Math.round(100 * to)}
      aria-valuenow={Math.round(100 * (value ?? (from + to) / 2))}
      aria-valuetext={value === undefined ? words.open : percent(value)}
      onKeyDown={onPress}
    >
      <line x1={x} x2={x} y1={top} y2={bottom} class="rail" />
      {y === undefined ? (
        <text x={x} y={(top + bottom) / 2 + 8} text-anchor="middle" class="ask">
          ?
        </text>
      ) : (
        <circle cx={x} cy={y} r="7" fill={colours.paper} class="mine" />
      )}
    </g>
  );
}
