import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { institutions } from '../../src/institutions/registry.ts';
import { economyParameters, lenderParameters } from '../../src/engine/index.ts';
import { chinesePassport } from '../../src/report/chinese/passport.ts';
import { chineseFact } from '../../src/report/chinese/facts.ts';
import { writeReport } from '../../src/report/write-report.ts';
import { storedRun } from './stored-run.ts';

/** Terms that a Chinese reader rejects. */
const rejected = [
  ...['实际利率', '实付年利率', '贷款人', '倍本金', '薄档案', '接受率', '学生 t', '无法区分'],
  ...['各类机构', '这有多可靠'],
];

/** Names, ids and licences, which stay as they are. */
const proper = new Set([
  // Another scenario, that this one names.
  'lecture',
  ...['creditlab', 'none', 'tiny', 'seed', 'Holm', 'Karlan', 'Zinman', 'Einav', 'Finkelstein'],
  ...['Cullen', 'Padilla', 'Pagano', 'Akerlof', 'Chiappori', 'Salanié', 'Vega', 'Source', 'Sans'],
  ...[
    'Noto',
    'Clause',
    'Hirshleifer',
    'Licences',
    'English',
    'verify',
    'figures',
    'yaml',
    'lemons',
    'Meza',
    'Webb',
  ],
]);

/** What a reader sees of a page, apart from code, licences, data, and the assumptions, which keep the words of their sources. */
function visible(page: string): string {
  return page
    .replaceAll(/<(script|style|pre|code)\b.*?<\/\1>/gs, ' ')
    .replaceAll(/<details.*?<\/details>/gs, ' ')
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/&[a-z]+;/g, ' ');
}

describe('a report in Chinese', () => {
  it('speaks Chinese where asked, under names of its own, and each page names the other', async () => {
    const other = await storedRun();
    const found = (name: string) => readFileSync(join(other, name), 'utf8');
    try {
      await writeReport(other, { figures: false, language: 'zh' });
      expect(existsSync(join(other, 'report.html'))).toBe(false);
      for (const part of [
        '<html lang="zh-Hans">',
        '政府主导',
        'font-family:"Noto Sans SC"',
        '批准率 %',
        '95% 置信区间的一半',
        '政府或中央银行',
        '个数值：',
        '本项目的模型设定',
      ])
        expect(found('report.zh.html').includes(part), part).toBe(true);
      expect(found('tables/institutions.zh.tex')).toContain('运作机制');
      expect(found('report.zh.html')).not.toContain('href="report.html"');
      await writeReport(other, { figures: false });
      expect(found('report.zh.html')).toContain('href="report.html"');
      expect(found('report.html')).toContain('href="report.zh.html"');
      for (const name of ['report.zh.html', 'report.zh.md', 'verdict.zh.md'])
        for (const word of rejected) expect(found(name), `${name}: ${word}`).not.toContain(word);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });

  it('writes no stray English in Chinese: names, ids, sources and licences alone', async () => {
    const other = await storedRun();
    try {
      await writeReport(other, { figures: false, language: 'zh' });
      const texts = [
        ...['report.zh.md', 'verdict.zh.md'].map((name) => readFileSync(join(other, name), 'utf8')),
        visible(readFileSync(join(other, 'report.zh.html'), 'utf8')),
      ];
      const strays = texts.flatMap((text) =>
        // A command's flags and their values stay as they are typed.
        [
          ...text
            .replaceAll(/--[a-z-]+ \S+/g, '')
            .matchAll(/(?<![\w./-])[A-Za-z][a-z]{3,}(?![\w./-])/g),
        ]
          .map(([word]) => word)
          .filter((word) => !proper.has(word)),
      );
      expect([...new Set(strays)]).toEqual([]);
    } finally {
      rmSync(other, { recursive: true, force: true });
    }
  });
});

describe('in Chinese', () => {
  it('every fact of every institution of ours is there', () => {
    const facts = Object.values(institutions).flatMap((one) => Object.values(one.facts));
    const lacking = facts.filter((fact) => !/\p{Script=Han}/u.test(chineseFact(fact)));
    expect([...new Set(lacking)], 'src/report/chinese/facts.ts lacks these').toEqual([]);
  });

  it('every number of ours has its meaning, unit and source; names and titles stay', () => {
    const tables = [
      ...Object.values(economyParameters),
      lenderParameters,
      ...Object.values(institutions).map(({ parameters }) => parameters),
    ];
    const lacking = tables.flatMap((table) =>
      Object.values(table).flatMap((own) => {
        const { about, unit, source } = chinesePassport(own);
        const told = { meanings: about, units: unit, sources: source };
        return Object.entries(told).flatMap(([file, text]) =>
          /\p{Script=Han}/u.test(text) ? [] : [`${file}.ts lacks “${text}”`],
        );
      }),
    );
    expect([...new Set(lacking)], 'in src/report/chinese/').toEqual([]);
  });

  it('the facts of other institutions stay in their own words', () => {
    expect(chineseFact('Ruritania')).toBe('Ruritania');
    expect(chineseFact('constructor')).toBe('constructor');
  });
});
