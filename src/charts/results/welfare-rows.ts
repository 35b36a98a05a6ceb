import type { TopLevelSpec } from 'vega-lite';
import { institutionName } from '../../institution-names.ts';
import { inWords, type Language } from '../../language.ts';
import type { Chart, ChartInputs } from '../chart.ts';
import { frame, roundAxis } from '../kit/frame.ts';
import { certainty, lacks, nameInSentence, runAgain } from '../kit/select.ts';
import { panelsByInstitution } from '../kit/small-multiples.ts';
import { textWidth } from '../kit/text.ts';
import { decimal, paragraph } from '../kit/words.ts';
import { errorRate } from '../../replicates/index.ts';
import { countOf } from '../findings/numbers.ts';
import { shortest } from '../findings/title.ts';
import { type Theme } from '../theme.ts';
import { welfareKinds, welfareLayers } from './welfare-layers.ts';
import {
  identity,
  isDifference,
  welfareTotal,
  welfareBars,
  type WelfareRow,
} from './welfare-rows-table.ts';

const title = { en: 'Where welfare comes from', zh: '福利从何而来' } as const;

/** The waterfall of welfare, row by row of its identity: differences from the reference, or of the only institution. */
export const welfareRows: Chart = {
  id: 'welfare-rows',
  title,
  draw(inputs) {
    const table = welfareBars(inputs);
    if (table.every(({ row }) => row === welfareTotal.id))
      return lacks(
        { en: 'rows of welfare that differ between institutions', zh: '福利的各行' },
        runAgain,
      );
    return {
      table,
      spec: (look, language) => spec(inputs, table, look, language),
      caption: (language) => caption(inputs, language),
      altText: (language) => altText(inputs, table, language),
    };
  },
};

function spec(
  inputs: ChartInputs,
  table: readonly WelfareRow[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const differs = isDifference(inputs);
  const say = welfareKinds[language];
  const shown = inputs.scenario.institutions.filter(({ id }) =>
    table.some(({ institution }) => institution === id),
  );
  const rows = [...identity, welfareTotal].filter(({ id }) => table.some(({ row }) => row === id));
  const names = rows.map(({ name }) => name[language]);
  const rowHeight = fontSize * 1.25;
  const panels = panelsByInstitution({ ...inputs.scenario, institutions: shown }, look, language, {
    axis: '',
    side: Math.max(...names.map((name) => textWidth(name, fontSize * 1.06))) + fontSize * 0.5,
    gap: fontSize * 1.6,
    least: fontSize * 13,
    wanted: () => rows.length * rowHeight,
  });
  const number = textWidth('+0.00', fontSize) + fontSize * 0.6;
  const ends = table.flatMap(({ start, end, low, high }) => [start, end, low ?? 0, high ?? 0]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const room = panels.width / Math.max(1, panels.width - number);
  const { domain, ticks } = roundAxis(least, least + (most - least) * room, 4);
  const bars = table.map((bar) => ({
    ...bar,
    rowName: rows.find(({ id }) => id === bar.row)?.name[language] ?? '',
    kind: bar.row === welfareTotal.id ? say.welfare : bar.adds < 0 ? say.takes : say.adds,
    far: Math.max(bar.start, bar.end, bar.high ?? 0),
    number: points(bar.adds, differs),
  }));
  const x = { type: 'quantitative', scale: { domain, nice: false } } as const;
  const y = {
    field: 'rowName',
    type: 'nominal',
    scale: { domain: names, paddingInner: 0.25, paddingOuter: 0.1 },
    axis: { title: null, ticks: false, domain: false, labelLimit: 0 },
  } as const;
  return {
    ...frame(look, language, finding(inputs, table, language), [under(inputs, language)]),
    data: { name: 'bars', values: bars },
    ...panels.layout,
    spec: {
      width: panels.width,
      height: Math.max(panels.height, Math.round(rows.length * rowHeight)),
      layer: welfareLayers({ x, y }, ticks, look, language),
    },
  };
}

/** The row that adds most to welfare under most institutions, of those whose welfare can be told from the reference. */
function finding(inputs: ChartInputs, table: readonly WelfareRow[], language: Language): string {
  const ids = [...new Set(table.map(({ institution }) => institution))];
  const largest = (id: string) =>
    table
      .filter(({ institution, row }) => institution === id && row !== welfareTotal.id)
      .toSorted((a, b) => b.adds - a.adds)[0]?.row;
  const name = (row: string | undefined) => {
    const found = identity.find(({ id }) => id === row)?.name[language] ?? '';
    return inWords(language, { en: found.charAt(0).toLowerCase() + found.slice(1), zh: found });
  };
  if (!isDifference(inputs))
    return inWords(language, {
      en: `Most welfare comes from the ${name(largest(ids[0]))}`,
      zh: `福利主要来自${name(largest(ids[0]))}`,
    });
  const sure = inputs.summary.filter(
    ({ measure, world, institution, adjustedP }) =>
      measure === welfareTotal.id &&
      world === 'actual' &&
      adjustedP <= errorRate &&
      ids.includes(institution),
  );
  if (sure.length === 0)
    return inWords(language, {
      en: 'No difference in welfare to take apart can be told',
      zh: '福利之差不显著，其构成无从谈起',
    });
  const rows = sure.map(({ institution }) => largest(institution));
  const most = rows.toSorted(
    (a, b) => rows.filter((row) => row === b).length - rows.filter((row) => row === a).length,
  )[0];
  const count = rows.filter((row) => row === most).length;
  const capital = name(most).replace(/^./, (letter) => letter.toUpperCase());
  const titles = inWords(language, {
    en: [
      ...(sure.length === 1
        ? []
        : [`${capital} adds most to ${countOf(count, sure.length)} differences`]),
      `${capital} adds most to welfare`,
    ],
    zh: [`福利有显著差异的 ${sure.length} 种模式中，${count} 种增加最多的是${name(most)}`],
  });
  return shortest(titles, language);
}

function points(value: number, signed: boolean): string {
  const text = decimal(100 * value, 2);
  return signed && value > 0 && Number(text) !== 0 ? `+${text}` : text;
}

function referenceOf({ scenario }: ChartInputs, language: Language): string {
  const { institutions, reference } = scenario;
  const found = institutions.find(({ id }) => id === reference);
  return institutionName(found ?? { id: reference, label: reference }, language);
}

function under(inputs: ChartInputs, language: Language): string {
  const base = referenceOf(inputs, language);
  return isDifference(inputs)
    ? inWords(language, {
        en: `What each row adds to welfare per application, or takes from it, against ${base}; the rows add up to the difference in welfare.`,
        zh: `与${base}相比，每一项给每笔申请的福利增加或减少多少；各项之和为福利之差。`,
      })
    : inWords(language, {
        en: 'Welfare per application, row by row.',
        zh: '每笔申请的福利，逐项相加。',
      });
}

function caption(inputs: ChartInputs, language: Language): string {
  return paragraph(
    inWords(language, {
      en: [
        'Welfare is the use of the loans less the outside option given up, what is lent and the lenders’ work, stigma, enforcement, collateral destroyed, effort, perks lost, and what the institution and inflated footprints cost, plus the rows of the lenders’ money (negative) and of time; what borrowers pay lenders cancels. In points of a mean loan per application, discounted to signing.',
        under(inputs, 'en'),
        'The grey line is the 95% interval of welfare.',
        certainty(inputs, 'en'),
      ],
      zh: [
        '福利 = 贷款的使用价值，减去放弃的外部选择、贷出与经营成本、污名、追偿、抵押品损毁、努力的成本、失去的信用便利、机构与虚报的成本，加上资金（为负）与时间两项；借款人与贷款机构之间的支付相互抵消。单位：每笔申请占平均贷款额的百分点，折现到签约时。',
        under(inputs, 'zh'),
        '灰线为福利的 95% 区间。',
        certainty(inputs, 'zh'),
      ],
    }),
    language,
  );
}

function altText(inputs: ChartInputs, table: readonly WelfareRow[], language: Language): string {
  const ids = [...new Set(table.map(({ institution }) => institution))];
  const lines = ids.map((id) => {
    const bars = table.filter(({ institution }) => institution === id);
    const items = bars.map(({ row, adds }) => {
      const name = [...identity, welfareTotal].find((one) => one.id === row)?.name[language] ?? row;
      return `${inWords(language, { en: name.toLowerCase(), zh: name })} ${points(adds, isDifference(inputs))}`;
    });
    const name = nameInSentence(bars[0] ?? { institution: id, label: id }, language);
    return inWords(language, {
      en: `${name}: ${items.join(', ')}.`,
      zh: `${name}：${items.join('，')}。`,
    });
  });
  return paragraph(
    [inWords(language, { en: 'Waterfall.', zh: '瀑布图。' }), under(inputs, language), ...lines],
    language,
  );
}
