import { describe, expect, it } from 'vitest';
import { driversOf, driving } from '../../src/answers/drivers.ts';
import type { PointValues } from '../../src/answers/point-values.ts';
import { answerOutputs, screenedOutputs } from '../../src/answers/question.ts';
import { kept, screen } from '../../src/answers/screening.ts';
import { questionText } from '../../src/answers/words/question-words.ts';
import { sensitivitySentences } from '../../src/answers/words/sensitivity-words.ts';
import { sensitivitySentencesZh } from '../../src/answers/words/sensitivity-zh.ts';
import { morrisTrajectory } from '../../src/designs/morris.ts';
import { saltelliDesign } from '../../src/designs/sobol-indices.ts';
import { resultDictionary } from '../../src/measures/index.ts';
import { strays } from './strays.ts';

type F = (x: Float64Array, replicate: number) => number;

function over(
  points: readonly Float64Array[],
  of: Record<string, F>,
  replicates: number,
): PointValues {
  return {
    institutions: Object.keys(of),
    values: Object.values(of).map((f) =>
      Array.from({ length: replicates }, (_, r) => Float64Array.from(points, (x) => f(x, r))),
    ),
  };
}

const trajectories = Array.from({ length: 10 }, (_, t) => morrisTrajectory(6, 'seed', t));
const walked = trajectories.flatMap(({ points }) => points);
const saltelli = saltelliDesign(3, 'seed');
const drawn = Array.from({ length: 512 }, (_, base) => saltelli(base)).flat();

describe('screening', () => {
  it('orders factors by what they do to a level, a difference, and who is first', () => {
    const values = over(walked, { a: (x, r) => 3 * x[0] + x[1] + r, b: (x) => 2 * x[4] + x[1] }, 2);
    const of = (question: Parameters<typeof screenedOutputs>[0]) =>
      screen(trajectories, screenedOutputs(question, values, 'higher'));
    const level = of({ kind: 'level', institution: 'a' });
    expect(level.order.slice(0, 2)).toEqual([0, 1]);
    expect(level.effects[0].mu).toBeCloseTo(3, 12);
    expect(kept(level, 8)).toEqual([0, 1]);
    const apart = of({ kind: 'difference', institution: 'a', other: 'b' });
    // What moves both alike moves no difference.
    expect(kept(apart, 8).toSorted((a, b) => a - b)).toEqual([0, 4]);
    expect(apart.effects[4].mu).toBeCloseTo(-2, 12);
    const first = of({ kind: 'first' });
    expect(kept(first, 1)).toEqual([0]);
    expect(first.effects[0].mu).toBeNaN();
    expect(first.stability).toEqual({ first: 6, shared: 6, sameOrder: true });
  });
});

it('who is first is screened by ranks: one economy with enormous welfare ranks no factor', () => {
  const f: F = (x) => (x[2] > 0.9 && x[3] > 0.9 && x[4] > 0.9 ? 1e12 : 3 * x[0] + x[1]);
  const values = over(walked, { a: f, b: (x) => 2 * x[5] }, 1);
  const found = screen(trajectories, screenedOutputs({ kind: 'first' }, values, 'higher'));
  expect(found.order.slice(0, 2).toSorted((a, b) => a - b)).toEqual([0, 5]);
  expect(Math.max(...found.effects.map(({ muStar }) => muStar))).toBeLessThan(3);
});

it('a factor with one lucky step is not ranked first', () => {
  const length = trajectories[0].points.length;
  const values = over(walked, { a: (x) => 3 * x[0] + x[1] }, 1);
  // Of the first factor only the step of the first trajectory is left.
  const [series] = values.values[0];
  trajectories.forEach(({ moved }, t) => {
    if (t > 0) series[t * length + moved.indexOf(0)] = NaN;
  });
  const outputs = screenedOutputs({ kind: 'level', institution: 'a' }, values, 'higher');
  const found = screen(trajectories, outputs);
  expect(found.effects[0].n).toBe(1);
  expect(found.order.at(-1)).toBe(0);
  expect(found.order[0]).toBe(1);
});

describe('what drives an answer, in Chinese', () => {
  const passport = resultDictionary.passportOf('welfare');
  const keys = ['economy.use.dial', 'everyLender.operating', 'market-led.lag'];
  const owners = ['economy', 'lenders', 'institutions'] as const;
  const factors = keys.map((key, i) => ({ key, owner: owners[i] }));
  const name = (id: string) => ({ a: '市场主导', b: '政府主导' })[id] ?? id;
  const first = { kind: 'first' } as const;
  const values = over(drawn, { a: (x, r) => x[0] + r, b: (x, r) => x[1] + r, c: () => 0.1 }, 2);
  const walks = Array.from({ length: 10 }, (_, t) => morrisTrajectory(3, 'zh', t));
  const stepped = over(
    walks.flatMap(({ points }) => points),
    { a: (x) => x[0], b: (x) => x[1] },
    1,
  );
  const screened = screen(walks, screenedOutputs(first, stepped, 'higher'));
  const driven = {
    kept: [0, 1, 2],
    drivers: driversOf(answerOutputs(first, values, 'higher'), 3, 'zh'),
  };
  const facts = { factors, screened, trajectories: 10, replicates: 2 };

  it.each([
    ['who is first', first, { driven, contenders: ['市场主导', '政府主导'] }],
    ['one that is always first', first, { driven, contenders: ['市场主导'] }],
    ['a level, by screening alone', { kind: 'level', institution: 'a' }, {}],
    ['a difference', { kind: 'difference', institution: 'a', other: 'b' }, { driven }],
  ] as const)('holds no English words but ids: %s', (_, question, more) => {
    const asked = questionText(question, passport, name, 'zh');
    const told = sensitivitySentencesZh({ ...facts, question: asked, ...more });
    expect(told[0]).toContain(asked);
    expect(told.flatMap(strays)).toEqual([]);
    // In English the same sentences are found out.
    const english = sensitivitySentences({ ...facts, question: 'welfare', ...more });
    expect(english).toHaveLength(told.length);
    expect(english.flatMap(strays).length).toBeGreaterThan(5);
  });

  it('is not told where base points are too few for a bootstrap', () => {
    const of = (bases: number) => {
      const few = Array.from({ length: bases }, (_, base) => saltelli(base)).flat();
      const some = over(few, { a: (x, r) => x[0] + r, b: (x, r) => x[1] + r }, 2);
      const drivers = driversOf(answerOutputs(first, some, 'higher'), 3, 'few');
      const more = { driven: { kept: [0, 1, 2], drivers }, contenders: ['A', 'B'] };
      return [sensitivitySentences, sensitivitySentencesZh].map((say) =>
        say({ ...facts, question: 'welfare', ...more }).join(' '),
      );
    };
    const [english, chinese] = of(8);
    expect(english).toMatch(/on 8 base points.*too few for a bootstrap/u);
    expect(chinese).toContain('基点太少');
    expect(of(32).join(' ')).not.toMatch(/too few for a bootstrap|基点太少/u);
  });
});

describe('indices', () => {
  const uniform = { first: [0.8, 0.2, 0], total: [0.8, 0.2, 0] };

  it('are those of a level, luck being a factor of its own', () => {
    // Variance 4/12 + 1/12 + 1/4 (two replicates, a difference of 1 between them).
    const values = over(drawn, { a: (x, r) => 2 * x[0] + x[1] + r }, 2);
    const drivers = driversOf(
      answerOutputs({ kind: 'level', institution: 'a' }, values, 'higher'),
      3,
      's',
    );
    uniform.first.forEach((share, i) => {
      expect(drivers.whole.first[i].value).toBeCloseTo(share, 1);
      expect(drivers.whole.total[i].value).toBeCloseTo(uniform.total[i], 1);
      expect(drivers.whole.total[i].low).toBeLessThanOrEqual(drivers.whole.total[i].high);
    });
    expect(driving(drivers)).toEqual([0, 1]);
    expect(drivers.luck.first).toBeCloseTo(0.5 / (0.5 + 5 / 12), 1);
    expect(drivers.parts).toEqual([]);
  });

  it('are given of each contender and of the whole', () => {
    const values = over(drawn, { a: (x) => x[0], b: (x) => x[1], c: () => 0.1 }, 1);
    const outputs = answerOutputs({ kind: 'first' }, values, 'higher');
    expect(outputs.map(({ institution }) => institution)).toEqual(['b', 'a'].toSorted());
    const drivers = driversOf(outputs, 3, 's');
    expect(drivers.parts).toHaveLength(2);
    expect(driving(drivers).toSorted((a, b) => a - b)).toEqual([0, 1]);
    expect(drivers.whole.total[2].value).toBeCloseTo(0, 6);
    // Who of two is the larger hangs on both, and mostly on both together: a third each by itself.
    expect(drivers.whole.first[0].value).toBeCloseTo(1 / 3, 1);
    expect(drivers.whole.total[0].value).toBeCloseTo(2 / 3, 1);
    expect(drivers.luck.total).toBeNaN();
  });
});
