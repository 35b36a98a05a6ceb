import type { Language } from '../language.ts';
import type { Scenario } from '../scenario/index.ts';

/** What a scenario says about itself. */
export interface ScenarioWords {
  readonly title: string;
  readonly question: string;
  readonly source: string;
}

/** Title, question and source in a language; a scenario that has only English ones keeps them. */
export function wordsOf(
  { title, question, source, id }: Pick<Scenario, 'title' | 'question' | 'source' | 'id'>,
  language: Language,
): ScenarioWords {
  const own = { title, question, source };
  if (language === 'en' || !Object.hasOwn(chinese, id)) return own;
  const known = chinese[id];
  return known.of === title ? known : own;
}

/** Chinese words of shipped scenarios; `of` is the English title that they are of, so that a changed copy keeps its own. */
const chinese: Readonly<Record<string, ScenarioWords & { readonly of: string }>> = {
  baseline: {
    of: 'Eight ways to share credit records',
    title: '信用记录共享的八种征信模式',
    question:
      '同样的借款人以同样的运气遇到八种征信模式。在哪些模式下有更多人获得贷款、以怎样的价格、有多少人因无力偿还或不愿偿还而违约？',
    source:
      '征信模式：Xu、Guo、Li 的表 1 与 Padilla 和 Pagano（2000）的基准。经济参数：本项目的假设，以及依消费信贷目标拟合的数值。规模较小，供初步了解。',
  },
  study: {
    of: 'Eight ways to share credit records, in earnest',
    title: '信用记录共享的八种征信模式（正式规模）',
    question: '给基准情景以足够多的人，会得到怎样的结果？',
    source: '基准情景，借款人为其五倍，重复次数为其三倍以上。',
  },
  tiny: {
    of: 'A first look, in seconds',
    title: '数秒内的初步了解',
    question: '一次运行的文件与表格是什么样子？市场太小，不足以下结论：请看区间有多宽。',
    source: '缩小后的基准情景，供教学与测试。',
  },
};
