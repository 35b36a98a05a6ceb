import { useWords } from './context.ts';

/** A text in which terms in square brackets explain themselves. */
export function Said({ text }: { readonly text: string }) {
  const { terms } = useWords();
  return (
    <>
      {text.split(/(\[[^\]]+\])/).map((piece) => {
        const term = piece.startsWith('[') ? piece.slice(1, -1) : undefined;
        if (term === undefined) return piece;
        return (
          <span
            class="term"
            tabIndex={0}
            data-tip={terms[term]}
            aria-label={`${term}: ${terms[term]}`}
          >
            {term}
          </span>
        );
      })}
    </>
  );
}
