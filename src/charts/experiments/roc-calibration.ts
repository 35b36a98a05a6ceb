import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartInputs, Panel } from '../chart.ts';
import {
  asExperiment,
  asShares,
  curves,
  singles,
  type CurvePoint,
} from '../kit/experiment-rows.ts';
import { fade, frame, roundAxis } from '../kit/frame.ts';
import { institutionLegend, institutionScales, nameExpression } from '../kit/institutions.ts';
import { descending, footing, lacks, nameOf } from '../kit/select.ts';
import { listing, range, sentence } from '../kit/sentences.ts';
import { dashed, ink, type Theme } from '../theme.ts';
import type { Language } from '../../language.ts';
import { decimal, paragraph, percent } from '../kit/words.ts';

const title = {
  en: 'How well lenders tell borrowers apart, and whether their odds are right',
  zh: '贷款人能否区分借款人，其估计是否准确',
};

/** ROC curves and calibration of the default probability that lenders price with, among applicants. */
export const rocCalibration: Chart = {
  id: 'roc-calibration',
  title,
  experiment: 'roc',
  draw(all) {
    const inputs = asExperiment(all, 'roc');
    const roc = asShares(curves(inputs, 'roc', 'roc:true-positive'));
    const calibration = asShares(curves(inputs, 'roc', 'roc:observed'));
    if (roc.length === 0 && calibration.length === 0)
      return lacks(
        { en: 'ROC or calibration curve', zh: 'ROC 或校准曲线' },
        {
          en: 'Run it with: creditlab experiment roc.',
          zh: '请先运行：creditlab experiment roc。',
        },
      );
    const auc = asShares(singles(inputs, 'roc', 'roc:auc'));
    const write = (value: number) => decimal(value, 3);
    return {
      table: [
        ...roc.map(({ at, ...row }) => ({ curve: 'roc', ...row, falsePositive: at })),
        ...calibration.map(({ at, ...row }) => ({ curve: 'calibration', ...row, predicted: at })),
      ],
      spec: (look, language) => spec(inputs, roc, calibration, look, language),
      caption: (language) =>
        paragraph(
          [
            language === 'zh'
              ? '左：ROC 曲线，在误拒好借款人的比例之下，正确拒绝坏借款人的比例；对角线为随机。右：校准，贷款存续期内估计的违约概率与实际违约比例；对角线为完全准确。竖线为 95% 置信区间。均以申请者计；被拒者按以利率上限获贷计。'
              : 'Left: the share of bad borrowers refused for each share of good ones refused with them; the diagonal is chance. Right: estimated against observed default over the life of a loan; on the diagonal the odds are right. Upright lines are 95% intervals. Among applicants; who was refused counts as if granted at the cap on rates.',
            `${footing(inputs, language)}${language === 'zh' ? '。' : '.'}`,
          ],
          language,
        ),
      altText: (language) =>
        paragraph(
          [
            language === 'zh' ? 'ROC 与校准曲线。' : 'ROC and calibration curves.',
            auc.length === 0 ? '' : sentence(range(auc, 'AUC', language, write), language),
            listing(auc, 'AUC', language, write),
            gap(calibration, language),
          ],
          language,
        ),
    };
  },
};

/** Where the estimated odds are most wrong. */
function gap(calibration: readonly CurvePoint[], language: Language): string {
  const missBy = ({ at, mean }: CurvePoint) => Math.abs((mean ?? at) - at);
  const worst = descending(calibration, missBy)[0];
  if (worst === undefined) return '';
  const [said, was] = [percent(worst.at), percent(worst.mean ?? NaN)];
  return language === 'zh'
    ? `估计偏差最大处：${nameOf(worst, 'zh')}，估计 ${said}，实际 ${was}。`
    : `The estimate is furthest off under ${worst.label}: ${said} said, ${was} seen.`;
}

function spec(
  inputs: ChartInputs,
  roc: readonly CurvePoint[],
  calibration: readonly CurvePoint[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const zh = language === 'zh';
  const stacked = look.width < fontSize * 45;
  const beside = (look.width - fontSize * 14) / 2;
  // Where there is more width than height, the legend stands at the side.
  const aside = !stacked && beside > look.height;
  const each = stacked ? look.width - fontSize * 6 : beside - (aside ? fontSize * 8.5 : 0);
  const side = Math.floor(Math.min(each, look.height));
  const scales = institutionScales(inputs.scenario);
  const dash = { ...scales.dash, range: scales.dash.range.map((one) => dashed(one, look)) };
  const legend = {
    ...institutionLegend(inputs.scenario, look, language, 'bottom'),
    ...(aside
      ? {
          orient: 'right' as const,
          columns: 1,
          labelExpr: nameExpression(inputs.scenario, look, language, fontSize * 13, 2),
        }
      : {}),
    symbolType: 'stroke',
    symbolSize: (fontSize * 2.2) ** 2,
    symbolStrokeWidth: look.line * 2,
  };
  const panels = [
    panel('roc', roc, 1, zh ? '误拒好借款人' : 'Good refused', zh ? '拒绝坏借款人' : 'Bad refused'),
    panel(
      'calibration',
      calibration,
      // An interval by Student's t may reach above one; a probability cannot.
      Math.min(
        1,
        roundAxis(
          0,
          Math.max(0.1, ...calibration.flatMap(({ at, mean, high }) => [at, mean ?? 0, high ?? 0])),
          4,
        ).high,
      ),
      zh ? '估计的违约概率' : 'Estimated default',
      zh ? '实际违约比例' : 'Observed default',
    ),
  ].filter((one) => one !== undefined);
  return {
    ...frame(look, language, title[language], [footing(inputs, language)]),
    spacing: fontSize * 2,
    ...(stacked ? { vconcat: panels } : { hconcat: panels }),
  };

  function panel(
    name: string,
    points: readonly CurvePoint[],
    top: number,
    titleX: string,
    titleY: string,
  ): Panel | undefined {
    if (points.length === 0) return undefined;
    const { domain, ticks } = roundAxis(0, top, 4);
    const channel = (field: string, axisTitle: string) =>
      ({
        field,
        type: 'quantitative',
        scale: { domain, nice: false },
        axis: { title: axisTitle, values: ticks, format: '.0%' },
      }) as const;
    const x = channel('at', titleX);
    const y = channel('mean', titleY);
    const own = { field: 'institution', type: 'nominal', legend } as const;
    const data = { name, values: [...points] };
    return {
      width: side,
      height: side,
      layer: [
        {
          data: {
            values: [
              { at: 0, mean: 0 },
              { at: top, mean: top },
            ],
          },
          mark: {
            type: 'line',
            color: ink.axis,
            strokeDash: dashed([2, 2], look),
            strokeWidth: look.line,
          },
          encoding: { x, y },
        },
        {
          data,
          mark: { type: 'rule', clip: true },
          encoding: {
            x,
            y: { ...y, field: 'low' },
            y2: { field: 'high' },
            color: { ...own, scale: scales.colour },
            opacity: fade,
          },
        },
        {
          data,
          mark: { type: 'line', clip: true },
          encoding: {
            x,
            y,
            color: { ...own, scale: scales.colour },
            strokeDash: { ...own, scale: dash },
            opacity: fade,
          },
        },
      ],
    };
  }
}
