import { inWords, type Language } from '../../language.ts';
import { estimate } from '../../math/interval.ts';
import type { ChartInputs } from '../chart.ts';
import { samplesBehind } from './inputs.ts';
import { countOf } from './numbers.ts';
import { awayFromZero } from './zero.ts';

/** Smaller movements of approval, in shares, are not worth a word; as in the verdict. */
const worthSaying = 0.02;

/** Whether approval still moves in the quarters that count, by the verdict's test. */
export function settlingTitle(inputs: ChartInputs, language: Language): string {
  const { institutions, replicates } = inputs.scenario;
  if (replicates < 2)
    return inWords(language, {
      en: 'One replicate: whether markets settle cannot be told',
      zh: '仅一次重复：市场是否稳定无法判定',
    });
  const drifts = institutions.map(({ id }) =>
    samplesBehind(inputs).values(id, 'actual', 'approval-drift'),
  );
  const large = drifts.filter((values) => Math.abs(estimate(values).mean) >= worthSaying);
  const { up, down } = awayFromZero(
    drifts.map((values) => (large.includes(values) ? values : values.map(() => NaN))),
  );
  const all = institutions.length;
  if (up + down === 0)
    return inWords(language, {
      en: 'Approval has settled as far as can be told',
      zh: '计入的季度里未见批准率继续变动',
    });
  return inWords(language, {
    en: `Approval still moves under ${countOf(up + down, all)}`,
    zh: `${all} 种模式中有 ${up + down} 种的批准率仍在变动`,
  });
}
