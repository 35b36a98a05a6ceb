/** Answers over many points: statistics of what was simulated, and the words for them. */
export { driversOf, driving, type Drivers } from './drivers.ts';
export type { StabilityVerdict } from './joining/game.ts';
export { atOwnFee, solve, type Played, type Solved } from './joining/outcome.ts';
export { membersOf, playersOf, type Player } from './joining/players.ts';
export { breakTable, coalitionTable, moveTable } from './joining/tables.ts';
export { remedyCells, effectsOf, type Effects } from './remedies/effects.ts';
export type { EconomyColumn } from './remedies/leads.ts';
export { remedySentences } from './words/remedy-words.ts';
export { coalitionName, joiningSentences } from './words/joining-words.ts';
export { contenders, firstAt } from './first.ts';
export { boxColumns, hunt, type BoxColumn, type Hunt } from './discovery.ts';
export { robustness, type Robustness } from './robustness.ts';
export { tellingColumns } from './telling.ts';
export { curvesOf, levelsOf } from './curves.ts';
export { luckAt, movements, type Movement, type Resize, type ValuesAt } from './convergence.ts';
export { regretNote, robustnessSentences } from './words/robustness-words.ts';
export { robustnessSentencesZh } from './words/robustness-zh.ts';
export { answerOutputs, screenedOutputs, type Question } from './question.ts';
export { concentration, type Concentration } from './concentration.ts';
export { kept, screen, type Screening } from './screening.ts';
export type { PointValues } from './point-values.ts';
export { questionStem, questionText } from './words/question-words.ts';
export { sensitivitySentences } from './words/sensitivity-words.ts';
export { sensitivitySentencesZh } from './words/sensitivity-zh.ts';
export { measureName, unitName } from './words/measure-words.ts';
export {
  convergenceLead,
  frozenSentences,
  convergenceQuestion,
  noiseSentences,
  resizeSentences,
  resizeText,
} from './words/convergence-words.ts';
export { curveSentences } from './words/curve-words.ts';
