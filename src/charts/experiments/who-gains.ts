import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartInputs } from '../chart.ts';
import {
  asExperiment,
  asShares,
  curves,
  singles,
  type CurvePoint,
} from '../kit/experiment-rows.ts';
import { frame } from '../kit/frame.ts';
import { reformColour, reformShape } from '../kit/reforms.ts';
import { certainty, interval, lacks, nameInSentence } from '../kit/select.ts';
import { paragraph, percent } from '../kit/words.ts';
import type { Theme } from '../theme.ts';
import { distribution, groups, meansOfGroups } from './who-gains-panels.ts';
import { inWords, marks, type Language } from '../../language.ts';

const title = { en: 'Who wins and who loses by the reform', zh: '谁因改革受益，谁受损' };

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
  const panels = [
    { width, height, ...distribution(people, color, look, language) },
    { width, height, ...meansOfGroups(means, { color, shape }, side, look, language) },
  ];
  return {
    ...frame(look, language, finding(inputs, language), [
      inWords(language, {
        en: 'Borrowers by what they gain, reform less no reform; and groups as they stand on the eve of the reform.',
        zh: '借款人按得失的分布（改革减无改革），以及改革前夕各组的平均得失。',
      }),
    ]),
    spacing: fontSize * 2,
    ...(isNarrow ? { vconcat: panels } : { hconcat: panels }),
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
