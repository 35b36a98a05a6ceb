import type { Manifest } from '../folder/index.ts';
import { grouped } from '../text/grouped.ts';

/**
 * A run in STRESS form (strengthening the reporting of empirical simulation studies: Monks et al. 2019, Journal of Simulation
 * 13, 55–67, the list for agent-based models), as far as its manifest says it: item and text. What a manifest cannot say
 * names the page that does.
 */
export function stressTable({ creditlab, scenario, seeds }: Manifest): string[][] {
  const { title, question, source, borrowers, quarters, burnIn, worlds, reference } = scenario;
  const { institutions, lenders, economy, design } = scenario;
  const numbers = Object.values(economy).reduce((n, group) => n + Object.keys(group).length, 0);
  const kinds = [...new Set(lenders.map(({ kind }) => kind))].join(', ');
  const ids = institutions.map(({ id }) => id).join(', ');
  const points = design
    ? `${design.factors.length} numbers are varied or drawn (points.csv)`
    : 'one point';
  return [
    ['1.1 Purpose', `${title}. ${question}`],
    [
      '1.2 Outputs',
      'Measures of each market, by replicate (results.csv, data-dictionary.md says what each is), with means, 95% intervals by Student’s t, and differences paired by seed (summary.csv).',
    ],
    [
      '1.3 Aims of the experiment',
      `Institutions: ${ids}. Differences are taken against ${reference}.`,
    ],
    ['2.1 Base model', 'docs/model.md: every formula, with a borrower worked through by hand.'],
    ['2.2 Logic and order', 'docs/model.md, section 0: twelve steps a quarter.'],
    ['2.3 Scenarios', `Worlds: ${worlds.join(', ')}; ${points}.`],
    [
      '2.4 Agents and environment',
      `${grouped(borrowers)} borrowers a market; ${lenders.length} lenders (${kinds}); one institution; a macro state. Borrowers do not meet: they are linked by what lenders learn.`,
    ],
    ['3.1 Data sources', source.trim().replaceAll(/\s+/g, ' ')],
    [
      '3.2 Input data',
      'None is read while a market runs. Targets and facts lie in evidence/, with provenance.',
    ],
    [
      '3.3 Input parameters',
      `${numbers} numbers of the economy, each with unit, range and source (docs/parameters.md; all values in the manifest).`,
    ],
    ['3.4 Assumptions', 'docs/model.md, sections 12.4 and 13; numbers that are ours say so.'],
    [
      '4.1 Initialisation',
      `Empty files and cards without data; the first ${burnIn} quarters are not counted.`,
    ],
    [
      '4.2 Run length',
      `${quarters} quarters, ${quarters - burnIn} of them counted; loans count that can end within the run.`,
    ],
    [
      '4.3 Estimation',
      `${seeds.length} replicates with the same people and the same luck under every institution and in every world.`,
    ],
    [
      '5.1 Software',
      `creditlab ${creditlab}, TypeScript on Node 20.19 or later; package-lock.json pins every library.`,
    ],
    [
      '5.2 Random sampling',
      `Counter-based draws by name (docs/model.md, section 11), keys of the replicates in the manifest: ${seeds[0]?.key ?? 'none'}${seeds.length > 1 ? ', …' : ''}.`,
    ],
    ['5.3 Execution', 'Quarter by quarter; the same bytes with any number of threads or machines.'],
    ['5.4 System', 'Any; time and memory by size in docs/performance.md.'],
    [
      '6.1 Code',
      'This repository, MIT licence. `creditlab verify` runs a folder again and compares every byte.',
    ],
  ];
}
