import type { TopLevelSpec } from 'vega-lite';
import type { Chart, ChartInputs } from '../chart.ts';
import { estimate } from '../../math/interval.ts';
import { institutionName } from '../../institution-names.ts';
import { experimentValues, orderInExperiment } from '../findings/inputs.ts';
import { leaderTitle } from '../findings/leader.ts';
import {
  asExperiment,
  asShares,
  curves,
  singles,
  type CurvePoint,
} from '../kit/experiment-rows.ts';
import { frame, roundAxis } from '../kit/frame.ts';
import { institutionLegend, nameExpression } from '../kit/institutions.ts';
import { certainty, descending, lacks, nameInSentence, runIt } from '../kit/select.ts';
import { listing, range, sentence } from '../kit/sentences.ts';
import type { Theme } from '../theme.ts';
import { inWords, type Language } from '../../language.ts';
import { decimal, paragraph, percent } from '../kit/words.ts';
import { rocPanel } from './roc-panel.ts';

const title = {
  en: 'How well lenders tell borrowers apart, and whether their odds are right',
  zh: '贷款机构能否区分借款人，其估计是否准确',
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
      return lacks({ en: 'ROC or calibration curve', zh: 'ROC 或校准曲线' }, runIt('roc'));
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
            inWords(language, {
              en: 'Left: the share of bad borrowers refused for each share of good ones refused with them; the diagonal is chance. Right: estimated against observed default over the life of a loan; on the diagonal the odds are right. Upright lines are 95% intervals. Among applicants; who was refused counts as if granted at the cap on rates.',
              zh: '左：ROC 曲线，在误拒好借款人的比例之下，正确拒绝坏借款人的比例；对角线为随机。右：校准，贷款存续期内估计的违约概率与实际违约比例；对角线为完全准确。竖线为 95% 置信区间。均以申请者计；被拒者按以利率上限获贷计。',
            }),
            certainty(inputs, language),
          ],
          language,
        ),
      altText: (language) =>
        paragraph(
          [
            inWords(language, { en: 'ROC and calibration curves.', zh: 'ROC 与校准曲线。' }),
            auc.length === 0 ? '' : sentence(range(auc, 'AUC', language, write), language),
            listing(auc, 'AUC', language, write),
            gap(calibration, language),
          ],
          language,
        ),
    };
  },
};

/** Under whom lenders tell borrowers apart best. */
function finding(inputs: ChartInputs, language: Language): string {
  return leaderTitle(
    inputs,
    orderInExperiment(inputs, 'roc', 'roc:auc', 'higher'),
    {
      noun: { en: 'telling borrowers apart', zh: '区分借款人的能力' },
      best: { en: 'lenders most able to tell', zh: '贷款机构最能区分借款人' },
      worst: { en: 'lenders least able to tell', zh: '贷款机构最难区分借款人' },
    },
    (mean) => decimal(mean, 2),
    language,
  );
}

/** Where the estimated odds are most wrong. */
function gap(calibration: readonly CurvePoint[], language: Language): string {
  const missBy = ({ at, mean }: CurvePoint) => Math.abs((mean ?? at) - at);
  const worst = descending(calibration, missBy)[0];
  if (worst === undefined) return '';
  const [said, was] = [percent(worst.at), percent(worst.mean ?? NaN)];
  return inWords(language, {
    en: `The estimate is furthest off under ${worst.label}: ${said} said, ${was} seen.`,
    zh: `估计偏差最大处：${nameInSentence(worst, 'zh')}，估计 ${said}，实际 ${was}。`,
  });
}

function spec(
  inputs: ChartInputs,
  roc: readonly CurvePoint[],
  calibration: readonly CurvePoint[],
  look: Theme,
  language: Language,
): TopLevelSpec {
  const { fontSize } = look;
  const { stacked, aside, side } = layoutOf(look);
  const common = { side, legend: legendOf(inputs, aside, look, language), inputs, look };
  const panels = [
    rocPanel(common, {
      name: 'roc',
      points: roc,
      top: 1,
      titleX: inWords(language, {
        en: 'Refused of 100 good applicants',
        zh: '每 100 个好申请人中被拒',
      }),
      titleY: inWords(language, { en: 'Refused of 100 bad ones', zh: '每 100 个坏申请人中被拒' }),
    }),
    rocPanel(common, {
      name: 'calibration',
      points: calibration,
      // An interval by Student's t may reach above one; a probability cannot.
      top: Math.min(1, roundAxis(0, highestOf(calibration), 4).high),
      titleX: inWords(language, { en: 'Estimated default', zh: '估计的违约概率' }),
      titleY: inWords(language, { en: 'Observed default', zh: '实际违约比例' }),
    }),
  ].filter((one) => one !== undefined);
  return {
    ...frame(look, language, finding(inputs, language), [
      inWords(language, {
        en: 'Left: of 100 bad applicants, how many are refused for each share of good ones (AUC in the legend). Right: default as estimated and as it came.',
        zh: '左：每 100 个坏申请人中拒绝多少（图例中为 AUC）；右：估计与实际的违约。',
      }),
    ]),
    spacing: fontSize * 2,
    ...(stacked ? { vconcat: panels } : { hconcat: panels }),
  };
}

/** Whether panels stand one above the other, whether the legend stands at the side, and how wide a panel is. */
function layoutOf({ fontSize, width, height }: Theme) {
  const stacked = width < fontSize * 45;
  const beside = (width - fontSize * 14) / 2;
  // Where there is more width than height, the legend stands at the side.
  const aside = !stacked && beside > height;
  const each = stacked ? width - fontSize * 6 : beside - (aside ? fontSize * 8.5 : 0);
  return { stacked, aside, side: Math.floor(Math.min(each, height)) };
}

const highestOf = (points: readonly CurvePoint[]) =>
  Math.max(0.1, ...points.flatMap(({ at, mean, high }) => [at, mean ?? 0, high ?? 0]));

/** Names of institutions, each with its AUC. */
function legendOf(inputs: ChartInputs, aside: boolean, look: Theme, language: Language) {
  const { fontSize } = look;
  const withAuc = {
    ...inputs.scenario,
    institutions: inputs.scenario.institutions.map((one) => {
      const values = experimentValues(inputs, 'roc', 'roc:auc', one.id);
      const name = institutionName(one, language);
      return { ...one, label: `${name}  ${decimal(estimate(values).mean, 3)}` };
    }),
  };
  return {
    ...institutionLegend(withAuc, look, language, 'bottom'),
    ...(aside
      ? {
          orient: 'right' as const,
          columns: 1,
          labelExpr: nameExpression(withAuc, look, language, fontSize * 13, 2),
        }
      : {}),
    symbolType: 'stroke',
    symbolSize: (fontSize * 2.2) ** 2,
    symbolStrokeWidth: look.line * 2,
  };
}
