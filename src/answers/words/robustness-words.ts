import { inWords, lowered, type Language } from '../../language.ts';
import { grouped } from '../../text/grouped.ts';
import { enumerated } from '../../findings/index.ts';
import { displayOf, fixed, decimalsFor, type Passport } from '../../measures/index.ts';
import type { BoxColumn, Hunt } from '../discovery.ts';
import type { Regret, Robustness } from '../robustness.ts';
import { unitName } from './measure-words.ts';
import type { NameOf } from './question-words.ts';
import { roundPercent } from './sensitivity-words.ts';

/** What sentences are made from. */
export interface RobustnessFacts {
  readonly passport: Passport;
  /** Ids in the order of `robustness`. */
  readonly institutions: readonly string[];
  readonly reference: string;
  readonly found: Robustness;
  /** With the question each answers: who, against whom. */
  readonly hunts: readonly Hunt[];
  readonly columns: readonly BoxColumn[];
}

/** How the order holds over all points, in sentences; the first says who is first. */
export function robustnessSentences(facts: RobustnessFacts, name: NameOf): string[] {
  const { passport, institutions, found, hunts, columns } = facts;
  const { points, replicates, first, regret } = found;
  if (points === 0) return ['At no point is there anything to compare.'];
  const told = first
    .filter((one) => one.points > 0)
    .map(
      (one) =>
        `${name(institutions[one.institution])} at ${roundPercent(one.share)} (${one.points})`,
    );
  const best = regret.filter((one) => !Number.isNaN(one.mean));
  const [least] = best;
  const halves =
    replicates < 2
      ? 'With one replicate the best is chosen and valued by the same luck, which flatters it.'
      : 'The best is chosen on half of the replicates and valued on the other.';
  return [
    `First in ${lowered(passport.title)}, over ${grouped(points)} points: ${enumerated(told)}.`,
    ...(least
      ? [`${regretSentence(least, passport, name(institutions[least.institution]))} ${halves}`]
      : []),
    ...pairSentences(facts, name),
    ...hunts.map((hunt) => huntSentence(hunt, columns, name)),
  ];
}

function regretSentence(
  { mean, ninety, largest }: Regret,
  passport: Passport,
  name: string,
): string {
  const amount = amountOf(passport, [mean, ninety, largest]);
  if (!(mean > 0))
    return `Least regret: ${name}, not behind the best by more than luck on average.`;
  return `Least regret: ${name}, on average ${amount(mean)} behind the best, at a tenth of points more than ${amount(ninety)}, at most ${amount(largest)} (${displayOf(passport.unit).unit}).`;
}

/** What the columns of regret are, and their unit. */
export function regretNote({ unit }: Passport, language: Language): string {
  const counted = unitName(displayOf(unit).unit, language);
  return inWords(language, {
    en: `Regret, in ${counted}: how far behind the best, on average over points; what nine in ten points lie below; and at most. Below 0: luck.`,
    zh: `遗憾（${counted}）：落后于最佳者的幅度，依次为各点均值、九成的点不超过的值、最大值；低于 0 即运气所致。`,
  });
}

/** The reference against each other institution. */
function pairSentences(
  { institutions, reference, found }: RobustnessFacts,
  name: NameOf,
): string[] {
  const base = institutions.indexOf(reference);
  const told = found.pairs
    .filter(({ a, b }) => a === base || b === base)
    .map(({ a, b, ahead, behind, alike }) => {
      const [other, before, after] = a === base ? [b, behind, ahead] : [a, ahead, behind];
      const all = ahead + behind + alike;
      const share = (n: number) => roundPercent(n / all);
      return `${name(institutions[other])} ahead at ${share(before)}, behind at ${share(after)}, not told apart at ${share(alike)}`;
    });
  const how =
    found.replicates < 2 ? 'one replicate: by sign alone' : 'paired by seed, 95% at each point';
  return told.length === 0 ? [] : [`Against ${name(reference)} (${how}): ${told.join('; ')}.`];
}

/** "Sesame is first where a ≤ 0.3 and b ≥ 2: …", or that there is no box worth its name. */
function huntSentence(hunt: Hunt, columns: readonly BoxColumn[], name: NameOf): string {
  const { institution, other, happens, discovery } = hunt;
  const who = name(institution);
  const plain = other === undefined ? 'first' : `ahead of ${name(other)}`;
  const what = happens ? plain : `not ${plain}`;
  const { found, bounds, coverage, density, mass, baseRate, unseen } = discovery;
  if (!found) {
    return `Where ${who} is ${what} (${roundPercent(baseRate)} of unseen points): no box in at most three factors doubles that rate on unseen points.`;
  }
  const box = bounds.map(({ parameter, side, value, quasiP }) => {
    const { key, word } = columns[parameter];
    const p = quasiP < 0.001 ? 'p < 0.001' : `p = ${quasiP.toFixed(3)}`;
    if (word !== undefined) {
      return `${key} is ${side === 'at least' ? '' : 'not '}${word} (${p})`;
    }
    return `${key} ${side === 'at least' ? '≥' : '≤'} ${Number(value.toPrecision(3))} (${p})`;
  });
  return (
    `${who} is ${what} mostly where ${enumerated(box)}: at ${roundPercent(density)} of the unseen points in this box, against ${roundPercent(baseRate)} of all ${unseen}; ` +
    `it holds ${roundPercent(mass)} of the points and ${roundPercent(coverage)} of those of interest.`
  );
}

/** Amounts of a measure as they are shown, without the unit, all with as many decimals. */
export function amountOf(
  { unit }: Pick<Passport, 'unit'>,
  values: readonly number[],
): (value: number) => string {
  const { factor } = displayOf(unit);
  const sizes = values.map((value) => Math.abs(factor * value)).filter((size) => size > 0);
  const decimals = decimalsFor(Math.min(...sizes), factor === 100 ? 1 : 4);
  return (value) => fixed(factor * value, decimals);
}
