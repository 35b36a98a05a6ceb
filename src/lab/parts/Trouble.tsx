import type { RunState } from '../engine/runs.ts';
import { useWords } from './context.ts';

/** What went wrong, said where it is seen. */
export function Trouble({ state }: { readonly state: RunState }) {
  const { trouble } = useWords();
  const { problem, failure } = state;
  return (
    <div class="trouble" role="status">
      {problem && (
        <p>
          {trouble.setting} {problem.lines.join(' · ')}
        </p>
      )}
      {failure && <p>{failure === 'restarted' ? trouble.restarted : trouble.gaveUp}</p>}
    </div>
  );
}
