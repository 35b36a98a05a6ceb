import { createContext } from 'preact';
import { useContext, useEffect, useState } from 'preact/hooks';
import type { Language } from '../../language.ts';
import type { RunState, Runs } from '../engine/runs.ts';
import { labWords } from '../words/all.ts';
import type { LabWords } from '../words/words.ts';

/** What every part of the page may need. */
export interface PageContext {
  readonly language: Language;
  readonly runs: Runs;
  /** What dials say before they are turned, where a scenario was loaded that says otherwise than the lab's own. */
  readonly usual: Readonly<Record<string, number>>;
  /** The reader asks for little motion. */
  readonly isCalm: boolean;
}

const Context = createContext<PageContext | undefined>(undefined);
export const Around = Context.Provider;

export function useAround(): PageContext {
  const found = useContext(Context);
  if (!found) throw new Error('outside of the lab');
  return found;
}

export function useWords(): LabWords {
  return labWords[useAround().language];
}

/** What the engine has found, as it comes in. */
export function useRuns(): RunState {
  const { runs } = useAround();
  const [state, setState] = useState(runs.state);
  useEffect(() => {
    setState(runs.state);
    return runs.subscribe(() => setState(runs.state));
  }, [runs]);
  return state;
}
