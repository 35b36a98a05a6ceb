/** What the numbers of the model mean, in Chinese, by the English words of their passports. */
export const meanings: Readonly<Record<string, string>> = {
  // People
  'how far character follows the common factor g': '品格随共同因子 g 变动的程度',
  'how far capacity follows the common factor g': '能力随共同因子 g 变动的程度',
  'how far capital follows the common factor g': '资本随共同因子 g 变动的程度',
  'how far collateral follows the common factor g': '抵押品随共同因子 g 变动的程度',
  'autocorrelation of the own part of capacity; 1 = never changes':
    '能力中自身部分的自相关；1 为从不变化',
  'mean income': '平均收入',
  'how income varies with capacity': '收入随能力变动的程度',
  'mean chance that a borrower needs a loan': '借款人需要贷款的平均概率',
  'shape of the gamma distribution of need over people; small = some are rarely seen':
    '需求在人群中的伽马分布的形状；越小，有些人越少出现',
  'how the size of a loan follows income': '贷款额随收入变动的程度',
  'spread of the size wished around the own mean': '所需金额围绕自身均值的离散程度',
  'chance that strain begins; 0 = off': '开始陷入拮据的概率；0 为关闭',
  'chance that strain ends': '拮据结束的概率',
  'how strain multiplies need': '拮据使需求增加的倍数',
  'how far payment and shopping fall under strain on a platform':
    '拮据时平台上支付与购物下降的程度',
  // Projects
  'safety from trouble that effort does not touch, without debt':
    '无债务时，努力所不能影响的那类困境的安全程度',
  'safety from trouble that effort lowers': '努力可降低的那类困境的安全程度',
  'how capacity lowers both hazards': '能力降低两类风险率的程度',
  'how capital lowers both hazards': '资本降低两类风险率的程度',
  'how strain raises the liquidity hazard': '拮据提高流动性风险率的程度',
  'how the macro state lowers both hazards': '宏观状况降低两类风险率的程度',
  'how exposure to conditions widens the macro effect': '对环境的暴露放大宏观影响的程度',
  'how instalments due over income raise the liquidity hazard':
    '应付分期与收入之比提高流动性风险率的程度',
  'autocorrelation of the macro state': '宏观状况的自相关',
  'stationary standard deviation of the macro state': '宏观状况的平稳标准差',
  'use value of a loan to a borrower with the reference hazard':
    '贷款对风险率为参照值的借款人的使用价值',
  'Stiglitz–Weiss dial: 1 = mean-preserving spread, 0 = de Meza–Webb':
    'Stiglitz–Weiss 刻度：1 为保均值展形，0 为 de Meza–Webb',
  'hazard at which the value equals its mean': '价值等于其均值时的风险率',
  // Behaviour
  'mean personal cost of a voluntary default': '主动违约的平均个人代价',
  'how stigma varies with character': '耻辱感随品格变动的程度',
  'share of the stigma felt when the borrower could not pay': '无力偿还时所感耻辱的份额',
  'legal penalty of who could pay and did not': '有能力而不还款者所受的法律惩罚',
  'mean collateral lost in default': '违约时失去的抵押品的均值',
  'how collateral varies': '抵押品的离散程度',
  'value of not borrowing': '不借款的价值',
  'how capital above −1 s.d. raises the outside option':
    '资本高出 −1 个标准差的部分提高外部选择价值的程度',
  'scale of the logistic taste for borrowing': '借款偏好（逻辑斯谛分布）的尺度',
  'smoothness of the choice to pay when able': '有能力时还款选择的平滑程度',
  'ψ: cost of effort is ½·ψ·S·f·e²': 'ψ：努力的成本为 ½·ψ·S·f·e²',
  'largest share of the own hazard that effort removes': '努力最多能消除的自身风险率的份额',
  'discount factor δ': '贴现因子 δ',
  'share of borrowers who know that lenders share records': '知道贷款机构共享记录的借款人所占份额',
  // What lenders see and ask
  'noise of the income signal of capacity, drawn anew each quarter':
    '能力的收入信号的噪声，每季度重新抽取',
  'noise of the signal of capital, fixed per borrower': '资本信号的噪声，每名借款人固定不变',
  'lenders asked, the home lender included': '询问的贷款机构数，含主办机构',
  'whether a borrower always asks its home lender, unless it owes it':
    '借款人是否总是询问其主办机构（尚有欠款时除外）',
  'chance that the home lender is drawn anew': '重新抽取主办机构的概率',
  'scale σ of the taste for one lender over another': '对各贷款机构偏好的尺度 σ',
  'instalments of a loan': '一笔贷款的分期数',
  'what collections take from the borrower beside collateral':
    '催收在抵押品之外从借款人处取得的部分',
  'largest annual rate that may be charged': '允许收取的最高年利率',
  'largest markup over the own break-even price': '相对自身盈亏平衡价格的最高加价',
  'γ: how much more default a higher price foretells, in all lenders’ reckoning':
    'γ：在所有贷款机构的计算中，更高的价格预示多少额外违约',
  'share of those refused by all to whom one lender lends at the cap, so that it never stops learning':
    '被所有机构拒绝者中，由一家机构以利率上限放贷的份额，使其不停止学习',
  'weight of the past information matrix': '过往信息矩阵的权重',
  'pull of the market’s card towards the prior': '市场评分卡向先验靠拢的力度',
  'pull of each lender’s card towards the market’s': '各机构评分卡向市场评分卡靠拢的力度',
  'prior log-odds of default': '违约的先验对数几率',
  'largest change of a coefficient in a quarter': '系数在一个季度内的最大变动',
  'next applications that a borrower imagines': '借款人设想的此后申请次数',
  'share of repaid loans whose borrower gets a shadow that defaulted; 0 = none, θ stays 1':
    '已还清贷款中，其借款人得到一个违约影子的份额；0 为没有，θ 恒为 1',
  'quarter from which shadows are made': '开始生成影子的季度',
  'x₀: weight of θ = 1 before shadows have shown anything':
    'x₀：在影子显示任何信息之前 θ = 1 的权重',
  'share of borrowers able to inflate gameable behaviours': '能够抬高可操纵行为的借款人所占份额',
  'how far a gameable behaviour is inflated': '可操纵行为被抬高的程度',
  'cost of inflating, borne in each application that does': '抬高行为的成本，每次如此申请时承担',
  // Lenders
  'share of borrowers’ search; shares add up to 1': '在借款人搜寻中所占份额；合计为 1',
  'cost of money': '资金成本',
  'operating cost of a loan': '一笔贷款的经营成本',
  'share of the collateral’s value that the lender recovers': '贷款机构收回的抵押品价值的份额',
  // Records
  'how long a default stays readable, 0 = never; lag + retention ≤ 31':
    '违约记录可读的时长，0 为从不可读；滞后与保存期合计不超过 31',
  'how long a repaid loan stays readable, 0 = never; lag + retention ≤ 31':
    '已还清贷款的记录可读的时长，0 为从不可读；滞后与保存期合计不超过 31',
  'time until a record becomes readable': '记录变为可读之前的时间',
  'loans smaller than this are not reported': '小于此额的贷款不报送',
  'chance that a repaid loan is on file as a default': '已还清贷款被记为违约的概率',
  'chance that a default is on file as repaid': '违约被记为已还清的概率',
  'chance that a record reads wrong when it crosses from one kind of lender to another':
    '记录在不同类型的贷款机构之间传递时被误读的概率',
  'what a lender pays for the report on a loan that it grants':
    '贷款机构为其所发放贷款的报告支付的费用',
  'what a good record buys outside credit; lost for good in default':
    '良好记录在信贷之外的价值；违约即永久失去',
  'what the report on a granted loan costs the institution': '所发放贷款的报告使机构付出的成本',
  'competing bureaus': '相互竞争的征信机构数',
  'bureaus that a consumer-finance company reports to; banks report to all':
    '消费金融公司报送的征信机构数；银行向所有机构报送',
  'bureaus that an internet lender reports to': '互联网贷款机构报送的征信机构数',
  // Sesame
  'how well a behaviour with a market share of one shows its trait: ρ = authenticity · √share':
    '占满市场的行为显示其特质的程度：ρ = authenticity · √份额',
  'weight of contacts; only the proportions of the five weights matter':
    '人脉关系的权重；只有五项权重的比例有影响',
  'weight of identity traits; only the proportions of the five weights matter':
    '身份特质的权重；只有五项权重的比例有影响',
  'weight of capacity to perform; only the proportions of the five weights matter':
    '履约能力的权重；只有五项权重的比例有影响',
  'weight of behaviour preference; only the proportions of the five weights matter':
    '行为偏好的权重；只有五项权重的比例有影响',
  'weight of credit history; only the proportions of the five weights matter':
    '信用历史的权重；只有五项权重的比例有影响',
  'market share of Alibaba’s product in social contacts': '阿里巴巴产品在社交关系中的市场份额',
  'market share of Alibaba’s product in microblog': '阿里巴巴产品在微博中的市场份额',
  'market share of Alibaba’s product in identity authentication':
    '阿里巴巴产品在身份认证中的市场份额',
  'market share of Alibaba’s product in search': '阿里巴巴产品在搜索中的市场份额',
  'market share of Alibaba’s product in internet finance': '阿里巴巴产品在互联网金融中的市场份额',
  'market share of Alibaba’s product in credit repayment': '阿里巴巴产品在信用还款中的市场份额',
  'market share of Alibaba’s product in third-party payment':
    '阿里巴巴产品在第三方支付中的市场份额',
  'market share of Alibaba’s product in online shopping': '阿里巴巴产品在网上购物中的市场份额',
  'market share of Alibaba’s product in credit loan': '阿里巴巴产品在信用贷款中的市场份额',
  'lowest score': '最低分',
  'highest score': '最高分',
  'score of the mean of the population; the middle of the range': '总体均值的分数；取值范围的中点',
  'points per standard deviation of the population; the range spans three either way':
    '总体每一标准差的分数；范围为上下各三个标准差',
  'points lost in credit history for each default on the ecosystem’s own loans':
    '生态内贷款每违约一次在信用历史中所扣的分数',
  'defaults beyond this number cost no more points': '超过此数的违约不再扣分',
  'points gained in credit history for each loan repaid to the ecosystem':
    '每还清一笔生态内贷款在信用历史中所加的分数',
  'repaid loans beyond this number add no more points': '超过此数的已还清贷款不再加分',
  'whether banks see the score too': '银行是否也能看到评分',
  'whether readers see the loans of internet lenders beside the score':
    '查阅者在评分之外是否能看到互联网贷款机构的贷款',
  // Safeguards
  'chance that one who holds a record lets it leak, for each holder and quarter on file':
    '持有记录者使其泄露的概率，按每个持有者与在档季度计',
  'what a borrower loses whose record has leaked': '记录泄露的借款人的损失',
  'how much of the gap between standards one standard closes': '统一标准弥合标准差距的份额',
  'what a wholly unified standard costs, for each report on a granted loan':
    '完全统一的标准的成本，按每份所发放贷款的报告计',
  'chance that a record is audited': '记录被审计的概率',
  'what a lender pays that an audit finds careless': '审计发现疏忽的贷款机构所付的罚款',
  'most that a lender saves on a record by not taking care; what it saves is even between 0 and this':
    '贷款机构因疏忽在一条记录上最多节省的金额；所节省的在 0 与此数之间均匀分布',
  'what an audit of a record costs': '审计一条记录的成本',
  'borrowers that look at their own file and have false defaults struck off':
    '查阅自身档案并要求删除错误违约的借款人',
  'what it costs, for each report on a granted loan, if all borrowers look every quarter':
    '若所有借款人每季度查阅，其成本（按每份所发放贷款的报告计）',
};
