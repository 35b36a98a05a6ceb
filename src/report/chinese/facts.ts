/** What the built-in institutions say about themselves (rows of Table 1), in Chinese, by the English words. */
const chinese: Readonly<Record<string, string>> = {
  // Representative
  China: '中国',
  'China: Ant’s Sesame Credit, alone': '中国：仅蚂蚁集团的芝麻信用',
  'European Union': '欧盟',
  Japan: '日本',
  'United States': '美国',
  'no country: a benchmark': '非任何国家：基准',
  'no country: a benchmark after Padilla & Pagano (2000)':
    '非任何国家：依 Padilla 与 Pagano（2000）的基准',
  // Operating mechanism
  'a platform’s credit-scoring company': '平台的信用评分公司',
  'all lenders exchange their black lists': '所有贷款机构交换黑名单',
  'all lenders open their records to each other': '所有贷款机构相互开放记录',
  'central-bank registry beside a licensed market bureau and the Sesame score':
    '央行征信系统与持牌市场化征信机构、芝麻信用并存',
  'government or central bank': '政府或中央银行',
  'industry association': '行业协会',
  'market agencies': '市场化征信机构',
  'no institution': '无机构',
  // Purpose
  'credit rating': '信用评级',
  'credit rating (as printed; section 2.2 says supervision)':
    '信用评级（原表如此；第 2.2 节称监管）',
  'credit rating from the digital footprint': '依数字足迹评级',
  'risk prevention and financial supervision (as printed; section 2.2 says credit rating)':
    '风险防范与金融监管（原表如此；第 2.2 节称信用评级）',
  'shows how far defaults alone discipline borrowers': '显示仅凭违约信息能约束借款人到何种程度',
  'shows the most that sharing loan records can do': '显示共享贷款记录最多能做到什么',
  'shows what lenders can do with their own records alone': '显示贷款机构仅凭自有记录能做到什么',
  'supervision (registry), credit rating (bureau)': '监管（央行系统）、信用评级（征信机构）',
  // Openness
  'closed: every lender keeps its records to itself': '封闭：各贷款机构的记录自留',
  'high: all lenders, defaults and repaid loans': '高：所有贷款机构，违约与已还清贷款',
  'high: all lenders, defaults only': '高：所有贷款机构，仅违约',
  'high: the whole society': '高：全社会',
  'low: financial institutions only': '低：仅金融机构',
  'medium: each tier for its own lenders': '中：各层面向本层贷款机构',
  'medium: internet lenders and partners': '中：互联网贷款机构与合作方',
  'medium: members': '中：会员',
  // Sources of data
  'all kinds of credit institutions': '各类信贷机构',
  'all lenders': '所有贷款机构',
  banks: '银行',
  'banks (registry); other lenders and the digital footprint (bureau)':
    '银行（央行系统）；其他贷款机构与数字足迹（征信机构）',
  'members of the association': '协会会员',
  'the lender’s own loans': '贷款机构自己的贷款',
  'the platform’s behaviours, loans of its lenders': '平台上的行为、平台贷款机构的贷款',
  // Character
  'mandatory and non-profit for banks, voluntary and for profit for the others':
    '对银行强制、非营利，对其他机构自愿、营利',
  'mandatory, non-profit': '强制、非营利',
  'mandatory, without errors or fees': '强制，无差错、无费用',
  'no reporting': '无报送',
  'voluntary, for profit': '自愿、营利',
  'voluntary, non-profit': '自愿、非营利',
};

/** A fact in Chinese; in its own words where an institution is not one of ours. */
export function chineseFact(fact: string): string {
  return Object.hasOwn(chinese, fact) ? chinese[fact] : fact;
}
