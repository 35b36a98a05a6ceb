import type { Language } from '../../language.ts';

/** What is said of remedies. A remedy that is undefined is none for certain. */
export interface RemedyLanguage {
  readonly comma: string;
  readonly semicolon: string;
  readonly within: (mean: string, low: string, high: string) => string;
  readonly ownEconomy: string;
  readonly over: (economies: number) => string;
  readonly first: (name: string | undefined, count: number, total: number) => string;
  readonly most: (measure: string, name: string, where: string) => string;
  readonly untold: (measure: string, where: string, told: string) => string;
  readonly of: (name: string, effect: string) => string;
  readonly alone: (strength: string, measure: string, unit: string, told: string) => string;
  readonly together: (strength: string, all: string, beyond: string, pairs: string) => string;
  readonly pair: (a: string, b: string, joint: string, beyond: string) => string;
  readonly times: (name: string | undefined, times: number) => string;
  readonly atStrength: (strength: string, told: string) => string;
  readonly counts: (economies: number, told: string, same: number) => string;
  readonly range: (name: string, low: string, high: string, more: number, less: number) => string;
  readonly aloneOver: (strength: string, measure: string, unit: string, told: string) => string;
  readonly notAsked: (name: string) => string;
  readonly noTie: (name: string, tried: number) => string;
  readonly tie: (over: string, key: string, correlation: string, grows: boolean) => string;
  readonly hangs: (name: string, told: string, tried: number) => string;
}

export const remedyLanguage: Readonly<Record<Language, RemedyLanguage>> = {
  en: {
    comma: ', ',
    semicolon: '; ',
    within: (mean, low, high) => `${mean} (${low} to ${high})`,
    ownEconomy:
      'at the scenario’s own economy; other economies that fit were not asked (--ensemble)',
    over: (economies) => `over ${economies} economies`,
    first: (name, count, total) =>
      `${name ?? 'no remedy'} is first for certain in ${count} of ${total}`,
    most: (measure, name, where) =>
      `Worth most in ${measure}: ${name}, at every strength, ${where}.`,
    untold: (measure, where, told) =>
      `Which remedy is worth most in ${measure} cannot be said ${where}. All strengths counted, ${told}.`,
    of: (name, effect) => `${name} ${effect}`,
    alone: (strength, measure, unit, told) =>
      `${strength}, alone, ${measure} less none (${unit}): ${told}.`,
    together: (strength, all, beyond, pairs) =>
      `${strength}, together: all ${all}, beyond the sum of each alone ${beyond}; ${pairs}.`,
    pair: (a, b, joint, beyond) => `${a} with ${b} ${joint}, beyond their sum ${beyond}`,
    times: (name, times) => `${name ?? 'no remedy'} ${times}`,
    atStrength: (strength, told) => `${strength.toLowerCase()}, ${told}`,
    counts: (economies, told, same) =>
      `First for certain, in how many of ${economies} economies: ${told}; the same one at all strengths in ${same}.`,
    range: (name, low, high, more, less) =>
      `${name} ${low} to ${high}, above nothing for certain in ${more}, below in ${less}`,
    aloneOver: (strength, measure, unit, told) =>
      `${strength}, alone, ${measure} less none (${unit}), from the least to the most over economies: ${told}.`,
    notAsked: (name) =>
      `By the means ${name} does most on average; on which numbers of the economy that hangs is not asked of fewer than eight economies.`,
    noTie: (name, tried) =>
      `By the means ${name} does most on average; with no number of the economy does its lead go up or down for certain (${tried} rank correlations, 5% after Holm).`,
    tie: (over, key, correlation, grows) =>
      `over ${over} it ${grows ? 'grows' : 'shrinks'} with ${key} (${correlation})`,
    hangs: (name, told, tried) =>
      `By the means ${name} does most on average, and its lead hangs on the economy: ${told} (rank correlations, ${tried} tried, 5% after Holm).`,
  },
  zh: {
    comma: '，',
    semicolon: '；',
    within: (mean, low, high) => `${mean}（${low} 至 ${high}）`,
    ownEconomy: '仅就情景自身的经济而言；未询问其他拟合的经济（--ensemble）',
    over: (economies) => `${economies} 个经济`,
    first: (name, count, total) =>
      `${total} 例中有 ${count} 例${name === undefined ? '没有一项确定居首' : `由${name}居首`}`,
    most: (measure, name, where) =>
      `就${measure}而言价值最大的是${name}：在各强度下均成立（${where}）。`,
    untold: (measure, where, told) =>
      `就${measure}而言，不能说哪项对策价值最大：各强度（${where}）合计，${told}。`,
    of: (name, effect) => `${name} ${effect}`,
    alone: (strength, measure, unit, told) =>
      `强度${strength}，单独实施，${measure}减去无对策（${unit}）：${told}。`,
    together: (strength, all, beyond, pairs) =>
      `强度${strength}，结合实施：三者并举 ${all}，超出各自之和 ${beyond}；${pairs}。`,
    pair: (a, b, joint, beyond) => `${a}与${b} ${joint}，超出两者之和 ${beyond}`,
    times: (name, times) => `${name ?? '没有一项确定居首'} ${times} 个`,
    atStrength: (strength, told) => `强度${strength}：${told}`,
    counts: (economies, told, same) =>
      `${economies} 个经济中确定居首者：${told}；各强度下居首者相同的有 ${same} 个。`,
    range: (name, low, high, more, less) =>
      `${name} ${low} 至 ${high}，确定高于零的 ${more} 个，确定低于零的 ${less} 个`,
    aloneOver: (strength, measure, unit, told) =>
      `强度${strength}，单独实施，${measure}减去无对策（${unit}），各经济中由最小到最大：${told}。`,
    notAsked: (name) => `按均值，${name}平均作用最大；经济不足八个，不询问这取决于哪些数值。`,
    noTie: (name, tried) =>
      `按均值，${name}平均作用最大；其领先幅度不随经济的任何数值确定地增减（${tried} 个秩相关，Holm 校正后 5%）。`,
    tie: (over, key, correlation, grows) =>
      `相对${over}随 ${key} ${grows ? '扩大' : '缩小'}（${correlation}）`,
    hangs: (name, told, tried) =>
      `按均值，${name}平均作用最大，其领先幅度取决于经济：${told}（秩相关，共 ${tried} 个，Holm 校正后 5%）。`,
  },
};
