import type { Language } from '../language.ts';

/** Facts about where numbers come from, in the order in which they are told: `['Seed', 'creditlab']`. */
export type OriginFacts = readonly (readonly [name: string, value: string])[];

/** Where a figure comes from; travels inside every file of it. */
export interface Provenance {
  /** The figure's id. */
  readonly figure: string;
  readonly title: string;
  /** What the picture shows, in words. */
  readonly description: string;
  /** `creditlab 0.1.0` */
  readonly program: string;
  /** Of the numbers: a run, an experiment, or the paper. */
  readonly origin: OriginFacts;
}

/** The provenance as words, one fact a line, for files that hold plain text. */
export function provenanceLines({ figure, origin, program }: Provenance): OriginFacts {
  return [['Figure', figure], ...origin, ['Software', program]];
}

/** What a fact is called where people read it; inside SVG, PDF and PNG the English name is a key. */
export function factName(name: string, language: Language): string {
  const names = factNames[language];
  return Object.hasOwn(names, name) ? names[name] : name;
}

const factNames: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  zh: {
    Figure: '图',
    Source: '出处',
    Scenario: '情景',
    Experiment: '实验',
    Economy: '经济',
    Score: '评分',
    Seed: '种子',
    Replicates: '重复次数',
    Borrowers: '借款人数',
    'Results SHA-256': '结果的 SHA-256',
    Software: '软件',
  },
};
