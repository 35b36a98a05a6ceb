/** Sources of the numbers of the model in Chinese, by the English words of their passports; names and titles stay as they are. */
export const sources: Readonly<Record<string, string>> = {
  'assumption: model specification of this project': '假设：本项目的模型设定',
  'calibrated: fits the targets of consumer credit (docs/calibration.md); others fit as well':
    '校准：符合消费信贷的目标值（docs/calibration.md）；符合者不止此一组',
  'calibrated: fits the targets of consumer credit (docs/calibration.md); others fit as well; above 1 later loans are missed':
    '校准：符合消费信贷的目标值（docs/calibration.md）；符合者不止此一组；大于 1 时不符合后续贷款的目标',
  'calibrated: fits the targets of consumer credit (docs/calibration.md); others fit as well; Stiglitz & Weiss 1981; de Meza & Webb 1987':
    '校准：符合消费信贷的目标值（docs/calibration.md）；符合者不止此一组；Stiglitz 与 Weiss 1981；de Meza 与 Webb 1987',
  'Supreme People’s Court of China 2015, Fa Shi [2015] No. 18: 36% a year':
    '最高人民法院，法释〔2015〕18 号：年利率 36%',
  'assumption: 1 to 1.6, which the model’s own randomised prices measure, and the winner’s curse on top, so that estimates are right among dear loans too (docs/model.md, section 4.1)':
    '假设：模型自身的随机价格测得 1 至 1.6，再加赢者诅咒，使高价贷款的估计也正确（docs/model.md，第 4.1 节）',
  'assumption: as long as negative data in the United States, so that a benchmark differs from the market-led system in who shares, not for how long':
    '假设：与美国负面信息的保存期相同，使基准与市场主导的区别在于谁共享，而非保存多久',
  'assumption: none unless a scenario sets it': '假设：除非情景设定，否则没有',
  'assumption: five years; public registries of the EU differ':
    '假设：五年；欧盟各公共征信系统不一',
  'assumption: every loan is reported; many registries have a minimum':
    '假设：每笔贷款均报送；许多征信系统设有下限',
  'assumption: low, because accuracy is laid down by law': '假设：低，因为准确性由法律规定',
  'assumption: a public service, paid from the budget': '假设：公共服务，由预算支付',
  'FCRA s. 605(a), 15 U.S.C. 1681c: seven years': 'FCRA s. 605(a), 15 U.S.C. 1681c：七年',
  'assumption: as negative data; the law sets no limit': '假设：与负面信息相同；法律未设期限',
  'assumption: one record in fifty is mixed up with another person’s':
    '假设：每五十条记录中有一条与他人混淆',
  'assumption: voluntary reporting misses more than it invents': '假设：自愿报送的遗漏多于虚增',
  'assumption: a fifth of a percent of the mean loan': '假设：平均贷款额的 0.2%',
  'Equifax, Experian and TransUnion: nationwide under FCRA s. 603(p), 15 U.S.C. 1681a(p)':
    '美国三家全国性征信机构：Equifax、Experian、TransUnion',
  'assumption: large lenders report widely, small ones save the effort':
    '假设：大机构广泛报送，小机构省去此事',
  'CIC, Japan: within five years after the end of the contract': '日本 CIC：合同终止后五年内',
  'assumption: low, because members check each other': '假设：低，因为会员相互核对',
  'assumption: a quarter of the market-led fee, at cost':
    '假设：市场主导费用的四分之一，按成本收取',
  'China, Regulation on the Administration of the Credit Reporting Industry (2013), art. 16: five years':
    '中国《征信业管理条例》（2013），第十六条：五年',
  'assumption: as negative data; the regulation sets no limit':
    '假设：与负面信息相同；条例未设期限',
  'assumption: a share stands for authenticity (Xu, Guo & Li, section 4.2); the factor is ours':
    '假设：份额代表真实性（Xu、Guo、Li 第 4.2 节）；系数为本项目所定',
  'Xu, Guo & Li, Table 3': 'Xu、Guo、Li 表 3',
  'Xu, Guo & Li, Table 4': 'Xu、Guo、Li 表 4',
  'Xu, Guo & Li, Table 5': 'Xu、Guo、Li 表 5',
  'assumption: 350 + 600 · ½': '假设：350 + 600 · ½',
  'assumption: a sixth of the range of Table 3': '假设：表 3 范围的六分之一',
  'assumption: the width of one of the middle bands of Table 3': '假设：表 3 中间某一档的宽度',
  'assumption: as in the lenders’ scorecards': '假设：与贷款机构的评分卡相同',
  'assumption: none, so that only defaults move a score away from its behaviours':
    '假设：没有，使只有违约才令评分偏离其行为',
  'assumption: two years of quarters': '假设：两年的季度数',
  'assumption: banks keep to the registry’s reports': '假设：银行只用央行征信系统的报告',
  'assumption: loans within the ecosystem are shared': '假设：生态内的贷款共享',
  'assumption: size ours; standards differ by Xu, Guo & Li, section 3.2.2':
    '假设：大小为本项目所定；标准不一见 Xu、Guo、Li 第 3.2.2 节',
  'Xu, Guo & Li, section 3.2.1: data leak; off unless a scenario sets it':
    'Xu、Guo、Li 第 3.2.1 节：数据泄露；除非情景设定，否则关闭',
  'Xu, Guo & Li, section 5.2: one data standard; off unless a scenario sets it':
    'Xu、Guo、Li 第 5.2 节：统一数据标准；除非情景设定，否则关闭',
  'Xu, Guo & Li, sections 3.2.3 and 5.1: law and supervision; off unless a scenario sets it':
    'Xu、Guo、Li 第 3.2.3 与 5.1 节：法律与监管；除非情景设定，否则关闭',
  'Xu, Guo & Li name the problem and no size; it acts only where records are audited':
    'Xu、Guo、Li 指出问题而未给大小；仅在记录受审计时起作用',
  'Xu, Guo & Li, section 5.3: publicity, own inquiries; off unless a scenario sets it':
    'Xu、Guo、Li 第 5.3 节：宣传、本人查询；除非情景设定，否则关闭',
};
