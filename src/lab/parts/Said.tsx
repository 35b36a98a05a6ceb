import { useWords } from './context.ts';
import { Term } from './Term.tsx';

/** A text in which terms in square brackets explain themselves. */
export function Said({ text }: { readonly text: string }) {
  const { terms } = useWords();
  return (
    <>
      {text.split(/(\[[^\]]+\])/).map((piece) => {
        const term = piece.startsWith('[') ? piece.slice(1, -1) : undefined;
        if (term === undefined) return piece;
        return <Term word={term} tip={terms[term]} />;
      })}
    </>
  );
}
