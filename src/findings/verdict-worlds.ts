import { marks } from '../language.ts';
import { estimate } from '../math/interval.ts';
import { mean } from '../math/statistics.ts';
import { betweenWorlds, displayOf, fixed, type Row } from '../measures/index.ts';
import { ranking, type RankedInstitution, type Samples } from '../replicates/index.ts';
import type { Answer } from './contest.ts';
import { enumerated, institutionName, quantity, type Cast } from './sentences.ts';
import { verdictWords } from './verdict-words.ts';

/**
 * Moral hazard of each institution from end to end, and who has least of it at the lower end, if that is not who has
 * least at the upper.
 *
 * @param upper institutions by the upper end
 */
export function hazardEnds(
  samples: Samples,
  upper: readonly RankedInstitution[],
  cast: Cast,
): string[] {
  const lower = ranking(samples, betweenWorlds, 'moral-hazard-low');
  if (upper.length === 0 || lower.length === 0) return [];
  const { language = 'en' } = cast;
  const say = verdictWords[language];
  const { factor } = displayOf(samples.passportOf('moral-hazard-low').unit);
  const show = (place: RankedInstitution | undefined) =>
    fixed(factor * (place?.value.mean ?? NaN), 1);
  const ends = upper.map((place) => {
    const low = lower.find(({ institution }) => institution === place.institution);
    return say.end1(institutionName(place.institution, cast), show(low), show(place));
  });
  const [least] = lower;
  return [
    say.ends(ends.join(marks[language].semicolon)),
    ...(least.institution === upper[0].institution
      ? []
      : [say.leastLow(institutionName(least.institution, cast))]),
  ];
}

/**
 * Under which institutions safe borrowers are left out because lenders cannot tell them from others, fewest first; under
 * which showing types would leave out more of them; and under which it would do neither, as far as can be told from chance.
 */
export function leftOut(samples: Samples, cast: Cast): Answer {
  const { language = 'en' } = cast;
  const say = verdictWords[language];
  const measure = samples.passportOf('safe-types-left-out');
  const places = ranking(samples, betweenWorlds, measure.id);
  const isLeftOut = ({ value }: RankedInstitution) =>
    value.mean > 0 && (Number.isNaN(value.low) || value.low > 0);
  const some = places.filter(isLeftOut);
  const fewer = places.filter(({ value }) => value.high < 0);
  const none = places.filter((place) => !isLeftOut(place) && !fewer.includes(place));
  const name = ({ institution }: RankedInstitution) => institutionName(institution, cast);
  const amounts = (these: readonly RankedInstitution[], sign: 1 | -1) =>
    these
      .map(({ institution, value }) => {
        const less = { ...value, mean: -value.mean, low: -value.high, high: -value.low };
        const told = sign === 1 ? value : less;
        return say.leftOutUnder(
          quantity(told, measure, language),
          institutionName(institution, cast),
        );
      })
      .join(marks[language].semicolon);
  const isAll = none.length > 1 && none.length === places.length;
  const names = isAll ? say.anyInstitution : enumerated(none.map(name), language);
  return {
    question: say.selection,
    sentences: [
      ...(places.length === 0 ? [say.unmeasured(measure)] : []),
      ...(some.length === 0 ? [] : [say.leftOut(amounts(some, 1))]),
      ...(fewer.length === 0 ? [] : [say.keptOut(amounts(fewer, -1))]),
      ...(none.length === 0 ? [] : [say.noneLeftOut(names)]),
      ...(places.length > 1 && places[0].value.n < 2 ? [say.perhapsChance] : []),
    ],
  };
}

/** What showing types to lenders changes in welfare, from where it changes least to where it changes most. */
export function showing(samples: Samples, cast: Cast): Answer {
  const { language = 'en' } = cast;
  const say = verdictWords[language];
  const ids = [...new Set(samples.columns.map(({ institution }) => institution))];
  const found = (['held', 'relearned'] as const).flatMap((sanctions) => {
    const measure = samples.passportOf(`showing-types-${sanctions}`);
    const changes = ids
      .map((institution) => ({
        institution,
        value: estimate(samples.values(institution, betweenWorlds, measure.id)),
      }))
      .filter(({ value }) => value.n > 0)
      .toSorted((a, b) => a.value.mean - b.value.mean);
    const least = changes[0];
    const most = changes.at(-1);
    if (least === undefined || most === undefined) return [];
    const told = ({ institution, value }: typeof least) =>
      [institutionName(institution, cast), quantity(value, measure, language)] as const;
    const held = sanctions === 'held';
    return [
      least === most
        ? say.showingOne(...told(least), held)
        : say.showingRange(...told(least), ...told(most), held),
      say.showingMeans,
    ];
  });
  return { question: say.showing, sentences: found };
}

/** A market in which nobody is lent to is told first: most numbers are missing there, or are of loans made to learn. */
export function frozen(samples: Samples, cast: Cast, rows: readonly Row[] = []): Answer {
  const { language = 'en' } = cast;
  const say = verdictWords[language];
  const ids = samples.columns
    .filter(({ world, measure }) => world === 'actual' && measure === 'default-rate')
    .map(({ institution }) => institution)
    .filter((id) => estimate(samples.values(id, 'actual', 'approval-rate')).mean === 0);
  const isLent = (id: string) => estimate(samples.values(id, 'actual', 'default-rate')).n > 0;
  const told = (some: readonly string[], sentence: (names: string) => string) => {
    const names = some.map((id) => institutionName(id, cast));
    return names.length === 0 ? [] : [sentence(enumerated(names, language))];
  };
  return {
    question: say.frozen,
    sentences: [
      ...told(
        ids.filter((id) => !isLent(id)),
        say.nobody,
      ),
      ...told(ids.filter(isLent), say.onlyToLearn),
      ...frozenMarkets(rows, cast),
    ],
  };
}

/** A market with fewer loans than this an application, in its last year, is frozen. */
const fewestLoans = 0.01;

/** How many markets of each institution froze, if any did, from their last four quarters. */
function frozenMarkets(rows: readonly Row[], cast: Cast): string[] {
  const say = verdictWords[cast.language ?? 'en'];
  const rates = new Map<string, Map<string, Map<number, number>>>();
  let last = -1;
  for (const { institution, world, replicate, quarter, measure, value } of rows) {
    if (quarter === null || world !== 'actual') continue;
    if (measure !== 'approval-rate' && measure !== 'take-up-rate') continue;
    if (measure === 'approval-rate' && !Number.isNaN(value)) last = Math.max(last, quarter);
    const markets = rates.get(institution) ?? new Map<string, Map<number, number>>();
    rates.set(institution, markets);
    const market = markets.get(`${replicate}`) ?? new Map<number, number>();
    markets.set(`${replicate}`, market);
    // Loans per application are approvals times those taken up; where nobody is approved none is taken up.
    const factor = Number.isNaN(value) ? 0 : value;
    market.set(quarter, (market.get(quarter) ?? 1) * factor);
  }
  const parts = [...rates].flatMap(([institution, markets]) => {
    const lent = [...markets.values()].map((market) => {
      const year = [...market].filter(([quarter]) => quarter > last - 4 && quarter <= last);
      return mean(year.map(([, rate]) => rate));
    });
    const count = lent.filter((rate) => rate < fewestLoans).length;
    return count === 0
      ? []
      : [say.frozePart(institutionName(institution, cast), count, lent.length)];
  });
  return parts.length === 0 ? [] : [say.froze(parts)];
}
