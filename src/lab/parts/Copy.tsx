import { useState } from 'preact/hooks';
import { useWords } from './context.ts';

/** Copies a text; where the browser does not let it, shows it to be copied by hand. */
export function Copy({ label, text }: { readonly label: string; readonly text: () => string }) {
  const { copied, copyByHand } = useWords().bench;
  const [shown, setShown] = useState<{ readonly isCopied: boolean; readonly text: string }>();
  const copy = async () => {
    const value = text();
    try {
      await navigator.clipboard.writeText(value);
      setShown({ isCopied: true, text: value });
    } catch {
      setShown({ isCopied: false, text: value });
    }
  };
  return (
    <span class="copy">
      <button type="button" onClick={() => void copy()}>
        {label}
      </button>
      <span role="status">{shown && (shown.isCopied ? copied : copyByHand)}</span>
      {shown && !shown.isCopied && (
        <textarea readOnly aria-label={label} value={shown.text} rows={4} />
      )}
    </span>
  );
}
