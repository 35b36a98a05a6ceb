import { Icon } from '../parts/Icon.tsx';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { FactId } from '../run/facts.ts';
import type { Dial } from '../model/dials.ts';
import { scenarioText } from '../model/yaml.ts';
import { townScenario } from '../model/town-scenario.ts';
import { seedsOf, sides, type Bench as Setting, type Side } from '../model/town.ts';
import type { Hidable } from '../model/link.ts';
import { Buckets } from '../parts/Buckets.tsx';
import { useAround, useRuns, useWords } from '../parts/context.ts';
import { Copy } from '../parts/Copy.tsx';
import { CommonDials, Sizes, TownDials } from '../parts/Dials.tsx';
import { savePicture } from '../parts/picture.ts';
import { Stage } from '../parts/Stage.tsx';
import { Strip } from '../parts/Strip.tsx';
import { Textbook } from '../parts/Textbook.tsx';
import { Trouble } from '../parts/Trouble.tsx';

const facts: readonly FactId[] = [
  ...(['approval-rate', 'apr', 'default-rate', 'will-not-pay-rate'] as const),
  ...(['share-safest', 'apr-safest', 'apr-riskiest', 'welfare'] as const),
];
const tabs = ['institution', 'lenders', 'people'] as const;
/** A dial that is dragged settles for so long before its town is run, in milliseconds. */
const settling = 60;

/** Two towns and every dial. */
export function Bench(props: {
  readonly first: Setting;
  readonly hidden: readonly Hidable[];
  /** What it starts over with. */
  readonly usual: Setting;
  /** Id of the scenario that its towns extend, if it is not the lab's own. */
  readonly base: string | undefined;
  readonly link: (bench: Setting) => string;
  readonly onChange: (bench: Setting) => void;
  readonly onAsk: (person: number) => void;
}) {
  const words = useWords();
  const { runs } = useAround();
  const state = useRuns();
  const { bench, change, undo, isFirst } = useHistory(props.first);
  const [tab, setTab] = useState<Dial['tab']>('institution');
  const [isTextbook, setTextbook] = useState(false);
  const [isBucket, setBucket] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>();
  const seeds = seedsOf(bench);

  useEffect(() => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      runs.show(bench, { seeds });
      props.onChange(bench);
    }, settling);
    return () => clearTimeout(timer.current);
  }, [bench]);

  return (
    <main class="bench" id="main">
      <h1 tabIndex={-1} class="sr">
        {words.bench.title}
      </h1>
      <div class="bench-stage">
        <Stage
          state={state}
          isLensAllowed={!props.hidden.includes('lens')}
          startsMoving
          onAsk={props.onAsk}
        />
        {isTextbook && <Textbook state={state} />}
        {isBucket && <Buckets state={state} />}
        <Trouble state={state} />
        <Strip state={state} facts={facts} seeds={seeds} />
        <p class="tools">
          <button type="button" disabled={isFirst} onClick={undo}>
            <Icon name="undo" /> {words.nav.undo}
          </button>
          <Turns {...{ bench }} onChange={change} />
          <button type="button" aria-pressed={isTextbook} onClick={() => setTextbook(!isTextbook)}>
            <Icon name="chart" /> {words.bench.textbook}
          </button>
          <button type="button" aria-pressed={isBucket} onClick={() => setBucket(!isBucket)}>
            <Icon name="bucket" /> {words.bucket.show}
          </button>
          <button type="button" onClick={() => change(props.usual)}>
            {words.bench.reset}
          </button>
          <Takeaways link={() => props.link(bench)} {...{ bench }} base={props.base} />
        </p>
      </div>
      <aside class="panel">
        <Tabs {...{ tab }} onTab={setTab} />
        {tab === 'institution' ? (
          sides.map((side) => <TownDials key={side} {...{ bench, side }} onChange={change} />)
        ) : (
          <CommonDials {...{ bench, tab }} onChange={change} />
        )}
        <Sizes bench={bench} onChange={change} />
      </aside>
    </main>
  );
}

/** Settings that are undone one by one, fifty of them at most. */
function useHistory(first: Setting) {
  const [bench, setBench] = useState(first);
  const [past, setPast] = useState<readonly Setting[]>([]);
  const change = (next: Setting) => {
    setPast([...past.slice(-49), bench]);
    setBench(next);
  };
  const undo = () => {
    const before = past.at(-1);
    if (!before) return;
    setPast(past.slice(0, -1));
    setBench(before);
  };
  return { bench, change, undo, isFirst: past.length === 0 };
}

/** What turns both towns at once: one for the other, or other luck. */
function Turns(props: { readonly bench: Setting; readonly onChange: (bench: Setting) => void }) {
  const { bench, onChange } = props;
  const words = useWords();
  return (
    <>
      <button type="button" onClick={() => onChange({ ...bench, a: bench.b, b: bench.a })}>
        <Icon name="swap" /> {words.town.swap}
      </button>
      <button type="button" onClick={() => onChange({ ...bench, replicate: bench.replicate + 1 })}>
        <Icon name="dice" /> {words.strip.luck}
      </button>
    </>
  );
}

/** What can be taken away: a picture, a link, the scenarios of both towns. */
function Takeaways(props: {
  readonly bench: Setting;
  readonly base: string | undefined;
  readonly link: () => string;
}) {
  const { bench, base, link } = props;
  const words = useWords();
  const scenario = (side: Side) =>
    scenarioText(townScenario(bench, side, base === undefined ? {} : { base }));
  return (
    <>
      <button type="button" onClick={() => savePicture(words.town)}>
        {words.bench.picture}
      </button>
      <Copy label={words.bench.link} text={link} />
      <Copy
        label={words.bench.scenario}
        text={() => sides.map((side) => `# town-${side}.yaml\n${scenario(side)}`).join('---\n')}
      />
    </>
  );
}

function Tabs({
  tab,
  onTab,
}: {
  readonly tab: Dial['tab'];
  readonly onTab: (tab: Dial['tab']) => void;
}) {
  const words = useWords();
  return (
    <div class="tabs" role="tablist">
      {tabs.map((id) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={tab === id}
          onClick={() => onTab(id)}
        >
          {words.bench.tabs[id]}
        </button>
      ))}
    </div>
  );
}
