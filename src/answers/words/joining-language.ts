import type { Language } from '../../language.ts';
import type { StabilityVerdict } from '../joining/game.ts';

/** What is said of joining games. Coalitions, lenders, fees and welfare come as they are shown. */
export interface JoiningLanguage {
  readonly nobody: string;
  readonly everybody: string;
  /** Lenders in a coalition, between braces. */
  readonly comma: string;
  readonly semicolon: string;
  /** Steps of a path, and coalitions of a cycle. */
  readonly next: string;
  readonly classOf: (first: string, others: number) => string;
  readonly holding: (names: string, many: boolean) => string;
  readonly lasting: (names: string) => string;
  readonly none: string;
  readonly counted: (all: number, holds: number, fails: number, untold: number) => string;
  readonly lead: (label: string, fee: string | undefined, told: string, counted: string) => string;
  readonly more: (names: string, rest: number) => string;
  readonly classes: (lenders: number, players: number, told: string) => string;
  readonly members: (player: string, lenders: string) => string;
  readonly verdicts: Readonly<Record<StabilityVerdict, string>>;
  readonly standing: (
    coalition: string,
    verdict: string,
    share: string,
    resamples: string,
    worth: string,
  ) => string;
  readonly moves: (player: string, joins: boolean) => string;
  readonly round: (from: string, coalitions: string) => string;
  readonly still: (from: string) => string;
  readonly path: (from: string, steps: string, end: string) => string;
  readonly inPlace: string;
  readonly planner: (coalition: string, worth: string, alike: number) => string;
  readonly tie: (who: string, coalition: string) => string;
  readonly ties: (some: string, more: number) => string;
  readonly tried: (fees: string) => string;
  readonly ownFee: (fee: string) => string;
  readonly atFee: (
    fee: string,
    fromNobody: string,
    fromEverybody: string,
    holding: number,
  ) => string;
  readonly rests: (coalition: string) => string;
  readonly goesRound: string;
  readonly lasts: (coalition: string, from: string | undefined, last: string) => string;
  readonly breaks: (
    coalition: string,
    from: string | undefined,
    fees: { readonly last: string; readonly broken: string; readonly between: string },
    mover: string | undefined,
  ) => string;
  readonly compelled: (lenders: string) => string;
  readonly within: (mean: string, low: string, high: string) => string;
}

const since = (from: string | undefined) => (from === undefined ? '' : ` from a fee of ${from} on`);
const sinceZh = (from: string | undefined) => (from === undefined ? '' : `自费用 ${from} 起，`);

/** A Chinese word follows a number at a distance. */
const before = (text: string) => (/[\d%]$/.test(text) ? `${text} ` : text);

export const joiningLanguage: Readonly<Record<Language, JoiningLanguage>> = {
  en: {
    nobody: 'nobody',
    everybody: 'everybody',
    comma: ', ',
    semicolon: '; ',
    next: ', ',
    classOf: (first, others) => `${first} and ${others} more`,
    holding: (names, many) => `${names} ${many ? 'hold' : 'holds'}`,
    lasting: (names) => `by the means ${names} would last, but none holds for certain`,
    none: 'no coalition lasts',
    counted: (all, holds, fails, untold) =>
      `of ${all} coalitions ${holds} ${holds === 1 ? 'holds' : 'hold'}, ${fails} ${fails === 1 ? 'fails' : 'fail'} and ${untold} cannot be told with these replicates`,
    lead: (label, fee, told, counted) => {
      const where = fee === undefined ? '' : ` at a fee of ${fee} of a mean loan`;
      return `${label}${where}: ${told}; ${counted}.`;
    },
    more: (names, rest) => `${names}; and ${rest} more`,
    classes: (lenders, players, told) =>
      `${lenders} lenders may join, too many for a coalition of each: lenders of one kind and of like size choose as one, ${players} players in all. As one choose ${told}.`,
    members: (player, lenders) => `${player} (${lenders})`,
    verdicts: { holds: 'holds', fails: 'fails', untold: 'cannot be told' },
    standing: (coalition, verdict, share, resamples, worth) =>
      `${coalition}: ${verdict}; an equilibrium in ${share} of ${resamples} resamples of whole replicates; welfare ${worth} of a mean loan per application above nobody’s.`,
    moves: (player, joins) => `${player} ${joins ? 'joins' : 'leaves'}`,
    round: (from, coalitions) => `Best responses from ${from} go round: ${coalitions} → and again.`,
    still: (from) => `From ${from} nobody moves.`,
    path: (from, steps, end) => `Best responses from ${from}: ${steps}; they end at ${end}.`,
    inPlace: 'Each coalition is in place from the start: these are no paths in time.',
    planner: (coalition, worth, alike) => {
      const close =
        alike === 0
          ? 'all others are below it for certain'
          : `${alike} other ${alike === 1 ? 'coalition is' : 'coalitions are'} not below it for certain`;
      return `A planner would choose ${coalition}: ${worth} of a mean loan per application above nobody’s; ${close}.`;
    },
    tie: (who, coalition) => `${who} at ${coalition}`,
    ties: (some, more) => {
      const others =
        more === 0 ? '' : `, and at ${more} more ${more === 1 ? 'coalition' : 'coalitions'}`;
      return `Ties, to the bit in every replicate: ${some}${others}. A lender that is indifferent stays where it is.`;
    },
    tried: (fees) => `Fees tried, in % of a mean loan for each loan: ${fees}.`,
    ownFee: (fee) => `${fee} (its own)`,
    atFee: (fee, fromNobody, fromEverybody, holding) => {
      const held = `${holding === 0 ? 'no coalition' : holding} ${holding > 1 ? 'hold' : 'holds'} for certain`;
      const paths =
        fromNobody === fromEverybody
          ? `from nobody and from everybody ${fromNobody}`
          : `from nobody ${fromNobody}, those from everybody ${fromEverybody}`;
      return `At a fee of ${fee} best responses ${paths}; ${held}.`;
    },
    rests: (coalition) => `end at ${coalition}`,
    goesRound: 'go round',
    lasts: (coalition, from, last) =>
      from === last
        ? `${coalition} is an equilibrium by the means at the highest fee tried, ${last}.`
        : `${coalition} is an equilibrium by the means${since(from)}, up to the highest fee tried, ${last}.`,
    breaks: (coalition, from, { last, broken, between }, mover) => {
      const by = mover === undefined ? '' : `, where ${mover} would move`;
      const until =
        from === last ? ` at a fee of ${last}` : `${since(from)} up to a fee of ${last}`;
      return `${coalition} is an equilibrium by the means${until} and none at ${broken}${by}; on a line between them it breaks at ${between}.`;
    },
    compelled: (lenders) => `Lenders that must contribute, and do not choose: ${lenders}.`,
    within: (mean, low, high) => `${mean} (${low} to ${high})`,
  },
  zh: {
    nobody: '无人加入',
    everybody: '全体加入',
    comma: '、',
    semicolon: '；',
    next: '，',
    classOf: (first, others) => `${before(first)}等 ${others + 1} 家`,
    holding: (names) => `能够维持的联盟：${names}`,
    lasting: (names) => `按均值，${names}可维持，但无一确定维持`,
    none: '没有联盟能够维持',
    counted: (all, holds, fails, untold) =>
      `${all} 个联盟中 ${holds} 个维持、${fails} 个瓦解、${untold} 个以现有重复无法判断`,
    lead: (label, fee, told, counted) => {
      const where = fee === undefined ? '' : `（费用为平均贷款额的 ${fee}）`;
      return `${label}${where}：${told}；${counted}。`;
    },
    more: (names, rest) => `${names}；另有 ${rest} 个`,
    classes: (lenders, players, told) =>
      `可加入的贷款机构有 ${lenders} 家，不能逐一组成联盟：同类且规模相近者共同决定，共 ${players} 个参与者。共同决定者：${told}。`,
    members: (player, lenders) => `${player}（${lenders}）`,
    verdicts: { holds: '维持', fails: '瓦解', untold: '无法判断' },
    standing: (coalition, verdict, share, resamples, worth) =>
      `${coalition}：${verdict}；在 ${resamples} 次整体重复再抽样中有 ${share} 为均衡；每笔申请的福利与无人加入之差为平均贷款额的 ${worth}。`,
    moves: (player, joins) => `${before(player)}${joins ? '加入' : '退出'}`,
    round: (from, coalitions) => `自${from}起的最优反应陷入循环：${coalitions} → 如此往复。`,
    still: (from) => `自${from}起无人变动。`,
    path: (from, steps, end) => `自${from}起的最优反应：${steps}；止于${end}。`,
    inPlace: '各联盟自始即在：以上并非时间上的过程。',
    planner: (coalition, worth, alike) => {
      const close = alike === 0 ? '其他联盟均确定低于它' : `另有 ${alike} 个联盟不能确定低于它`;
      return `规划者会选择${coalition}：每笔申请的福利与无人加入之差为平均贷款额的 ${worth}；${close}。`;
    },
    tie: (who, coalition) => `${before(who)}在${coalition}时`,
    ties: (some, more) =>
      `各次重复中分毫不差的平局：${some}${more === 0 ? '' : `，另有 ${more} 个联盟`}。无差异者留在原处。`,
    tried: (fees) => `所试费用（每笔贷款，占平均贷款额的 %）：${fees}。`,
    ownFee: (fee) => `${fee}（该机构自身的费用）`,
    atFee: (fee, fromNobody, fromEverybody, holding) => {
      const held = holding === 0 ? '没有联盟确定维持' : `确定维持的联盟 ${holding} 个`;
      const paths =
        fromNobody === fromEverybody
          ? `自无人加入起和自全体加入起均${fromNobody}`
          : `自无人加入起${fromNobody}，自全体加入起${fromEverybody}`;
      return `费用 ${before(fee)}时，最优反应${paths}；${held}。`;
    },
    rests: (coalition) => `止于${coalition}`,
    goesRound: '陷入循环',
    lasts: (coalition, from, last) =>
      from === last
        ? `${coalition}：所试最高费用 ${last} 时按均值为均衡。`
        : `${coalition}：${sinceZh(from)}直到所试最高费用 ${last}，按均值均为均衡。`,
    breaks: (coalition, from, { last, broken, between }, mover) => {
      const by = mover === undefined ? '' : `（${before(mover)}会变动）`;
      const until = from === last ? `费用 ${last} 时` : `${sinceZh(from)}费用至 ${last} 时`;
      return `${coalition}：${until}按均值为均衡，${broken} 时不再是${by}；在两者间的直线上于 ${between} 处瓦解。`;
    },
    compelled: (lenders) => `必须提供信息、没有选择的贷款机构：${lenders}。`,
    within: (mean, low, high) => `${mean}（${low} 至 ${high}）`,
  },
};
