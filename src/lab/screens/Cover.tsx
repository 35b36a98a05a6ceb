import { useEffect } from 'preact/hooks';
import { encoreIds, lessonIds, type EncoreId, type LessonId } from '../model/lesson-id.ts';
import { coverRuns, firstBench } from '../model/town.ts';
import { useAround, useRuns, useWords } from '../parts/context.ts';
import { Stage } from '../parts/Stage.tsx';
import { Trouble } from '../parts/Trouble.tsx';

/** Two towns that move, and where to go. */
export function Cover(props: {
  readonly isSandboxHidden: boolean;
  readonly onLesson: (id: LessonId) => void;
  readonly onEncore: (id: EncoreId) => void;
  readonly onBench: () => void;
  readonly onTeacher: () => void;
}) {
  const words = useWords();
  const { runs } = useAround();
  const state = useRuns();
  useEffect(() => runs.show(firstBench, coverRuns), []);
  return (
    <main class="cover" id="main">
      <header>
        <h1 tabIndex={-1}>{words.cover.title}</h1>
        <p>{words.cover.line}</p>
        <p class="doors">
          <button type="button" class="main" onClick={() => props.onLesson('1')}>
            {words.cover.play}
          </button>
          {!props.isSandboxHidden && (
            <button type="button" onClick={props.onBench}>
              {words.cover.sandbox}
            </button>
          )}
          <button type="button" onClick={props.onTeacher}>
            {words.cover.teachers}
          </button>
        </p>
      </header>
      <Stage state={state} isLensAllowed startsMoving onAsk={props.onBench} />
      <Trouble state={state} />
      <nav class="lessons" aria-label={words.nav.home}>
        {lessonIds.map((id) => (
          <button key={id} type="button" onClick={() => props.onLesson(id)}>
            <small>{words.nav.lesson(id)}</small> {words.lessons[id].name}
          </button>
        ))}
      </nav>
      <nav class="lessons encores" aria-label={words.encore.title}>
        <small>{words.encore.title}</small>
        {encoreIds.map((id) => (
          <button key={id} type="button" onClick={() => props.onEncore(id)}>
            {words.encore.of[id].name}
          </button>
        ))}
      </nav>
    </main>
  );
}
