import { Icon } from '../parts/Icon.tsx';
import { languages } from '../../language.ts';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Runs } from '../engine/runs.ts';
import type { GivenScenario } from '../run/messages.ts';
import { firstBench } from '../model/town.ts';
import { read, written, type Address, type LabScreen } from '../model/link.ts';
import { Around } from '../parts/context.ts';
import { labWords } from '../words/all.ts';
import { Bench } from './Bench.tsx';
import { Cover } from './Cover.tsx';
import { Encore } from './Encore.tsx';
import { Lesson } from './Lesson.tsx';
import { Person } from './Person.tsx';
import { Teacher } from './Teacher.tsx';

/** The lab: one screen at a time, and its address. */
export function App(props: {
  readonly runs: Runs;
  readonly first: Address;
  /** What `creditlab lab` wrote into the file. */
  readonly given: GivenScenario | undefined;
}) {
  const { runs, given } = props;
  const usual = given?.bench ?? firstBench;
  const [address, setAddress] = useState(props.first);
  const [person, setPerson] = useState<number>();
  const { place, language, seed, hidden } = address;
  const words = labWords[language];
  const isCalm = useMemo(() => window.matchMedia('(prefers-reduced-motion: reduce)').matches, []);

  useEffect(() => {
    document.documentElement.lang = words.htmlLanguage;
    document.title = `creditlab: ${words.cover.title}`;
  }, [language]);
  useEffect(() => {
    const turned = () => {
      setPerson(undefined);
      setAddress(read(window.location.hash, language));
    };
    window.addEventListener('hashchange', turned);
    return () => window.removeEventListener('hashchange', turned);
  }, [language]);
  useEffect(() => {
    const seen = () => runs.pool.pause(document.hidden);
    document.addEventListener('visibilitychange', seen);
    return () => document.removeEventListener('visibilitychange', seen);
  }, [runs]);

  const write = (next: Omit<Address, 'isBroken'>, isNew: boolean) => {
    const hash = `#${written(next)}`;
    if (isNew) history.pushState(null, '', hash);
    else history.replaceState(null, '', hash);
  };
  const go = (to: LabScreen) => {
    const next = { ...address, place: to, isBroken: false };
    setPerson(undefined);
    setAddress(next);
    write(next, true);
    window.scrollTo(0, 0);
  };
  const other = languages.find((one) => one !== language) ?? language;
  const speak = () => {
    const next: Address = { ...address, language: other };
    setAddress(next);
    write(next, false);
  };
  const here = () => window.location.href.replace(/[?#].*$/, '');
  const bench = place.screen === 'bench' ? place.bench : usual;

  return (
    <Around value={{ language, runs, isCalm, usual: given?.usual ?? {} }}>
      <a
        class="skip"
        href="#main"
        onClick={(event) => {
          event.preventDefault();
          document.querySelector<HTMLElement>('#main button, #main [tabindex]')?.focus();
        }}
      >
        {words.nav.skip}
      </a>
      <nav class="bar" aria-label="creditlab">
        <button type="button" onClick={() => go({ screen: 'cover' })}>
          <Icon name="home" /> {words.nav.home}
        </button>
        <button type="button" lang={labWords[other].htmlLanguage} onClick={speak}>
          {words.other}
        </button>
      </nav>
      {address.isBroken && (
        <p class="trouble" role="alert">
          {words.trouble.link}
        </p>
      )}
      {given && place.screen === 'bench' && <p class="base">{words.trouble.base(given.name)}</p>}
      {person !== undefined ? (
        <Person person={person} onClose={() => setPerson(undefined)} />
      ) : place.screen === 'cover' ? (
        <Cover
          isSandboxHidden={hidden.includes('sandbox')}
          onLesson={(lesson) => go({ screen: 'lesson', lesson })}
          onEncore={(encore) => go({ screen: 'encore', encore })}
          onBench={() => go({ screen: 'bench', bench: usual })}
          onTeacher={() => go({ screen: 'teacher' })}
        />
      ) : place.screen === 'teacher' ? (
        <Teacher
          link={(to, of, hide) =>
            `${here()}?${written({ language, seed: of, hidden: hide, place: to })}`
          }
        />
      ) : null}
      {place.screen === 'bench' && (
        <div hidden={person !== undefined}>
          <Bench
            first={bench}
            hidden={hidden}
            usual={usual}
            base={given?.id}
            link={(of) =>
              `${here()}#${written({ ...address, place: { screen: 'bench', bench: of } })}`
            }
            onChange={(of) => {
              const next = { ...address, place: { screen: 'bench', bench: of } as const };
              setAddress(next);
              write(next, false);
            }}
            onAsk={setPerson}
          />
        </div>
      )}
      {place.screen === 'encore' && (
        <div hidden={person !== undefined}>
          <Encore
            key={place.encore}
            id={place.encore}
            {...{ seed, hidden }}
            onAsk={setPerson}
            onGo={(encore) => go({ screen: 'encore', encore })}
          />
        </div>
      )}
      {place.screen === 'lesson' && (
        <div hidden={person !== undefined}>
          <Lesson
            key={place.lesson}
            id={place.lesson}
            {...{ seed, hidden }}
            onAsk={setPerson}
            onLeave={(next) =>
              go(next === undefined ? { screen: 'cover' } : { screen: 'lesson', lesson: next })
            }
          />
        </div>
      )}
    </Around>
  );
}
