import { useEffect, useState } from 'preact/hooks';
import { behaviours } from '../../scores/index.ts';
import type { Asking, PersonStory, LenderSight } from '../run/person.ts';
import { colours } from '../field/colours.ts';
import { sides } from '../model/town.ts';
import { useAround, useRuns, useWords } from '../parts/context.ts';
import { percent } from '../parts/format.ts';

/** One person, asked why: what lenders saw, believed and asked, what the person weighed, in both towns. */
export function Person({
  person,
  onClose,
}: {
  readonly person: number;
  readonly onClose: () => void;
}) {
  const words = useWords();
  const { runs } = useAround();
  const state = useRuns();
  const [at, setAt] = useState<number>();
  useEffect(() => {
    runs.ask(person);
    document.getElementById('person-title')?.focus();
  }, [person]);
  const stories = sides.map((side) => state.stories[side]);
  const quarters = [
    ...new Set(stories.flatMap((story) => story?.askings.map(({ quarter }) => quarter) ?? [])),
  ].toSorted((a, b) => a - b);
  const quarter = at ?? quarters.at(-1);
  const move = (by: number) => {
    const place = quarters.indexOf(quarter ?? -1) + by;
    if (place >= 0 && place < quarters.length) setAt(quarters[place]);
  };
  return (
    <main class="person-page" id="main">
      <header>
        <h1 id="person-title" tabIndex={-1}>
          {words.person.title(person + 1)}
        </h1>
        <button type="button" onClick={() => move(-1)}>
          ◀ {words.person.earlier}
        </button>
        <b>{quarter === undefined ? '…' : words.person.quarter(quarter + 1)}</b>
        <button type="button" onClick={() => move(1)}>
          {words.person.later} ▶
        </button>
        <button type="button" class="main" onClick={onClose}>
          {words.person.close}
        </button>
      </header>
      <div class="lives">
        {stories.map((story, k) => (
          <section key={sides[k]} class={`life town-${sides[k]}`} aria-label={words.town[sides[k]]}>
            <h2>{words.town[sides[k]]}</h2>
            {story ? <Life story={story} quarter={quarter} /> : <p>{words.strip.waiting}</p>}
          </section>
        ))}
      </div>
    </main>
  );
}

function Life({
  story,
  quarter,
}: {
  readonly story: PersonStory;
  readonly quarter: number | undefined;
}) {
  const { colon, person, thirds } = useWords();
  const asking = story.askings.find((one) => one.quarter === quarter);
  const ending =
    quarter === undefined ? undefined : story.endings.find((one) => one.quarter >= quarter);
  return (
    <>
      <p>
        <i class="swatch" style={{ background: colours.thirds[story.third] }} aria-hidden="true" />{' '}
        {thirds[story.third]}
      </p>
      <ol class="past">
        {story.endings.map(({ quarter: when, how }) => (
          <li key={`${when}-${how}`} class={how} title={person.quarter(when + 1)}>
            <span class="sr">
              {person.quarter(when + 1)}
              {colon}
              {person.ends[how]}
            </span>
          </li>
        ))}
      </ol>
      {asking ? <Why asking={asking} /> : <p>{person.none}</p>}
      {asking?.taken && ending && (
        <p>
          <b>
            {person.quarter(ending.quarter + 1)}
            {colon}
            {person.ends[ending.how]}
          </b>
        </p>
      )}
    </>
  );
}

function Why({ asking }: { readonly asking: Asking }) {
  const { person } = useWords();
  return (
    <>
      <p class="outcome">
        {!asking.offered
          ? person.refused
          : asking.taken
            ? person.took(percent(asking.apr))
            : person.left}
      </p>
      <p>{person.believed(percent(asking.believed), percent(asking.true))}</p>
      {asking.offered && (
        <p>{person.weighed(percent(asking.worth, 0), percent(asking.accepts, 0))}</p>
      )}
      <p>{person.stake(percent(asking.ownStake, 0), percent(asking.sharedStake, 0))}</p>
      {asking.score && <Points {...asking.score} />}
      <h3>{person.saw}</h3>
      <ul class="sights">
        {asking.sights.map((sight) => (
          <li key={sight.lender}>
            <b>
              {sight.lender} {sight.isTaken && asking.offered ? '←' : ''}
            </b>{' '}
            {person.own(...sight.own)}; {person.shared(...sight.shared)}
            <Parts sight={sight} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Points of the score: what each behaviour adds to who stands in the middle of everything. */
function Points({ points, base, parts }: NonNullable<Asking['score']>) {
  const { person, hands } = useWords();
  const names = [...behaviours.map(({ id }) => hands.rating.behaviours[id]), person.ownLoans];
  return (
    <details open>
      <summary>{person.points(Math.round(points))}</summary>
      <p class="small">{person.pointsFrom(base)}</p>
      <Bars
        bars={parts.map((part, k) => ({ part, name: names[k] }))}
        least={0.5}
        told={(value) => `${value < 0 ? '−' : '+'}${Math.abs(value)}`}
      />
    </details>
  );
}

/** Parts of a lender's belief. */
function Parts({ sight }: { readonly sight: LenderSight }) {
  const { colon, person } = useWords();
  const total = sight.parts.reduce((sum, one) => sum + one, 0);
  const told = (value: number) => value.toFixed(2).replace('-', '−');
  return (
    <details>
      <summary>
        {person.parts}
        {colon}
        {told(total)}
      </summary>
      <Bars
        bars={sight.parts.map((part, k) => ({ part: -part, name: person.features[k] }))}
        least={0.05}
        told={(value) => told(-value)}
      />
    </details>
  );
}

/** Bars that add up: to the left what makes somebody look risky, to the right what makes it look safe. */
function Bars(props: {
  readonly bars: readonly { readonly part: number; readonly name: string }[];
  /** Smaller ones are left out. */
  readonly least: number;
  readonly told: (value: number) => string;
}) {
  const said = props.bars.filter(({ part }) => Math.abs(part) >= props.least);
  const most = Math.max(...said.map(({ part }) => Math.abs(part)), props.least);
  return (
    <table class="parts">
      <tbody>
        {said.map(({ part, name }) => (
          <tr key={name}>
            <th scope="row">{name}</th>
            <td>
              <svg viewBox="-50 0 100 10" aria-hidden="true">
                <rect
                  x={part < 0 ? (part / most) * 50 : 0}
                  width={(Math.abs(part) / most) * 50}
                  height="10"
                  fill={part < 0 ? colours.thirds[2] : colours.thirds[0]}
                />
              </svg>
            </td>
            <td class="number">{props.told(part)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
