import { expect, it } from 'vitest';
import { isMissing } from '../../src/charts/chart.ts';
import { charts } from '../../src/charts/registry.ts';
import { theme } from '../../src/charts/theme.ts';
import { render } from '../../src/figures/vega-view.ts';
import { experimentTables } from './experiment-fixture.ts';
import { fixture, fixtureInstitutions } from './fixture.ts';

const institutions = fixtureInstitutions.slice(0, 3);
const inputs = fixture({
  replicates: 4,
  institutions,
  tables: experimentTables(institutions, 4),
});

/** Terms that a Chinese reader of the trade would not use, and what stands in their place. */
const rejected: Readonly<Record<string, string>> = {
  实际利率: '成交利率',
  实付年利率: '成交利率（年化）',
  贷款人: '贷款机构',
  倍本金: '本金的 %',
  薄档案: '信用记录较少者',
  接受率: '提款率',
  '学生 t': 'Student t',
  无法区分: '差异不显著',
  各类机构: '各征信模式',
  这有多可靠: '结果有多可靠',
};

/** Names and ids, which stay as they are. */
const proper =
  /^(Holm|Karlan|Zinman|Einav|Finkelstein|Cullen|Padilla|Pagano|Akerlof|Chiappori|Meza|Webb|Mann|Whitney|Sesame|Alibaba|Brier|Hirshleifer|Salani|creditlab|fixture|lemons)$/;

it.each(charts.map(({ id }) => id))('%s writes Chinese only, in terms of the trade', async (id) => {
  const result = charts.find((one) => one.id === id)?.draw(inputs);
  if (result === undefined || isMissing(result)) return;
  const { svg } = await render(result.spec(theme('paper'), 'zh'));
  const drawn = [...svg.matchAll(/<text\b[^>]*>(.*?)<\/text>/gs)].map(([, text = '']) => text);
  const texts = [...drawn, result.caption('zh'), result.altText('zh')].map((text) =>
    text.replaceAll(/<[^>]*>|&[a-z]+;/g, ' '),
  );
  for (const [term, instead] of Object.entries(rejected))
    expect(
      texts.filter((text) => text.includes(term)),
      `${term} is no word of the trade, ${instead} is`,
    ).toEqual([]);
  const words = [result.caption('zh'), result.altText('zh')];
  const foreign = words.flatMap(
    (text) => text.match(/.{0,20}(?:[.;,:](?=\s|$)|[：；，。] )/gu) ?? [],
  );
  expect(foreign, 'marks of English in Chinese text').toEqual([]);
  const strays = texts.flatMap((text) =>
    [...text.matchAll(/(?<![\w./-])[A-Za-z][a-z]{3,}(?![\w./-])/g)]
      .map(([word]) => word)
      .filter((word) => !proper.test(word)),
  );
  const whose = 'words that are not Chinese; `proper` above lists the names that may stand';
  expect([...new Set(strays)], whose).toEqual([]);
});
