import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { facts } from '../../src/evidence/registry.ts';
import { weightedLine } from '../../src/evidence/kit.ts';
import { sureness } from '../../src/evidence/read/price-line.ts';
import { farthest } from '../../src/evidence/facts/files/range-restriction.ts';

const root = new URL('../../evidence/', import.meta.url);
const read = (path: string) => readFileSync(new URL(path, root), 'utf8');
const published = JSON.parse(read('facts.json')).facts as readonly Record<string, unknown>[];

/** Rows of a CSV without quotation marks, by the names of its columns. */
function rowsOf(path: string): Record<string, number>[] {
  const [head, ...lines] = read(path)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return lines.map((cells) => Object.fromEntries(head.map((name, k) => [name, Number(cells[k])])));
}

describe('shipped facts', () => {
  it('are those of the evidence, in its order, and none besides', () => {
    expect(
      facts.map(({ id }) => id),
      'src/evidence/registry.ts and evidence/facts.json list the same facts in the same order',
    ).toEqual(published.map(({ id }) => id));
  });

  it.each(published.map((one) => [String(one['id']), one] as const))(
    '%s has its title, value, band, unit, population and source',
    (id, one) => {
      const fact = facts.find((known) => known.id === id);
      const { title, kind, fitted, value, band, unit, population, source } = fact ?? {};
      const { how = '' } = fact ?? {};
      const ours = { id, title, kind, fitted, value, band, unit, population, source, how };
      const { confidence: _, ...theirs } = one;
      expect(ours).toEqual({ how: '', ...theirs });
    },
  );
});

describe('what was published', () => {
  it('TransRisk: AUC at cut-offs of rank, and the share that is bad, follow from the data', () => {
    const groups = ['Non- Hispanic white', 'Black', 'Hispanic', 'Asian'];
    const people = [133165, 18274, 14702, 7906];
    const cdf = rowsOf('data/transrisk_fed2007/transrisk_cdf_by_race_ssa.csv');
    const performance = rowsOf('data/transrisk_fed2007/transrisk_performance_by_race_ssa.csv');
    const cells = cdf.map((row, k) => {
      const at = groups.map((name, g) => {
        const share = (row[name] - (k === 0 ? 0 : cdf[k - 1][name])) / 100;
        return { n: share * people[g], bad: share * people[g] * (performance[k][name] / 100) };
      });
      const sum = (of: 'n' | 'bad') => at.reduce((total, one) => total + one[of], 0);
      return { score: row['Score'], n: sum('n'), bad: sum('bad') };
    });
    const aucFrom = (cut: number) => {
      let [won, goods, bads] = [0, 0, 0];
      for (const { n, bad } of cells.filter(({ score }) => score >= cut)) {
        const good = n - bad;
        won += good * (bads + bad / 2);
        goods += good;
        bads += bad;
      }
      return won / (goods * bads);
    };
    const curve = [0, 10, 20, 30, 40, 50, 60, 70].map(aucFrom);
    expect(Math.abs(farthest(curve))).toBeLessThan(0.005);
    const all = (of: 'n' | 'bad') => cells.reduce((total, cell) => total + cell[of], 0);
    expect(all('bad') / all('n')).toBeCloseTo(0.2996, 3);
  });

  it('LendingClub: price on default over 35 grades', () => {
    const grades = rowsOf('data/lendingclub_2007_2010/by_sub_grade.csv');
    expect(grades).toHaveLength(35);
    const line = weightedLine(
      grades.map((row) => row['charge_off_rate']),
      grades.map((row) => row['mean_interest_rate'] * 1.54),
      grades.map((row) => sureness(row['charge_off_rate'], row['loans'])),
    );
    expect(line.slope).toBeCloseTo(0.79, 1);
    expect(line.slope / 1.54).toBeCloseTo(0.51, 1);
    expect(line.fit).toBeGreaterThan(0.94);
  });
});
