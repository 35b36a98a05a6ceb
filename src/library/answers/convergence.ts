import { join } from 'node:path';
import { luckAt, noiseSentences, resizeSentences } from '../../answers/index.ts';
import { resultDictionary } from '../../measures/index.ts';
import { watched } from '../../run/answers/converge.ts';
import type { Convergence } from '../../run/index.ts';
import type { Scenario } from '../../scenario/index.ts';
import { csvOf } from '../../text/csv.ts';
import { plainPage } from '../../text/markdown.ts';

/** What runs of other sizes say. */
export function convergenceTold(scenario: Scenario, outcome: Convergence) {
  const { resizes, movements } = outcome;
  const sentences = sentencesOf(scenario, outcome);
  const table = movements.map(({ resize, change, ...one }) => ({
    ...{ of: resizes[resize].of, from: resizes[resize].from, to: resizes[resize].to },
    ...{ measure: one.measure, institution: one.institution, less: one.other ?? '' },
    ...{ own: one.own, change: change.mean, low: change.low, high: change.high },
    ...{ tolerated: one.tolerated, verdict: one.verdict },
  }));
  return { question: 'Do the numbers hang on the size of the run?', sentences, table };
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

function sentencesOf(scenario: Scenario, { resizes, movements, valuesAt }: Convergence): string[] {
  const name = (id: string) => scenario.institutions.find((one) => one.id === id)?.label ?? id;
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
  const moving = movements.filter(({ verdict }) => verdict === 'moves').length;
  const holding = movements.filter(({ verdict }) => verdict === 'holds').length;
  const how = 'by more than a tenth of its gap to the reference (paired by seed, 95% each)';
  const lead =
    moving > 0
      ? `Yes: ${moving} of ${movements.length} numbers move, each ${how}.`
      : holding === movements.length
        ? `No: none of ${movements.length} numbers moves ${how}.`
        : `None of ${movements.length} numbers is seen to move ${how}, but only ${holding} are known to hold: ${scenario.replicates} replicates cannot tell of the others.`;
  return [
    lead,
    ...resizeSentences(resizes, movements, passportOf, name),
    ...noiseSentences(
      passportOf(welfare),
      noise,
      moved.map((id) => passportOf(id).title.toLowerCase()),
    ),
  ];
}
