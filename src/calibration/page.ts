import { grouped } from '../text/grouped.ts';
import { plainMarkdown } from '../text/markdown.ts';
import { markdownTable } from '../text/markdown-table.ts';
import {
  directionTable,
  fitTable,
  parameterTable,
  readable,
  sensitivityTable,
  withoutRounding,
  type PageTable,
} from './tables.ts';
import type { Calibration } from './targets.ts';
import { sentencesOf, type SearchFound } from './words.ts';

/** What a search found, as a page of Markdown. */
export function fitPage(calibration: Calibration, told: SearchFound): string {
  const { title, size, seed, free, targets } = calibration;
  const parts = [
    `# ${plainMarkdown(title)}`,
    `${targets.length} targets, ${free.length} free parameters, ${told.evaluations.length} vectors evaluated with ` +
      `${grouped(size.borrowers)} borrowers over ${size.quarters} quarters, always the same people with the same luck (seed \`${seed}\`).`,
    ...sentencesOf(calibration, told),
    '## Fit',
    'Search: the sample in which the search was done. Mean: over the seeds that judge, with its 95% interval. _Near_: the interval reaches over an end of the band.',
    tableText(fitTable(told)),
    '## Parameters',
    'Fits from … to: among all vectors evaluated that miss no other target than the best one in the search, with the luck of the search. A best vector that was chosen from the admissible set fits in larger markets, and may lie beyond.',
    tableText(parameterTable(calibration, told)),
    '## What the targets settle',
    `Singular values of the Jacobian, rows in units of scales and columns in ranges: by how many scales the targets move if the vector crosses the whole range in this direction. Settled: 1 or more. ${targets.length} targets settle ${targets.length} directions at most; where the table says "none", the targets do not move at all (only rounding is left).`,
    tableText(withoutRounding(directionTable(calibration, told))),
    '## Sensitivity',
    'Andrews, Gentzkow & Shapiro (2017): how many ranges a parameter moves if a target is one unit of its own higher, along the directions that are settled.',
    tableText(sensitivityTable(calibration, told)),
  ];
  return `${parts.join('\n\n')}\n`;
}

function tableText(table: PageTable): string {
  const { head, rows } = readable(table);
  return markdownTable(head, rows).join('\n');
}
