import type { Value as Finding } from '../../jobs/work.ts';
import { colours } from '../field/colours.ts';
import { useWords } from './context.ts';
import { points } from './format.ts';

const worlds = ['actual', 'types-visible', 'action-contractible'] as const;
const effects = ['selection', 'burden'] as const;
const widest = 0.01;

/** What randomised prices find in town A: who comes, and what they do, in three worlds. */
export function Lottery({ findings }: { readonly findings: readonly Finding[] | undefined }) {
  const { lottery } = useWords();
  if (!findings) return <p class="lottery">{lottery.waiting}</p>;
  return (
    <table class="lottery">
      <caption>
        {lottery.title} ({lottery.unit})
      </caption>
      <thead>
        <tr>
          <td />
          {lottery.rows.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {worlds.map((world) => (
          <tr key={world}>
            <th scope="row">{lottery.worlds[world]}</th>
            {effects.map((effect, k) => {
              const found = findings.find(
                (one) => one.world === world && one.measure === `karlan-zinman:${effect}-true`,
              );
              const value = found?.value ?? NaN;
              const width = Math.max(1, Math.min(100, (Math.abs(value) / widest) * 100));
              return (
                <td key={effect}>
                  <svg viewBox="0 0 100 12" aria-hidden="true">
                    <rect width={width} height="12" fill={colours.thirds[k === 0 ? 0 : 2]} />
                  </svg>
                  {points(value, 2)}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
