import { inWords } from '../language.ts';
import type { Report } from './report.ts';
import { wordsOf } from './scenario-words.ts';

/** Letters of a hash that tell runs apart in a citation. */
const short = 12;

/** How to cite a report: program and version, scenario, and a short hash of its results. */
export function citeLine({ run, language }: Pick<Report, 'run' | 'language'>): string {
  const { scenario, manifest, resultsHash } = run;
  const { title } = wordsOf(scenario, language);
  const hash = resultsHash.slice(0, short);
  return inWords(language, {
    en: `creditlab ${manifest.creditlab}, scenario ${scenario.id} (“${title}”), simulated results ${hash}.`,
    zh: `creditlab ${manifest.creditlab}，情景 ${scenario.id}（${title}），模拟结果 ${hash}。`,
  });
}

/** The same for a bibliography. */
export function bibliography({ run }: Pick<Report, 'run'>): string {
  const { scenario, manifest, resultsHash } = run;
  const clean = (text: string) => text.replaceAll(/[{}\\]/g, '');
  return [
    `@misc{creditlab-${scenario.id},`,
    '  author = {{creditlab}},',
    `  title = {{${clean(scenario.title)}}: simulated results},`,
    `  howpublished = {creditlab ${manifest.creditlab}, scenario ${clean(scenario.id)}},`,
    `  note = {Simulation, not data. Results ${resultsHash.slice(0, short)}},`,
    '}',
    '',
  ].join('\n');
}
