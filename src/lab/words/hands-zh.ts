import { signed } from './signed.ts';
import type { HandWords } from './hand-words.ts';

export const handsZh: HandWords = {
  price: {
    done: {
      left: '透过透镜看。高价时留下的大多风险高：安全的人先走了。',
      stayed: '透过透镜看。按你的价格，几乎人人留下。把线拖高些：先没入水下的是安全的人。',
    },
    line: '你的价格',
    lend: '放贷一年',
    round: (n) => `第 ${n} 轮，共 3 轮`,
    year: ({ price, income, losses, gone }) =>
      `价格 ${price}%：12 人中 ${gone} 人不要。收入 ${income}，损失 ${losses}，利润 ${signed(income - losses)}。`,
    again: (price) => `${price}% 已经试过，结果会一样。请把水位线拖到别的价格。`,
    axis: '贷款对他们的价值',
  },
  purse: {
    done: {
      'pay-pay':
        '两次你都还了。没人看见时，花掉 12 枚硬币，什么也没换来。人人看见时，它换来后面的贷款。你的类型没变：变的是谁看得见。',
      'pay-keep':
        '人人看见时你留下了钱，失去后面的贷款。没人看见时，留下本不会有代价。你的类型没变：变的是谁看得见。',
      'keep-pay':
        '没人看见时，留下划算。人人看见时，留下会让你失去后面的贷款。你的类型没变：你做的是选择。',
      'keep-keep':
        '两次你都留下了。没人看见时，没有代价。人人看见时，你失去后面的贷款。你的类型没变：变的是谁看得见。',
    },
    hold: '钱袋',
    pay: '还给贷款人',
    keep: '留下',
    unseen: '无人知晓：别的贷款人不会知道。',
    seen: '人人可见：每个贷款人都会读到。',
    outcome: {
      payUnseen: '你还了 12 枚硬币。下一笔贷款：照常获批，不还也一样。',
      keepUnseen: '你留下 12 枚硬币。下一笔贷款：在别处获批。没人知道。',
      paySeen: '你还了 12 枚硬币。接下来三笔贷款：获批，而且更便宜。',
      keepSeen: '你留下 12 枚硬币。接下来三笔贷款：全被拒绝。',
    },
  },
  letters: {
    done: { drawn: '只有抽签能告诉我们。价格由运气决定时，两种价格下的人是一样的。' },
    streets: ['榆树街：利率 30%，25 人中 6 人违约', '橡树街：利率 15%，25 人中 3 人违约'],
    causes: ['那里住着风险更高的人', '贵的贷款让人不再还', '看不出来'],
    reveal: [
      '这符合这些数字。“贵的贷款让人不再还”也符合：这里没有什么能区分它们。',
      '这符合这些数字。“住着风险更高的人”也符合：这里没有什么能区分它们。',
      '你说对了。前两种说法都符合这些数字。',
    ],
    groups: ['抽到 30%：25 人中 5 人违约', '抽到 15%：25 人中 4 人违约'],
    draw: '抽签定价',
    drawn: '价格由运气决定。透过透镜看：两组人的构成几乎一样。剩下的差别是价格造成的。',
  },
  memory: {
    done: { moved: '短记忆藏起旧错，也藏起旧日的好。' },
    line: '记忆',
    now: '今天',
    ago: (quarters) => `${quarters} 个季度前`,
    reads: (good, bad, price) => `贷款人读到 ${good} 张浅色、${bad} 张深色。报价：${price}。`,
    open: '没有记录',
  },
  rating: {
    done: { rated: '条形有帮助，但不多。评分把人[分拣]开，两个方向都会错。' },
    bars: ['购物', '朋友', '支付'],
    up: (person) => `${person} 上移`,
    down: (person) => `${person} 下移`,
    safest: '最安全',
    riskiest: '风险最高',
    check: '看谁还了',
    result: (right, of) => `${of} 对中排对 ${right} 对。乱猜能对一半。`,
    nine: '真实评分的九条',
    which: '芝麻信用听九种行为。哪一种最能让评分反映一个人？',
    behaviours: {
      'social-contacts': '社交联系',
      microblog: '微博',
      identity: '身份认证',
      search: '搜索',
      'internet-finance': '网上理财',
      'credit-repayment': '还信用卡',
      payment: '手机支付',
      shopping: '网上购物',
      'credit-loan': '平台上的贷款',
    },
    arrives: (weight, arrives) => `权重 ${weight}，到达 ${arrives}`,
    loudest: (isRight, name, weight, arrives) =>
      `${isRight ? '对' : '不是这个'}：“${name}”。权重 ${weight}，但平台只看见其中一小部分：到达的只有 ${arrives}，其余是噪声。`,
  },
};
