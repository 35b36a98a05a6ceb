import { institutions } from '../../institutions/registry.ts';
import { dials, type Dial } from '../model/dials.ts';
import { firstBench, largeFrom, town, type Bench, type Side } from '../model/town.ts';
import { builtInIds, builtInName } from '../../institution-names.ts';
import { useAround, useWords } from './context.ts';

const sizes = [1000, 2000, 5000, 10_000, 100_000];

/** A bench, and who is told of another. */
interface Changing {
  readonly bench: Bench;
  readonly onChange: (bench: Bench) => void;
}

export function CommonDials({ bench, tab, onChange }: Changing & { readonly tab: Dial['tab'] }) {
  const { usual } = useAround();
  return (
    <div role="tabpanel">
      {dials
        .filter((one) => one.tab === tab)
        .map((one) => (
          <Slider
            key={one.key}
            dial={one}
            value={Number(bench.set[one.key] ?? usual[one.key] ?? one.usual)}
            onInput={(value) => onChange({ ...bench, set: { ...bench.set, [one.key]: value } })}
          />
        ))}
    </div>
  );
}

export function TownDials({ bench, side, onChange }: Changing & { readonly side: Side }) {
  const words = useWords();
  const { language } = useAround();
  const here = bench[side];
  const set = (more: Partial<typeof here>) => onChange({ ...bench, [side]: { ...here, ...more } });
  return (
    <fieldset class={`town-dials town-${side}`}>
      <legend>{words.town[side]}</legend>
      <label>
        {words.bench.institution}
        <select
          value={here.institution}
          onChange={(event) =>
            onChange({
              ...bench,
              [side]: town(event.currentTarget.value, { set: here.set, world: here.world }),
            })
          }
        >
          {builtInIds.map((id) => (
            <option key={id} value={id}>
              {builtInName(id, language)}
            </option>
          ))}
        </select>
      </label>
      <label>
        {words.bench.world}
        <select
          value={here.world}
          onChange={(event) =>
            set({ world: event.currentTarget.value === 'actual' ? 'actual' : 'types-visible' })
          }
        >
          {(['actual', 'types-visible'] as const).map((world) => (
            <option key={world} value={world}>
              {words.bench.worldOf[world]}
            </option>
          ))}
        </select>
      </label>
      {here.institution !== 'none' &&
        dials
          .filter(({ tab }) => tab === 'institution')
          .map((one) => (
            <Slider
              key={one.key}
              dial={one}
              value={Number(here.with[one.key] ?? ownOf(here.institution, one))}
              onInput={(value) => set({ with: { ...here.with, [one.key]: value } })}
            />
          ))}
    </fieldset>
  );
}

/** What an institution says of a dial by itself. */
function ownOf(institution: string, { key, usual }: Dial): number {
  const own = institutions[institution]?.parameters[key]?.default;
  return typeof own === 'number' ? own : usual;
}

function Slider(props: {
  readonly dial: Dial;
  readonly value: number;
  readonly onInput: (value: number) => void;
}) {
  const { dial, value, onInput } = props;
  const { name, low, high } = useWords().bench.dials[dial.key];
  return (
    <label class="slider" title={dial.key}>
      <span>
        {name} <output>{String(value).replace('-', '−')}</output>
      </span>
      <input
        type="range"
        min={Math.min(dial.from, value)}
        max={Math.max(dial.to, value)}
        step={dial.step}
        value={value}
        onInput={(event) => onInput(Number(event.currentTarget.value))}
      />
      <small>
        <span>{low}</span>
        <span>{high}</span>
      </small>
    </label>
  );
}

export function Sizes({ bench, onChange }: Changing) {
  const words = useWords().bench;
  return (
    <fieldset class="sizes">
      <label>
        {words.seed}
        <input
          value={bench.seed}
          maxLength={40}
          onChange={(event) =>
            onChange({ ...bench, seed: event.currentTarget.value.trim() || firstBench.seed })
          }
        />
      </label>
      <label>
        {words.borrowers}
        <select
          value={bench.borrowers}
          onChange={(event) => onChange({ ...bench, borrowers: Number(event.currentTarget.value) })}
        >
          {[...new Set([...sizes, bench.borrowers])]
            .toSorted((a, b) => a - b)
            .map((size) => (
              <option key={size} value={size}>
                {size.toLocaleString('en')}
              </option>
            ))}
        </select>
      </label>
      {bench.borrowers > largeFrom && <p role="status">{words.large}</p>}
    </fieldset>
  );
}
