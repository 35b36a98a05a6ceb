import { join } from 'node:path';
import {
  convergenceLead,
  convergenceQuestion,
  frozenSentences,
  luckAt,
  noiseSentences,
  resizeSentences,
} from '../../answers/index.ts';
import { smallestSentences } from '../../findings/index.ts';
import { institutionName } from '../../institution-names.ts';
import type { Language } from '../../language.ts';
import { resultDictionary } from '../../measures/index.ts';
import { paired } from '../../replicates/index.ts';
import { watched } from '../../run/answers/converge.ts';
import type { Convergence } from '../../run/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { csvOf } from '../../text/csv.ts';
import { plainPage } from '../../text/markdown.ts';

/**
 * What runs of other sizes say.
 *
 * @param language of question and sentences
 */
export function convergenceTold(
  scenario: Scenario,
  outcome: Convergence,
  language: Language = 'en',
) {
  const { resizes, movements } = outcome;
  const sentences = sentencesOf(scenario, outcome, language);
  const table = movements.map(({ resize, change, ...one }) => ({
    ...{ of: resizes[resize].of, from: resizes[resize].from, to: resizes[resize].to },
    ...{ measure: one.measure, institution: one.institution, less: one.other ?? '' },
    ...{ own: one.own, change: change.mean, low: change.low, high: change.high },
    ...{ tolerated: one.tolerated, verdict: one.verdict },
  }));
  return { question: convergenceQuestion[language], sentences, table };
}

export type ConvergenceTold = ReturnType<typeof convergenceTold>;

/** Its table and its page, by their paths in the output folder. */
export function convergenceFiles(
  scenario: Scenario,
  { question, sentences, table }: ConvergenceTold,
): [string, string][] {
  const place = (end: string) => join('convergence', `convergence.${end}`);
  return [
    [place('csv'), csvOf(table)],
    [place('md'), plainPage(question, scenario.title, [{ sentences }])],
  ];
}

function sentencesOf(
  scenario: Scenario,
  { resizes, movements, valuesAt, frozen }: Convergence,
  language: Language,
): string[] {
  const name = (id: string) => {
    const found = scenario.institutions.find((one) => one.id === id);
    return found ? institutionName(found, language) : id;
  };
  const { passportOf } = resultDictionary;
  const [welfare] = watched;
  const sizes = [
    { place: 0, borrowers: scenario.borrowers },
    ...resizes.flatMap((resize, k) =>
      resize.of === 'borrowers' ? [{ place: k + 1, borrowers: resize.to }] : [],
    ),
  ];
  const noise = sizes.map(({ place, borrowers }) => {
    const all = scenario.institutions
      .map(({ id }) => luckAt(valuesAt(place, id, welfare)))
      .toSorted((a, b) => a - b);
    return { borrowers, deviation: all[Math.floor(all.length / 2)] };
  });
  const moved = watched.filter((measure) =>
    movements.some(
      (one) =>
        one.measure === measure &&
        one.verdict === 'moves' &&
        resizes[one.resize].of === 'borrowers',
    ),
  );
  const count = (verdict: string) => movements.filter((one) => one.verdict === verdict).length;
  const counts = {
    ...{ moves: count('moves'), holds: count('holds'), all: movements.length },
    replicates: scenario.replicates,
  };
  const base = valuesAt(0, scenario.reference, welfare);
  const differences = scenario.institutions
    .filter(({ id }) => id !== scenario.reference)
    .map(({ id }) => paired(valuesAt(0, id, welfare), base));
  return [
    convergenceLead(counts, language),
    ...smallestSentences(differences, passportOf(welfare), language),
    ...resizeSentences(resizes, movements, passportOf, name, language),
    ...noiseSentences(passportOf(welfare), noise, moved.map(passportOf), language),
    ...frozenSentences(frozen, name, language),
  ];
}
