import type { Language, Words } from '../../language.ts';
import type { Scenario } from '../scenario.ts';

/** The name of an institution that shares it with another. */
export function withId({ id, label }: { readonly id: string; readonly label: string }): string {
  return `${label} (${id})`;
}

/** What follows the name of an institution that stays as it is. */
const unreformed: Words = { en: ', no reform', zh: '（无改革）' };

/** A name, perhaps of what stays as it is, perhaps with an id. */
const ends = /^(.*?)(, no reform)?( \([a-z0-9-]+\))?$/s;

/** A scenario's text in a language; as it stands where the scenario has it in English only. */
export function toldIn(
  { words = {} }: Pick<Scenario, 'words'>,
  text: string,
  language: Language,
): string {
  if (Object.hasOwn(words, text)) return words[text][language];
  const [, base = '', past = '', id = ''] = ends.exec(text) ?? [];
  if (!Object.hasOwn(words, base)) return text;
  return words[base][language] + (past === '' ? '' : unreformed[language]) + id;
}

/** Institutions of a scenario with their names in a language. */
export function namedIn(
  scenario: Pick<Scenario, 'words' | 'institutions'>,
  language: Language,
): Scenario['institutions'] {
  return scenario.institutions.map((one) => ({
    ...one,
    label: toldIn(scenario, one.label, language),
  }));
}

/** A scenario whose title and names of institutions are in a language. */
export function spokenIn<Own extends Scenario>(scenario: Own, language: Language): Own {
  return {
    ...scenario,
    title: toldIn(scenario, scenario.title, language),
    institutions: namedIn(scenario, language),
  };
}
