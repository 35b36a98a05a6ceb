import { describe, expect, it } from 'vitest';
import { timelineAnswers, whoGainsAnswers } from '../../src/report/experiment-answers.ts';
import type { StoredExperiment } from '../../src/report/stored-experiments.ts';
import { loadScenario } from '../../src/scenario/load.ts';

const scenario = await loadScenario('registry-2028');
const reform = 'registry-only';
const cell = (measure: string, at: number | null, values: readonly number[]) =>
  values.map((value, replicate) => ({
    ...{ scenario: scenario.id, institution: reform, world: 'actual', replicate },
    ...{ measure: `who-gains:${measure}`, at, value },
  }));
const stored: StoredExperiment = {
  ...{ id: 'who-gains', seed: 'x', replicates: 3, borrowers: 500, version: '0', hash: '' },
  table: [
    ...cell('mean', null, [0.01, 0.011, 0.012]),
    ...cell('better', null, [0.4, 0.41, 0.42]),
    ...cell('worse', null, [0.2, 0.21, 0.22]),
    ...cell('group-mean', 1, [0.02, 0.021, 0.022]),
    ...cell('group-mean', 8, [-0.02, -0.021, -0.022]),
    ...cell('group-mean', 15, [0.001, -0.001, 0]),
    ...cell('movers', 12, [0.03, 0.03, 0.03]),
  ],
};
const labels = new Map(scenario.institutions.map(({ id, label }) => [id, label]));
const tell = (language: 'en' | 'zh', experiments: readonly StoredExperiment[] = [stored]) =>
  whoGainsAnswers({ experiments, scenario }, { labels, reference: 'bureaus', language });

describe('who gains by a reform, in the report', () => {
  it('is told in sentences from the experiment in the folder', () => {
    const [{ question, sentences }, ...more] = tell('en');
    expect(more).toEqual([]);
    expect(question).toBe('Who wins and who loses by Registry beside them, seven years?');
    expect(sentences[0]).toMatch(/^41\.0% \(95%: .*\) of those who apply are better off/);
    expect(sentences[1]).toMatch(
      /that gain: income fifth 1 \(2\.10% of a mean loan per application \(95%: /,
    );
    expect(sentences[2]).toMatch(/^Groups that lose: refused \(−2\.10%/);
    expect(sentences[3]).toContain('3.0% of borrowers are refused without it and approved with it');
    expect(sentences.at(-1)).toContain('3 replicates, seed x');
  });

  it('is told in Chinese as well', () => {
    const text = tell('zh')[0].sentences.join('');
    expect(text).toContain('收入第 1 五分位（每笔申请平均贷款额的 2.10%');
    expect(text).toContain('受损者：被拒者');
    expect(text).not.toMatch(/income|refused|of borrowers/);
  });

  it('is not told where the experiment was not done', () => {
    expect(tell('en', [])).toEqual([]);
  });
});

describe('what grew, in the report', () => {
  const grew: StoredExperiment = {
    ...{ id: 'timeline', seed: 'x', replicates: 3, borrowers: 500, version: '0', hash: '' },
    table: (
      [
        ['with-record', 1, 1],
        ['with-record', 4, 1.2],
        ['inquiries', 6, 1.1],
      ] as const
    ).flatMap(([measure, at, mean]) =>
      [-0.01, 0, 0.01].map((luck, replicate) => ({
        ...{ scenario: scenario.id, institution: reform, world: 'actual', replicate },
        ...{ measure: `timeline:${measure}`, at, value: mean + luck },
      })),
    ),
  };
  const told = (language: 'en' | 'zh', experiments = [grew]) =>
    timelineAnswers({ experiments, scenario }, { labels, reference: 'bureaus', language });

  it('stands beside what the paper states, in both languages', () => {
    const name = labels.get(reform);
    expect(told('en')[0].sentences).toEqual([
      `People with a record, 2018 over the first year: the paper 1.18; ${name} 1.20 (1.18 to 1.22).`,
      `Inquiries of a year, 2020 over the first year: the paper 5.01; ${name} 1.10 (1.08 to 1.12).`,
      'By “creditlab experiment timeline”: 3 replicates, seed x; in brackets 95% intervals.',
    ]);
    expect(told('zh')[0].sentences[0]).toBe(
      `有信用记录的人数，2018 年与第一年之比：论文 1.18；${name} 1.20（1.18 至 1.22）。`,
    );
    expect(told('en', [])).toEqual([]);
  });
});
