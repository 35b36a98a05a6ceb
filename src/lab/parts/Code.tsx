import { useEffect } from 'preact/hooks';
import { pairsOf } from '../engine/runs.ts';
import type { Lesson as Plan } from '../lessons/lesson.ts';
import { codeOf } from '../model/class-code.ts';
import type { Bench } from '../model/town.ts';
import { useAround, useRuns, useWords } from './context.ts';
import { Copy } from './Copy.tsx';

/** What a student gives the teacher: from the run after the bet, whatever was looked at since. */
export function Code({
  plan,
  bet,
  bench,
}: {
  readonly plan: Plan;
  readonly bet: number;
  readonly bench: Bench;
}) {
  const words = useWords();
  const { runs } = useAround();
  const state = useRuns();
  useEffect(() => runs.show(bench), [plan.id]);
  const isThere = state.bench && JSON.stringify(state.bench) === JSON.stringify(bench);
  const pair = isThere ? pairsOf(state, plan.facts[0])[0] : undefined;
  if (!pair) return <p class="code">…</p>;
  const result = Math.round((pair[1] - pair[0]) * 10_000);
  const code = codeOf({ lesson: plan.id, bet, result, seed: bench.seed });
  return (
    <p class="code">
      {words.code.title}
      {words.colon}
      <code>{code}</code> <Copy label={words.code.copy} text={() => code} />
      <small>{words.code.help}</small>
    </p>
  );
}
