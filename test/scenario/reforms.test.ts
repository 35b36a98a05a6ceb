import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/errors.ts';
import { withValues } from '../../src/scenario/design/set-values.ts';
import { parseScenario } from '../../src/scenario/parse.ts';

const head = `version: 1
title: Reforms
question: What changes?
source: assumption
start: 2026-Q1
borrowers: 500
quarters: 40
burnIn: 16
lenders:
  - { id: bank-1, kind: bank, share: 0.6 }
  - { id: bank-2, kind: bank, share: 0.2 }
  - { id: internet-1, kind: internet, share: 0.2 }
`;
const nothing = () => {
  throw new Error('nothing is extended');
};
const parse = async (institutions: string) =>
  parseScenario(
    { name: 'reforms.yaml', text: `${head}institutions:\n${institutions}` },
    { read: nothing, load: nothing },
  );
const problemsOf = async (institutions: string): Promise<string[]> => {
  const error = await parse(institutions).catch((one: unknown) => one);
  if (!(error instanceof UserError)) throw new Error('there is no mistake');
  return error.problems.map(({ line, message }) => `${line}: ${message}`);
};

describe('a reform', () => {
  it('is the institution with phases, and stands beside it', async () => {
    const { institutions, reference } = await parse(`
  - use: market-led
    as: today
    reforms:
      - as: short
        phases:
          - { from: 2028-Q1, announced: 2027-Q1, with: { retentionNegative: 12 } }
          - { from: 30, erase: all }
`);
    const [short, today] = institutions;
    expect(reference).toBe('today');
    expect(today).toMatchObject({ id: 'today', values: {} });
    expect(short).toMatchObject({ id: 'short', reformOf: 'today', from: today.from, values: {} });
    expect(short.phases).toMatchObject([
      { from: 24, announced: 20, becomes: { id: 'today', values: { retentionNegative: 12 } } },
      { from: 30, erase: {} },
    ]);
  });

  it('goes on from what the phase before made of the institution', async () => {
    const { institutions } = await parse(`
  - use: market-led
    phases:
      - { from: 20, with: { fee: 0.01 } }
      - { from: 24, with: { lag: 1 } }
`);
    expect(institutions.map(({ id }) => id)).toEqual(['market-led', 'market-led-no-reform']);
    const [{ phases }] = institutions;
    expect(phases?.[1]?.becomes?.values).toEqual({ fee: 0.01, lag: 1 });
  });
});

describe('mistakes in phases', () => {
  it('are told together, each at its place', async () => {
    const found = await problemsOf(`
  - use: none
    phases:
      - { from: 20, erase: all }
      - { from: 20, cap: 0.3 }
  - use: market-led
    reforms:
      - as: none
        phases:
          - { from: 2025-Q4, with: { retentoin: 3 } }
          - { from: 40, become: governmentled }
          - { from: 30, announced: 31, with: { retentionNegative: 40 } }
          - { from: 34, announced: 30, shock: -1 }
          - { from: 36 }
`);
    expect(found.map((one) => one.replace('institutions, ', ''))).toEqual([
      '17: entry 1, phases, entry 1, erase: none keeps no records that could be erased',
      '18: entry 1, phases, entry 2, from: begins in quarter 20, no later than the phase before it (20)',
      '21: entry 2, reforms, entry 1, as: "none" stands here twice',
      '23: entry 2, reforms, entry 1, phases, entry 1, from: 2025-Q4 lies before the start, 2026-Q1',
      '23: entry 2, reforms, entry 1, phases, entry 1, with: unknown key "retentoin"',
      '24: entry 2, reforms, entry 1, phases, entry 2, become: no institution "governmentled"',
      '25: entry 2, reforms, entry 1, phases, entry 3, announced: quarter 31 is later than from, 30',
      '25: entry 2, reforms, entry 1, phases, entry 3, with.retentionNegative: 40 is outside 0..31 (quarters)',
      '26: entry 2, reforms, entry 1, phases, entry 4, announced: quarter 30 is no later than the phase before it (30)',
      '27: entry 2, reforms, entry 1, phases, entry 5: nothing changes',
    ]);
  });

  it('in dates are told in dates, with what is allowed', async () => {
    const found = await parse(`
  - use: market-led
    phases:
      - { from: 2025-Q4, cap: 0.3 }
      - { from: 2029-Q1, announced: 2029-Q2, cap: 0.3 }
      - { from: 2028-Q1, cap: 0.3 }
      - { from: 2040-Q1, cap: 0.3 }
`).catch((one: unknown) => one);
    const problems = found instanceof UserError ? found.problems : [];
    const place = /^.*: (?=\d|begins)/;
    expect(problems.map(({ message, hint }) => [message.replace(place, ''), hint])).toEqual([
      [
        '2025-Q4 lies before the start, 2026-Q1',
        'dates from 2026-Q1 to 2031-Q4; earlier ones as the number of a quarter, below 16',
      ],
      [
        '2029-Q2 is later than from, 2029-Q1',
        'the same quarter or an earlier one; without it, borrowers reckon with the change on its date',
      ],
      [
        'begins in 2028-Q1, no later than the phase before it (2029-Q1)',
        'phases follow each other: put changes of one quarter into one phase',
      ],
      [
        '2040-Q1 never comes: the run ends with 2031-Q4',
        'write quarters: 73 or more, or an earlier quarter',
      ],
    ]);
  });

  it('say how a date, an erasure and a switch are written', async () => {
    const found = await parse(`
  - use: market-led
    phases:
      - { from: 2028-Q5, erase: some, told: yes }
`).catch((one: unknown) => one);
    const problems = found instanceof UserError ? found.problems : [];
    expect(
      problems.map(({ message, hint }) => `${message.split(': ').slice(1).join(': ')} | ${hint}`),
    ).toEqual([
      'expected a quarter of the run, burn-in counted, or a date as 2028-Q1 | first quarter in which it holds: 44 of the run, burn-in counted, or 2028-Q1',
      'the text "some" is not allowed | write all, or { incomeFifths: [1], atMost: 2 }',
      'expected true or false, got the text "yes" | write true',
    ]);
  });

  it('name what is missing for a date', async () => {
    const { text } = { text: head.replace('start: 2026-Q1\n', '') };
    const institutions =
      'institutions:\n  - use: market-led\n    phases: [{ from: 2028-Q1, cap: 0.3 }]\n';
    const read = parseScenario(
      { name: 'x.yaml', text: text + institutions },
      { read: nothing, load: nothing },
    );
    await expect(read).rejects.toThrow(/has no calendar/);
  });
});

describe('a design', () => {
  const reform = `
  - use: market-led
    as: today
    reforms:
      - as: short
        phases:
          - { from: 20, backfill: 4, with: { retentionNegative: 12 } }
`;
  const pointsWith = async (more: string) => {
    const scenario = await parse(reform + more);
    if (!scenario.design) throw new Error('there is no design');
    const { factors } = scenario.design;
    return (values: readonly (number | boolean)[]) =>
      withValues(
        scenario,
        factors.map(({ target }, k) => [target, values[k]] as const),
      ).institutions;
  };

  it('varies what a phase sets, and leaves the past as it is', async () => {
    const at = await pointsWith(
      'vary:\n  short.phase-1.backfill: [0, 8]\n  short.phase-1.retentionNegative: [4]\n',
    );
    const [short, today] = at([8, 4]);
    expect(short.phases).toMatchObject([
      { backfill: 8, becomes: { values: { retentionNegative: 4 } } },
    ]);
    expect([short.values, today.values]).toEqual([{}, {}]);
  });

  it('varies the past of a reform with its status quo, and what no phase changes', async () => {
    const at = await pointsWith('vary:\n  today.retentionNegative: [8]\n  today.fee: [0.01]\n');
    const [short, today] = at([8, 0.01]);
    expect(today.values).toEqual({ retentionNegative: 8, fee: 0.01 });
    expect(short.values).toEqual(today.values);
    expect(short.phases?.[0]?.becomes?.values).toEqual({ retentionNegative: 12, fee: 0.01 });
  });

  it('refuses points at which a phase keeps records longer than records reach', async () => {
    const found = await problemsOf(`${reform}vary:\n  short.phase-1.lag: [0, 25]\n`);
    expect(found.join()).toMatch(/reaches further back than records do/);
  });
});
