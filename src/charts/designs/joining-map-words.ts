import { institutionName } from '../../institution-names.ts';
import { inWords, marks, type Language } from '../../language.ts';
import { lenderName } from '../../lender-names.ts';
import { decimal, percent } from '../kit/words.ts';
import type { DesignFacts } from './facts.ts';
import { initials } from './initials.ts';
import { joiningMapTitle, type CoalitionRow } from './joining-map-rows.ts';

/** "1 holds, 62 fail". */
const outcomes = (holds: number, fails: number) =>
  `${holds} ${holds === 1 ? 'holds' : 'hold'}, ${fails} ${fails === 1 ? 'fails' : 'fail'}`;

/** How many coalitions hold and fail, of all games. */
export function finding(rows: readonly CoalitionRow[], language: Language): string {
  const count = (verdict: string) => rows.filter((row) => row.verdict === verdict).length;
  const [holds, fails, all] = [count('holds'), count('fails'), rows.length];
  if (holds + fails === 0)
    return inWords(language, {
      en: `Of none of ${all} coalitions can it be told whether it holds`,
      zh: `${all} 个联盟均无法判断能否维持`,
    });
  const rest = holds + fails < all;
  return inWords(language, {
    en: `Of ${all} coalitions ${outcomes(holds, fails)}${rest ? '; others cannot be told' : ''}`,
    zh: `${all} 个联盟中 ${holds} 个维持、${fails} 个瓦解${rest ? '，其余无法判断' : ''}`,
  });
}

/** What the initials beside marks stand for: "b1 Bank 1, cf Consumer finance". */
export function key(rows: readonly CoalitionRow[], language: Language): string {
  const named = rows.filter(({ byMeans, isPlanner }) => byMeans || isPlanner);
  const ids = named.flatMap(({ coalition, short }) =>
    short === 'all' || coalition === 'nobody' ? [] : coalition.split(' '),
  );
  const names = [...new Set(ids)]
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((id) => `${initials(id)} ${lenderName(id, language)}`);
  if (names.length === 0) return '';
  return `${names.join(marks[language].comma)}${marks[language].stop}`;
}

export function altText(
  { scenario }: DesignFacts,
  rows: readonly CoalitionRow[],
  language: Language,
): string {
  const items = scenario.institutions.flatMap((one) => {
    const own = rows.filter(({ institution }) => institution === one.id);
    if (own.length === 0) return [];
    const count = (verdict: string) => own.filter((row) => row.verdict === verdict).length;
    const planner = own.find(({ isPlanner }) => isPlanner);
    const worth = decimal(100 * (planner?.welfare ?? NaN), 2);
    const name = institutionName(one, language);
    return inWords(language, {
      en: `${name}: of ${own.length} coalitions ${outcomes(count('holds'), count('fails'))}, ${count('untold')} cannot be told; a planner would choose ${planner?.short ?? ''}, worth ${worth} more than nobody`,
      zh: `${name}：${own.length} 个联盟中 ${count('holds')} 个维持、${count('fails')} 个瓦解、${count('untold')} 个无法判断；规划者选 ${planner?.short ?? ''}，福利高 ${worth}`,
    });
  });
  return inWords(language, {
    en: `${joiningMapTitle.en}, marks: ${items.join('; ')}.`,
    zh: `${joiningMapTitle.zh}，散点图：${items.join('；')}。`,
  });
}

/** What marks show and at which fee, as the line under a title. */
export function under(rows: readonly CoalitionRow[], language: Language): string {
  const fees = [...new Set(rows.map(({ fee }) => fee))];
  const [fee] = fees;
  const at =
    fees.length > 1
      ? inWords(language, { en: ', each institution’s own fee', zh: '（各征信机构自身的费用）' })
      : typeof fee !== 'number'
        ? ''
        : inWords(language, {
            en: `, at a fee of ${percent(fee, 2)} for a loan`,
            zh: `（每笔贷款的费用为 ${percent(fee, 2)}）`,
          });
  return inWords(language, {
    en: `Welfare of every coalition of lenders, less that of nobody${at}; the ring: a planner’s choice.`,
    zh: `每个贷款机构联盟的福利减无人加入${at}；圆环为规划者所选的联盟。`,
  });
}
