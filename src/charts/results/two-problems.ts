import type { Chart, ChartInputs } from '../chart.ts';
import {
  certainty,
  defined,
  descending,
  estimates,
  footing,
  lacks,
  nameOf,
} from '../kit/select.ts';
import type { Problems } from './two-problems-layout.ts';
import { problemsPlot } from './two-problems-plot.ts';
import type { Language } from '../../language.ts';
import { paragraph, percent } from '../kit/words.ts';

const title = {
  en: 'What hidden types and hidden action cost under each institution',
  zh: '各类机构下，隐藏类型与隐藏行动各造成多大损失',
};

/** The signature picture: adverse selection across, moral hazard up, one point an institution. */
export const twoProblems: Chart = {
  id: 'adverse-selection-moral-hazard',
  title,
  draw(inputs) {
    const table = problems(inputs);
    if (table.length === 0)
      return lacks(
        { en: 'decomposition of welfare into worlds', zh: '福利分解' },
        { en: 'Run with all four worlds.', zh: '请在四个世界下运行。' },
      );
    return {
      table,
      spec: (look, language) => {
        const subtitle = [finding(table, language), footing(inputs, language)];
        return problemsPlot(
          inputs.scenario,
          table,
          { title: title[language], subtitle },
          look,
          language,
        );
      },
      caption: (language) => caption(inputs, language),
      altText: (language) => altText(table, language),
    };
  },
};

function problems(inputs: ChartInputs): Problems[] {
  const selection = defined(estimates(inputs, 'adverse-selection:welfare', 'shapley'));
  const hazard = defined(estimates(inputs, 'moral-hazard:welfare', 'shapley'));
  return selection.flatMap((across) => {
    const up = hazard.find((one) => one.institution === across.institution);
    if (up === undefined) return [];
    return [
      {
        institution: across.institution,
        label: across.label,
        adverseSelection: across.mean,
        adverseSelectionLow: across.low,
        adverseSelectionHigh: across.high,
        moralHazard: up.mean,
        moralHazardLow: up.low,
        moralHazardHigh: up.high,
        together: across.mean + up.mean,
        replicates: across.replicates,
      },
    ];
  });
}

/** What the picture shows, counted: the line under the title and the core of the alt text. */
function finding(table: readonly Problems[], language: Language): string {
  const ranked = descending(table, (row) => row.together);
  const most = ranked[0];
  const least = ranked.at(-1);
  if (most === undefined || least === undefined) return '';
  const worse = table.filter((row) => row.moralHazard > row.adverseSelection).length;
  const of = table.length;
  if (language === 'zh')
    return paragraph(
      [
        worse === of
          ? `全部 ${of} 类机构的道德风险损失均大于逆向选择。`
          : `${of} 类机构中有 ${worse} 类的道德风险损失大于逆向选择。`,
        of < 2
          ? `${nameOf(most, 'zh')}：两者合计占贷款本金的 ${percent(most.together)}。`
          : `两者合计最少的是${nameOf(least, 'zh')}（占贷款本金 ${percent(least.together)}），最多的是${nameOf(most, 'zh')}（${percent(most.together)}）。`,
      ],
      'zh',
    );
  const share =
    worse === of ? (of === 1 ? '' : `all ${of} institutions`) : `${worse} of ${of} institutions`;
  return paragraph(
    [
      of === 1
        ? `${most.label}: together they cost ${percent(most.together)} of a loan.`
        : `Moral hazard costs more than adverse selection under ${share}.`,
      of === 1
        ? ''
        : `Together they cost least under ${least.label} (${percent(least.together)} of a loan) and most under ${most.label} (${percent(most.together)}).`,
    ],
    'en',
  );
}

function caption(inputs: ChartInputs, language: Language): string {
  return paragraph(
    language === 'zh'
      ? [
          '各机构下逆向选择（横轴）与道德风险（纵轴）的福利损失，以每笔申请占贷款本金的百分比计。',
          '损失是消除该问题所得的福利：让贷款人看见类型，或让努力可写入合同，并对两种消除次序取平均（夏普利值）。',
          '灰线上合计损失相等，数值见其与纵轴的交点；虚线上两种损失相等。',
          '逆向选择一项还包含信息租金和贷款人的估计误差。',
          certainty(inputs, 'zh'),
        ]
      : [
          'Welfare lost to adverse selection (across) and to moral hazard (up) under each institution, in percent of a loan per application.',
          'A loss is what welfare gains when the problem is switched off, by letting lenders see types or by making effort contractible, averaged over the two orders of doing so (Shapley value).',
          'Grey lines join points of equal total loss, named where they meet the vertical axis; on the dashed line both cost the same.',
          'The part of adverse selection contains informational rents and the lenders’ errors of estimation.',
          certainty(inputs, 'en'),
        ],
    language,
  );
}

function altText(table: readonly Problems[], language: Language): string {
  const list = descending(table, (row) => row.together).map((row) =>
    language === 'zh'
      ? `${nameOf(row, 'zh')}：逆向选择 ${percent(row.adverseSelection)}，道德风险 ${percent(row.moralHazard)}`
      : `${row.label}: adverse selection ${percent(row.adverseSelection)}, moral hazard ${percent(row.moralHazard)}`,
  );
  return language === 'zh'
    ? `散点图，每类机构一点。${finding(table, 'zh')}${list.join('；')}。`
    : `Scatter plot, one point an institution. ${finding(table, 'en')} ${list.join('; ')}.`;
}
