import { inWords, marks, type Language, type Words } from '../../language.ts';
import type { Cells, ChartInputs } from '../chart.ts';
import { countOf, countWord } from '../findings/numbers.ts';
import { nameInSentence } from '../kit/select.ts';
import { inBrackets, paragraph } from '../kit/words.ts';

/** What a reader sees of a contributor. */
export const sightLevels = ['own', 'none', 'negative', 'full-without-balances', 'full'] as const;
export type SightLevel = (typeof sightLevels)[number];

/** One row of the table `who-sees-what`: one reader, one contributor, one institution. */
export interface SightRow extends Cells {
  readonly institution: string;
  readonly label: string;
  /** Lender ids, in the order of the market; `contributor` may also be `score`. */
  readonly reader: string;
  readonly contributor: string;
  readonly level: SightLevel;
}

/** The column that says who sees the institution's own score. */
export const scoreColumn = 'score';

/** What each level is called. */
export const levelNames: Readonly<Record<SightLevel, Words>> = {
  own: { en: 'own records', zh: '自有记录' },
  none: { en: 'nothing', zh: '看不到' },
  negative: { en: 'defaults only', zh: '仅违约' },
  'full-without-balances': { en: 'closed loans', zh: '已结清贷款' },
  full: { en: 'closed and open loans', zh: '已结清与未结清贷款' },
};
/** The rows of the table that are what they should be, in the scenario's order of institutions. */
export function sights(inputs: ChartInputs): SightRow[] {
  const rows = inputs.tables['who-sees-what'] ?? [];
  return inputs.scenario.institutions.flatMap(({ id, label }) =>
    rows.flatMap((row) => {
      const level = sightLevels.find((one) => one === row['level']);
      if (row['institution'] !== id || level === undefined) return [];
      const { reader, contributor } = row;
      return [
        { institution: id, label, reader: String(reader), contributor: String(contributor), level },
      ];
    }),
  );
}

/** Under whom lenders see most of each other, by the rules. */
export function sightsTitle(
  inputs: ChartInputs,
  table: readonly SightRow[],
  language: Language,
): string {
  const seen = inputs.scenario.institutions.map(({ id, label }) => {
    const pairs = table.filter(
      ({ institution, level, contributor }) =>
        institution === id && level !== 'own' && contributor !== scoreColumn,
    );
    const some = pairs.filter(({ level }) => level !== 'none').length;
    return { name: nameInSentence({ institution: id, label }, language), some, all: pairs.length };
  });
  const [open] = seen.toSorted((a, b) => b.some - a.some);
  const closed = seen.filter(({ some }) => some === 0).length;
  if (open.some === 0)
    return inWords(language, { en: 'No lender sees another’s records', zh: '贷款机构互不可见' });
  const full = seen.filter(({ some, all }) => some === all).length;
  const count = (n: number) => countWord(n, language);
  if (full === 0)
    return inWords(language, {
      en: 'Nowhere do all lenders see each other’s records',
      zh: `${seen.length} 种模式中没有一种全部可见`,
    });
  return inWords(language, {
    en: `All lenders share under ${countOf(full, seen.length)}${closed === 0 ? '' : `, none under ${count(closed)}`}`,
    zh: `${seen.length} 种模式中 ${full} 种全部可见${closed === 0 ? '' : `，${closed} 种互不可见`}`,
  });
}

/** Whether lenders of one kind see different things of the same contributor, so that more than the kind decides. */
export function dependsOnMore(table: readonly SightRow[]): boolean {
  const kindOf = (lender: string) => lender.replace(/-\d+$/, '');
  return table.some(
    (a) =>
      a.level !== 'own' &&
      table.some(
        (b) =>
          b.level !== 'own' &&
          b.institution === a.institution &&
          b.contributor === a.contributor &&
          kindOf(b.reader) === kindOf(a.reader) &&
          b.level !== a.level,
      ),
  );
}

/** Of all pairs of different lenders, how many see everything, defaults, nothing. */
export function sightsAltText(
  inputs: ChartInputs,
  table: readonly SightRow[],
  language: Language,
): string {
  const lines = inputs.scenario.institutions.map((one) => {
    const pairs = table.filter(
      ({ institution, level, contributor }) =>
        institution === one.id && level !== 'own' && contributor !== scoreColumn,
    );
    const counts = (['full', 'full-without-balances', 'negative', 'none'] as const).flatMap(
      (level) => {
        const number = pairs.filter((pair) => pair.level === level).length;
        return number === 0 ? [] : [`${levelNames[level][language]} ${number}`];
      },
    );
    const name = nameInSentence({ institution: one.id, label: one.label }, language);
    return name + inBrackets(counts.join(marks[language].comma), language);
  });
  return paragraph(
    [
      inWords(language, {
        en: 'Matrices, one an institution. Pairs of different lenders by what the one sees of the other:',
        zh: '矩阵，每种征信模式一幅。不同贷款机构之间的成对可见程度计数：',
      }),
      inWords(language, { en: `${lines.join('; ')}.`, zh: `${lines.join('；')}。` }),
    ],
    language,
  );
}
