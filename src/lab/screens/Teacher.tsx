import { useState } from 'preact/hooks';
import { chapters } from '../lessons/chapters.ts';
import { encoreOf } from '../lessons/encores.ts';
import { encoreIds, lessonIds } from '../model/lesson-id.ts';
import { lessonOf } from '../lessons/lessons.ts';
import { readClassCode, type ClassResult } from '../model/class-code.ts';
import { hidable, type Hidable, type LabScreen } from '../model/link.ts';
import { firstBench } from '../model/town.ts';
import { useWords } from '../parts/context.ts';
import { Chart } from '../parts/Chart.tsx';
import { Copy } from '../parts/Copy.tsx';
import { points } from '../parts/format.ts';
import type { LessonId } from '../model/lesson-id.ts';

type LinkTo = (place: LabScreen, seed: string, hidden: readonly Hidable[]) => string;

/** Links for a class, what its codes come to, plans and answers. */
export function Teacher(props: { readonly link: LinkTo }) {
  const { teacher } = useWords();
  return (
    <main class="teacher" id="main">
      <h1 tabIndex={-1}>{teacher.title}</h1>
      <p>{teacher.intro}</p>
      <section class="no-print">
        <Links link={props.link} />
        <Codes />
      </section>
      <section>
        <h2>{teacher.plans}</h2>
        <Plans />
      </section>
      <p class="no-print">
        <button type="button" onClick={() => window.print()}>
          {teacher.print}
        </button>
      </p>
    </main>
  );
}

const mostStudents = 500;

/** The seed of one student of several, no longer than a link allows. */
const numbered = (seed: string, k: number) => `${seed.slice(0, 36)}-${k}`;

/** Links to every lesson and encore, with a seed and what is hidden. */
function Links({ link }: { readonly link: LinkTo }) {
  const words = useWords();
  const { teacher } = words;
  const [seed, setSeed] = useState(firstBench.seed);
  const [hidden, setHidden] = useState<readonly Hidable[]>([]);
  const [students, setStudents] = useState(1);
  const toggle = (part: Hidable) =>
    setHidden(hidden.includes(part) ? hidden.filter((one) => one !== part) : [...hidden, part]);
  const text = (place: LabScreen) => () =>
    Array.from({ length: students }, (_, k) =>
      link(place, students > 1 ? numbered(seed, k + 1) : seed, hidden),
    ).join('\n');
  return (
    <>
      <h2>{teacher.links}</h2>
      <p class="settings">
        <label>
          {teacher.seed}{' '}
          <input
            value={seed}
            maxLength={40}
            onInput={(event) => setSeed(event.currentTarget.value)}
          />
        </label>{' '}
        <label>
          {teacher.students}{' '}
          <input
            type="number"
            min={1}
            max={mostStudents}
            value={students}
            onChange={(event) =>
              setStudents(
                Math.max(1, Math.min(mostStudents, event.currentTarget.valueAsNumber || 1)),
              )
            }
          />
        </label>{' '}
        {teacher.hide}
        {words.colon}
        {hidable.map((part) => (
          <label key={part}>
            <input type="checkbox" checked={hidden.includes(part)} onChange={() => toggle(part)} />{' '}
            {teacher.hideParts[part]}{' '}
          </label>
        ))}
      </p>
      {window.location.protocol === 'file:' && <p>{teacher.disk}</p>}
      <ul class="links">
        {lessonIds.map((id) => (
          <li key={id}>
            {words.nav.lesson(id)}
            {words.colon}
            {words.lessons[id].name}{' '}
            <Copy label={words.bench.link} text={text({ screen: 'lesson', lesson: id })} />
          </li>
        ))}
        {encoreIds.map((id) => (
          <li key={id}>
            {words.encore.title}
            {words.colon}
            {words.encore.of[id].name}{' '}
            <Copy label={words.bench.link} text={text({ screen: 'encore', encore: id })} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Where the codes of a class are pasted, and what they come to. */
function Codes() {
  const { teacher } = useWords();
  const [codes, setCodes] = useState('');
  const lines = codes.split('\n').filter((line) => line.trim() !== '');
  const results = lines.flatMap((line) => readClassCode(line) ?? []);
  const unread = lines.filter((line) => !readClassCode(line));
  return (
    <>
      <h2>{teacher.codes}</h2>
      <label>
        {teacher.codesHelp}
        <textarea rows={6} value={codes} onInput={(event) => setCodes(event.currentTarget.value)} />
      </label>
      <div aria-live="polite">
        {results.length === 0 && <p>{teacher.none}</p>}
        {unread.length > 0 && <p>{teacher.unread(unread.join(', '))}</p>}
        {lessonIds.map((id) => {
          const ofLesson = results.filter(({ lesson }) => lesson === id);
          return ofLesson.length > 0 && <Class key={id} id={id} results={ofLesson} />;
        })}
      </div>
    </>
  );
}

/** For each lesson and encore: its plan, and the answers. */
function Plans() {
  const words = useWords();
  const { teacher } = words;
  return (
    <>
      {lessonIds.map((id) => (
        <article key={id}>
          <h3>
            {words.nav.lesson(id)}
            {words.colon}
            {words.lessons[id].name}
          </h3>
          <ul>
            {teacher.plan[id].map((line) => (
              <li key={line}>{line}</li>
            ))}
            <li>
              {words.lessons[id].end.ask} <i>{words.lessons[id].end.answer}</i>
            </li>
            <li>
              {teacher.right}
              {words.colon}
              {words.lessons[id].bet.options[lessonOf(id).right]}
            </li>
            <li>
              {teacher.chapters}
              {words.colon}
              {chapters[id].join('; ')}
            </li>
          </ul>
        </article>
      ))}
      {encoreIds.map((id) => {
        const { name, ask, options, after } = words.encore.of[id];
        return (
          <article key={id}>
            <h3>
              {words.encore.title}
              {words.colon}
              {name}
            </h3>
            <ul>
              <li>{ask}</li>
              <li>
                {teacher.right}
                {words.colon}
                {options[encoreOf(id).right]}. {after}
              </li>
            </ul>
          </article>
        );
      })}
    </>
  );
}

/** Bets, and the spread of results, of a lesson in a class. */
function Class({
  id,
  results,
}: {
  readonly id: LessonId;
  readonly results: readonly ClassResult[];
}) {
  const words = useWords();
  const values = results.map(({ result }) => result / 10_000).toSorted((a, b) => a - b);
  const [low, high] = [values[0], values[values.length - 1]];
  const middle = values[Math.floor(values.length / 2)];
  return (
    <article class="class">
      <h3>
        {words.nav.lesson(id)}
        {words.colon}
        {words.facts[lessonOf(id).facts[0]]}
      </h3>
      <table>
        <caption>{words.teacher.bets}</caption>
        <tbody>
          {words.lessons[id].bet.options.map((option, k) => {
            const count = results.filter(({ bet }) => bet === k).length;
            return (
              <tr key={option}>
                <th scope="row">{option}</th>
                <td>
                  <meter min={0} max={results.length} value={count} aria-label={option} /> {count}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <Chart
        chart="class"
        rows={values.map((value) => ({ result: 100 * value }))}
        words={{
          result: words.teacher.result,
          count: words.teacher.codesRead,
        }}
        label={words.teacher.result}
      />
      <p>{words.teacher.spread(results.length, points(low), points(middle), points(high))}</p>
    </article>
  );
}
