import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { latexTable } from '../../src/report/latex/latex.ts';
import { escapeLatex } from '../../src/report/latex/latex-text.ts';
import { storedReport } from './stored-run.ts';

const { folder } = await storedReport();
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

describe('tables for LaTeX', () => {
  it('have as many columns in every line as their head declares', () => {
    for (const [name, columns] of [
      ['results', 8],
      ['institutions', 7],
      ['assumptions', 6],
    ] as const) {
      const tex = read(`tables/${name}.tex`);
      expect(tex).toContain(`\\label{tab:creditlab-tiny-${name}}`);
      const lines = tex.split('\n').filter((line) => / \\\\(\[2pt\])?$/.test(line));
      expect(lines.length).toBeGreaterThan(3);
      for (const line of lines) {
        const spans = [...line.matchAll(/\\multicolumn\{(\d+)\}/g)].map(
          ([, wide]) => Number(wide) - 1,
        );
        const cells = line.split(/(?<!\\)&/).length + spans.reduce((sum, wide) => sum + wide, 0);
        expect(cells, line).toBe(columns);
      }
    }
  });

  it('put each estimate over half of its interval, its mark without room of its own', () => {
    const table = { id: 'x', title: 'X', notes: [], data: [] };
    const columns = [
      { head: 'institution', numeric: false },
      { head: 'taken up', unit: '%', numeric: true },
      { head: 'default', unit: '%', numeric: true },
    ];
    const rows = [
      ['Association-led (Japan)', '42.2 ± 16.6≈', '8.1 ± 0.2'],
      ['None', '−1.0', 'no loans'],
    ];
    const lines = latexTable({ ...table, columns, rows }, 'me').split('\n');
    expect(lines).toContain('   & \\multicolumn{2}{c}{(\\%)} \\\\');
    expect(lines).toContain('  Association-led & 42.2\\rlap{\\,\\tiny$\\approx$} & 8.1 \\\\');
    expect(lines).toContain('  (Japan) & $\\pm$16.6 & $\\pm$0.2 \\\\[2pt]');
    expect(lines).toContain('  None & $-$1.0 & no loans \\\\');
  });

  it('align numbers at their points where siunitx is asked for, words in braces', () => {
    const table = { id: 'x', title: 'X', notes: [], data: [] };
    const columns = [
      { head: 'institution', numeric: false },
      { head: 'default', unit: '%', numeric: true },
      { head: 'hazard', unit: '%', numeric: true },
    ];
    const rows = [
      ['Aland', '−42.2 ± 16.6≈', '2.5 – 5.0'],
      ['None', 'no loans', 'no loans'],
    ];
    const lines = latexTable({ ...table, columns, rows }, 'me', { siunitx: true }).split('\n');
    expect(lines[0]).toContain('longtable,siunitx}');
    expect(lines).toContain('\\begin{tabular}{@{}lS[table-format=-2.1]S[table-format=1.1]@{}}');
    expect(lines).toContain('  Aland & -42.2{\\rlap{\\,\\tiny$\\approx$}} & {2.5 – 5.0} \\\\');
    expect(lines).toContain('   & {$\\pm$16.6} &  \\\\[2pt]');
    expect(lines).toContain('  None & {no loans} & {no loans} \\\\');
  });

  it('compile, and fit the text of an article (with pdfLaTeX, where it is installed)', () => {
    const packages = '\\usepackage[T1]{fontenc}\\usepackage{array,booktabs,longtable}';
    const inputs = ['results', 'institutions', 'assumptions', 'assumptions-appendix'].map(
      (name) => `\\input{tables/${name}}`,
    );
    const text = `\\documentclass{article}${packages}\\begin{document}${inputs.join('\n')}\\end{document}`;
    writeFileSync(join(folder, 'paper.tex'), text);
    const words = ['-interaction=nonstopmode', 'paper.tex'];
    const { error, stdout } = spawnSync('pdflatex', words, { cwd: folder, encoding: 'utf8' });
    if (error !== undefined) return;
    expect(stdout).not.toMatch(/^!/m);
    const over = [...stdout.matchAll(/Overfull \\hbox \(([\d.]+)pt/g)].map(([, points]) =>
      Number(points),
    );
    expect(Math.max(0, ...over)).toBeLessThan(3);
  });

  it('turn no text into a command', () => {
    expect(escapeLatex('50% & $5_x^2 {a} #1 ~ \\input')).toBe(
      '50\\% \\& \\$5\\_x\\textasciicircum{}2 \\{a\\} \\#1 \\textasciitilde{} \\textbackslash{}input',
    );
    expect(escapeLatex('0.12 ± 0.03')).toBe('0.12 $\\pm$ 0.03');
  });
});
