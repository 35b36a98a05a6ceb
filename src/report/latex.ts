import type { ReportTable } from './tables.ts';

const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  '%': '\\%',
  '&': '\\&',
  '#': '\\#',
  $: '\\$',
  _: '\\_',
  '^': '\\textasciicircum{}',
  '~': '\\textasciitilde{}',
  '±': '$\\pm$',
  '−': '$-$',
  '≈': '$\\approx$',
  '≤': '$\\le$',
  '≥': '$\\ge$',
  '×': '$\\times$',
  '·': '$\\cdot$',
  '½': '$\\frac{1}{2}$',
  ψ: '$\\psi$',
  δ: '$\\delta$',
  ω: '$\\omega$',
  ρ: '$\\rho$',
  κ: '$\\kappa$',
  Λ: '$\\Lambda$',
  Φ: '$\\Phi$',
};

/** Text for LaTeX: nothing in it is a command. Chinese needs XeLaTeX or LuaLaTeX. */
export function escapeLatex(text: string): string {
  return text.replaceAll(/[\\{}%&#$_^~±−≈≤≥×·½ψδωρκΛΦ]/g, (sign) => special[sign] ?? sign);
}

/**
 * A table to be taken into a paper with `\input`; needs the packages booktabs and, for tables of words,
 * longtable. Numbers go right, words left; columns of words share the width of the text.
 */
export function latexTable({ id, title, columns, rows, notes }: ReportTable, from: string): string {
  const words = columns.filter(({ numeric }) => !numeric).length - 1;
  const wide = rows.some((row) => row.some((cell, k) => !columns[k]?.numeric && cell.length > 60));
  const share = (0.8 / Math.max(1, words)).toFixed(3);
  const shape = columns
    .map(({ numeric }, k) => (numeric ? 'r' : k === 0 || !wide ? 'l' : `p{${share}\\linewidth}`))
    .join('');
  const line = (cells: readonly string[]) => `  ${cells.map(escapeLatex).join(' & ')} \\\\`;
  const body = [line(columns.map(({ head }) => head)), '  \\midrule', ...rows.map(line)];
  const caption = `\\caption{${escapeLatex(title)}}\\label{tab:creditlab-${id}}`;
  const below = [...notes, from].map((note) => `{\\footnotesize ${escapeLatex(note)}\\par}`);
  return wide
    ? [
        `\\begin{longtable}{@{}${shape}@{}}`,
        `${caption}\\\\`,
        '  \\toprule',
        ...body,
        '  \\bottomrule',
        '\\end{longtable}',
        ...below,
        '',
      ].join('\n')
    : [
        '\\begin{table}',
        '\\centering',
        caption,
        `\\begin{tabular}{@{}${shape}@{}}`,
        '  \\toprule',
        ...body,
        '  \\bottomrule',
        '\\end{tabular}',
        '',
        ...below,
        '\\end{table}',
        '',
      ].join('\n');
}
