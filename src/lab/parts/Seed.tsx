import { useState } from 'preact/hooks';
import { isLabSeed } from '../model/link.ts';
import { firstBench } from '../model/town.ts';
import { useWords } from './context.ts';

/** The number of one's own town: each student of a class may take another. The link keeps it. */
export function Seed(props: {
  /** Undefined where it is the usual one. */
  readonly seed: string | undefined;
  readonly onSeed: (seed: string | undefined) => void;
}) {
  const { seed = firstBench.seed, onSeed } = props;
  const words = useWords().seed;
  const [isRefused, setRefused] = useState(false);
  const take = (text: string) => {
    const own = text.trim();
    const isOwn = own !== '' && own !== firstBench.seed;
    setRefused(isOwn && !isLabSeed(own));
    if (!isOwn) onSeed(undefined);
    else if (isLabSeed(own)) onSeed(own);
  };
  return (
    <p class="seed">
      <label>
        {words.name}{' '}
        <input
          value={seed}
          maxLength={40}
          size={12}
          autocomplete="off"
          onChange={(event) => take(event.currentTarget.value)}
        />
      </label>
      <small role="status">{isRefused ? words.refused : words.help}</small>
    </p>
  );
}
