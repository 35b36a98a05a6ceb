import { useEffect } from 'preact/hooks';
import type { Value as Finding } from '../../jobs/work.ts';
import { colours } from '../field/colours.ts';
import type { RunState } from '../engine/runs.ts';
import { sides } from '../model/town.ts';
import { useAround, useWords } from './context.ts';

const [width, height, left, top, bottom] = [300, 190, 34, 10, 158];
const curves = [
  { id: 'demand', colour: colours.water },
  { id: 'average-cost', colour: colours.ink },
  { id: 'marginal-cost', colour: colours.thirds[2] },
] as const;
/** Fees that are drawn by lot run so far either way, and costs are drawn as far. */
const widest = 0.12;

/**
 * Demand, average and marginal cost as textbooks draw them: people who borrow across, the fee up. From fees at signing drawn
 * by lot in both towns (Einav, Finkelstein & Cullen).
 */
export function Textbook({ state }: { readonly state: RunState }) {
  const words = useWords();
  const [fee, share, ...names] = words.bench.textbookAxes;
  const { runs } = useAround();
  const isWhole = sides.every((side) => state.towns[side]?.told);
  useEffect(() => {
    if (isWhole) runs.experiment('cost-curves');
  }, [state.bench, isWhole]);
  return (
    <div class="textbook">
      {sides.map((side) => {
        const findings = state.experiments[`cost-curves/${side}`];
        return (
          <figure key={side}>
            <figcaption>{words.town[side]}</figcaption>
            <svg viewBox={`0 0 ${width} ${height}`} role="img" aria-label={names.join(', ')}>
              <path d={`M${left} ${top}V${bottom}H${width - 8}`} class="axis" />
              <text x="2" y="12">
                {fee}
              </text>
              <text x={width - 8} y={height - 14} text-anchor="end">
                {share}
              </text>
              {findings ? (
                curves.map(({ id, colour }) => (
                  <polyline key={id} points={pointsOf(findings, id)} stroke={colour} />
                ))
              ) : (
                <text x={width / 2} y={height / 2} text-anchor="middle">
                  {words.strip.waiting}
                </text>
              )}
            </svg>
          </figure>
        );
      })}
      <p class="keys">
        {curves.map(({ id, colour }, k) => (
          <span key={id}>
            <svg width="18" height="8" aria-hidden="true">
              <path d="M0 4H18" stroke={colour} stroke-width="3" />
            </svg>{' '}
            {names[k]}{' '}
          </span>
        ))}
      </p>
    </div>
  );
}

/** A curve over the share that borrows: demand is the fee itself. */
function pointsOf(findings: readonly Finding[], id: string): string {
  const of = (measure: string) =>
    findings.filter(
      (one) => one.world === 'actual' && one.measure === `cost-curves:${measure}-true`,
    );
  const takers = new Map(of('demand').map(({ at, value }) => [at, value]));
  return of(id)
    .flatMap(({ at, value }) => {
      const share = takers.get(at) ?? NaN;
      const fee = id === 'demand' ? (at ?? NaN) : value;
      if (!Number.isFinite(share + fee)) return [];
      const y =
        bottom -
        ((Math.max(-widest, Math.min(widest, fee)) + widest) / (2 * widest)) * (bottom - top);
      return [`${left + share * (width - left - 8)},${y}`];
    })
    .join(' ');
}
