import { estimate } from '../../math/interval.ts';
import { pairsOf, seedsShown, type RunState } from '../engine/runs.ts';
import type { FactId } from '../run/facts.ts';
import { lendingOf, nearlyGone } from '../run/facts.ts';
import { sides } from '../model/town.ts';
import type { LabWords } from '../words/words.ts';
import { useWords } from './context.ts';
import { decimalsOf, percent, points } from './format.ts';
import { Term } from './Term.tsx';

/** Numbers of both towns beside each other; intervals fill in as towns with other luck finish. */
export function Strip({
  state,
  facts,
  seeds = seedsShown,
}: {
  readonly state: RunState;
  readonly facts: readonly FactId[];
  readonly seeds?: number;
}) {
  const words = useWords();
  const done = pairsOf(state, facts[0]).length;
  const gone = sides.filter((side) => {
    const told = state.towns[side]?.told;
    return told !== undefined && lendingOf(told) < nearlyGone;
  });
  return (
    <section class="strip" aria-label={words.strip.title}>
      {gone.map((side) => (
        <p class="gone" role="status" key={side}>
          {words.strip.goneIn(words.town[side])}
        </p>
      ))}
      {facts
        // Of a market that is nearly gone a small number would read like a small effect.
        .filter((fact) => fact !== 'welfare' || gone.length === 0)
        .map((fact) => (
          <Row key={fact} state={state} fact={fact} isTold={done > 0} />
        ))}
      <p class="seeds">
        {done > 0 ? (
          <progress max={seeds} value={done} aria-label={words.strip.seeds(done, seeds)} />
        ) : (
          // Quarters of the first towns: of a large market they take a while.
          <progress
            max={state.bench?.quarters ?? 1}
            value={Math.min(...sides.map((side) => state.towns[side]?.done ?? 0))}
            aria-label={words.strip.waiting}
          />
        )}{' '}
        {done > 0 ? words.strip.seeds(done, seeds) : words.strip.waiting}
        {done > 0 && <> {words.strip.tell(done, done >= fewest)}</>}
      </p>
    </section>
  );
}

/** Steps of a scale, in shares: the smallest of which eight reach over all that is shown. */
const steps = [0.005, 0.01, 0.02, 0.05, 0.1, 0.2];
const mostSteps = 8;

/** A scale of whole steps. */
function scaleOf(least: number, most: number) {
  const step = steps.find((one) => (most - least) / one <= mostSteps) ?? 0.5;
  const [low, high] = [Math.floor(least / step), Math.max(1, Math.ceil(most / step))];
  return { low: low * step, high: high * step, step };
}

/**
 * Pairs of towns from which intervals are shown: Student's interval of two is twelve standard errors wide to either side, and
 * hides all that is beside it.
 */
const fewest = 5;

const [width, height, edge] = [400, 30, 8];

function Row(props: {
  readonly state: RunState;
  readonly fact: FactId;
  /** Pairs of towns are whole: what has no value then has none, and nobody need wait for it. */
  readonly isTold: boolean;
}) {
  const { state, fact, isTold } = props;
  const words = useWords();
  const blank = isTold ? '–' : '…';
  const pairs = pairsOf(state, fact);
  const decimals = decimalsOf(fact);
  const isMany = pairs.length >= fewest;
  const towns = [estimate(pairs.map(([a]) => a)), estimate(pairs.map(([, b]) => b))].map((one) =>
    isMany ? one : { ...one, low: NaN, high: NaN },
  );
  const ends = towns.flatMap(({ mean, low, high }) => [mean, low, high]).filter(Number.isFinite);
  const { low, high, step } = scaleOf(Math.min(...ends, 0), Math.max(...ends, 0));
  const at = (value: number) => edge + ((value - low) / (high - low || 1)) * (width - 2 * edge);
  return (
    <div class="row">
      <span class="name">
        <Term word={words.facts[fact]} tip={words.aboutFacts[fact]} />
      </span>
      <svg viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
        <line x1={edge} x2={width - edge} y1={height / 2} y2={height / 2} class="axis" />
        {pairs.length > 0 &&
          Array.from({ length: Math.round((high - low) / step) + 1 }, (_, k) => (
            <line
              key={k}
              x1={at(low + k * step)}
              x2={at(low + k * step)}
              y1={height / 2 - 4}
              y2={height / 2 + 4}
              class="axis"
            />
          ))}
        {pairs.length > 0 &&
          towns.map(({ mean, low: from, high: to }, k) => (
            <g key={k} class={`mark mark-${sides[k]}`}>
              {Number.isFinite(from) && (
                <line x1={at(from)} x2={at(to)} y1={9 + 12 * k} y2={9 + 12 * k} class="interval" />
              )}
              <circle cx={at(mean)} cy={9 + 12 * k} r="4.5" />
            </g>
          ))}
      </svg>
      <span class="values">
        {towns.map(({ mean }, k) => (
          <span key={k} class={`value value-${sides[k]}`}>
            {sides[k].toUpperCase()} {pairs.length > 0 ? percent(mean, decimals) : blank}
          </span>
        ))}
      </span>
      <span class="difference">
        <span class="end">{pairs.length > 0 && percent(low, 0)}</span>
        <span>
          {pairs.length === 0 && isTold
            ? words.strip.none
            : words.strip.difference(differenceOf(pairs, decimals, words.strip))}
        </span>
        <span class="end">{pairs.length > 0 && percent(high, 0)}</span>
      </span>
    </div>
  );
}

/** What the difference of pairs is told as: with its interval, or without a sign where it has none, or as the same. */
function differenceOf(
  pairs: readonly (readonly [number, number])[],
  decimals: number,
  words: LabWords['strip'],
): string {
  if (pairs.length === 0) return '…';
  const differences = pairs.map(([a, b]) => b - a);
  if (differences.every((one) => one === 0)) return words.same;
  const { mean, low, high } = estimate(differences);
  if (pairs.length < fewest) return points(mean, decimals);
  const more = differences.filter((one) => one > 0).length;
  if (low * high <= 0) return words.unsure(more, pairs.length);
  return `${points(mean, decimals)} ± ${(100 * (high - mean)).toFixed(decimals)}`;
}
