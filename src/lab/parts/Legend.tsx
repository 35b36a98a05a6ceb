import { useWords } from './context.ts';

/** What the signs of a field mean; what only the lens shows stands there while it is held. */
export function Legend({ isLensHeld }: { readonly isLensHeld: boolean }) {
  const { legend } = useWords().field;
  const signs = isLensHeld
    ? (['safe', 'risky', 'ring'] as const)
    : (['fog', 'ring', 'refused', 'repaid', 'cannot', 'wont'] as const);
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
