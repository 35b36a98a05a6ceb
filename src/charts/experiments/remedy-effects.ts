import { inWords, marks, type Language, type Words } from '../../language.ts';
import { mean } from '../../math/statistics.ts';
import type { Cells, ChartInputs } from '../chart.ts';

const words: Readonly<Record<string, Words>> = {
  'law and supervision': { en: 'law', zh: '立法与监管' },
  'one data standard': { en: 'one standard', zh: '统一标准' },
  'publicity and education': { en: 'publicity', zh: '宣传教育' },
  all: { en: 'all three', zh: '三者并举' },
  Weak: { en: 'weak', zh: '弱' },
  Middling: { en: 'middling', zh: '中' },
  Strong: { en: 'strong', zh: '强' },
};

/** A remedy as people call it, or two of them. */
export const named = (remedies: string, language: Language) =>
  remedies
    .split(' + ')
    .map((one) => words[one]?.[language] ?? one)
    .join(inWords(language, { en: ' + ', zh: '＋' }));

/** What a set of remedies does to a measure in one economy, or over several. */
export interface RemedyEffect extends Cells {
  readonly economy: number;
  readonly measure: string;
  readonly strength: string;
  readonly remedies: string;
  readonly kind: string;
  readonly mean: number | null;
  readonly low: number | null;
  readonly high: number | null;
}

/** Effects by economy; interactions stand in the table only. */
export function effectsOf({ tables }: ChartInputs): RemedyEffect[] {
  const number = (value: unknown) => (typeof value === 'number' ? value : null);
  return (tables['remedies'] ?? []).flatMap((row): RemedyEffect[] => {
    if (row['kind'] === 'interaction') return [];
    const text = (key: string) => String(row[key]);
    return [
      {
        ...{ economy: Number(row['economy']), measure: text('measure') },
        strength: text('strength'),
        ...{ remedies: text('remedies'), kind: text('kind') },
        ...{ mean: number(row['mean']), low: number(row['low']), high: number(row['high']) },
      },
    ];
  });
}

/** One row for all economies: the mean of their means, and the least and the most of these. */
export function overEconomies(effects: readonly RemedyEffect[]): RemedyEffect[] {
  const ofOne = effects.filter(({ economy }) => economy === effects[0].economy);
  return ofOne.map((row) => {
    const means = effects.flatMap(({ measure, strength, remedies, kind, mean: own }) =>
      measure === row.measure &&
      strength === row.strength &&
      remedies === row.remedies &&
      kind === row.kind &&
      own !== null
        ? [own]
        : [],
    );
    if (means.length === 0) return { ...row, mean: null, low: null, high: null };
    return { ...row, mean: mean(means), low: Math.min(...means), high: Math.max(...means) };
  });
}

/** Which remedies move welfare for certain at every strength, and in every economy asked. */
export function finding(
  table: readonly RemedyEffect[],
  economies: number,
  language: Language,
): string {
  const alone = table.filter(({ measure, kind }) => measure === 'welfare' && kind === 'alone');
  const names = [...new Set(alone.map(({ remedies }) => remedies))];
  const always = (isMeant: (row: RemedyEffect) => boolean) =>
    names
      .filter((one) => alone.filter(({ remedies }) => remedies === one).every(isMeant))
      .map((one) => named(one, language));
  const up = always(({ low }) => low !== null && low > 0);
  const down = always(({ high }) => high !== null && high < 0);
  if (up.length + down.length === 0)
    return inWords(language, {
      en: `No remedy moves welfare for certain at every strength${economies > 1 ? ` in all ${economies} economies` : ''}`,
      zh: `没有一项对策在${economies > 1 ? `全部 ${economies} 个经济的` : ''}各强度下都显著改变福利`,
    });
  const list = (own: readonly string[]) => own.join(inWords(language, { en: ' and ', zh: '、' }));
  const told = [
    ...(up.length > 0
      ? [
          inWords(language, {
            en: `${list(up)} ${up.length > 1 ? 'raise' : 'raises'} welfare`,
            zh: `${list(up)}提高福利`,
          }),
        ]
      : []),
    ...(down.length > 0
      ? [
          inWords(language, {
            en: `${list(down)} ${down.length > 1 ? 'lower' : 'lowers'} ${up.length > 0 ? 'it' : 'welfare'}`,
            zh: `${list(down)}降低福利`,
          }),
        ]
      : []),
  ].join(marks[language].comma);
  const text = inWords(language, {
    en: `${told} at every strength${economies > 1 ? ` in all ${economies} economies` : ''}`,
    zh: `在${economies > 1 ? `全部 ${economies} 个经济的` : ''}各强度下${told}`,
  });
  return text.charAt(0).toUpperCase() + text.slice(1);
}
