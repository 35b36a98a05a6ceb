import { describe, expect, it } from 'vitest';
import { isMissing, type ChartInputs } from '../../src/charts/chart.ts';
import { isShort } from '../../src/charts/findings/title.ts';
import { headingOf } from '../../src/charts/kit/picture.ts';
import { charts } from '../../src/charts/registry.ts';
import { theme } from '../../src/charts/theme.ts';
import { languages } from '../../src/language.ts';
import { resultDictionary } from '../../src/measures/result-measures.ts';
import type { Row } from '../../src/measures/row.ts';
import { summarise } from '../../src/replicates/summary.ts';
import { experimentTables } from './experiment-fixture.ts';
import { fixture, fixtureInstitutions } from './fixture.ts';

const ids = fixtureInstitutions.map(({ id }) => id);
const names = fixtureInstitutions.map(({ label }) => label);

/** The fixture with other rows, and the summary that belongs to them. */
function withRows(change: (row: Row) => Row, replicates = 20): ChartInputs {
  const inputs = fixture({ replicates, tables: experimentTables(undefined, replicates) });
  const rows = inputs.rows.map(change);
  const summary = summarise(rows, inputs.scenario.reference, resultDictionary);
  return { ...inputs, rows, summary };
}

/** Luck that hangs on the row alone. */
function noise({ institution, replicate, measure }: Row): number {
  let hash = 0x811c9dc5;
  for (const letter of `${institution} ${replicate} ${measure}`)
    hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return 0.02 * (((hash ^ (hash >>> 15)) >>> 0) / 2 ** 32 - 0.5);
}

const base = fixture();
const levels = new Map(
  base.rows.map(({ institution, world, measure, replicate, quarter, value }) => [
    `${institution} ${world} ${measure} ${replicate} ${quarter}`,
    value,
  ]),
);
const valueOf = (row: Row, institution: string) =>
  levels.get(`${institution} ${row.world} ${row.measure} ${row.replicate} ${row.quarter}`) ?? NaN;

const cases: Readonly<Record<string, ChartInputs>> = {
  'as it is': withRows((row) => row),
  'nothing differs': withRows((row) => ({ ...row, value: valueOf(row, 'none') + noise(row) })),
  'the order is reversed': withRows((row) => ({
    ...row,
    value: valueOf(row, ids.toReversed()[ids.indexOf(row.institution)]),
  })),
  'a market froze': fixture({ loanless: ['sesame'], tables: experimentTables(undefined, 20) }),
  'all markets froze': fixture({ loanless: ids, tables: experimentTables(undefined, 20) }),
  'one replicate': fixture({ replicates: 1, tables: experimentTables(undefined, 1) }),
};

function titleOf(id: string, inputs: ChartInputs, language: (typeof languages)[number] = 'en') {
  const result = charts.find((one) => one.id === id)?.draw(inputs);
  if (result === undefined || isMissing(result)) return undefined;
  return headingOf(result.spec(theme('paper'), language));
}

const ofResults = charts.filter(({ ofThePaper }) => !ofThePaper).map(({ id }) => id);

describe.each(Object.entries(cases))('titles where %s', (_, inputs) => {
  it.each(ofResults)('%s: two lines in one column, ten words on a slide, no hole', (id) => {
    for (const language of languages) {
      const heading = titleOf(id, inputs, language);
      if (heading === undefined) continue;
      expect(heading.title).not.toMatch(/NaN|undefined|Infinity|null/);
      expect(heading.title.length).toBeGreaterThan(5);
      const long = `more than two lines in one column, or than ten words: “${heading.title}”`;
      expect(isShort(heading.title, language), long).toBe(true);
      const bare = `under the title, in ${language}, is too little: what was measured, of whom: “${heading.subtitle}”`;
      expect(heading.subtitle.length, bare).toBeGreaterThan(10);
      // Games of joining are designs, whose points and seed stand under the title.
      if (!id.startsWith('joining-')) expect(heading.subtitle).not.toContain('seed');
      if (language === 'en') expect(heading.title).not.toMatch(/\p{Script=Han}/u);
      else expect(heading.title).not.toMatch(/[a-z]{5}/);
    }
  });
});

/** Figures that rank institutions by a measure of the run. */
const ranked = ['welfare', 'adverse-selection-moral-hazard', 'effort'];

describe('a title that ranks', () => {
  it.each(ranked)('%s names nobody where nothing differs, nor with one replicate', (id) => {
    for (const which of ['nothing differs', 'one replicate']) {
      const { title } = titleOf(id, cases[which]) ?? { title: '' };
      for (const name of names) expect(title).not.toContain(name);
      expect(title).toMatch(/^(No difference|One replicate)/);
    }
  });

  it('names another where the order is reversed', () => {
    const [before, after] = ['as it is', 'the order is reversed'].map(
      (which) => titleOf('welfare', cases[which])?.title,
    );
    expect(before).toBe('Full sharing or Association-led leaves the most welfare');
    expect(after).toMatch(/^No sharing or Dual leaves the most welfare$/);
  });

  it('names nobody first who is not told apart from all others', () => {
    const clear = withRows((row) =>
      row.institution === 'full-sharing' ? { ...row, value: row.value + 0.05 } : row,
    );
    expect(titleOf('welfare', clear)?.title).toBe('Full sharing leaves the most welfare');
    const close = withRows((row) => {
      const near = ['full-sharing', 'dual'].includes(row.institution);
      return near ? { ...row, value: valueOf(row, 'full-sharing') + 0.05 + noise(row) } : row;
    });
    expect(titleOf('welfare', close)?.title).toMatch(
      /^(Full sharing or Dual|Dual or Full sharing) leaves the most welfare$/,
    );
  });

  it('says who beats the benchmark where nobody leads but some are told apart from it', () => {
    const inputs = cases['nothing differs'];
    const better = new Set(['full-sharing', 'dual']);
    const summary = inputs.summary.map((row) =>
      row.measure === 'welfare' && row.world === 'actual' && better.has(row.institution)
        ? { ...row, difference: 0.01, differenceLow: 0.005, differenceHigh: 0.015, adjustedP: 0.01 }
        : row,
    );
    const title = (language: (typeof languages)[number]) =>
      titleOf('welfare', { ...inputs, summary }, language)?.title;
    const all = ids.length - 1;
    expect(title('en')).toMatch(/^No clear best; two of \w+ beat No sharing$/);
    expect(title('zh')).toContain(`${all} 种中有 2 种福利高于`);
  });

  it('says in how many admissible economies it holds, where that is known', () => {
    const standings = {
      economies: 60,
      pairs: [
        {
          measure: 'welfare',
          first: 'negative-only',
          second: 'full-sharing',
          ahead: 3,
          behind: 47,
        },
      ],
    };
    const inputs = { ...cases['as it is'], standings };
    expect(titleOf('welfare', inputs)?.subtitle).toContain(
      'Full sharing is ahead of Negative data only in 47 of 60 economies that fit as well.',
    );
    expect(titleOf('welfare', { ...cases['nothing differs'], standings })?.subtitle).not.toContain(
      '60',
    );
  });
});

describe('a title that counts', () => {
  it('claims no difference where none can be told', () => {
    const inputs = cases['nothing differs'];
    expect(titleOf('differences', inputs)?.title).toBe(
      'No difference in approval, APR or default can be told',
    );
    expect(titleOf('welfare-rows', inputs)?.title).toMatch(/^No difference/);
    expect(titleOf('default-split', inputs)?.title).toMatch(/^About \d+ of 100/);
  });
});
