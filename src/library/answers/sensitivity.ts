import { join } from 'node:path';
import {
  questionStem,
  questionText,
  sensitivitySentences,
  type Question,
} from '../../answers/index.ts';
import { institutionName } from '../../institution-names.ts';
import type { Language } from '../../language.ts';
import {
  indicesTable,
  ownerOf,
  screeningTable,
  type Asked,
  type Effort,
  type SensitivityOutcome,
  type Table,
} from '../../run/index.ts';
import { csvOf } from '../../text/csv.ts';
import type { Designed } from './designed.ts';

/** A sensitivity analysis that is done. */
export interface SensitivityAnswer {
  readonly scenario: Designed;
  readonly question: Question;
  readonly asked: Asked;
  readonly effort: Effort;
  readonly outcome: SensitivityOutcome;
}

/** What a sensitivity analysis says. */
export interface SensitivityTold {
  readonly question: string;
  /** The first says most. */
  readonly sentences: readonly string[];
  /** A row a factor, the one that moves most first. */
  readonly screening: Table;
  /** First-order and total indices of those that screening kept; empty for screening alone. */
  readonly indices: Table;
}

export function sensitivityTold(answer: SensitivityAnswer): SensitivityTold {
  const { outcome } = answer;
  return {
    question: `What drives ${titleOf(answer, 'en')}?`,
    sentences: sentencesOf(answer),
    screening: screeningTable(outcome),
    indices: indicesTable(outcome),
  };
}

/** Its tables and its page, by their paths in the output folder. */
export function sensitivityFiles(answer: SensitivityAnswer): [string, string][] {
  const { question, sentences, screening, indices } = sensitivityTold(answer);
  const { scenario, asked } = answer;
  const stem = questionStem(answer.question, asked.passport.id);
  const place = (name: string) => join('sensitivity', `${stem}${name}`);
  return [
    [place('-screening.csv'), csvOf(screening)],
    ...(indices.length > 0 ? [[place('-indices.csv'), csvOf(indices)] as [string, string]] : []),
    [place('.md'), `# ${question}\n\n${scenario.title}\n\n${sentences.join('\n\n')}\n`],
  ];
}

/** What is asked about, in words. */
export function titleOf(
  { scenario, question, asked }: SensitivityAnswer,
  language: Language,
): string {
  const name = (id: string) => {
    const found = scenario.institutions.find((one) => one.id === id);
    return found ? institutionName(found, language) : id;
  };
  return questionText(question, asked.passport, name, language);
}

function sentencesOf(answer: SensitivityAnswer): string[] {
  const { question, effort, outcome, scenario } = answer;
  const { screened, driven, space, screenedPoints } = outcome;
  const out = [screenedPoints, ...(driven ? [driven.points] : [])].map(({ leftOut }) => {
    const left = leftOut.filter((reason) => reason !== undefined).length;
    return { left, all: leftOut.length };
  });
  const [walked, drawn] = out;
  const told = ({ left, all }: typeof walked) =>
    `${left.toLocaleString('en')} of ${all.toLocaleString('en')}`;
  const leftSentence =
    walked.left + (drawn?.left ?? 0) === 0
      ? []
      : [
          `Left out because a market froze, a lender loses for ever or another requirement is not met: ${told(walked)} points of the screening${drawn ? `, ${told(drawn)} of the indices` : ''}.`,
        ];
  const contenders =
    question.kind === 'first'
      ? outcome.contenders.map(
          (id) => scenario.institutions.find((one) => one.id === id)?.label ?? id,
        )
      : undefined;
  return [
    ...sensitivitySentences({
      question: titleOf(answer, 'en'),
      factors: space.factors.map((factor) => ({ key: factor.key, owner: ownerOf(factor) })),
      trajectories: effort.trajectories,
      replicates: effort.replicates[1],
      ...{ screened, driven, contenders },
    }),
    ...leftSentence,
  ];
}
