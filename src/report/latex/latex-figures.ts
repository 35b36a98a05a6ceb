import { escapeLatex } from './latex-text.ts';
import { headingOf, theme } from '../../charts/index.ts';
import { figuresFolder } from '../figures.ts';
import type { Report } from '../report.ts';

/** Every figure as a float to take into a paper with `\\input`; labels carry the scenario, so that two fit in one document. */
export function latexFigures({ run, language, gallery }: Report): string {
  const { id } = run.scenario;
  const look = theme('paper');
  const folder = `\\creditlabfolder/${figuresFolder({ look, language })}`;
  const floats = gallery.drawn
    .filter(({ chart }) => !chart.ofThePaper)
    .flatMap(({ chart, drawing }) => {
      const { title } = headingOf(drawing.spec(look, language));
      return [
        '\\begin{figure}',
        '\\centering',
        `\\includegraphics[width=\\linewidth]{${folder}/${chart.id}.pdf}`,
        `\\caption[${escapeLatex(title)}]{${escapeLatex(`${title}. ${drawing.caption(language)}`)}}`,
        `\\label{fig:creditlab-${id}-${chart.id}}`,
        '\\end{figure}',
        '',
      ];
    });
  return [
    '% Needs \\usepackage{graphicx}. Draw the files first: creditlab figures. Elsewhere than in the output folder, say where it lies',
    '% before each \\input: \\def\\creditlabfolder{output/baseline}',
    '\\providecommand{\\creditlabfolder}{.}',
    ...floats,
  ].join('\n');
}
