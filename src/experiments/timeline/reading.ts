import { inquiries, withRecord, type Series } from '../../paper/index.ts';
import { fixed } from '../../measures/index.ts';
import { institutionName } from '../../findings/index.ts';
import { marks, type Language, type Words } from '../../language.ts';
import type { ExperimentReading } from '../reading.ts';
import { timelinePrinted } from './words.ts';

/** Curves of the experiment that the paper has points of. */
const compared: readonly {
  readonly measure: string;
  readonly series: Series;
  readonly what: Words;
}[] = [
  {
    ...{ measure: 'timeline:with-record', series: withRecord },
    what: { en: 'People with a record', zh: '有信用记录的人数' },
  },
  {
    ...{ measure: 'timeline:inquiries', series: inquiries },
    what: { en: 'Inquiries of a year', zh: '年查询次数' },
  },
];

interface TimelineWords {
  readonly question: string;
  readonly within: (mean: string, low: string, high: string) => string;
  readonly told: (what: string, year: number, paper: string, model: string) => string;
}

const words: Readonly<Record<Language, TimelineWords>> = {
  en: {
    question: 'What grew beside what the paper states of China?',
    within: (mean, low, high) => `${mean} (${low} to ${high})`,
    told: (what, year, paper, model) =>
      `${what}, ${year} over the first year: the paper ${paper}; ${model}.`,
  },
  zh: {
    question: '与论文所载的中国数据相比，增长了什么？',
    within: (mean, low, high) => `${mean}（${low} 至 ${high}）`,
    told: (what, year, paper, model) =>
      `${what}，${year} 年与第一年之比：论文 ${paper}；${model}。`,
  },
};

/** What the paper states of a series, relative to its first point, and how many years after it. */
function stated({ points: [first, ...later] }: Series) {
  return later.map(({ year, value }) => ({
    year,
    after: year - first.year,
    ratio: value / first.value,
  }));
}

export const timelineReading: ExperimentReading = {
  table: [],
  laws: [],
  truths: [],
  legend: timelinePrinted.en.legend,
  spoken: timelinePrinted,
  answers: (_, cast, summary) => {
    const { language = 'en' } = cast;
    const { question, within, told } = words[language];
    const sentences = compared.flatMap(({ measure, series, what }) =>
      stated(series).flatMap(({ year, after, ratio }) => {
        const model = summary.flatMap((row) => {
          if (row.measure !== measure || row.at !== after + 1) return [];
          const [mean, low, high] = [row.mean, row.low, row.high].map((x) => fixed(x, 2));
          const ends = Number.isNaN(row.low) ? mean : within(mean, low, high);
          return [`${institutionName(row.institution, cast)} ${ends}`];
        });
        if (model.length === 0) return [];
        const all = model.join(marks[language].semicolon);
        return [told(what[language], year, fixed(ratio, 2), all)];
      }),
    );
    return [{ question, sentences }];
  },
};
