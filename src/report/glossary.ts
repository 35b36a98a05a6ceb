import { inWords, type Language, type Words } from '../language.ts';

/** A term and one plain sentence for it. */
export interface Term {
  readonly id: string;
  readonly name: Words;
  readonly says: Words;
}

/** A dozen terms, each told in one plain sentence. */
export const glossary: readonly Term[] = [
  term(
    'welfare',
    'Welfare',
    '福利',
    'What borrowers, lenders and the institution gain from a loan together, less all it costs, in per cent of a mean loan.',
    '借款人、贷款机构与征信模式从贷款中共同所得减去一切成本，占平均贷款额的 %。',
  ),
  term(
    'moral-hazard',
    'Moral hazard',
    '道德风险',
    'What goes wrong because lenders cannot see how hard a borrower tries, or whether it could pay.',
    '因贷款机构看不到借款人是否尽力、是否有能力偿还而出的问题。',
  ),
  term(
    'adverse-selection',
    'Adverse selection',
    '逆向选择',
    'What goes wrong because a borrower knows its own risk better than the lender, so that the safe leave.',
    '因借款人比贷款机构更了解自己的风险、安全者因而离开而出的问题。',
  ),
  term(
    'default',
    'Default',
    '违约',
    'A loan of which an instalment is never paid, counted over the loan’s whole life.',
    '某一期分期始终未付的贷款，就贷款整个存续期而言。',
  ),
  term(
    'apr',
    'APR',
    '成交利率（年化）',
    'The interest of a year that borrowers who take the loan agree to.',
    '提款者所同意的一年利率。',
  ),
  term(
    'thin-file',
    'Thin file',
    '信用记录较少者（信用白户）',
    'A borrower of whom lenders see at most two loans that have ended.',
    '贷款机构至多看得到其两笔已结清贷款的借款人。',
  ),
  term(
    'safe-type',
    'Safe type',
    '安全型',
    'A borrower whose risk, before any effort, lies below the middle of the population.',
    '努力之前的风险低于总体中位数的借款人。',
  ),
  term(
    'stake',
    'Stake',
    '声誉的价值',
    'What one more default would cost a borrower in its next loans.',
    '再违约一次会使借款人今后的贷款损失多少。',
  ),
  term(
    'replicate',
    'Replicate',
    '重复',
    'The whole market once more with other people and other luck.',
    '以另一批人和另一番运气把整个市场再模拟一遍。',
  ),
  term(
    'interval',
    '95% interval',
    '95% 置信区间',
    'A range that would hold the model’s own mean in 95 of 100 such studies.',
    '在 100 次同样的研究中有 95 次包含模型均值的范围（t 分布置信区间）。',
  ),
  term(
    'told-apart',
    'Told apart',
    '差异显著',
    'The difference is larger than luck makes one in twenty times, all comparisons of the measure counted.',
    '把该指标的全部比较计算在内，差异大于二十次中偶然出现一次的幅度。',
  ),
  term(
    'burn-in',
    'Burn-in',
    '预热期',
    'The first quarters, in which lenders and borrowers still learn; they do not count.',
    '最初的若干季度，贷款机构与借款人仍在学习，不计入结果。',
  ),
];

function term(id: string, en: string, zh: string, says: string, saysZh: string): Term {
  return { id, name: { en, zh }, says: { en: says, zh: saysZh } };
}

/** Text in pieces: plain, or a term of the glossary. */
export type Piece = string | { readonly text: string; readonly term: Term };

/**
 * Marks the first mention of each term.
 *
 * @param seen ids that were marked before; those found are added
 */
export function marked(text: string, language: Language, seen: Set<string>): Piece[] {
  for (const one of glossary) {
    if (seen.has(one.id)) continue;
    const name = one.name[language].replace(/（.*$/, '');
    const at = inWords(language, {
      en: text.toLowerCase().search(boundary(name.toLowerCase())),
      zh: text.indexOf(name),
    });
    if (at < 0) continue;
    seen.add(one.id);
    const end = at + name.length;
    return [
      ...marked(text.slice(0, at), language, seen),
      { text: text.slice(at, end), term: one },
      ...marked(text.slice(end), language, seen),
    ];
  }
  return text === '' ? [] : [text];
}

function boundary(name: string): RegExp {
  return new RegExp(`(?<![\\w])${name.replaceAll(/[%()]/g, '\\$&')}(?![\\w])`);
}
