import { join } from 'node:path';
import {
  answerOutputs,
  concentration,
  questionStem,
  questionText,
  sensitivitySentences,
  sensitivitySentencesZh,
  type Concentration,
  type Question,
} from '../../answers/index.ts';
import { institutionName } from '../../institution-names.ts';
import type { Language } from '../../language.ts';
import {
  indicesTable,
  ownerOf,
  screeningTable,
  type AskedMeasure,
  type AnalysisSize,
  type SensitivityOutcome,
} from '../../run/index.ts';
import { csvOf, type Table } from '../../text/csv.ts';
import { plainPage } from '../../text/markdown.ts';
import type { Designed } from './designed.ts';

/** A sensitivity analysis that is done. */
export interface SensitivityAnswer {
  readonly scenario: Designed;
  readonly question: Question;
  readonly asked: AskedMeasure;
  readonly effort: AnalysisSize;
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

/** @param language of question and sentences */
export function sensitivityTold(
  answer: SensitivityAnswer,
  language: Language = 'en',
): SensitivityTold {
  const { outcome } = answer;
  const question = {
    en: `What drives ${titleOf(answer, 'en')}?`,
    zh: `什么决定${titleOf(answer, 'zh')}？`,
  };
  return {
    question: question[language],
    sentences: sentencesOf(answer, language),
    screening: screeningTable(outcome),
    indices: indicesTable(outcome),
  };
}

/** Its tables and its page, by their paths in the output folder. */
export function sensitivityFiles(
  answer: SensitivityAnswer,
  language: Language = 'en',
): [string, string][] {
  const { question, sentences, screening, indices } = sensitivityTold(answer, language);
  const { scenario, asked } = answer;
  const stem = questionStem(answer.question, asked.passport.id);
  const place = (name: string) => join('sensitivity', `${stem}${name}`);
  return [
    [place('-screening.csv'), csvOf(screening)],
    ...(indices.length > 0 ? [[place('-indices.csv'), csvOf(indices)] as [string, string]] : []),
    [place('.md'), plainPage(question, scenario.title, [{ sentences }])],
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

function sentencesOf(answer: SensitivityAnswer, language: Language): string[] {
  const { question, effort, outcome, scenario } = answer;
  const { screened, driven, space, screenedPoints } = outcome;
  const out = [screenedPoints, ...(driven ? [driven.points] : [])].map(({ leftOut }) => {
    const left = leftOut.filter((reason) => reason !== undefined).length;
    return { left, all: leftOut.length };
  });
  const [walked, drawn] = out;
  const told = ({ left, all }: typeof walked) =>
    ({
      en: `${left.toLocaleString('en')} of ${all.toLocaleString('en')}`,
      zh: `${all.toLocaleString('en')} 个中的 ${left.toLocaleString('en')} 个`,
    })[language];
  const leftSentence =
    walked.left + (drawn?.left ?? 0) === 0
      ? []
      : [
          {
            en: `Left out because a market froze, a lender loses for ever or another requirement is not met: ${told(walked)} points of the screening${drawn ? `, ${told(drawn)} of the indices` : ''}.`,
            zh: `因市场冻结、有贷款机构永远亏损或不满足其他要求而不计的点：筛选 ${told(walked)}${drawn ? `，指数 ${told(drawn)}` : ''}。`,
          }[language],
        ];
  const contenders =
    question.kind === 'first'
      ? outcome.contenders.map((id) => {
          const found = scenario.institutions.find((one) => one.id === id);
          return found ? institutionName(found, language) : id;
        })
      : undefined;
  return [
    ...{ en: sensitivitySentences, zh: sensitivitySentencesZh }[language]({
      question: titleOf(answer, language),
      factors: space.factors.map((factor) => ({ key: factor.key, owner: ownerOf(factor) })),
      trajectories: effort.trajectories,
      replicates: effort.replicates[1],
      ...{ screened, driven, contenders, outliers: outliersOf(answer) },
    }),
    ...leftSentence,
  ];
}

/** Points that decide the answer alone; of who is first none does, since a point counts there as one. */
function outliersOf({ question, outcome, asked }: SensitivityAnswer): Concentration | undefined {
  if (question.kind === 'first') return undefined;
  const { values } = outcome.driven?.points ?? outcome.screenedPoints;
  const [output] = answerOutputs(question, values[0], asked.passport.better);
  return concentration(output.values);
}
