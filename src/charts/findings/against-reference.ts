import type { Language } from '../../language.ts';
import type { ChartInputs } from '../chart.ts';
import { differenceRows, referenceName } from '../kit/differences.ts';
import { nameInSentence } from '../kit/select.ts';
import { countOf } from './numbers.ts';
import { shortest } from './title.ts';

/**
 * The title where nobody can be named best in welfare, yet some are told apart from the benchmark:
 * `No clear best; four of seven beat No sharing`. Undefined where none is.
 */
export function againstReferenceTitle(inputs: ChartInputs, language: Language): string | undefined {
  const rows = differenceRows(inputs, 'welfare');
  const sure = rows.filter(({ hollow, mean }) => !hollow && mean !== null);
  const above = sure.filter(({ mean }) => (mean ?? 0) > 0);
  if (sure.length === 0) return undefined;
  const base = referenceName(inputs, language);
  const way = above.length === sure.length ? 'above' : above.length === 0 ? 'below' : 'both';
  const say = words[language];
  const counted = say.counted(sure.length, rows.length);
  const verb = (sure.length === 1 ? say.one : say.some)[way];
  return shortest(
    [
      ...(sure.length === 1 ? [say.title(nameInSentence(sure[0], language), base, verb)] : []),
      say.title(counted, base, verb),
      say.title(counted, say.benchmark, verb),
    ],
    language,
  );
}

type Verbs = Readonly<Record<'above' | 'below' | 'both', string>>;

interface TitleWords {
  readonly benchmark: string;
  readonly counted: (some: number, all: number) => string;
  readonly title: (who: string, base: string, verb: string) => string;
  /** Of one institution, and of several. */
  readonly one: Verbs;
  readonly some: Verbs;
}

const words: Readonly<Record<Language, TitleWords>> = {
  en: {
    benchmark: 'the benchmark',
    counted: countOf,
    title: (who, base, verb) => `No clear best; ${who} ${verb} ${base}`,
    one: { above: 'beats', below: 'falls short of', both: 'differs from' },
    some: { above: 'beat', below: 'fall short of', both: 'differ from' },
  },
  zh: {
    benchmark: '基准',
    counted: (some, all) => (some === all ? `其余 ${all} 种` : `${all} 种中有 ${some} 种`),
    title: (who, base, verb) => `无明显的最优者；${who}福利${verb}${base}`,
    one: { above: '高于', below: '低于', both: '不同于' },
    some: { above: '高于', below: '低于', both: '不同于' },
  },
};
