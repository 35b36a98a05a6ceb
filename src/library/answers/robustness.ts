import { join } from 'node:path';
import { measureName, robustnessSentences, robustnessSentencesZh } from '../../answers/index.ts';
import { institutionName } from '../../institution-names.ts';
import { lowered, type Language } from '../../language.ts';
import type { AskedMeasure, RobustnessOutcome } from '../../run/index.ts';
import { csvOf, type Table } from '../../text/csv.ts';
import { plainPage } from '../../text/markdown.ts';
import type { Designed } from './designed.ts';

/** How an institution stands over all points. Regret is what it lacks to the first, in the unit of the measure. */
// oxlint-disable-next-line typescript/consistent-type-definitions -- a row of a table needs an index signature
type StandingRow = {
  readonly institution: string;
  /** Points at which it is first, and their share. */
  readonly first: number;
  readonly share: number;
  readonly regretMean: number;
  /** What it lacks at most in nine of ten points. */
  readonly regret90: number;
  readonly regretLargest: number;
  /** The point at which it lacks most. */
  readonly largestAt: string | null;
};

/** What a look over all points of a design says. */
export interface RobustnessTold {
  readonly question: string;
  /** The first says most. */
  readonly sentences: readonly string[];
  /** A row an institution: where it is first, and what it lacks where it is not. */
  readonly first: readonly StandingRow[];
  /** A row a pair: how often the one is ahead, the other, and neither. */
  readonly pairs: Table;
  /** A row a point. */
  readonly points: Table;
  /** Where in the space of factors somebody is first, with its bounds. */
  readonly boxes: readonly object[];
}

/** @param language of question and sentences */
export function robustnessTold(
  scenario: Designed,
  asked: AskedMeasure,
  outcome: RobustnessOutcome,
  language: Language = 'en',
): RobustnessTold {
  const { found, collected, leaders, columns, hunts } = outcome;
  const { passport } = asked;
  const institutions = scenario.institutions.map(({ id }) => id);
  const name = (id: string) => {
    const own = scenario.institutions.find((one) => one.id === id);
    return own ? institutionName(own, language) : id;
  };
  const left = collected.leftOut.filter((reason) => reason !== undefined).length;
  const sentences = [
    ...{ en: robustnessSentences, zh: robustnessSentencesZh }[language](
      { passport, institutions, reference: scenario.reference, found, hunts, columns },
      name,
    ),
    ...(left > 0
      ? [
          {
            en: `${left.toLocaleString('en')} of ${collected.points.length.toLocaleString('en')} points are left out: a market froze, a lender loses for ever, or another requirement is not met.`,
            zh: `${collected.points.length.toLocaleString('en')} 个点中有 ${left.toLocaleString('en')} 个不计：市场冻结、有贷款机构永远亏损，或不满足其他要求。`,
          }[language],
        ]
      : []),
  ];
  const first = found.first.map(({ institution, points, share }) => {
    const regret = found.regret.find((one) => one.institution === institution);
    const { mean, ninety, largest, at } = regret ?? {
      mean: NaN,
      ninety: NaN,
      largest: NaN,
      at: -1,
    };
    return {
      ...{ institution: institutions[institution], first: points, share },
      ...{ regretMean: mean, regret90: ninety, regretLargest: largest },
      largestAt: at < 0 ? null : collected.points[at].name,
    };
  });
  const pairs = found.pairs.map(({ a, b, ...counts }) => ({
    ...{ a: institutions[a], b: institutions[b] },
    ...counts,
  }));
  const keys = scenario.design.factors.map(({ key }) => key);
  const points = collected.points.map((point, p) => ({
    point: point.name,
    ...Object.fromEntries(
      keys.map((key, i) => {
        const value = point.values[i];
        return [key, typeof value === 'object' ? value.join(' ') : value];
      }),
    ),
    'left-out': collected.leftOut[p] ?? '',
    first: leaders[p] < 0 ? '' : institutions[leaders[p]],
  }));
  const question = {
    en: `Who is first in ${lowered(passport.title)}, whatever is true?`,
    zh: `无论真实情况如何，谁在${measureName(passport, 'zh')}上居首？`,
  }[language];
  const boxes = hunts.map(({ discovery, ...hunt }) => ({ ...hunt, ...discovery }));
  return { question, sentences, first, pairs, points, boxes };
}

/** Its tables and its page, by their paths in the output folder. */
export function robustnessFiles(
  scenario: Designed,
  { passport }: AskedMeasure,
  { question, sentences, first, pairs, points }: RobustnessTold,
): [string, string][] {
  const stem = passport.id.replaceAll(/[^a-z0-9-]+/gi, '-');
  const place = (end: string) => join('robustness', `${stem}${end}`);
  return [
    [place('-first.csv'), csvOf(first)],
    [place('-pairs.csv'), csvOf(pairs)],
    [place('-points.csv'), csvOf(points)],
    [place('.md'), plainPage(question, scenario.title, [{ sentences }])],
  ];
}
