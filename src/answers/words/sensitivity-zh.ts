import { grouped } from '../../text/grouped.ts';
import { driving, fewBases } from '../drivers.ts';
import { leastSteps } from '../screening.ts';
import { roundPercent, type SensitivityFacts } from './sensitivity-words.ts';

const owners = {
  economy: '经济',
  lenders: '贷款机构',
  institutions: '征信机构',
  run: '运行规模',
} as const;

/** What drives the answer, in Chinese; the first sentence says it all. */
export function sensitivitySentencesZh(facts: SensitivityFacts): string[] {
  const { question, factors, driven, contenders, screened, replicates, outliers } = facts;
  const few = outliers
    ? [
        `一半的变异集中在 ${grouped(outliers.of)} 个点中的 ${outliers.points} 个：那里由什么决定结果，对其余各点说明不了什么。`,
      ]
    : [];
  const screening = [...few, ...screeningSentences(facts)];
  if (contenders?.length === 1) {
    return [
      `${contenders[0]}在超过 95% 的点上居首，其他机构均不足 5%：几乎没有因素决定${question}。`,
      ...screening,
    ];
  }
  if (!driven) {
    const first = screened.order
      .filter((factor) => screened.effects[factor].muStar > 0)
      .slice(0, 3)
      .map((factor) => factors[factor].key);
    const lead =
      first.length === 0
        ? `${factors.length} 个因素中没有一个影响${question}。`
        : `${factors.length} 个因素中，${first.join('、')} 对${question}影响最大（Morris μ*）。`;
    return [lead, ...screening];
  }
  const { kept, drivers } = driven;
  const found = driving(drivers).map((i) => factors[kept[i]]);
  const all = grouped(factors.length);
  const parts = (['economy', 'lenders', 'institutions', 'run'] as const).flatMap((owner) => {
    const own = found.filter((one) => one.owner === owner).length;
    return own === 0 ? [] : [`${owners[owner]}（${own}）`];
  });
  const { luck, whole } = drivers;
  return [
    found.length === 0
      ? `${all} 个因素中没有任何单一因素决定${question}：没有一个的总效应指数区间高于 5%。`
      : `${all} 个因素中有 ${found.length} 个决定${question}：${found.map(({ key }) => key).join('、')}（按总效应指数从大到小；各自的区间均高于 5%）。`,
    ...(found.length === 0 ? [] : [`它们属于：${parts.join('、')}。`]),
    Number.isNaN(luck.total)
      ? replicates > 1
        ? '运气的份额无法判断：点太少，或没有任何变化。'
        : '运气保持不变：只有一次重复，其份额未知（--replicates 2 或更多）。'
      : `运气作为单独的因素，一阶份额为 ${roundPercent(luck.first, 'zh')}，总份额为 ${roundPercent(luck.total, 'zh')}。`,
    `指数基于 ${grouped(whole.used)} 个基点；区间为 95%，对基点作自助法。`,
    ...(whole.used < fewBases
      ? ['基点太少，自助法的区间偏窄：以上均不能作为结论，请加大 --base（默认 256）。']
      : []),
    ...screening,
  ];
}

function screeningSentences(facts: SensitivityFacts): string[] {
  const { screened, trajectories, factors, contenders } = facts;
  const moving = screened.effects.filter(({ muStar }) => muStar > 0).length;
  const unknown = screened.effects.filter(({ n }) => n < leastSteps(trajectories)).length;
  const { first, shared, sameOrder } = screened.stability;
  const order = sameOrder
    ? '相同且次序一致'
    : shared === first
      ? '相同但次序不同'
      : `有 ${shared} 个相同`;
  return [
    `筛选：${factors.length} 个因素中有 ${moving} 个影响结果；用 ${trajectories} 条轨迹中的一半所得的前 ${first} 个${order}。`,
    ...(contenders
      ? [
          '筛选的效应按名次计，并对曾居首的各机构相加：一个机构在某点领先多少，从落后最多之点的 0 到 100。',
        ]
      : []),
    ...(unknown > 0 ? [`有 ${unknown} 个因素无法排序：步长两端都计入的轨迹太少。`] : []),
  ];
}
