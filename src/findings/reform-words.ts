import type { Language } from '../language.ts';

/** How each measure of a reform is called in sentences. */
type Told =
  | 'welfare'
  | 'default-rate'
  | 'approval-rate'
  | 'thin-file-approval'
  | 'apr'
  | 'money-borrowers'
  | 'money-lenders'
  | 'money-revenue'
  | 'money-cost'
  | 'money-welfare'
  | 'lender-return'
  | 'lender-loans'
  | 'lender-apr'
  | 'lender-default';

/** All that sentences about reforms say apart from names and numbers. */
const english = {
  question: (reform: string) => `What does the reform change: ${reform}?`,
  names: {
    welfare: 'welfare',
    'default-rate': 'default',
    'approval-rate': 'approval',
    'thin-file-approval': 'approval of thin files',
    apr: 'the APR',
    'money-borrowers': 'borrowers’ surplus',
    'money-lenders': 'lenders’ profit',
    'money-revenue': 'the institution’s revenue',
    'money-cost': 'the institution’s cost',
    'money-welfare': 'welfare, the first three less the cost,',
    'lender-return': 'profit on what it lends',
    'lender-loans': 'its share of all loans',
    'lender-apr': 'the APR that it is paid',
    'lender-default': 'default on its loans',
  } satisfies Record<Told, string>,
  longRun: (without: string, from: string, to: string, parts: readonly string[]) =>
    `Held against ${without}, the same people with the same luck, from ${from} to ${to}: ${parts.join('; ')}.`,
  phase: (name: string, without: string, from: string, to: string, parts: readonly string[]) =>
    `In ${name} (${from === to ? from : `${from} to ${to}`}), held against ${without}: ${parts.join('; ')}.`,
  phaseName: (number: number) => `phase ${number}`,
  moves: (name: string, up: boolean, far: string) => `${name} ${up ? 'rises' : 'falls'} by ${far}`,
  unmoved: (name: string, change: string) => `${name} cannot be told from no change, ${change}`,
  settled: (names: string) => `Come to rest, so that the means above are the long run: ${names}.`,
  notSettled: (names: string, by: string) =>
    `Not settled by ${by}, so that the means above are of the way: ${names}.`,
  cannotTell: (names: string, n: number) =>
    `Whether it has come to rest cannot be told from ${n} replicates (${names}): a trend as large as half of the effect may hide in its interval.`,
  transition: (amount: string, costs: boolean) =>
    `Up to then the way ${costs ? 'costs' : 'brings'} ${amount} times a quarter, discounted, beside having been in the long run from the first day.`,
  noTransition: (amount: string) =>
    `The cost of the way beside the long run cannot be told from nothing: ${amount} times a quarter, discounted.`,
  tooShort: (by: string) =>
    `The last quarter whose loans have all ended is ${by}, too soon after the last change for a long run of eight quarters.`,
  money: (parts: readonly string[]) =>
    `In money per 1,000 borrowers, discounted to its beginning and added up to the end of the run: ${parts.join('; ')}.`,
  loans: 'mean loans',
  lenders: (from: string, to: string) =>
    `To each lender, ${from === to ? `in ${from}` : `from ${from} to ${to}`}: its profit, and of its share of loans, price and default what moves.`,
  lender: (name: string, parts: readonly string[]) => `${name}: ${parts.join('; ')}.`,
  byChance: (numbers: number) =>
    `These are ${numbers} intervals of lenders: about one in twenty leaves out zero by chance.`,
  byPerson: (id: string) =>
    `To whom, person by person and group by group, is asked with “creditlab experiment who-gains” on the same scenario (${id}); a report made after it says it here.`,
  uncorrected: 'Intervals are 95% each; nothing is corrected for the number of measures.',
};

export type ReformWords = typeof english;

const chinese: ReformWords = {
  question: (reform) => `改革“${reform}”改变了什么？`,
  names: {
    welfare: '福利',
    'default-rate': '违约率',
    'approval-rate': '批准率',
    'thin-file-approval': '信用记录较少者的批准率',
    apr: '成交利率（年化）',
    'money-borrowers': '借款人剩余',
    'money-lenders': '贷款机构利润',
    'money-revenue': '机构的收入',
    'money-cost': '机构的成本',
    'money-welfare': '福利（前三项之和减成本）',
    'lender-return': '放贷利润率',
    'lender-loans': '贷款份额',
    'lender-apr': '成交年利率',
    'lender-default': '违约率',
  },
  longRun: (without, from, to, parts) =>
    `与${without}相比（同样的人、同样的运气），${from} 至 ${to}：${parts.join('；')}。`,
  phase: (name, without, from, to, parts) =>
    `在${name}（${from === to ? from : `${from} 至 ${to}`}），与${without}相比：${parts.join('；')}。`,
  phaseName: (number) => `第 ${number} 阶段`,
  moves: (name, up, far) => `${name}${up ? '上升' : '下降'}${far}`,
  unmoved: (name, change) => `${name}与不变差异不显著，${change}`,
  settled: (names) => `${names}已经稳定：上述均值即为长期水平。`,
  notSettled: (names, by) => `${names}：至 ${by} 尚未稳定；上述均值只是途中的水平。`,
  cannotTell: (names, n) =>
    `${n} 次重复不足以判断是否已经稳定（${names}）：区间中可能藏有相当于效应一半的趋势。`,
  transition: (amount, costs) =>
    `与自始即处于长期水平相比，到那时为止的过渡${costs ? '损失' : '带来'}${amount}乘以一个季度（贴现后）。`,
  noTransition: (amount) => `过渡的代价与零差异不显著：${amount}乘以一个季度（贴现后）。`,
  tooShort: (by) =>
    `贷款已全部了结的最后一个季度为 ${by}，距最后一次变化太近，无法得出八个季度的长期水平。`,
  money: (parts) => `每千名借款人合计的金额，贴现至改革之初并累计至运行结束：${parts.join('；')}。`,
  loans: '笔平均贷款',
  lenders: (from, to) =>
    `对各贷款机构（${from === to ? from : `${from} 至 ${to}`}）：其利润，以及贷款份额、价格、违约率中有显著变化者。`,
  lender: (name, parts) => `${name}：${parts.join('；')}。`,
  byChance: (numbers) => `以上共涉及贷款机构的 ${numbers} 个区间：约二十分之一会因偶然而不含零。`,
  byPerson: (id) =>
    `对谁有利、对谁不利，须逐人逐组比较：对同一情景（${id}）运行“creditlab experiment who-gains”；其后生成的报告会在此写明。`,
  uncorrected: '各区间均为 95%；未就指标的数目作校正。',
};

export const reformWords: Readonly<Record<Language, ReformWords>> = { en: english, zh: chinese };
