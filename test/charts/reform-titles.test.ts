import { expect, it } from 'vitest';
import type { Cells } from '../../src/charts/chart.ts';
import { theme } from '../../src/charts/theme.ts';
import { drawingOf } from './drawing-of.ts';
import { experimentTables } from './experiment-fixture.ts';
import { fixture } from './fixture.ts';

it('a reform that is announced has a line of its own where borrowers begin to reckon with it', () => {
  const tables = experimentTables();
  const reform = tables['reform-paths']?.[0]?.['reform'] ?? '';
  const drawn = (from: number) => {
    const rows: Cells[] = [{ reform, measure: 'welfare', span: 'discounted', from }];
    const drawing = drawingOf('reform-paths', fixture({ tables: { ...tables, reforms: rows } }))!;
    return {
      spec: JSON.stringify(drawing.spec(theme('paper'), 'en')),
      words: drawing.caption('en'),
    };
  };
  // Paths of the fixture change in quarter 12.
  expect(drawn(8).spec).toContain('"values":[{"quarter":7.5}]');
  expect(drawn(8).words).toContain('a reform is announced');
  expect(drawn(12).spec).not.toContain('"values":[{"quarter":7.5}]');
  expect(drawn(12).words).not.toContain('announced');
});

it('the title of a reform’s path is that of its long run, as the verdict tells it', () => {
  const tables = experimentTables();
  const reforms = [...new Set(tables['reform-paths']?.map(({ reform }) => reform))];
  const drawn = (rows: readonly Cells[]) => {
    const inputs = fixture({ tables: { ...tables, reforms: rows } });
    const drawing = drawingOf('reform-paths', inputs)!;
    return {
      title: JSON.stringify(drawing.spec(theme('paper'), 'en').usermeta),
      caption: drawing.caption('en'),
    };
  };
  const long = (low: number, high: number) =>
    reforms.map((reform): Cells => ({ reform, measure: 'welfare', span: 'long-run', low, high }));
  expect(drawn(long(-0.01, 0.02)).title).toContain('No lasting change in welfare can be told');
  expect(drawn(long(0.001, 0.02)).title).toContain('Welfare ends higher');
  expect(drawn(long(-0.02, -0.001)).title).toContain('Welfare ends lower');
  expect(drawn(long(0, 1)).caption).toContain('The title speaks of the mean of the last eight');
  // Without a long run it is the last quarter that is drawn.
  expect(drawn([]).title).toContain('Welfare ends higher');
  expect(drawn([]).caption).not.toContain('The title speaks');
});
