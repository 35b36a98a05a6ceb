import { useWords } from './context.ts';
import type { LabWords } from '../words/words.ts';

type Sign = keyof LabWords['field']['legend'];

/** What anybody sees in a field, and what only the lens shows. */
export const openSigns = ['fog', 'ring', 'refused', 'left', 'repaid', 'cannot', 'wont'] as const;
export const lensSigns = ['safe', 'middle', 'risky', 'ring'] as const;

/** What signs mean. */
export function Legend({ signs }: { readonly signs: readonly Sign[] }) {
  const { legend } = useWords().field;
  return (
    <ul class="legend">
      {signs.map((sign) => (
        <li key={sign}>
          <i class={`sign sign-${sign}`} aria-hidden="true" /> {legend[sign]}
        </li>
      ))}
    </ul>
  );
}
