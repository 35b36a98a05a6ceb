import { describe, expect, it } from 'vitest';
import { institutions as builtIn } from '../../../src/institutions/registry.ts';
import { pointsOf, scenarioAt } from '../../../src/scenario/design/index.ts';
import { parse, problemsIn, small } from '../in-memory.ts';

const empty = small.replace(/institutions:.*\n/, '');
const place = (own = '') => `${empty}institutions:
  - none
  - { use: government-led, as: place, label: Place${own} }
  - { use: market-led, as: short, with: { retentionNegative: 4 }, participation: 0.5 }
`;

const pointsIn = async (text: string, overrides = {}) => {
  const scenario = await parse(text, {}, overrides);
  if (!scenario.design) throw new Error('there is no design');
  const points = pointsOf(scenario, scenario.design);
  return Array.from({ length: points.count }, (_, i) => scenarioAt(scenario, points.at(i)));
};
const told = async (text: string, overrides = {}) =>
  (await problemsIn(text, {}, overrides)).map(({ message, hint }) => `${message}\n${hint ?? ''}`);

const rankOf = (id: string) => ['none', 'place', 'short'].indexOf(id);

describe('which institution stands in a place', () => {
  it('may be varied: each point is the file with that institution there', async () => {
    const own = ', with: { lag: 1 }';
    const ids = ['government-led', 'dual', 'none'];
    const points = await pointsIn(`${place(own)}vary: { place.use: [${ids.join(', ')}] }\n`);
    for (const [i, id] of ids.entries()) {
      const written = await parse(place(own).replace('use: government-led', `use: ${id}`));
      // Its order is that of the file without a design.
      const sorted = written.institutions.toSorted((a, b) =>
        rankOf(a.id) < rankOf(b.id) ? -1 : 1,
      );
      expect(points[i].institutions).toEqual(sorted);
    }
  });

  it('may be another of the scenario, with what that sets', async () => {
    const points = await pointsIn(`${place()}vary: { place.use: [short, place] }\n`);
    const at = (i: number) => points[i].institutions.find(({ id }) => id === 'place');
    const { values, participation } = points[0].institutions.find(({ id }) => id === 'short') ?? {};
    expect(at(0)).toMatchObject({
      label: 'Place',
      from: { id: 'market-led' },
      values,
      participation,
    });
    expect(at(1)).toMatchObject({ from: { id: 'government-led' }, values: {} });
  });

  it('crosses values of the place, told apart from what is usual there', async () => {
    const text =
      'vary: { place.retentionNegative: [20, 28], place.use: [government-led, market-led] }\n';
    const points = await pointsIn(place() + text);
    const values = points.map(
      ({ institutions }) => institutions.find(({ id }) => id === 'place')?.values,
    );
    const usual = (id: string) => builtIn[id].parameters['retentionNegative']?.default;
    expect([usual('government-led'), usual('market-led')]).toEqual([20, 28]);
    expect(values).toEqual([{}, { retentionNegative: 20 }, { retentionNegative: 28 }, {}]);
  });

  it('may be sampled, and set on a command line', async () => {
    const over = 'over: { place.use: [dual, sesame], economy.use.dial: plausible }';
    const points = await pointsIn(`${place()}sample: { design: sobol, points: 8, ${over} }\n`);
    const ids = points.map(({ institutions }) => institutions[1].from);
    expect(new Set(ids.map((from) => 'id' in from && from.id))).toEqual(
      new Set(['dual', 'sesame']),
    );
    const { institutions } = await parse(place(), {}, { set: ['place.use=dual'] });
    expect(institutions[1]).toMatchObject({ id: 'place', from: { kind: 'built-in', id: 'dual' } });
  });

  it('set on a command line, is what assumptions are drawn of', async () => {
    const text = `${place()}sample: { design: sobol, points: 1, over: assumptions }\n`;
    const keys = async (set: string) =>
      (await parse(text, {}, { set: [set] })).design?.factors.map(({ key }) => key);
    const isOfScores = expect.stringMatching(/^economy\.misreporting\./);
    expect(await keys('place.use=dual')).toContainEqual(isOfScores);
    expect(await keys('place.use=short')).not.toContainEqual(isOfScores);
  });

  it('counts where assumptions are drawn: misreporting matters once a score comes to stand there', async () => {
    const sample = 'sample: { design: sobol, points: 1, over: assumptions }\n';
    const keys = async (vary: string) =>
      (await parse(`${place()}vary: { place.use: [${vary}] }\n${sample}`)).design?.factors.map(
        ({ key }) => key,
      );
    const isOfScores = expect.stringMatching(/^economy\.misreporting\./);
    expect(await keys('dual, market-led')).toContainEqual(isOfScores);
    expect(await keys('government-led, market-led')).not.toContainEqual(isOfScores);
  });

  it.each([
    ['vary: { place.use: [market-lead] }', 'did you mean market-led?'],
    ['vary: { place.use: { from: 1, to: 2 } }', 'place.use has no range\nlist its values'],
    ['vary: { none.use: [dual] }', '"none" is the name of a built-in institution'],
    [
      'vary: { place.use: [market-led, dual], place.bureaus: [1, 3] }',
      'no value is called "place.bureaus"',
    ],
    [
      'vary: { short.use: [market-led, dual], short.bureaus: [1, 3] }',
      'short.bureaus is varied, and "dual" has no such value\nleave it out of short.use',
    ],
    ['vary: { place.use: [market-led, dual], place.lag: [9] }', 'lag 9 with retentionNegative 28'],
  ])('is held to what may stand there: %s', async (text, message) => {
    const found = await told(`${place()}${text}\n`);
    expect(found).toHaveLength(1);
    expect(found.join()).toContain(message);
  });

  it('refuses what does not know a value that the place sets', async () => {
    const text = place().replace('retentionNegative: 4', 'bureaus: 2');
    expect((await told(`${text}vary: { short.use: [market-led, dual] }\n`)).join()).toContain(
      'the place sets bureaus, and "dual" has no such value',
    );
  });
});

const reform = `${empty}institutions:
  - none
  - use: government-led
    as: today
    reforms:
      - { as: opening, phases: [{ from: 20, become: { use: market-led } }] }
      - { as: longer, phases: [{ from: 20, with: { retentionNegative: 28 } }] }
`;

describe('a phase of a reform', () => {
  const opening = async (vary: string) =>
    (await pointsIn(`${reform}vary: { ${vary} }\n`)).map(
      ({ institutions }) => institutions.find(({ id }) => id === 'opening')?.phases?.[0],
    );

  it('may be varied in what the institution becomes', async () => {
    const [dual, market] = await opening('opening.phase-1.use: [dual, market-led]');
    expect(dual?.becomes).toMatchObject({ from: { id: 'dual' }, values: {} });
    expect(market?.becomes).toMatchObject({ from: { id: 'market-led' }, values: {} });
  });

  it('may be varied in when it begins, and in what it does', async () => {
    expect(await opening('opening.phase-1.from: [16, 20]')).toMatchObject([
      { from: 16 },
      { from: 20 },
    ]);
    expect(await opening('opening.phase-1.shock: [0, -1]')).toMatchObject([{}, { shock: -1 }]);
    expect(await opening('opening.phase-1.participation: [0.5, [left]]')).toMatchObject([
      { becomes: { participation: 0.5 } },
      { becomes: { participation: ['left'] } },
    ]);
    const [gone, fade] = await opening('opening.phase-1.leavers: [gone, fade]');
    expect([gone && 'leavers' in gone, fade?.leavers]).toEqual([false, 'fade']);
    const [, atOnce] = await opening('opening.phase-1.told: [false, true]');
    expect(atOnce?.told).toBe(true);
  });

  it('may be varied in when it begins by dates, where there is a calendar', async () => {
    // The start is the first counted quarter: burn-in lies before it.
    const dated = (dates: string) =>
      pointsIn(`${reform}start: 2026-Q1\nvary: { opening.phase-1.from: ${dates} }\n`);
    const froms = (points: Awaited<ReturnType<typeof dated>>) =>
      points.map(({ burnIn, institutions }) => {
        const { phases = [] } = institutions.find(({ id }) => id === 'opening') ?? {};
        return phases[0].from - burnIn;
      });
    expect(froms(await dated('[2026-Q2, 2027-Q1]'))).toEqual([1, 4]);
    expect(froms(await dated('{ from: 2026-Q2, to: 2027-Q4, step: 2 }'))).toEqual([1, 3, 5, 7]);
    const early = 'vary: { opening.phase-1.from: [2025-Q4] }\n';
    expect(await told(`${reform}start: 2026-Q1\n${early}`)).toEqual([
      expect.stringContaining('2025-Q4 lies before the start, 2026-Q1'),
    ]);
  });

  it('may be varied in whether it erases defaults, whichever key comes first', async () => {
    const plain = await opening('opening.phase-1.erase: [none, all]');
    expect(plain.map((phase) => phase?.erase)).toEqual([undefined, {}]);
    const own = reform.replace(
      '{ from: 20, become: { use: market-led } }',
      '{ from: 20, erase: { incomeFifths: [1], atMost: 2 } }',
    );
    const erased = async (vary: string) =>
      (await pointsIn(`${own}vary: { ${vary}, zip: true }\n`)).map(
        ({ institutions }) => institutions.find(({ id }) => id === 'opening')?.phases?.[0]?.erase,
      );
    const whether = 'opening.phase-1.erase: [none, some, all]';
    const most = 'opening.phase-1.erase.atMost: [5, 6, 7]';
    const all = [undefined, { incomeFifths: [1], atMost: 6 }, { atMost: 7 }];
    expect(await erased(`${whether}, ${most}`)).toEqual(all);
    expect(await erased(`${most}, ${whether}`)).toEqual(all);
  });

  it.each([
    ['opening.phase-1.from: [20, 64]', 'opening.phase-1 begins in quarter 64, which never comes'],
    ['opening.phase-1.announced: [21]', 'is announced in quarter 21 and begins in 20'],
    ['opening.phase-1.leavers: [stay]', 'known: gone, fade'],
    ['opening.phase-1.from: [2028-Q1]', 'this scenario has no calendar'],
    ['opening.phase-1.erase: [some]', 'known: none, all'],
    ['opening.phase-1.erase.incomeFifths: [1]', 'write a reform for each'],
    ['seed: [a, b]', 'all points meet the same people'],
    ['today.use: [./mine.js]', 'write each there, beside the others'],
    ['today.use: [dual]', '"longer" changes values of what stands there'],
  ])('is held to the course: %s', async (vary, message) => {
    expect((await told(`${reform}vary: { ${vary} }\n`)).join()).toContain(message);
  });
});

it('numbers of the same name have the same range under every built-in institution', () => {
  const ranges = new Map<string, string>();
  for (const { parameters } of Object.values(builtIn)) {
    for (const [name, passport] of Object.entries(parameters)) {
      const { kind, unit } = passport;
      const range = JSON.stringify([kind, unit, 'min' in passport && [passport.min, passport.max]]);
      expect(ranges.get(name) ?? range).toBe(range);
      ranges.set(name, range);
    }
  }
});
