import { Icon } from '../parts/Icon.tsx';
import { languages, type Language } from '../../language.ts';
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { Runs } from '../engine/runs.ts';
import type { GivenScenario } from '../run/messages.ts';
import { firstBench, type Bench as BenchSetting } from '../model/town.ts';
import { read, written, type Address, type LabScreen } from '../model/link.ts';
import { Around } from '../parts/context.ts';
import { labWords } from '../words/all.ts';
import type { LabWords } from '../words/words.ts';
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
  const { place, language } = address;
  const words = labWords[language];
  const isCalm = useMemo(() => window.matchMedia('(prefers-reduced-motion: reduce)').matches, []);

  useTitle(language);
  useHash((hash) => {
    setPerson(undefined);
    setAddress(read(hash, language));
  }, language);
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
    // Once it is there: whoever reads by ear, or moves by keyboard, begins at the title.
    setTimeout(() => document.querySelector<HTMLElement>('#main h1')?.focus());
  };
  /** Changes the address where it stands: going back does not undo it. */
  const amend = (part: Partial<Address>) => {
    const next = { ...address, ...part };
    setAddress(next);
    write(next, false);
  };
  const other = languages.find((one) => one !== language) ?? language;

  return (
    <Around value={{ language, runs, isCalm, usual: given?.usual ?? {} }}>
      <Bar
        words={words}
        otherLanguage={labWords[other].htmlLanguage}
        onHome={() => go({ screen: 'cover' })}
        onSpeak={() => amend({ language: other })}
      />
      {address.isBroken && (
        <p class="trouble" role="alert">
          {words.trouble.link}
        </p>
      )}
      {given && place.screen === 'bench' && <p class="base">{words.trouble.base(given.name)}</p>}
      <Screen
        {...{ address, person, usual }}
        base={given?.id}
        onAsk={setPerson}
        onGo={go}
        onBench={(bench) => amend({ place: { screen: 'bench', bench } })}
        onSeed={(seed) => amend({ seed })}
      />
    </Around>
  );
}

/** The screen at the address; who is asked hides it, so that it stays as it was. */
function Screen(props: {
  readonly address: Address;
  /** Who is asked, if anybody is. */
  readonly person: number | undefined;
  readonly usual: BenchSetting;
  readonly base: string | undefined;
  readonly onAsk: (person: number | undefined) => void;
  readonly onGo: (to: LabScreen) => void;
  readonly onBench: (bench: BenchSetting) => void;
  readonly onSeed: (seed: string | undefined) => void;
}) {
  const { address, person, usual, base, onAsk, onGo, onBench, onSeed } = props;
  const { place, language, seed, hidden } = address;
  return (
    <>
      {person !== undefined ? (
        <Person person={person} onClose={() => onAsk(undefined)} />
      ) : place.screen === 'cover' ? (
        <Cover
          isSandboxHidden={hidden.includes('sandbox')}
          onLesson={(lesson) => onGo({ screen: 'lesson', lesson })}
          onEncore={(encore) => onGo({ screen: 'encore', encore })}
          onBench={() => onGo({ screen: 'bench', bench: usual })}
          onTeacher={() => onGo({ screen: 'teacher' })}
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
            first={place.bench}
            hidden={hidden}
            usual={usual}
            base={base}
            link={(of) =>
              `${here()}#${written({ ...address, place: { screen: 'bench', bench: of } })}`
            }
            onChange={onBench}
            onAsk={onAsk}
          />
        </div>
      )}
      {place.screen === 'encore' && (
        <div hidden={person !== undefined}>
          <Encore
            key={place.encore}
            id={place.encore}
            {...{ seed, hidden, onAsk, onSeed }}
            onGo={(encore) => onGo({ screen: 'encore', encore })}
          />
        </div>
      )}
      {place.screen === 'lesson' && (
        <div hidden={person !== undefined}>
          <Lesson
            key={place.lesson}
            id={place.lesson}
            {...{ seed, hidden, onAsk, onSeed }}
            onLeave={(next) =>
              onGo(next === undefined ? { screen: 'cover' } : { screen: 'lesson', lesson: next })
            }
          />
        </div>
      )}
    </>
  );
}

/** What stands over every screen: a way past it, home, and the other language. */
function Bar(props: {
  readonly words: LabWords;
  readonly otherLanguage: string;
  readonly onHome: () => void;
  readonly onSpeak: () => void;
}) {
  const { words, otherLanguage, onHome, onSpeak } = props;
  return (
    <>
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
        <button type="button" onClick={onHome}>
          <Icon name="home" /> {words.nav.home}
        </button>
        <button type="button" lang={otherLanguage} onClick={onSpeak}>
          {words.other}
        </button>
      </nav>
    </>
  );
}

/** The lab's own address, without a place in it. */
const here = () => window.location.href.replace(/[?#].*$/, '');

/** The document speaks the language of the lab. */
function useTitle(language: Language): void {
  useEffect(() => {
    const words = labWords[language];
    document.documentElement.lang = words.htmlLanguage;
    document.title = `creditlab: ${words.cover.title}`;
  }, [language]);
}

/** Follows the address as the reader, or the back button, changes it. */
function useHash(follow: (hash: string) => void, language: Language): void {
  useEffect(() => {
    const turned = () => follow(window.location.hash);
    window.addEventListener('hashchange', turned);
    return () => window.removeEventListener('hashchange', turned);
  }, [language]);
}
