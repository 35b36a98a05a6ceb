/** A word that explains itself, to who points at it or reaches it with the keyboard. */
export function Term({ word, tip }: { readonly word: string; readonly tip: string }) {
  return (
    <span class="term" tabIndex={0} data-tip={tip} aria-label={`${word}: ${tip}`}>
      {word}
    </span>
  );
}
