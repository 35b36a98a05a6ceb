import { enumerated } from '../../findings/index.ts';
import type { Language } from '../../language.ts';
import { displayOf, fixed, type Passport } from '../../measures/index.ts';
import { grouped } from '../../text/grouped.ts';
import type { Movement, Resize } from '../convergence.ts';
import { unitName } from './measure-words.ts';
import { measureInSentence, type NameOf } from './question-words.ts';

/** What is asked of the size of a run. */
export const convergenceQuestion: Readonly<Record<Language, string>> = {
  en: 'Do the numbers hang on the size of the run?',
  zh: '结果是否取决于运行规模？',
};

/** How many numbers do what when the size changes. */
export interface Counts {
  readonly moves: number;
  readonly holds: number;
  readonly all: number;
  readonly replicates: number;
}

/** A movement as it is told. */
interface Move {
  readonly measure: string;
  readonly who: string;
  readonly other: string | undefined;
  readonly by: string;
  readonly unit: string;
}

interface ConvergenceWords {
  readonly sizes: Readonly<Record<Resize['of'], string>>;
  readonly lead: (counts: Counts) => string;
  readonly move: (move: Move) => string;
  readonly resize: (
    size: string,
    counts: { readonly holds: number; readonly all: number; readonly untold: number },
    moves: { readonly count: number; readonly told: readonly string[]; readonly more: number },
  ) => string;
  readonly noise: (told: {
    readonly measure: string;
    readonly unit: string;
    readonly deviations: readonly (readonly [deviation: string, borrowers: string])[];
    readonly byChance: string;
    readonly divided: string;
  }) => string;
  /** What of it is the model. */
  readonly model: (moved: readonly string[]) => string;
  readonly assumption: string;
  readonly froze: (parts: readonly string[]) => string;
  readonly frozePart: (name: string, count: number, all: number) => string;
}

const how = 'by more than a tenth of its gap to the reference (paired by seed, 95% each)';
const howZh = '超过其与参照之差的十分之一（按种子配对，各 95%）';

const words: Readonly<Record<Language, ConvergenceWords>> = {
  en: {
    sizes: {
      borrowers: 'borrowers',
      quarters: 'counted quarters',
      burnIn: 'quarters of burn-in',
    },
    lead: ({ moves, holds, all, replicates }) =>
      moves > 0
        ? `Yes: ${moves} of ${all} numbers move, each ${how}.`
        : holds === all
          ? `No: none of ${all} numbers moves ${how}.`
          : `None of ${all} numbers is seen to move ${how}, but only ${holds} are known to hold: ${replicates} replicates cannot tell of the others.`,
    move: ({ measure, who, other, by, unit }) =>
      other === undefined
        ? `${measure} under ${who} by ${by} (${unit})`
        : `${who} less ${other} in ${measure} by ${by} (${unit})`,
    resize: (size, { holds, all, untold }, { count, told, more }) => {
      const rest = more > 0 ? `; and ${more} more` : '';
      const moving =
        count === 0
          ? 'none moves for certain'
          : `${count} ${count === 1 ? 'moves' : 'move'}: ${told.join('; ')}${rest}`;
      return `${size}: ${holds} of ${all} numbers hold, ${untold} cannot be told with these replicates, ${moving}.`;
    },
    noise: ({ measure, unit, deviations, byChance, divided }) =>
      `Noise: the standard deviation over replicates of ${measure} (${unit}, median over institutions) is ${enumerated(deviations.map(([deviation, borrowers]) => `${deviation} with ${borrowers}`))} borrowers. ` +
      `Chance alone would divide it by ${byChance} from the smallest to the largest; it is divided by ${divided}. ` +
      'The cycle, which all borrowers have in common, does not shrink with their number; more replicates shrink the error of a mean.',
    model: (moved) =>
      moved.length === 0
        ? 'No mean is seen to move with the number of borrowers beyond a tenth of its gap.'
        : `The means of ${enumerated(moved)} move with the number of borrowers: that is the model, not noise, since lenders who have seen more loans price better, and it does not go away with more replicates.`,
    assumption:
      'The number of borrowers is an economic assumption as long as lenders learn from their own loans: quote results with it.',
    froze: (parts) =>
      `Markets that froze (fewer than one loan per 100 applications in the last counted year), of all sizes and replicates: ${parts.join('; ')}.`,
    frozePart: (name, count, all) => `${count} of ${all} under ${name}`,
  },
  zh: {
    sizes: { borrowers: '名借款人', quarters: '个计数季度', burnIn: '个预热季度' },
    lead: ({ moves, holds, all, replicates }) =>
      moves > 0
        ? `是：${all} 个数中有 ${moves} 个变动，各自${howZh}。`
        : holds === all
          ? `否：${all} 个数中没有一个的变动${howZh}。`
          : `未见 ${all} 个数中有任何一个的变动${howZh}，但只有 ${holds} 个确知稳定：其余的，${replicates} 次重复无法判断。`,
    move: ({ measure, who, other, by, unit }) =>
      other === undefined
        ? `${who}下的${measure} ${by}（${unit}）`
        : `${who}与${other}在${measure}上之差 ${by}（${unit}）`,
    resize: (size, { holds, all, untold }, { count, told, more }) => {
      const rest = more > 0 ? `；另有 ${more} 个` : '';
      const moving = count === 0 ? '没有确定变动的' : `${count} 个变动：${told.join('；')}${rest}`;
      return `${size}：${all} 个数中 ${holds} 个稳定，${untold} 个用现有重复次数无法判断，${moving}。`;
    },
    noise: ({ measure, unit, deviations, byChance, divided }) =>
      `噪声：${measure}在各次重复间的标准差（${unit}，各制度的中位数）为${deviations.map(([deviation, borrowers]) => `${borrowers} 名借款人时 ${deviation}`).join('、')}。` +
      `若只有偶然因素，从最少到最多它应除以 ${byChance}；实际除以 ${divided}。` +
      '所有借款人共有的部分，即经济周期，不随人数缩小；增加重复次数缩小的是均值的误差。',
    model: (moved) =>
      moved.length === 0
        ? '未见任何均值随借款人数的变动超过其差距的十分之一。'
        : `${moved.join('、')}的均值随借款人数变动：这是模型而非噪声，因为见过更多贷款的机构定价更准，增加重复次数也不会消失。`,
    assumption: '只要贷款机构从自己的贷款中学习，借款人数就是一项经济假设：引用结果时应一并说明。',
    froze: (parts) =>
      `冻结的市场（最后一个计数年内每 100 笔申请不足一笔贷款），计入所有规模与重复：${parts.join('；')}。`,
    frozePart: (name, count, all) => `${name}下 ${all} 个中有 ${count} 个`,
  },
};

/** "4,000 → 16,000 borrowers". */
export function resizeText({ of, from, to }: Resize, language: Language = 'en'): string {
  return `${grouped(from)} → ${grouped(to)} ${words[language].sizes[of]}`;
}

/** The sentence that says most: whether anything moves. */
export function convergenceLead(counts: Counts, language: Language): string {
  return words[language].lead(counts);
}

/** Numbers that are spelt out for each change of size. */
const mostSpelt = 6;

/** What a change of size does: how much holds, what moves, what these replicates cannot tell. */
export function resizeSentences(
  resizes: readonly Resize[],
  movements: readonly Movement[],
  passportOf: (measure: string) => Passport,
  name: NameOf,
  language: Language,
): string[] {
  return resizes.map((resize, k) => {
    const own = movements.filter((one) => one.resize === k);
    const of = (verdict: Movement['verdict']) => own.filter((one) => one.verdict === verdict);
    const moves = of('moves');
    const told = moves
      .toSorted((a, b) => excess(b) - excess(a))
      .slice(0, mostSpelt)
      .map((one) => words[language].move(moveOf(one, passportOf(one.measure), name, language)));
    return words[language].resize(
      resizeText(resize, language),
      { holds: of('holds').length, all: own.length, untold: of('untold').length },
      { count: moves.length, told, more: moves.length - told.length },
    );
  });
}

/** How many times more it moves than is tolerated. */
const excess = ({ change, tolerated }: Movement) => Math.abs(change.mean) / tolerated;

function moveOf(
  { institution, other, change }: Movement,
  passport: Passport,
  name: NameOf,
  language: Language,
): Move {
  const { factor, unit } = displayOf(passport.unit);
  const by = fixed(factor * change.mean, factor === 100 ? 2 : 4);
  return {
    measure: measureInSentence(passport, language),
    who: name(institution),
    other: other === undefined ? undefined : name(other),
    by: `${change.mean > 0 ? '+' : ''}${by}`,
    unit: unitName(unit, language),
  };
}

/** How many markets of each institution froze, of all sizes; nothing where none did. */
export function frozenSentences(
  frozen: readonly {
    readonly institution: string;
    readonly count: number;
    readonly all: number;
  }[],
  name: NameOf,
  language: Language,
): string[] {
  const { froze, frozePart } = words[language];
  const parts = frozen.flatMap(({ institution, count, all }) =>
    count === 0 ? [] : [frozePart(name(institution), count, all)],
  );
  return parts.length === 0 ? [] : [froze(parts)];
}

/** What of a change with the number of borrowers is noise, and what the model. */
export function noiseSentences(
  passport: Passport,
  noise: readonly { readonly borrowers: number; readonly deviation: number }[],
  moved: readonly Passport[],
  language: Language,
): string[] {
  const { factor, unit } = displayOf(passport.unit);
  const sorted = noise.toSorted((a, b) => a.borrowers - b.borrowers);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most || least === most) return [];
  const { noise: tell, model, assumption } = words[language];
  return [
    tell({
      measure: measureInSentence(passport, language),
      unit: unitName(unit, language),
      deviations: sorted.map(({ borrowers, deviation }) => [
        (factor * deviation).toPrecision(2),
        grouped(borrowers),
      ]),
      byChance: Math.sqrt(most.borrowers / least.borrowers).toPrecision(2),
      divided: (least.deviation / most.deviation).toPrecision(2),
    }),
    model(moved.map((one) => measureInSentence(one, language))),
    assumption,
  ];
}
