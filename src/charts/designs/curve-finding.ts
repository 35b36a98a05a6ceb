import type { Cells } from '../chart.ts';
import { inWords, type Language, lowered, type Words } from '../../language.ts';
import { institutionName } from '../../institution-names.ts';
import { shortest } from '../findings/title.ts';
import { enumerate } from '../kit/words.ts';
import { shortKey, type DesignFacts } from './facts.ts';

/** A point of a curve with its band. */
export interface CurveRow extends Cells {
  readonly institution: string;
  /** Value of the factor along the horizontal axis. */
  readonly at: number | string;
  /** Name of the panel: values of the other factors; '' if there is one panel only. */
  readonly panel: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** What curves are of. */
export interface CurveFrame {
  readonly title: Words;
  /** Name of the measure, and its unit as shown. */
  readonly measure: Words;
  readonly unit: Words;
  /** Values are multiplied by this: 100 for shares, which the axis shows in per cent. */
  readonly factor: number;
  /** Key of the factor along the axis. */
  readonly key: string;
  /** Keys of the factors that make panels. */
  readonly panelKeys?: readonly string[];
  /** What panels are called, by their names in the rows; those that are not here by these. */
  readonly panels?: ReadonlyMap<string, Words>;
  readonly bands: 'sup-t' | 'Bonferroni' | 'none';
  /** Whom the curves are differences from; absent of levels. */
  readonly against?: Words;
}

/** What the vertical axis is of: the measure, or its difference. */
export function drawnMeasure({ measure, against }: CurveFrame): Words {
  return against ? { en: `${measure.en}, difference`, zh: `${measure.zh}之差` } : measure;
}

/**
 * What curves show beyond doubt of their bands, which hold whole curves: which of them move, or which of differences leave
 * zero out somewhere. The plain title where there are no bands.
 */
export function curveFinding(
  facts: DesignFacts,
  { title, measure, key, against }: CurveFrame,
  rows: readonly CurveRow[],
  language: Language,
): string {
  const { scenario } = facts;
  const told = rows.flatMap(({ institution, panel, low, high }) =>
    low === null || high === null ? [] : [{ institution, panel, low, high }],
  );
  if (told.length === 0) return title[language];
  const panels = [...new Set(told.map(({ panel }) => panel))];
  const drawn = scenario.institutions.filter(({ id }) =>
    told.some(({ institution }) => institution === id),
  );
  const isSeen = (band: typeof told) =>
    against === undefined
      ? Math.max(...band.map(({ low }) => low)) > Math.min(...band.map(({ high }) => high))
      : band.some(({ low, high }) => low > 0 || high < 0);
  const seen = drawn.filter(({ id }) =>
    panels.some((panel) =>
      isSeen(told.filter((row) => row.institution === id && row.panel === panel)),
    ),
  );
  const names = enumerate(
    seen.map((one) => institutionName(one, language)),
    language,
  );
  const [count, all] = [seen.length, drawn.length];
  const what = inWords(language, { en: lowered(measure.en), zh: measure.zh });
  const whole = measure[language];
  const along = shortKey(key);
  const named = facts.factors?.get(key)?.name[language];
  const last = along.split('.').at(-1) ?? along;
  if (against !== undefined) {
    const other = against[language];
    if (count === 0)
      return inWords(language, {
        en: `${whole}: no difference from ${other} can be told`,
        zh: `${whole}：与${other}差异均不显著`,
      });
    const differ = count === 1 ? 'differs' : 'differ';
    return shortest(
      inWords(language, {
        en: [
          `${names} ${differ} from ${other} in ${what}`,
          `${count} of ${all} ${differ} from ${other} in ${what}`,
        ],
        zh: [
          `${names}在${what}上与${other}差异显著`,
          `${all} 种征信模式中 ${count} 种在${what}上与${other}差异显著`,
        ],
      }),
      language,
    );
  }
  if (count === 0)
    return inWords(language, {
      en: `${whole}: no curve can be told from a flat one`,
      zh: `${whole}：各条曲线的变化均不显著`,
    });
  return shortest(
    inWords(language, {
      en: [
        ...(named === undefined ? [] : [`${whole} moves with “${named}” under ${names}`]),
        `${whole} moves with ${along} under ${names}`,
        `${whole} moves with ${last} under ${names}`,
        `${whole} moves with ${last} under ${count} of ${all}`,
      ],
      zh: [
        ...(named === undefined ? [] : [`在${names}下，${whole}随“${named}”变化`]),
        `在${names}下，${whole}随 ${along} 变化`,
        `在${names}下，${whole}随 ${last} 变化`,
        `${all} 种征信模式中 ${count} 种的${whole}随 ${last} 变化`,
      ],
    }),
    language,
  );
}
