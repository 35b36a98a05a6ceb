import { contrastMeasures, type Passport } from '../measures/index.ts';
import type { Language } from '../language.ts';

/** How sentences call a measure whose title and unit are too technical for them. */
const plainTitles: Readonly<Record<string, string>> = {
  'brier-true-pd-applicants':
    "Lenders' error about the applicants' risk of default, squared, on average",
};

/**
 * All that a verdict says apart from names and numbers. Sentences are whole, since each language has its own order of
 * words; lists of names and amounts come in made.
 */
const english = {
  // The four contests: the question, and what follows the name of who leads.
  selection: 'Are safe borrowers left out because they cannot be told from others?',
  leftOut: (amounts: string) =>
    `If lenders saw types, more applications of safe borrowers would end in a loan: ${amounts}.`,
  leftOutUnder: (amount: string, name: string) => `${amount} under ${name}`,
  keptOut: (amounts: string) =>
    `If lenders saw types, fewer applications of safe borrowers would end in a loan (safe is a low hazard; some of them would refuse to pay, and lenders would see that too): ${amounts}.`,
  noneLeftOut: (names: string) =>
    `Showing types would bring in no more safe borrowers under ${names}, as far as can be told.`,
  anyInstitution: 'any institution here',
  action: 'Which one disciplines best?',
  leastAction: 'leaves the least moral hazard, at its upper end',
  actionAmount: 'contracts on effort and repayment would add',
  ends: (ends: string) =>
    `Moral hazard from its lower to its upper end, in % of a mean loan per application: ${ends}.`,
  end1: (name: string, from: string, to: string) => `${name} ${from} to ${to}`,
  leastLow: (name: string) => `At its lower end the least is that of ${name}.`,
  showing: 'What would showing types to lenders change?',
  showingRange: (least: string, low: string, most: string, high: string, held: boolean) =>
    `Welfare would change by between ${low} under ${least} and ${high} under ${most}, with sanctions ${held ? 'held as they are' : 'learnt anew'}.`,
  showingOne: (name: string, change: string, held: boolean) =>
    `Under ${name} welfare would change by ${change}, with sanctions ${held ? 'held as they are' : 'learnt anew'}.`,
  showingMeans:
    'It is no measure of adverse selection: showing types also takes credit from bad risks whom the others carry.',
  frozen: 'Is anybody lent to?',
  nobody: (names: string) =>
    `Nobody is lent to under ${names}: what is counted over loans has no value there.`,
  onlyToLearn: (names: string) =>
    `Nobody is approved under ${names}: the few loans there are those that lenders make to learn, and all that is counted over loans is of them.`,
  refusal: 'Where do the fewest refuse to pay?',
  fewestRefuse: 'has the fewest borrowers who could pay and do not',
  welfare: 'Which one is best for all together?',
  highestWelfare: 'has the highest welfare',

  same: (level: string) => `All institutions are the same in this: ${level}.`,
  amount: (before: string, level: string) => `${before} ${level}`,
  lead: (name: string, claim: string, amount: string) => `${name} ${claim}: ${amount}`,
  end: (lead: string) => `${lead}.`,
  onlyOne: 'It is the only one here.',
  perhapsChance: 'One replicate: this order may be nothing but chance.',
  untold: (name: string, amount: string) =>
    `This cannot be told. The best estimate is that of ${name}: ${amount}. No other institution can be told apart from it.`,
  nearest: (name: string, far: string) => `${name}, ${far} behind`,
  allBehind: (nearest: string) =>
    `All others are behind by more than chance; the nearest is ${nearest}.`,
  leadAmongAlike: (lead: string, names: string) =>
    `${lead}; but it cannot be told apart from ${names}.`,
  nearestApart: (nearest: string) => `The nearest that can be told apart is ${nearest}.`,
  unmeasured: (measure: Passport) => {
    const [population] = measure.population.split(/[,;]/);
    return needsWorlds(measure)
      ? 'Not measured: it needs all four worlds, with sanctions held. Leave worlds and sanctions out of the scenario and of the command.'
      : `Not defined: it is counted ${population}, and there were none.`;
  },
  mayBeNone: 'The interval reaches zero: it may be none at all.',
  littleLent: (leader: string, little: string, most: string, elsewhere: string) =>
    `Little is lent under ${leader}: loans come of ${little}, against ${most} under ${elsewhere}. ` +
    'Where little is lent, little can go wrong: read this beside welfare.',

  // What the leaders cost.
  cost: (names: string) =>
    names === '' ? 'What does it cost?' : `What does it cost under ${names}?`,
  noFeesDefined: (name: string) => `${name}: fees are not defined (nobody applied).`,
  fees: (name: string, paid: string | undefined, spent: string | undefined) =>
    `${name}: ${paid === undefined ? 'no fees' : `fees of ${paid}`}; ` +
    `${spent === undefined ? 'no running costs' : `running costs of ${spent}`}.`,
  title: ({ id, title }: Passport) => plainTitles[id] ?? title,
  isBare: ({ id }: Passport) => id in plainTitles,
  undefinedLevel: (title: string) => `${title}: not defined (no such applications).`,
  level: (title: string, amount: string) => `${title}: ${amount}.`,
  levelLikeReference: (title: string, amount: string, reference: string) =>
    `${title}: ${amount}; cannot be told apart from ${reference}.`,
  levelFromReference: (
    title: string,
    amount: string,
    far: string,
    above: boolean,
    reference: string,
  ) => `${title}: ${amount}; ${far} ${above ? 'above' : 'below'} ${reference}.`,

  // How sure it is.
  sure: 'How sure is this?',
  noInterval:
    'One replicate has no interval: nothing here can be told apart from chance. Run with --replicates 20.',
  intervals: (replicates: number) =>
    `Intervals are 95% by Student's t over ${replicates} replicates; those of shares end at 0 and 100%. Differences are paired by seed: the same people with the same luck meet both institutions.`,
  smallest: (replicates: number, far: string, more: number) =>
    `The smallest difference in welfare to the reference that ${replicates} replicates tell with 80% power is ${far} (median over institutions); ${more} would halve it.`,
  froze: (parts: readonly string[]) =>
    `Markets that froze (fewer than one loan per 100 applications in the last year): ${parts.join('; ')}.`,
  frozePart: (name: string, frozen: number, all: number) => `${frozen} of ${all} under ${name}`,
  toldApart:
    "Told apart means at 5% after Holm's correction: above over all pairs of institutions in a measure, below over all that are held against the reference. Nothing is corrected across measures.",
  held: {
    welfare: 'welfare',
    'approval-rate': 'approval',
    'default-rate': 'default',
    'will-not-pay-rate': 'refusal to pay',
    'safe-types-left-out': 'safe types left out',
    'moral-hazard-low': 'the lower end of moral hazard',
    'moral-hazard-high': 'the upper end of moral hazard',
  },
  allOfIt: 'all of it',
  allDiffer: (reference: string, everything: string) =>
    `All others differ from ${reference} by more than chance in ${everything}.`,
  noneDiffers: (reference: string, everything: string) =>
    `No other can be told apart from ${reference}, be it in ${everything}.`,
  alikeIn: (names: string, words: string) => `${names} in ${words}`,
  someAlike: (reference: string, everything: string, groups: readonly string[]) =>
    `Held against ${reference} in ${everything}, these cannot be told apart: ${groups.join('; ')}. The others differ by more than chance.`,
  settling: (rises: boolean, far: string, most: string, others: string) =>
    `The market is still settling. From the first to the second half of the counted quarters approval ${rises ? 'rises' : 'falls'} by ${far} ` +
    `under ${most}${others === '' ? '' : `; it moves by less under ${others}`}. ` +
    'Means mix the way there with where it leads; a longer burnIn shows the latter.',
};

type VerdictWords = typeof english;

const chineseTitles: Readonly<Record<string, string>> = {
  'safe-type-exclusion': '未获贷款的安全型借款人',
  'thin-file-approval': '信用记录较少者的批准率',
  'brier-true-pd-applicants': '贷款机构对申请人违约风险的误差（平方的均值）',
};

const chinese: VerdictWords = {
  selection: '有安全型借款人因无法与他人区分而被遗漏吗？',
  leftOut: (amounts) => `若贷款机构看见类型，安全型借款人的申请会有更多获得贷款：${amounts}。`,
  leftOutUnder: (amount, name) => `${name}下${amount.trimStart()}`,
  keptOut: (amounts) =>
    `若贷款机构看见类型，安全型借款人的申请会有更少获得贷款（安全指风险率低；其中有人会拒绝还款，贷款机构也会看到）：${amounts}。`,
  noneLeftOut: (names) => `就所能判断而言，展示类型不会使${names}下有更多安全型借款人获得贷款。`,
  anyInstitution: '此处任何征信模式',
  action: '哪种征信模式的约束最强？',
  leastAction: '下道德风险的上限最低',
  actionAmount: '若努力与还款可写入合同，可增加',
  ends: (ends) => `道德风险从下限到上限（每笔申请，占平均贷款额的百分比）：${ends}。`,
  end1: (name, from, to) => `${name} ${from} 至 ${to}`,
  leastLow: (name) => `下限最低的是${name}。`,
  showing: '向贷款机构展示类型会改变什么？',
  showingRange: (least, low, most, high, held) =>
    `福利的变化从${least}下${low.trimStart()}到${most}下${high.trimStart()}，惩戒${held ? '保持不变' : '重新习得'}。`,
  showingOne: (name, change, held) =>
    `${name}下福利的变化：${change.trimStart()}，惩戒${held ? '保持不变' : '重新习得'}。`,
  showingMeans: '这不是逆向选择的度量：展示类型也会使由他人分担的坏风险失去贷款。',
  frozen: '有人获得贷款吗？',
  nobody: (names) => `${names}下无人获得贷款：以贷款为分母的指标在该处没有数值。`,
  onlyToLearn: (names) =>
    `${names}下无人获批：该处少数贷款是贷款机构为学习而发放的，以贷款为分母的指标仅就其而言。`,
  refusal: '哪种征信模式下有能力而不还款的人最少？',
  fewestRefuse: '下有能力而不还款的借款人最少',
  welfare: '总体而言哪种征信模式最好？',
  highestWelfare: '下福利最高',

  same: (level) => `各征信模式在这方面完全相同：${level.trimStart()}。`,
  amount: (before, level) => `${before}${level}`,
  lead: (name, claim, amount) => `${name}${claim}：${amount.trimStart()}`,
  end: (lead) => `${lead}。`,
  onlyOne: '此处仅此一种征信模式。',
  perhapsChance: '仅一次重复：这一排序可能纯属偶然。',
  untold: (name, amount) =>
    `无法判定。最优的估计值属于${name}：${amount}。与其他征信模式的差异均不显著。`,
  nearest: (name, far) => `${name}，相差${far}`,
  allBehind: (nearest) => `其余征信模式均落后，且差异超出偶然；最接近的是${nearest}。`,
  leadAmongAlike: (lead, names) => `${lead}；但与${names}差异不显著。`,
  nearestApart: (nearest) => `差异显著的征信模式中最接近的是${nearest}。`,
  unmeasured: (measure) =>
    needsWorlds(measure)
      ? '未测量：需要全部四个世界，且惩戒保持不变。请勿在情景文件或命令（--worlds、--sanctions）中指定世界或惩戒。'
      : '无定义：没有可计入的申请或贷款。',
  mayBeNone: '区间触及零：也可能完全没有。',
  littleLent: (leader, little, most, elsewhere) =>
    `${leader}下放贷很少：获贷者占${little}，而${elsewhere}下占${most}。放贷少，出问题的也少：请与福利一并阅读。`,

  cost: (names) => (names === '' ? '代价是什么？' : `${names}的代价是什么？`),
  noFeesDefined: (name) => `${name}：费用无定义（无人申请）。`,
  fees: (name, paid, spent) =>
    `${name}：${paid === undefined ? '无费用' : `费用为${paid}`}；${spent === undefined ? '无运行成本' : `运行成本为${spent}`}。`,
  title: (measure) => chineseTitles[measure.id] ?? english.title(measure),
  isBare: english.isBare,
  undefinedLevel: (title) => `${title}：无定义（没有此类申请）。`,
  level: (title, amount) => `${title}：${amount.trimStart()}。`,
  levelLikeReference: (title, amount, reference) =>
    `${title}：${amount.trimStart()}；与${reference}差异不显著。`,
  levelFromReference: (title, amount, far, above, reference) =>
    `${title}：${amount.trimStart()}；比${reference}${above ? '高' : '低'}${far}。`,

  sure: '结果有多可靠？',
  noInterval: '仅一次重复，没有置信区间：任何差异都无法与偶然区分。请用 --replicates 20 运行。',
  intervals: (replicates) =>
    `区间为 ${replicates} 次重复上的 95% t 分布置信区间；比例的区间以 0 和 100% 为限。差异按种子配对：同样的人、同样的运气面对两种征信模式。`,
  smallest: (replicates, far, more) =>
    `这 ${replicates} 次重复以 80% 的把握能辨出的最小福利差异（与基准相比，各征信模式的中位数）为${far.trimStart()}；减半需要 ${more} 次重复。`,
  froze: (parts) => `冻结的市场（最后一年每 100 笔申请不足一笔贷款）：${parts.join('；')}。`,
  frozePart: (name, frozen, all) => `${name}下 ${all} 个中有 ${frozen} 个`,
  toldApart:
    '“差异显著”指经 Holm 校正后在 5% 水平上显著：上文在同一指标的所有两两之间校正，下文在所有与基准相比的征信模式之间校正。不同指标之间不作校正。',
  held: {
    welfare: '福利',
    'approval-rate': '批准率',
    'default-rate': '违约率',
    'will-not-pay-rate': '不愿偿还率',
    'safe-types-left-out': '安全型被遗漏',
    'moral-hazard-low': '道德风险下限',
    'moral-hazard-high': '道德风险上限',
  },
  allOfIt: '所有这些方面',
  allDiffer: (reference, everything) =>
    `在${everything}方面，其余征信模式与${reference}的差异均超出偶然。`,
  noneDiffers: (reference, everything) =>
    `无论在${everything}方面，各征信模式与${reference}的差异均不显著。`,
  alikeIn: (names, words) => `${names}（${words}）`,
  someAlike: (reference, everything, groups) =>
    `在${everything}方面与${reference}相比，下列征信模式差异不显著：${groups.join('；')}。其余差异均超出偶然。`,
  settling: (rises, far, most, others) =>
    `市场尚未稳定。从计入季度的前半段到后半段，${most}下的批准率${rises ? '上升' : '下降'}${far}` +
    `${others === '' ? '' : `；${others}下变动较小`}。均值混合了途中与终点；更长的 burnIn 可显示后者。`,
};

function needsWorlds(measure: Passport): boolean {
  return contrastMeasures.some(({ id }) => id === measure.id);
}

/** What a verdict says, by language. */
export const verdictWords: Readonly<Record<Language, VerdictWords>> = {
  en: english,
  zh: chinese,
};
