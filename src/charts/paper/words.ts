import type { Words } from '../../language.ts';

/** Names of behaviours, dimensions, stages and parties of the paper, by id, in both languages. */
const names: Readonly<Record<string, Words>> = {
  'social-contacts': { en: 'Social contacts', zh: '社交' },
  microblog: { en: 'Microblog', zh: '微博' },
  identity: { en: 'Identity authentication', zh: '实名认证' },
  search: { en: 'Search', zh: '搜索' },
  'internet-finance': { en: 'Internet finance', zh: '互联网理财' },
  'credit-repayment': { en: 'Credit repayment', zh: '信用还款' },
  payment: { en: 'Third-party payment', zh: '第三方支付' },
  shopping: { en: 'Online shopping', zh: '网络购物' },
  'credit-loan': { en: 'Credit loan', zh: '信用贷款' },
  'loan-record': { en: 'Loan record', zh: '生态内借款记录' },
  'dimension:contacts': { en: 'Contacts', zh: '人脉关系' },
  'dimension:identity': { en: 'Identity traits', zh: '身份特质' },
  'dimension:capacity': { en: 'Capacity to perform', zh: '履约能力' },
  'dimension:behaviour': { en: 'Behaviour preference', zh: '行为偏好' },
  'dimension:history': { en: 'Credit history', zh: '信用历史' },
  exploratory: { en: 'Exploratory', zh: '探索阶段' },
  initial: { en: 'Initial', zh: '起步阶段' },
  development: { en: 'Development', zh: '发展阶段' },
  innovation: { en: 'Innovation', zh: '创新阶段' },
  registry: { en: 'Central registry', zh: '央行征信中心' },
  bureaus: { en: 'Market bureaus', zh: '市场化征信机构' },
  lenders: { en: 'Lenders', zh: '贷款机构' },
  users: { en: 'Users', zh: '用户' },
  poor: { en: 'poor', zh: '较差' },
  fair: { en: 'fair', zh: '中等' },
  good: { en: 'good', zh: '良好' },
  excellent: { en: 'excellent', zh: '优秀' },
  outstanding: { en: 'outstanding', zh: '极好' },
  'very-good': { en: 'very good', zh: '很好' },
  exceptional: { en: 'exceptional', zh: '极佳' },
};

/** The name of something by its id; its label where we have no other. */
export function nameById(id: string, label = id): Words {
  return Object.hasOwn(names, id) ? names[id] : { en: label, zh: label };
}

/** Where a figure of the paper's data comes from. */
export const sourceLine: Words = {
  en: 'Data: Xu, Guo & Li',
  zh: '数据：Xu、Guo、Li',
};
