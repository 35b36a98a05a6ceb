import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { namedIn, printScenario, readExtended, toldIn } from '../../src/scenario/index.ts';
import { loadExternalInstitution } from '../../src/scenario/institutions/external.ts';
import { loadFromDisk } from '../../src/scenario/load.ts';
import { institutionOf } from '../../src/scenario/institutions/resolve.ts';
import { parseScenario } from '../../src/scenario/parse.ts';

const read = async (text: string, name = 'mine.yaml') =>
  parseScenario({ name, text }, { read: readExtended, load: loadFromDisk });

const bilingual = `version: 1
title: { en: Two registries, zh: 两个征信系统 }
question:
  en: Which is better?
  zh: 哪一个更好？
source: Only English.
extends: tiny
institutions:
  - none
  - { use: government-led, as: a, label: { en: Wide, zh: 宽 } }
  - { use: market-led, as: b, label: Narrow }
`;

async function problemsOf(text: string): Promise<string[]> {
  try {
    await read(text);
  } catch (error) {
    if (error instanceof UserError)
      return error.problems.map(({ line, message }) => `${line}: ${message}`);
  }
  return [];
}

describe('a scenario in two languages', () => {
  it('is English to everything that runs it, and keeps the other language beside it', async () => {
    const scenario = await read(bilingual);
    expect([scenario.title, scenario.question, scenario.source]).toEqual([
      'Two registries',
      'Which is better?',
      'Only English.',
    ]);
    expect(scenario.institutions.map(({ label }) => label)).toEqual([
      'No sharing',
      'Wide',
      'Narrow',
    ]);
    expect(namedIn(scenario, 'zh').map(({ label }) => label)).toEqual([
      'No sharing',
      '宽',
      'Narrow',
    ]);
    expect(toldIn(scenario, scenario.title, 'zh')).toBe('两个征信系统');
    expect(toldIn(scenario, 'Wide, no reform', 'zh')).toBe('宽（无改革）');
    expect(toldIn(scenario, 'Wide (a)', 'zh')).toBe('宽 (a)');
    expect(toldIn(scenario, scenario.source, 'zh')).toBe('Only English.');
  });

  it('takes no title from what it extends', async () => {
    const scenario = await read(`version: 1
title: Mine
question: What?
source: Me.
extends: tiny
`);
    expect(scenario.words ?? {}).toEqual({});
  });

  it('is printed in both, and reads back as it was', async () => {
    const scenario = await read(bilingual);
    const found = new Map(
      await Promise.all(
        scenario.institutions.map(
          async (one) => [one.id, await institutionOf(one, loadExternalInstitution)] as const,
        ),
      ),
    );
    const text = printScenario(scenario, ({ id }) => {
      const one = found.get(id);
      if (one === undefined) throw new Error(id);
      return one;
    });
    expect(text).toContain('zh: 哪一个更好？');
    expect(await read(text)).toEqual(scenario);
  });

  it('tells a language that is missing, unknown or empty where it stands', async () => {
    const problems = await problemsOf(`version: 1
title: { en: A }
question: { en: Q, zh: 问, fr: Q }
source: { en: '', zh: 源 }
extends: tiny
institutions:
  - none
  - { use: market-led, label: { en: =1, zh: 二 } }
`);
    expect(problems).toHaveLength(4);
    expect(problems[0]).toBe('2: title: expected a text in zh');
    expect(problems[1]).toMatch(/^3: .*fr/);
    expect(problems[2]).toBe('4: source.en: expected a text in en');
    expect(problems[3]).toMatch(/^8: institutions, entry 2, label\.en: begins like a formula/);
  });
});

describe('institutions of one name', () => {
  it('have their ids beside it', async () => {
    const scenario = await read(`version: 1
title: Twins
question: What?
source: Me.
extends: tiny
institutions:
  - none
  - { use: market-led, as: a, label: Bureau }
  - { use: market-led, as: b, label: Bureau }
`);
    expect(scenario.institutions.map(({ label }) => label)).toEqual([
      'No sharing',
      'Bureau (a)',
      'Bureau (b)',
    ]);
  });
});
