import type { Panel } from '../chart.ts';
import type { CurvePoint } from '../kit/experiment-rows.ts';
import { percentFormat, roundAxis } from '../kit/frame.ts';
import type { ReformColour, ReformShape } from '../kit/reforms.ts';
import type { Theme } from '../theme.ts';
import { closed, openEnds } from './gain-bins.ts';
import { inWords, type Language, type Words } from '../../language.ts';

const fifths = (en: string, zh: string): readonly Words[] =>
  [1, 2, 3, 4, 5].map((k) => ({ en: `${en} ${k}`, zh: `${zh} ${k}` }));

/** Groups on the eve, in the order of the experiment; what nobody can see last. */
export const groups: readonly Words[] = [
  ...fifths('income, fifth', '收入五分位'),
  { en: 'thin file', zh: '信用记录较少者' },
  { en: 'thick file', zh: '信用记录较多者' },
  { en: 'refused', zh: '被拒' },
  ...fifths('approved, price fifth', '获批，价格五分位'),
  { en: 'did not ask', zh: '未申请' },
  { en: 'hidden: low hazard', zh: '不可见：低风险' },
  { en: 'hidden: high hazard', zh: '不可见：高风险' },
];

/** How many borrowers gain so much, by reform. */
export function distribution(
  people: readonly CurvePoint[],
  color: ReformColour,
  look: Theme,
  language: Language,
): Panel {
  const bars = closed(people);
  const edges = bars.map(({ gain }) => gain);
  const [from, to] = [Math.min(...edges), Math.max(...edges)];
  // Round steps between the ends, none so near to an end that their labels would touch.
  const inside = roundAxis(from, to, 4).ticks.filter(
    (tick) => Math.min(tick - from, to - tick) > (to - from) * 0.15,
  );
  const stops = [from, ...inside, to];
  const domain = [from, to];
  const x = {
    field: 'gain',
    type: 'quantitative',
    scale: { domain, nice: false },
    axis: {
      title: inWords(language, {
        en: 'Gain, % of a mean loan per application',
        zh: '得失，占平均贷款额的 %（每笔申请）',
      }),
      values: stops,
      labelExpr: openEnds(stops),
      grid: false,
    },
  } as const;
  const y = {
    field: 'mean',
    type: 'quantitative',
    axis: {
      title: inWords(language, { en: '% of borrowers', zh: '占借款人的 %' }),
      format: '.0%',
    },
  } as const;
  return {
    data: { name: 'people', values: bars },
    layer: [
      {
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: look.line * 1.4 },
        encoding: { x, y, color },
      },
      {
        data: { values: [{ gain: 0 }] },
        mark: { type: 'rule', color: '#9aa5ad' },
        encoding: { x: { field: 'gain', type: 'quantitative' } },
      },
    ],
  };
}

/** Mean gain of each group, by reform, with intervals. @param side room for the names of groups */
export function meansOfGroups(
  means: readonly CurvePoint[],
  { color, shape }: { readonly color: ReformColour; readonly shape: ReformShape },
  side: number,
  look: Theme,
  language: Language,
): Panel {
  const groupNames = groups.map((name) => name[language]);
  const shown = means.map((row) => ({ ...row, group: groupNames[row.at - 1] ?? '' }));
  const ends = means.flatMap(({ mean, low, high }) =>
    [mean, low, high].filter((end) => end !== null),
  );
  const axis = roundAxis(Math.min(0, ...ends), Math.max(0, ...ends), 4);
  const y = {
    field: 'group',
    type: 'nominal',
    sort: [...groupNames],
    axis: { title: null, labelLimit: 0, minExtent: side },
  } as const;
  const x = {
    type: 'quantitative',
    scale: { domain: axis.domain, nice: false },
    axis: {
      title: inWords(language, {
        en: 'Mean gain, % of a mean loan',
        zh: '平均得失，占平均贷款额的 %',
      }),
      values: axis.ticks,
      format: percentFormat(axis.ticks),
    },
  } as const;
  const yOffset = { field: 'institution', sort: color.scale.domain } as const;
  return {
    data: { name: 'groups', values: shown },
    layer: [
      {
        data: { values: [{ level: 0 }] },
        mark: { type: 'rule', color: '#9aa5ad' },
        encoding: { x: { ...x, field: 'level' } },
      },
      {
        mark: { type: 'rule', strokeWidth: look.line },
        encoding: { y, yOffset, x: { ...x, field: 'low' }, x2: { field: 'high' }, color },
      },
      {
        mark: { type: 'point', filled: true, size: (look.point * 0.62) ** 2, opacity: 1 },
        encoding: {
          ...{ y, yOffset, x: { ...x, field: 'mean' }, color, shape },
          tooltip: [
            { field: 'label', title: inWords(language, { en: 'reform', zh: '改革' }) },
            { field: 'group', title: inWords(language, { en: 'group', zh: '组' }) },
            { field: 'mean', title: inWords(language, { en: 'gain', zh: '得失' }), format: '.2%' },
          ],
        },
      },
    ],
  };
}
