import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartInputs, Panel } from '../chart.ts';
import {
  asExperiment,
  asShares,
  curves,
  singles,
  type CurvePoint,
} from '../kit/experiment-rows.ts';
import { frame, percentFormat, roundAxis } from '../kit/frame.ts';
import { reformColour, reformShape } from '../kit/reforms.ts';
import { certainty, interval, lacks, nameInSentence } from '../kit/select.ts';
import { paragraph, percent } from '../kit/words.ts';
import type { Theme } from '../theme.ts';
import { closed, openEnds } from './gain-bins.ts';
import { inWords, marks, type Language, type Words } from '../../language.ts';

const title = { en: 'Who wins and who loses by the reform', zh: '谁因改革受益，谁受损' };

const fifths = (en: string, zh: string): readonly Words[] =>
  [1, 2, 3, 4, 5].map((k) => ({ en: `${en} ${k}`, zh: `${zh} ${k}` }));

/** Groups on the eve, in the order of the experiment; what nobody can see last. */
const groups: readonly Words[] = [
  ...fifths('income, fifth', '收入五分位'),
  { en: 'thin file', zh: '信用记录较少者' },
  { en: 'thick file', zh: '信用记录较多者' },
  { en: 'refused', zh: '被拒' },
  ...fifths('approved, price fifth', '获批，价格五分位'),
  { en: 'did not ask', zh: '未申请' },
  { en: 'hidden: low hazard', zh: '不可见：低风险' },
  { en: 'hidden: high hazard', zh: '不可见：高风险' },
];

/** The whole distribution of gains, person by person, and mean gains of groups on the eve of the reform. */
export const whoGainsChart: Chart = {
  id: 'who-gains',
  title,
  experiment: 'who-gains',
  draw(all) {
    const inputs = asExperiment(all, 'who-gains');
    const people = asShares(curves(inputs, 'who-gains', 'who-gains:distribution'));
    const means = curves(inputs, 'who-gains', 'who-gains:group-mean');
    if (people.length === 0) {
      return lacks(
        { en: 'gains and losses by person', zh: '逐人的得失' },
        {
          en: 'Run them with: creditlab experiment who-gains.',
          zh: '请先运行：creditlab experiment who-gains。',
        },
      );
    }
    return {
      table: [
        ...people.map((row) => ({ measure: 'distribution', ...row })),
        ...means.map(({ at, ...row }) => ({
          measure: 'group-mean',
          at,
          group: groups[at - 1]?.en ?? '',
          ...row,
        })),
      ],
      spec: (look, language) => spec(inputs, people, means, look, language),
      caption: (language) =>
        paragraph(
          [
            inWords(language, {
              en: 'Left: borrowers by what they gain, reform less no reform, per application, in per cent of a mean loan; the ends are open. Right: mean gains of groups on the eve of the reform, which are those without it, the same people in both arms.',
              zh: '左：借款人按得失的分布（改革减无改革，每笔申请，占平均贷款额；两端开放）。右：改革前夕各组的平均得失；分组依无改革的情形，两臂为同一批人。',
            }),
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) => altText(means, language),
    };
  },
};

function spec(
  inputs: ChartInputs,
  people: readonly CurvePoint[],
  means: readonly CurvePoint[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const color = reformColour(inputs.scenario, people, look, language);
  const shape = reformShape(inputs.scenario, color);
  const bars = closed(people);
  const edges = bars.map(({ gain }) => gain);
  const [from, to] = [Math.min(...edges), Math.max(...edges)];
  const stops = [0, 1, 2, 3, 4].map((k) => from + (k * (to - from)) / 4);
  const groupNames = groups.map((name) => name[language]);
  const shown = means.map((row) => ({ ...row, group: groupNames[row.at - 1] ?? '' }));
  const ends = means.flatMap(({ mean, low, high }) =>
    [mean, low, high].filter((end) => end !== null),
  );
  const axis = roundAxis(Math.min(0, ...ends), Math.max(0, ...ends), 4);
  const side = fontSize * 11;
  // In one column of a page the panels stand one above the other.
  const isNarrow = look.width < fontSize * 50;
  const beside = side + fontSize * 8;
  const width = isNarrow ? look.width - side - fontSize * 3 : Math.floor((look.width - beside) / 2);
  // Rows in which markers and intervals of all reforms stand apart, as far as there is room.
  const wanted = groups.length * (0.5 + 0.55 * color.scale.domain.length) * fontSize;
  const around = look.titleSize * 2.6 + fontSize * 12;
  const room = (look.tallest - around) / (isNarrow ? 2 : 1);
  const height = Math.round(Math.max(fontSize * 20, Math.min(wanted, room)));
  const left: Panel = {
    width,
    height,
    data: { name: 'people', values: bars },
    layer: [
      {
        mark: { type: 'line', interpolate: 'step-after', strokeWidth: look.line * 1.4 },
        encoding: {
          x: {
            field: 'gain',
            type: 'quantitative',
            scale: { domain: [stops[0] ?? 0, stops[stops.length - 1] ?? 0], nice: false },
            axis: {
              title: inWords(language, {
                en: 'Gain, % of a mean loan per application',
                zh: '得失，占平均贷款额的 %（每笔申请）',
              }),
              values: stops,
              labelExpr: openEnds(stops),
              grid: false,
            },
          },
          y: {
            field: 'mean',
            type: 'quantitative',
            axis: {
              title: inWords(language, { en: '% of borrowers', zh: '占借款人的 %' }),
              format: '.0%',
            },
          },
          color,
        },
      },
      {
        data: { values: [{ gain: 0 }] },
        mark: { type: 'rule', color: '#9aa5ad' },
        encoding: { x: { field: 'gain', type: 'quantitative' } },
      },
    ],
  };
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
  const right: Panel = {
    width,
    height,
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
  return {
    ...frame(look, language, finding(inputs, language), [
      inWords(language, {
        en: 'Borrowers by what they gain, reform less no reform; and groups as they stand on the eve of the reform.',
        zh: '借款人按得失的分布（改革减无改革），以及改革前夕各组的平均得失。',
      }),
    ]),
    spacing: fontSize * 2,
    ...(isNarrow ? { vconcat: [left, right] } : { hconcat: [left, right] }),
  };
}

/** How many a reform makes better and worse off: of several, the one under which most more gain than lose. */
function finding(inputs: ChartInputs, language: Language): string {
  const side = (of: string) =>
    new Map(singles(inputs, 'who-gains', `who-gains:${of}`).map((row) => [row.institution, row]));
  const [better, worse] = [side('better'), side('worse')];
  const net = (id: string) => (better.get(id)?.mean ?? 0) - (worse.get(id)?.mean ?? 0);
  const [first] = [...better.keys()].toSorted((a, b) => net(b) - net(a));
  const row = first === undefined ? undefined : better.get(first);
  if (!row) return title[language];
  const [up, down] = [row, worse.get(row.institution)].map((one) => percent(one?.mean ?? NaN, 0));
  const name = nameInSentence(row, language);
  return inWords(language, {
    en: `${name}: ${up} better off, ${down} worse`,
    zh: `${name}：${up} 的借款人受益，${down} 受损`,
  });
}

/** Mean gain of each group under each reform, with its interval. */
function altText(means: readonly CurvePoint[], language: Language): string {
  const reforms = [...new Set(means.map(({ institution }) => institution))];
  const lines = reforms.map((institution) => {
    const own = means.filter((row) => row.institution === institution);
    const items = own.map(
      (row) =>
        `${groups[row.at - 1]?.[language] ?? ''} ${interval(row, (value) => percent(value, 2))}`,
    );
    const [first] = own;
    const name = first ? nameInSentence(first, language) : institution;
    return `${name}${marks[language].colon}${items.join(inWords(language, { en: '; ', zh: '，' }))}${marks[language].stop}`;
  });
  return paragraph(
    [
      inWords(language, {
        en: 'The distribution of gains, and mean gains by group.',
        zh: '左为得失分布，右为各组平均得失：',
      }),
      ...lines,
    ],
    language,
  );
}
