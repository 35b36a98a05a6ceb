import { useEffect } from 'preact/hooks';
import type { Value as Finding } from '../../jobs/work.ts';
import { colours } from '../field/colours.ts';
import { isWhole, type RunState } from '../engine/runs.ts';
import { sides } from '../model/town.ts';
import { Chart } from './Chart.tsx';
import { useAround, useWords } from './context.ts';

const curves = [
  { id: 'demand', colour: colours.water },
  { id: 'average-cost', colour: colours.ink },
  { id: 'marginal-cost', colour: colours.thirds[2] },
] as const;

/**
 * Demand, average and marginal cost as textbooks draw them: people who borrow across, the fee up. From fees at signing drawn
 * by lot in both towns (Einav, Finkelstein & Cullen).
 */
export function Textbook({ state }: { readonly state: RunState }) {
  const words = useWords();
  const [fee, share, ...names] = words.bench.textbookAxes;
  const { runs } = useAround();
  const areThere = isWhole(state);
  useEffect(() => {
    if (areThere) runs.experiment('cost-curves');
  }, [state.bench, areThere]);
  // The same ends for both, so that they can be compared.
  const shares = sides.flatMap((side) =>
    rowsOf(state.experiments[`cost-curves/${side}`] ?? [], 'demand').map((row) => row.share),
  );
  const ends = {
    low: Math.max(0, Math.floor(10 * Math.min(...shares) - 0.5) / 10),
    high: Math.min(1, Math.ceil(10 * Math.max(...shares) + 0.5) / 10),
  };
  return (
    <div class="textbook">
      {sides.map((side) => {
        const findings = state.experiments[`cost-curves/${side}`];
        return (
          <figure key={side}>
            <figcaption>{words.town[side]}</figcaption>
            {findings ? (
              <Chart
                chart="textbook"
                rows={curves.flatMap(({ id }) => rowsOf(findings, id))}
                label={`${words.town[side]}: ${names.join(', ')}`}
                words={{ fee, share, ...ends }}
              />
            ) : (
              <p>{words.strip.waiting}</p>
            )}
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
function rowsOf(findings: readonly Finding[], curve: string) {
  const of = (measure: string) =>
    findings.filter(
      (one) => one.world === 'actual' && one.measure === `cost-curves:${measure}-true`,
    );
  const takers = new Map(of('demand').map(({ at, value }) => [at, value]));
  return of(curve).flatMap(({ at, value: cost }) => {
    const share = takers.get(at) ?? NaN;
    const value = curve === 'demand' ? (at ?? NaN) : cost;
    return Number.isFinite(share + value) ? [{ curve, share, value }] : [];
  });
}
