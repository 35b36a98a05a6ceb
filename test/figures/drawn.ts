import { isMissing, type Drawing } from '../../src/charts/chart.ts';
import { charts } from '../../src/charts/registry.ts';
import { theme } from '../../src/charts/theme.ts';
import type { Language } from '../../src/language.ts';
import { figureFiles } from '../../src/figures/figure.ts';
import { formats } from '../../src/figures/index.ts';
import type { Content } from '../../src/folder/publish/files.ts';
import { fixture } from '../charts/fixture.ts';

const program = 'creditlab 0.0.0';
export const about = {
  program,
  stamp: {
    ...({ kind: 'simulated', program, scenario: 'fixture', replicates: 20 } as const),
    economy: { en: 'calibrated to nothing', zh: '未经校准' },
  },
  origin: [
    ['Scenario', 'fixture <1> & "co"'],
    ['Seed', 'séed-1 种子'],
    ['Results SHA-256', 'ab'.repeat(32)],
  ],
} as const;

function drawing(id: string): Drawing {
  const result = charts.find((one) => one.id === id)?.draw(fixture());
  if (result === undefined || isMissing(result)) throw new Error(`no drawing of ${id}`);
  return result;
}

/** With a title in which nothing may become markup. */
function dangerous(plain: Drawing): Drawing {
  return {
    ...plain,
    spec: (look, language) => ({
      ...plain.spec(look, language),
      usermeta: { title: 'A title & <more>', subtitle: '' },
    }),
  };
}

export const draw = (id: string, language: Language, width?: number) =>
  figureFiles(
    id,
    dangerous(drawing(id)),
    { look: theme('paper', width), language, formats },
    about,
  );

export const text = (content: Content | undefined) => Buffer.from(content ?? '').toString('utf8');
