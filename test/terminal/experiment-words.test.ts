import { describe, expect, it } from 'vitest';
import { readingOf } from '../../src/experiments/index.ts';
import { experimentOf, experiments } from '../../src/experiments/registry.ts';
import { spokenIn } from '../../src/scenario/index.ts';
import { loadScenario } from '../../src/scenario/load.ts';
import { experimentLegend, experimentTable } from '../../src/terminal/experiment-table.ts';
import { textTable } from '../../src/text/text-table.ts';

const spoken = experiments.filter((one) => readingOf(one).spoken !== undefined);

describe('what an experiment prints', () => {
  it('is Chinese where its sentences are', () => {
    expect(spoken.map(({ id }) => id)).toEqual(expect.arrayContaining(['timeline', 'who-gains']));
  });

  it.each(spoken.map(({ id }) => id))('of %s has no English word under --lang zh', async (id) => {
    const scenario = spokenIn(await loadScenario('registry-2028'), 'zh');
    const reading = readingOf(experimentOf(id));
    const legends = [{ replicates: 1 }, { replicates: 3, sanctions: 'relearned' as const }].flatMap(
      (other) => experimentLegend(reading, { ...scenario, ...other }, 'zh'),
    );
    const table = textTable(experimentTable(reading, scenario, [], 'zh'), 500);
    const text = [reading.spoken?.zh.title, ...legends, ...table].join('\n');
    // Flags and files have the names that are typed.
    expect(text.replaceAll(/--replicates|experiments\/timeline\.csv/g, '')).not.toMatch(
      /[A-Za-z]{2,}/,
    );
    // As in reports: these are not the words of the trade.
    expect(text).not.toMatch(/学生 t|制度/);
  });

  it.each(spoken.map(({ id }) => id))('of %s has the same columns in every language', (id) => {
    const { table, legend, spoken: words } = readingOf(experimentOf(id));
    expect(words?.zh.columns).toHaveLength(table.length);
    expect(words?.zh.legend).toHaveLength(legend.length);
    expect(words?.en).toMatchObject({ title: experimentOf(id).title, legend });
  });
});
