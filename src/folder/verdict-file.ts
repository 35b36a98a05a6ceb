import { footLine } from '../charts/index.ts';
import type { Answer } from '../findings/index.ts';
import type { Language } from '../language.ts';
import { economyStanding, type Scenario } from '../scenario/index.ts';
import { plainMarkdown, plainParagraph } from '../text/markdown.ts';
import { programVersion } from './manifest.ts';

const words = {
  en: {
    size: ({ borrowers, quarters, burnIn, replicates, seed }: Scenario) =>
      `${borrowers} borrowers, ${quarters} quarters (the first ${burnIn} not counted), ${replicates} replicates, seed "${seed}".`,
    relearned: 'Sanctions are learnt anew in each world instead of held at the actual ones.',
  },
  zh: {
    size: ({ borrowers, quarters, burnIn, replicates, seed }: Scenario) =>
      `${borrowers} 名借款人，${quarters} 个季度（前 ${burnIn} 个不计入），${replicates} 次重复，种子 ${seed}。`,
    relearned: '惩戒在每个世界中重新习得，而不保持现实世界的水平。',
  },
} as const;

/** The verdict as a page: verdict.md, verdict.zh.md. Its last line says that it is a simulation. */
export function verdictMarkdown(
  scenario: Scenario,
  answers: readonly Answer[],
  language: Language = 'en',
): string {
  const { id, title, question, replicates } = scenario;
  const say = words[language];
  const program = `creditlab ${programVersion()}`;
  const economy = economyStanding(scenario);
  const stamp = { kind: 'simulated', program, scenario: id, replicates, economy } as const;
  return [
    `# ${plainMarkdown(title)}`,
    '',
    plainParagraph(question),
    '',
    say.size(scenario),
    ...(scenario.sanctions ? [say.relearned] : []),
    '',
    ...answers.flatMap((answer) => [
      `## ${plainMarkdown(answer.question)}`,
      '',
      ...answer.sentences.map(plainParagraph),
      '',
    ]),
    footLine(stamp, language),
    '',
  ].join('\n');
}
