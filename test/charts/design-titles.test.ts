import { describe, expect, it } from 'vitest';
import type { Drawing } from '../../src/charts/chart.ts';
import { curveLines } from '../../src/charts/designs/curve-lines.ts';
import { indexBars } from '../../src/charts/designs/index-bars.ts';
import { theme } from '../../src/charts/theme.ts';
import { languages } from '../../src/language.ts';
import { common, curve, drawings, facts, ids, shares, title } from './design-drawings.ts';

describe('titles of designs', () => {
  const headOf = (drawing: Drawing, language: 'en' | 'zh' = 'en') => {
    const { usermeta } = drawing.spec(theme('paper'), language);
    return usermeta as unknown as { title: string; subtitle: string };
  };
  const about = { ...common, key: 'government-led.retentionNegative', bands: 'sup-t' as const };
  const against = { en: 'No sharing', zh: '不共享' };
  const bands = (moving: readonly string[], wide = 0.02) =>
    ids.flatMap((institution) =>
      [1, 2, 3].map((at) => {
        const mean = moving.includes(institution) ? 0.1 * at : 0;
        return { institution, panel: '', at, mean, low: mean - wide, high: mean + wide };
      }),
    );

  it('name those whose curve leaves its own band, and nobody where none does', () => {
    expect(headOf(curveLines(facts, about, bands([]))).title).toBe(
      'Welfare: no curve can be told from a flat one',
    );
    expect(headOf(curveLines(facts, about, bands(['dual']))).title).toBe(
      'Welfare moves with government-led.retentionNegative under Dual',
    );
    expect(headOf(curveLines(facts, about, bands(['dual'], 0.2))).title).toContain('no curve');
    expect(headOf(curveLines(facts, about, bands(ids))).title).toMatch(/under \d of \d$/);
    const one = curve([''], [1, 2], 0);
    expect(headOf(curveLines(facts, { ...about, bands: 'none' }, one)).title).toBe(title.en);
  });

  it('name who leaves zero out, of differences', () => {
    const told = (rows: ReturnType<typeof bands>) =>
      headOf(curveLines(facts, { ...about, against }, rows)).title;
    expect(told(bands([]))).toBe('Welfare: no difference from No sharing can be told');
    expect(told(bands(['dual']))).toBe('Dual differs from No sharing in welfare');
  });

  it('of differences name none that is not drawn, and count in points', () => {
    const rows = bands(['dual']).filter(({ institution }) => institution !== 'none');
    const unit = { en: 'percentage points', zh: '百分点' };
    const drawing = curveLines(facts, { ...about, against, unit }, rows);
    const text = JSON.stringify(drawing.spec(theme('paper'), 'en'));
    const shown = /"values":(\["[^\]]*\])/.exec(text)?.[1] ?? '[]';
    expect(JSON.parse(shown)).toEqual(ids.filter((id) => id !== 'none'));
    expect(text).toContain('Welfare, difference (percentage points)');
    expect(text).not.toContain('"format":".0%"');
    expect(JSON.stringify(drawings['lines in panels'].spec(theme('paper'), 'en'))).toContain('%"');
  });

  it('say which factor matters most only where its interval stands alone', () => {
    const rows = [0.6, 0.5].map((total, k) => ({
      ...{ key: `economy.group.number${k}`, owner: 'economy' as const, ...shares, total },
      ...{ totalLow: total - 0.2, totalHigh: total + 0.2 },
    }));
    expect(headOf(indexBars(facts, title, rows)).title).toBe(
      'No one of 2 factors can be told to matter most',
    );
    const apart = rows.map((row) => ({ ...row, totalLow: row.total - 0.01, totalHigh: row.total }));
    expect(headOf(indexBars(facts, title, apart)).title).toContain('number0 matters most: 60%');
  });

  it('leave seeds out', () => {
    for (const drawing of Object.values(drawings)) {
      for (const language of languages) {
        const { title: head, subtitle } = headOf(drawing, language);
        expect(`${head} ${subtitle}`).not.toMatch(/seed|种子/);
      }
    }
  });
});
