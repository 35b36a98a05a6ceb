import { useWords } from './context.ts';
import { Icon } from './Icon.tsx';

/** The same towns with other people and other luck: signs stay, numbers move. */
export function Luck({ onReplay }: { readonly onReplay: () => void }) {
  const words = useWords();
  return (
    <button type="button" class="luck" onClick={onReplay}>
      <Icon name="dice" /> {words.strip.luck}
    </button>
  );
}
