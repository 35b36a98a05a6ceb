import { Icon } from '../parts/Icon.tsx';
import { useRef, useState } from 'preact/hooks';
import { colours } from '../field/colours.ts';
import type { BankYear } from '../model/bank-year.ts';
import { useWords } from '../parts/context.ts';
import { Legend } from '../parts/Legend.tsx';
import type { HandProps } from './hands.ts';
import { thirdByLoss, twelve, yearAt } from './people.ts';

const [width, height, top, bottom] = [640, 320, 18, 296];
const dearest = 40;
const rounds = 3;
/** Of twelve: so many leave only at a price that mostly the risky pay. */
const many = 4;

const yAt = (price: number) => bottom - (price / dearest) * (bottom - top);

/** One price for twelve grey dots: a water line that is dragged, three rounds, the lens at the end. */
export function PriceHand({ onDone }: HandProps) {
  const { hands, lens } = useWords();
  const words = hands.price;
  const [price, setPrice] = useState(10);
  const [years, setYears] = useState<readonly BankYear[]>([]);
  const [isSeen, setSeen] = useState(false);
  const sea = useRef<SVGSVGElement>(null);
  /** A price that was tried already, and was asked again. */
  const [repeated, setRepeated] = useState<number>();
  const isOver = years.length >= rounds;

  const set = (value: number) => setPrice(Math.round(Math.max(0, Math.min(dearest, value))));
  const drag = (event: PointerEvent) => {
    const box = sea.current?.getBoundingClientRect();
    if (!box || event.buttons === 0) return;
    const y = ((event.clientY - box.top) / box.height) * height;
    set(((bottom - y) / (bottom - top)) * dearest);
  };
  const steps: Readonly<Record<string, number>> = {
    ...{ ArrowUp: 1, ArrowRight: 1, ArrowDown: -1, ArrowLeft: -1, PageUp: 5, PageDown: -5 },
  };
  const press = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    set(price + step);
  };
  const lend = () => {
    // The same people at the same price do the same: only another price tells more, and is a round.
    const isTried = years.some((year) => year.price === price);
    setRepeated(isTried ? price : undefined);
    if (isTried) return;
    const next = [...years, yearAt(price)];
    setYears(next);
    if (next.length === rounds) onDone(next.some(({ gone }) => gone >= many) ? 'left' : 'stayed');
  };
  return (
    <div class="hand">
      <svg
        ref={sea}
        class="sea"
        viewBox={`0 0 ${width} ${height}`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          drag(event);
        }}
        onPointerMove={drag}
      >
        <text x="10" y="16" class="axis-name">
          ↑ {words.axis}
        </text>
        <Twelve {...{ price, isSeen }} />
        <WaterLine {...{ price }} onPress={press} />
      </svg>
      <div class="hand-controls">
        <button type="button" class="main" disabled={isOver} onClick={lend}>
          {words.lend}
        </button>
        <span>{words.round(Math.min(rounds, years.length + 1))}</span>
        {repeated !== undefined && !isOver && (
          <p class="again" role="status">
            {words.again(repeated)}
          </p>
        )}
        {isOver && (
          <button type="button" class="lens" aria-pressed={isSeen} onClick={() => setSeen(!isSeen)}>
            <Icon name="lens" /> {lens.look}
          </button>
        )}
      </div>
      {isSeen && <Legend signs={['safe', 'middle', 'risky']} />}
      <ol class="years" aria-live="polite">
        {years.map((year, k) => (
          <li key={k}>{words.year(year)}</li>
        ))}
      </ol>
    </div>
  );
}

/** Twelve people, each as high as the dearest price that it would take; the lens shows who is risky. */
function Twelve({ price, isSeen }: { readonly price: number; readonly isSeen: boolean }) {
  return (
    <>
      {twelve.map(({ worth, loss }, k) => (
        <circle
          key={worth}
          cx={40 + (k * (width - 90)) / 11}
          cy={yAt(worth)}
          r="15"
          class={worth < price ? 'person under' : 'person'}
          fill={isSeen ? colours.thirds[thirdByLoss(loss)] : colours.fog[1]}
        />
      ))}
    </>
  );
}

/** The price, as a line of water that is moved. */
function WaterLine(props: {
  readonly price: number;
  readonly onPress: (event: KeyboardEvent) => void;
}) {
  const { price, onPress } = props;
  const words = useWords().hands.price;
  const line = yAt(price);
  // Where nobody stands at this height: dots rise from the left to the right.
  const tag = price < dearest / 2 ? width - 60 : 60;
  return (
    <>
      <rect x="0" y={line} width={width} height={height - line} class="water" />
      <g
        role="slider"
        // In small letters: an SVG element knows the attribute only so, and takes no focus otherwise.
        tabindex={0}
        class="line"
        aria-label={words.line}
        aria-orientation="vertical"
        aria-valuemin={0}
        aria-valuemax={dearest}
        aria-valuenow={price}
        aria-valuetext={`${price} %`}
        onKeyDown={onPress}
      >
        <rect x="0" y={line - 14} width={width} height="28" class="grip" />
        <line x1="0" x2={width} y1={line} y2={line} />
        <rect x={tag - 52} y={line - 13} width="104" height="26" rx="13" class="tag" />
        <text x={tag} y={line + 5} class="tag-text">
          ↕ {price} %
        </text>
      </g>
    </>
  );
}
