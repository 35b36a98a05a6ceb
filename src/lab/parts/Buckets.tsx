import { useEffect } from 'preact/hooks';
import { colours } from '../field/colours.ts';
import { isWhole, type RunState } from '../engine/runs.ts';
import { sides, type Side } from '../model/town.ts';
import type { Bucket } from '../run/bucket.ts';
import { lendingOf, nearlyGone, type TownFacts } from '../run/facts.ts';
import { useAround, useWords } from './context.ts';
import { percent } from './format.ts';

/** What credit is worth in both towns, what hidden action costs of it, and who pays for whom. */
export function Buckets({ state }: { readonly state: RunState }) {
  const { bucket: words, town, strip } = useWords();
  const { runs } = useAround();
  const areThere = isWhole(state);
  useEffect(() => {
    if (areThere) runs.fill();
  }, [state.bench, areThere]);
  const found = sides.flatMap((side) => state.buckets[side] ?? []);
  // One scale for both: what the fuller of them would hold without its leak.
  const most = Math.max(...found.map((one) => surplusOf(one) + Math.max(0, one.leak[1])), 1e-9);
  const told = sides.map((side) => state.told[side].get(state.bench?.replicate ?? 0));
  const dearest = Math.max(...told.flatMap((one) => (one ? aprOf(one) : [])), 0);
  return (
    <section class="buckets" aria-label={words.title}>
      {sides.map((side, k) => (
        <figure key={side}>
          <figcaption>
            <b class={`value-${side}`}>{town[side]}</b>
          </figcaption>
          <Half side={side} told={told[k]} bucket={state.buckets[side]} {...{ most, dearest }} />
          {told[k] === undefined && <p>{strip.waiting}</p>}
        </figure>
      ))}
      <p class="keys">{words.help}</p>
    </section>
  );
}

function Half(props: {
  readonly side: Side;
  readonly told: TownFacts | undefined;
  readonly bucket: Bucket | undefined;
  readonly most: number;
  readonly dearest: number;
}) {
  const { bucket: words, strip } = useWords();
  const { told, bucket, most, dearest } = props;
  if (!told) return null;
  const lending = lendingOf(told);
  if (lending < nearlyGone) return <p class="gone">{strip.gone}</p>;
  return (
    <>
      <p>{words.volume(Math.round(100 * lending))}</p>
      {bucket ? <Vessel bucket={bucket} most={most} /> : <p>{words.waiting}</p>}
      <Thirds told={told} dearest={dearest} />
    </>
  );
}

const [deep, edge] = [100, 14];

/** A bucket filled to its surplus; the leak under it is drawn from its lower to its upper end. */
function Vessel({ bucket, most }: { readonly bucket: Bucket; readonly most: number }) {
  const { bucket: words } = useWords();
  const surplus = surplusOf(bucket);
  const height = (value: number) => (Math.max(0, value) / most) * deep;
  const [low, high] = bucket.leak;
  const top = edge + deep - height(surplus);
  const half = (y: number) => 58 + (1 - (y - edge) / deep) * 16;
  const leakEnd = (value: number) => edge + deep + 8 + height(value);
  return (
    <div class="vessel">
      <svg viewBox="0 0 200 170" aria-hidden="true">
        <path
          d={`M${100 - half(top)} ${top}H${100 + half(top)}L158 ${edge + deep}H42Z`}
          fill={colours.water}
        />
        <path d={`M26 ${edge}L42 ${edge + deep}H158L174 ${edge}`} class="rim" />
        <rect
          x="92"
          width="16"
          y={edge + deep + 2}
          height={Math.max(0, leakEnd(low) - edge - deep - 2)}
          fill={colours.water}
        />
        <rect
          x="92"
          width="16"
          y={leakEnd(low)}
          height={Math.max(0, leakEnd(high) - leakEnd(low))}
          fill={colours.water}
          opacity="0.35"
        />
      </svg>
      <ul>
        <li>
          <b>{words.surplus(percent(surplus))}</b>
        </li>
        <li>{words.parts(percent(bucket.borrowers), percent(bucket.lenders))}</li>
        <li>{words.leak(percent(low), percent(high))}</li>
      </ul>
    </div>
  );
}

/** Price by third of risk: who pays for whom. Never a second leak. */
function Thirds({ told, dearest }: { readonly told: TownFacts; readonly dearest: number }) {
  const words = useWords();
  return (
    <table class="thirds">
      <caption>{words.bucket.prices}</caption>
      <tbody>
        {aprOf(told).map((apr, k) => (
          <tr key={k}>
            <th scope="row">{words.thirds[k]}</th>
            <td>
              <svg viewBox="0 0 100 10" aria-hidden="true">
                <rect width={(apr / dearest) * 100} height="10" fill={colours.thirds[k]} />
              </svg>
            </td>
            <td class="number">{percent(apr)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const surplusOf = ({ borrowers, lenders, institution }: Bucket): number =>
  borrowers + lenders + institution;

const aprOf = ({ thirds }: TownFacts): number[] =>
  Array.from(thirds.apr, (sum, k) => sum / thirds.taken[k]);
