import { Said } from './Said.tsx';

/** The one dial of a lesson: named stops, and what is seen at each. */
export function Stops(props: {
  readonly ids: readonly string[];
  readonly stop: string | undefined;
  readonly onTurn: (stop: string) => void;
  readonly names: Readonly<Record<string, { readonly name: string; readonly text: string }>>;
}) {
  const { ids, stop, names, onTurn } = props;
  return (
    <>
      <div class="dial" role="radiogroup">
        {ids.map((id) => (
          <label key={id} class={stop === id ? 'on' : ''}>
            <input type="radio" name="dial" checked={stop === id} onChange={() => onTurn(id)} />
            {names[id].name}
          </label>
        ))}
      </div>
      <p class="say small" aria-live="polite">
        {stop !== undefined && names[stop] && <Said text={names[stop].text} />}
      </p>
    </>
  );
}
