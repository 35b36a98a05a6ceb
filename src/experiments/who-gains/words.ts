import type { Language } from '../../language.ts';
import type { ReadingWords } from '../reading.ts';

/** The moves that are told: from refusal and back, and between fifths of price; in per cent of borrowers. */
interface Moves {
  readonly admitted: string;
  readonly refused: string;
  readonly cheaper: string;
  readonly dearer: string;
}

/** All that sentences about who gains say apart from names and numbers. */
const english = {
  question: (reform: string) => `Who wins and who loses by ${reform}?`,
  counts: (better: string, worse: string, gain: string) =>
    `${better} of those who apply are better off by more than .1% of a loan per application, ${worse} worse; the mean gain is ${gain}.`,
  gain: (groups: string) => `Groups on the eve of the reform that gain: ${groups}.`,
  noneGains: 'No group on the eve of the reform can be told to gain.',
  lose: (groups: string) => `Groups that lose: ${groups}.`,
  noneLoses: 'No group can be told to lose.',
  moves: ({ admitted, refused, cheaper, dearer }: Moves) =>
    `At their last decision of the run ${admitted} of borrowers are refused without it and approved with it, ` +
    `${refused} the other way round; ${cheaper} pay a lower fifth of price, ${dearer} a higher one.`,
  hidden: (groups: string) => `What nobody in the market can see: ${groups}.`,
  amount: (number: string, certainty: string) =>
    `${number}% of a mean loan per application${certainty}`,
  ofGroup: (name: string, amount: string) => `${name} (${amount})`,
  ofHidden: (name: string, amount: string) => `${name} ${amount}`,
  certainty: (low: string, high: string) => ` (95%: ${low} to ${high})`,
  undefined: 'not defined',
  groups: [
    ...[1, 2, 3, 4, 5].map((fifth) => `income fifth ${fifth}`),
    'thin file',
    'thick file',
    'refused',
    ...[1, 2, 3, 4, 5].map((fifth) => `approved, price fifth ${fifth}`),
    'did not ask in the year before',
    'low hazard',
    'high hazard',
  ],
};

export type WhoGainsWords = typeof english;

const chinese: WhoGainsWords = {
  question: (reform) => `“${reform}”使谁受益、使谁受损？`,
  counts: (better, worse, gain) =>
    `申请者中${better}受益（每笔申请超过平均贷款额的 0.1%），${worse}受损；平均得失为${gain}。`,
  gain: (groups) => `改革前夕各组中受益者：${groups}。`,
  noneGains: '改革前夕各组中，未见显著受益者。',
  lose: (groups) => `受损者：${groups}。`,
  noneLoses: '未见显著受损的组。',
  moves: ({ admitted, refused, cheaper, dearer }) =>
    `以运行中的最后一次决定计，${admitted}的借款人无改革时被拒、有改革时获批，${refused}则相反；` +
    `${cheaper}的价格落入较低的五分位，${dearer}落入较高的五分位。`,
  hidden: (groups) => `市场中无人能见的类型：${groups}。`,
  amount: (number, certainty) => `每笔申请平均贷款额的 ${number}%${certainty}`,
  ofGroup: (name, amount) => `${name}（${amount}）`,
  ofHidden: (name, amount) => `${name}：${amount}`,
  certainty: (low, high) => `（95%：${low} 至 ${high}）`,
  undefined: '无定义',
  groups: [
    ...[1, 2, 3, 4, 5].map((fifth) => `收入第 ${fifth} 五分位`),
    '信用记录较少者',
    '信用记录较多者',
    '被拒者',
    ...[1, 2, 3, 4, 5].map((fifth) => `获批且价格在第 ${fifth} 五分位者`),
    '此前一年未申请者',
    '低风险者',
    '高风险者',
  ],
};

export const whoGainsWords: Readonly<Record<Language, WhoGainsWords>> = {
  en: english,
  zh: chinese,
};

/** What is printed around the table. */
export const whoGainsPrinted: Readonly<Record<Language, ReadingWords>> = {
  en: {
    title: 'Who wins and who loses by a reform, person by person',
    columns: [
      { head: ['better', 'off'], unit: '% of borrowers' },
      { head: ['worse', 'off'], unit: '% of borrowers' },
      { head: ['mean', 'gain'], unit: '% of a mean loan per application' },
    ],
    legend: [
      'The same persons with the reform and without it, in the counted quarters from its beginning (or announcement) on; 0 where refused.',
      'Better or worse: by more than .1% of a loan per application. Rows without phases are no reforms.',
    ],
  },
  zh: {
    title: '改革使谁受益、使谁受损：逐人比较',
    columns: [
      { head: ['受益'], unit: '占借款人 %' },
      { head: ['受损'], unit: '占借款人 %' },
      { head: ['平均得失'], unit: '每笔申请，占平均贷款额 %' },
    ],
    legend: [
      '同样的人在有改革与无改革之下相比，从改革开始（或宣布）起的计入季度；被拒者计为 0。',
      '受益或受损：每笔申请超过贷款额的 0.1%。没有阶段的行不是改革。',
    ],
  },
};
