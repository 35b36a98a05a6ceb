/** Answers over many points: statistics of what was simulated, and the words for them. */
export { driversOf, driving, type Drivers } from './drivers.ts';
export { outputsOf, screenedOutputs, type Question } from './question.ts';
export { kept, screen, type Screening } from './screening.ts';
export type { PointValues } from './point-values.ts';
export { questionStem, questionText } from './words/question-words.ts';
export { sensitivitySentences } from './words/sensitivity-words.ts';
