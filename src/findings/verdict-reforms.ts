import { inWords } from '../language.ts';
import { fixed, resultDictionary, type Row } from '../measures/index.ts';
import { halfWidth } from '../math/interval.ts';
import { reformEffects, reformSeries, reformsOf, type EffectRow } from '../replicates/index.ts';
import { dateOf, type Scenario } from '../scenario/index.ts';
import type { Answer } from './contest.ts';
import { reformWords, type ReformWords } from './reform-words.ts';
import { sentenceDecimals } from './rounding.ts';
import { lenderSentences } from './reform-lenders.ts';
import {
  distance,
  ends,
  enumerated,
  institutionName,
  quantity,
  shift,
  type Cast,
} from './sentences.ts';

/** What reforms are told by. */
const told = ['welfare', 'default-rate', 'approval-rate', 'thin-file-approval', 'apr'] as const;
const money = [
  ...['money-borrowers', 'money-lenders', 'money-revenue', 'money-cost'],
  'money-welfare',
] as const;

/** What each reform of a scenario changes, in sentences; none without reforms. */
export function reformAnswers(scenario: Scenario, rows: readonly Row[], cast: Cast): Answer[] {
  const reforms = reformsOf(scenario);
  if (reforms.length === 0) return [];
  const effects = reformEffects(scenario, reformSeries(scenario, rows), resultDictionary);
  const say = reformWords[cast.language ?? 'en'];
  return reforms.map(({ id, of }): Answer => {
    const mine = effects.filter(({ reform }) => reform === id);
    return {
      question: say.question(institutionName(id, cast)),
      sentences: [
        ...spans(scenario, mine, institutionName(of, cast), cast, say),
        ...moneySentence(mine, cast, say),
        ...lenderSentences(scenario, mine, cast, say, quarterName),
        ...(cast.isToldByPerson ? [] : [say.byPerson(scenario.id)]),
        say.uncorrected,
      ],
    };
  });
}

/** The long run, whether it is one, and the way there; or, in a run too short for one, the last phase. */
function spans(
  scenario: Scenario,
  effects: readonly EffectRow[],
  without: string,
  cast: Cast,
  say: ReformWords,
): string[] {
  const when = (quarter: number) => quarterName(scenario, quarter, cast);
  const of = (span: string) =>
    told.flatMap((measure) =>
      effects.filter((row) => row.measure === measure && row.span === span),
    );
  const long = of('long-run');
  if (long.length === 0) {
    const phases = effects.filter(({ span }) => span.startsWith('phase-')).map(({ span }) => span);
    const span = phases[phases.length - 1];
    const last = span === undefined ? [] : of(span);
    const end = scenario.quarters - scenario.economy.loan.term;
    const parts = last.map((row) => change(row, cast, say));
    const number = Number(span?.slice('phase-'.length));
    return [
      ...last
        .slice(0, 1)
        .map(({ from, to }) =>
          say.phase(say.phaseName(number), without, when(from), when(to), parts),
        ),
      say.tooShort(when(end)),
    ];
  }
  const [{ from, to, n }] = long;
  const parts = long.map((row) => change(row, cast, say));
  const named = (rest: EffectRow['rest']) =>
    enumerated(
      long.filter((row) => row.rest === rest).map(({ measure }) => nameIn(measure, say)),
      cast.language,
    );
  const [moving, resting, unknown] = [named('not-settled'), named('settled'), named('cannot-tell')];
  return [
    say.longRun(without, when(from), when(to), parts),
    ...(resting === '' ? [] : [say.settled(resting)]),
    ...(moving === '' ? [] : [say.notSettled(moving, when(to))]),
    ...(unknown === '' ? [] : [say.cannotTell(unknown, n)]),
    ...of('transition')
      .filter(({ measure, rest }) => measure === 'welfare' && rest === 'settled')
      .map((row) => transition(row, cast, say)),
  ];
}

function transition(row: EffectRow, cast: Cast, say: ReformWords): string {
  const passport = resultDictionary.passportOf(row.measure);
  if (row.low <= 0 && row.high >= 0)
    return say.noTransition(quantity(row, passport, cast.language));
  return say.transition(distance(row, passport, cast.language), row.mean > 0);
}

/** "default falls by 0.4 percentage points (95%: …)". */
function change(row: EffectRow, cast: Cast, say: ReformWords): string {
  const passport = resultDictionary.passportOf(row.measure);
  const name = nameIn(row.measure, say);
  if (row.low > 0 || row.high < 0) {
    return say.moves(name, row.mean > 0, distance(row, passport, cast.language));
  }
  return say.unmoved(name, shift(row, passport, cast.language).trimStart());
}

function moneySentence(effects: readonly EffectRow[], cast: Cast, say: ReformWords): string[] {
  const rows = money.flatMap((measure) =>
    effects.filter((row) => row.measure === measure && row.span === 'discounted'),
  );
  const parts = rows.map((row) => {
    const half = halfWidth(row);
    const show = (value: number) =>
      (value > 0 ? '+' : '') + fixed(value, sentenceDecimals(row, 1, 1));
    const certainty = Number.isNaN(half) ? '' : ends(show(row.low), show(row.high), cast.language);
    return `${nameIn(row.measure, say)} ${show(row.mean)} ${say.loans}${certainty}`;
  });
  return parts.length === 0 ? [] : [say.money(parts)];
}

function nameIn(measure: string, { names }: ReformWords): string {
  const known: Readonly<Record<string, string>> = names;
  return known[measure] ?? measure;
}

/** "quarter 44", or its date where there is a calendar. */
function quarterName(
  { start, burnIn }: Scenario,
  quarter: number,
  { language = 'en' }: Cast,
): string {
  if (start !== undefined) return dateOf(quarter, start, burnIn);
  return inWords(language, { en: `quarter ${quarter}`, zh: `第 ${quarter} 季度` });
}
