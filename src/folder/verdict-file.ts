import type { Answer } from '../findings/index.ts';
import type { Scenario } from '../scenario/index.ts';

/** The verdict as a page: verdict.md. */
export function verdictMarkdown(scenario: Scenario, answers: readonly Answer[]): string {
  const { title, question, borrowers, quarters, burnIn, replicates, seed } = scenario;
  const size = `${borrowers} borrowers, ${quarters} quarters (the first ${burnIn} not counted), ${replicates} replicates`;
  return [
    `# ${title}`,
    '',
    question,
    '',
    `${size}, seed "${seed}".`,
    ...(scenario.sanctions
      ? ['Sanctions are learnt anew in each world instead of held at the actual ones.']
      : []),
    '',
    ...answers.flatMap((answer) => [`## ${answer.question}`, '', ...answer.sentences, '']),
  ].join('\n');
}
