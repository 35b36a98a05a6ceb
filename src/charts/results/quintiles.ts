import { inWords, type Language, type Words } from '../../language.ts';
import { estimate } from '../../math/interval.ts';
import type { ChartInputs } from '../chart.ts';
import { samplesBehind } from '../findings/inputs.ts';
import { countOf, roundedEnds } from '../findings/numbers.ts';
import { awayFromZero } from '../findings/zero.ts';
import { rowChart, type RowPart } from '../kit/row-chart.ts';
import { certainty, defined, estimates, institutionEstimate, runAgain } from '../kit/select.ts';
import { listing, toldAs } from '../kit/sentences.ts';
import { enumerate } from '../kit/words.ts';

/** What lenders do not see. Income and the file are seen; of them the results hold thin files only. */
const traits = [
  { id: 'capital', name: { en: 'capital', zh: '资本' } },
  { id: 'capacity', name: { en: 'capacity', zh: '偿还能力' } },
  { id: 'character', name: { en: 'character', zh: '品格' } },
  { id: 'collateral', name: { en: 'collateral', zh: '抵押' } },
  { id: 'conditions', name: { en: 'conditions', zh: '环境' } },
] as const;

/** Gaps below this under every institution are not worth a panel. */
const flat = 0.05;

/** Who gets in: thin files, and the gap in approval between the highest and the lowest fifth of each hidden trait. */
export const quintiles = rowChart({
  id: 'access-by-trait',
  title: { en: 'Who gets in', zh: '谁能获批' },
  parts: (inputs) => [...thin(inputs), ...gaps(inputs).map(({ part }) => part)],
  lacking: [{ en: 'approval by trait', zh: '按特质分组的批准率' }, runAgain],
  column: 'group',
  finding: (inputs, _, language) => finding(inputs, language),
  under: (inputs, language) => {
    const left = flatTraits(inputs).map(({ name }) => name[language]);
    const note =
      left.length === 0
        ? ''
        : inWords(language, {
            en: ` Not drawn, since fifths differ by less than 5 points: ${enumerate(left, 'en')}.`,
            zh: `未画出差距不足 5 个百分点的特质：${left.join('、')}。`,
          });
    return inWords(language, {
      en: `Approval, in per cent of applications: first what lenders see (thin files), then, of traits that they do not see, the highest fifth less the lowest.${note}`,
      zh: `批准率，占申请的 %：先列贷款机构看得见的（信用记录较少者），再列其看不见的特质的最高与最低五分位之差。${note}`,
    });
  },
  caption: (inputs, language) => [
    inWords(language, {
      en: 'Thin files: nought to two loans ended. Hidden traits are not seen by lenders, who see noisy signals and records; the gap is approval in the highest fifth less approval in the lowest.',
      zh: '信用记录较少者：已结清 0 至 2 笔贷款。隐藏特质贷款机构看不到，只能看到带噪声的信号与信用记录；差距为最高五分位的批准率减最低五分位的批准率。',
    }),
    certainty(inputs, language),
  ],
  altText: (parts, language) => [
    inWords(language, { en: 'Dot plot.', zh: '点图。' }),
    ...parts.map((part) => listing(part.rows, ...toldAs(part, language))),
  ],
});

function thin(inputs: ChartInputs): RowPart[] {
  const rows = estimates(inputs, 'thin-file-approval');
  if (rows.every(({ mean }) => mean === null)) return [];
  return [
    {
      id: 'thin-file',
      head: { en: 'Thin files', zh: '信用记录较少者' },
      unit: { en: 'approved, % of applications', zh: '批准率，占申请的 %' },
      name: { en: 'approval of thin files', zh: '信用记录较少者的批准率' },
      rows,
      share: true,
      better: 'higher',
      dots: (id) => samplesBehind(inputs).values(id, 'actual', 'thin-file-approval'),
    },
  ];
}

interface Gap {
  readonly name: Words;
  readonly values: readonly (readonly number[])[];
  readonly part: RowPart;
}

function gapOf(inputs: ChartInputs, { id: trait, name }: (typeof traits)[number]): Gap {
  const { values } = samplesBehind(inputs);
  const columns = inputs.scenario.institutions.map(({ id }) => {
    const low = values(id, 'actual', `approval-${trait}-q1`);
    return values(id, 'actual', `approval-${trait}-q5`).map((high, k) => high - low[k]);
  });
  const rows = inputs.scenario.institutions.map(({ id, label }, k) =>
    institutionEstimate(id, label, estimate(columns[k])),
  );
  return {
    name,
    values: columns,
    part: {
      id: trait,
      head: { en: `Hidden: ${name.en}`, zh: `隐藏特质：${name.zh}` },
      unit: { en: 'highest less lowest fifth, points', zh: '最高减最低五分位，百分点' },
      name: { en: `gap by ${name.en}`, zh: `按${name.zh}的差距` },
      rows: rows.every(({ mean }) => mean === null) ? [] : rows,
      effect: true,
    },
  };
}

const isFlat = ({ part }: Gap) => defined(part.rows).every(({ mean }) => Math.abs(mean) < flat);

/** Traits whose fifths differ, the widest gap first. */
function gaps(inputs: ChartInputs): Gap[] {
  const widest = ({ part }: Gap) => Math.max(...defined(part.rows).map(({ mean }) => mean));
  return traits
    .map((trait) => gapOf(inputs, trait))
    .filter((gap) => gap.part.rows.length > 0 && !isFlat(gap))
    .toSorted((a, b) => widest(b) - widest(a));
}

function flatTraits(inputs: ChartInputs): Gap[] {
  return traits
    .map((trait) => gapOf(inputs, trait))
    .filter((gap) => gap.part.rows.length > 0 && isFlat(gap));
}

/** The trait by which approval differs most. */
function finding(inputs: ChartInputs, language: Language): string {
  const [widest] = gaps(inputs);
  if (widest === undefined)
    return inWords(language, {
      en: 'Approval hardly differs between fifths of a trait',
      zh: '各五分位的批准率相近',
    });
  if (inputs.scenario.replicates < 2)
    return inWords(language, {
      en: 'One replicate: who gets in cannot be told',
      zh: '仅一次重复：谁能获批无法判定',
    });
  const means = defined(widest.part.rows).map(({ mean }) => mean);
  const { up, down } = awayFromZero(widest.values);
  const name = widest.name[language];
  if (up + down < means.length) {
    return inWords(language, {
      en: `Approval differs by ${name} under ${countOf(up + down, means.length)}`,
      zh: `${means.length} 种模式中有 ${up + down} 种的批准率因${name}而异`,
    });
  }
  const [low, high] = roundedEnds([Math.min(...means), Math.max(...means)], false);
  const amount =
    low === high ? low : inWords(language, { en: `${low} to ${high}`, zh: `${low} 至 ${high}` });
  return inWords(language, {
    en: `By ${name}, fifths lie ${amount} points apart`,
    zh: `按${name}分，最高与最低五分位的批准率相差 ${amount} 个百分点`,
  });
}
