import { grouped } from '../../text/grouped.ts';
import { displayOf } from '../../measures/index.ts';
import type { BoxColumn, Hunt } from '../discovery.ts';
import { measureName, unitName } from './measure-words.ts';
import type { NameOf } from './question-words.ts';
import { amountOf, type RobustnessFacts } from './robustness-words.ts';
import { roundPercent } from './sensitivity-words.ts';

/** How the order holds over all points, in Chinese; the first sentence says who is first. */
export function robustnessSentencesZh(facts: RobustnessFacts, name: NameOf): string[] {
  const { passport, institutions, found, hunts, columns } = facts;
  const { points, replicates, first, regret } = found;
  if (points === 0) return ['没有任何一个点可以比较。'];
  const told = first
    .filter((one) => one.points > 0)
    .map(
      (one) =>
        `${name(institutions[one.institution])} ${roundPercent(one.share, 'zh')}（${one.points} 个）`,
    );
  const [least] = regret.filter((one) => !Number.isNaN(one.mean));
  const halves =
    replicates < 2
      ? '只有一次重复，最优者由同一份运气选出并估值，因而被高估。'
      : '最优者在一半重复上选出，在另一半上估值。';
  return [
    `在 ${grouped(points)} 个点上，${measureName(passport, 'zh')}居首者：${told.join('、')}。`,
    ...(least ? [`${regretSentence(facts, least, name)}${halves}`] : []),
    ...pairSentence(facts, name),
    ...hunts.map((hunt) => huntSentence(hunt, columns, name)),
  ];
}

/** Whose regret is least: how far it falls behind the best on average, in the worst tenth of points, and at most. */
function regretSentence(
  { passport, institutions }: RobustnessFacts,
  { institution, mean, ninety, largest }: RobustnessFacts['found']['regret'][number],
  name: NameOf,
): string {
  const who = name(institutions[institution]);
  if (!(mean > 0)) return `遗憾最小：${who}，平均而言落后于最优者的程度不超过运气。`;
  const amount = amountOf(passport, [mean, ninety, largest]);
  return `遗憾最小：${who}，平均落后最优者 ${amount(mean)}，十分之一的点上超过 ${amount(ninety)}，最多 ${amount(largest)}（${unitName(displayOf(passport.unit).unit, 'zh')}）。`;
}

/** How the others stand to the reference, as shares of points; empty where there is none. */
function pairSentence({ institutions, reference, found }: RobustnessFacts, name: NameOf): string[] {
  const base = institutions.indexOf(reference);
  const told = found.pairs
    .filter(({ a, b }) => a === base || b === base)
    .map(({ a, b, ahead, behind, alike }) => {
      const [other, before, after] = a === base ? [b, behind, ahead] : [a, ahead, behind];
      const share = (n: number) => roundPercent(n / (ahead + behind + alike), 'zh');
      return `${name(institutions[other])}领先 ${share(before)}、落后 ${share(after)}、无法区分 ${share(alike)}`;
    });
  const how = found.replicates < 2 ? '一次重复：仅按符号' : '按种子配对，每个点 95%';
  return told.length === 0 ? [] : [`与${name(reference)}相比（${how}）：${told.join('；')}。`];
}

/** Where in the space of factors an order holds, or breaks, more often than elsewhere; by points that the search did not see. */
function huntSentence(hunt: Hunt, columns: readonly BoxColumn[], name: NameOf): string {
  const { institution, other, happens, discovery } = hunt;
  const { found, bounds, coverage, density, mass, baseRate, unseen } = discovery;
  const plain = other === undefined ? '居首' : `领先于${name(other)}`;
  const what = `${name(institution)}${happens ? '' : '不'}${plain}`;
  if (!found) {
    return `${what}之处（占未见点的 ${roundPercent(baseRate, 'zh')}）：至多三个因素的区域都不能使该比例在未见点上翻倍。`;
  }
  const box = bounds.map(({ parameter, side, value, quasiP }) => {
    const { key, word } = columns[parameter];
    const p = quasiP < 0.001 ? 'p < 0.001' : `p = ${quasiP.toFixed(3)}`;
    if (word !== undefined) return `${key} ${side === 'at least' ? '为' : '不为'} ${word}（${p}）`;
    return `${key} ${side === 'at least' ? '≥' : '≤'} ${Number(value.toPrecision(3))}（${p}）`;
  });
  return (
    `${what}，多在 ${box.join('、')} 之处：区域内未见点的 ${roundPercent(density, 'zh')}，而全部 ${unseen} 个未见点中为 ${roundPercent(baseRate, 'zh')}；` +
    `区域含 ${roundPercent(mass, 'zh')} 的点，以及所关注之点的 ${roundPercent(coverage, 'zh')}。`
  );
}
