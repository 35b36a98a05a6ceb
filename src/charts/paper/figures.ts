import type { Growth, Series } from '../../paper/index.ts';
import type { Drawing } from '../chart.ts';
import { paperPoints } from './points.ts';
import { percent } from '../kit/words.ts';

/** Figure 1: natural persons in the central registry, and those of them with a credit record. */
export function paperFigure1(persons: Series, withRecord: Series): Drawing {
  const share = (k: number) => percent(withRecord.points[k].value / persons.points[k].value);
  return paperPoints({
    title: { en: 'Natural persons in the central registry', zh: '央行征信系统收录的自然人' },
    unit: { en: 'million persons, at the end of the year', zh: '百万人，年末' },
    finding: {
      en: `${share(0)} of them had a credit record in 2015, ${share(1)} in 2018.`,
      zh: `其中有信贷记录者 2015 年占 ${share(0)}，2018 年占 ${share(1)}。`,
    },
    series: [
      { ...persons, name: { en: 'in the registry', zh: '收录的自然人' } },
      { ...withRecord, name: { en: 'with a credit record', zh: '有信贷记录者' } },
    ],
  });
}

/** Figure 3: institutions connected to the registry. */
export function paperFigure3(connected: Series, growth: Growth): Drawing {
  return paperPoints({
    title: { en: 'Institutions connected to the central registry', zh: '接入央行征信系统的机构' },
    unit: { en: 'institutions', zh: '机构数' },
    finding: {
      en: `At most ${percent(growth.perYear)} a year between the two.`,
      zh: `两年份之间每年至多增长 ${percent(growth.perYear)}。`,
    },
    series: [{ ...connected, name: { en: 'institutions connected', zh: '接入机构' } }],
  });
}

/** Figure 4: inquiries for personal reports. */
export function paperFigure4(inquiries: Series, growth: Growth): Drawing {
  const [total, yearly] = [percent(growth.total, 0), percent(growth.perYear)];
  return paperPoints({
    title: { en: 'Inquiries for personal credit reports', zh: '个人征信报告查询次数' },
    unit: { en: 'million inquiries a year', zh: '百万次，每年' },
    finding: {
      en: `${total} more in five years is ${yearly} a year; the paper prints ${total} as growth year on year.`,
      zh: `五年增长 ${total}，即每年 ${yearly}；论文将 ${total} 写作同比增长。`,
    },
    series: [{ ...inquiries, name: { en: 'inquiries', zh: '查询次数' } }],
  });
}
