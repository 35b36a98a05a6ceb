import type { Language } from '../language.ts';
import { toldIn, type Scenario } from '../scenario/index.ts';

/** What a scenario says about itself. */
export interface ScenarioWords {
  readonly title: string;
  readonly question: string;
  readonly source: string;
}

/** Title, question and source in a language; a scenario that has only English ones keeps them. */
export function wordsOf(
  scenario: Pick<Scenario, 'title' | 'question' | 'source' | 'id' | 'words'>,
  language: Language,
): ScenarioWords {
  const { title, question, source, id } = scenario;
  const told = (text: string) => toldIn(scenario, text, language);
  const own = { title: told(title), question: told(question), source: told(source) };
  const words = shipped[language];
  if (!Object.hasOwn(words, id)) return own;
  const known = words[id];
  return known.of === title ? known : own;
}

/** Words of the shipped scenario whose file has English ones only; `of` is the English title that they are of, so that a changed copy keeps its own. */
type Shipped = Readonly<Record<string, ScenarioWords & { readonly of: string }>>;

const chinese: Shipped = {
  baseline: {
    of: 'Eight ways to share credit records',
    title: '信用记录共享的八种征信模式',
    question:
      '同样的借款人以同样的运气遇到八种征信模式。在哪些模式下有更多人获得贷款、以怎样的价格、有多少人因无力偿还或不愿偿还而违约？',
    source:
      '征信模式：Xu、Guo、Li 的表 1 与 Padilla 和 Pagano（2000）的基准。经济参数：本项目的假设，以及依消费信贷目标拟合的数值。规模较小，供初步了解。',
  },
};

/** In English scenarios speak for themselves. */
const shipped: Readonly<Record<Language, Shipped>> = { en: {}, zh: chinese };
