import { estimate, type Estimate } from '../math/interval.ts';
import { fixed } from '../measures/display.ts';
import { rankCorrelation } from '../math/statistics.ts';
import { shapley } from './decomposition.ts';
import type { Reading } from './reading.ts';
import type { Samples } from './samples.ts';
import { list, nameOf, type Cast } from './sentences.ts';
import type { Answer } from './verdict.ts';

/** One way to measure a problem. */
export interface Method {
  readonly name: string;
  readonly world: string;
  readonly measure: string;
  /** 1 if more of the measure is more of the problem, −1 if less is. */
  readonly sign: 1 | -1;
  /** Head of its column. */
  readonly head: readonly string[];
  readonly unit: string;
}

/** Adverse selection by five methods, the first in three ways; rankings are held against that in default. */
export const selectionMethods: readonly Method[] = [
  {
    name: 'Shapley, in welfare',
    world: shapley,
    measure: 'adverse-selection:welfare',
    sign: 1,
    head: ['Shapley', 'welfare'],
    unit: '',
  },
  {
    name: 'Shapley, in welfare per loan',
    world: shapley,
    measure: 'agreement:selection-per-loan',
    sign: 1,
    head: ['… per', 'loan'],
    unit: '',
  },
  {
    name: 'Shapley, in default',
    world: shapley,
    measure: 'adverse-selection:default-rate',
    sign: -1,
    head: ['Shapley', 'default'],
    unit: 'points',
  },
  {
    name: 'Karlan–Zinman',
    world: 'actual',
    measure: 'karlan-zinman:selection',
    sign: 1,
    head: ['Karlan–', 'Zinman'],
    unit: 'points',
  },
  {
    name: 'Chiappori–Salanié',
    world: 'actual',
    measure: 'positive-correlation:given-information',
    sign: 1,
    head: ['Chiappori–', 'Salanié'],
    unit: '',
  },
  {
    name: 'Einav–Finkelstein–Cullen',
    world: 'actual',
    measure: 'cost-curves:slope',
    sign: 1,
    head: ['cost', 'curves'],
    unit: '',
  },
  {
    name: 'Akerlof',
    world: 'actual',
    measure: 'lemons:hidden',
    sign: 1,
    head: ['Akerlof'],
    unit: 'points',
  },
];

/** Moral hazard: two of the five do not see it, two see it twice. */
export const hazardMethods: readonly Method[] = [
  {
    name: 'Shapley, in welfare',
    world: shapley,
    measure: 'moral-hazard:welfare',
    sign: 1,
    head: ['Shapley', 'welfare'],
    unit: '',
  },
  {
    name: 'Shapley, in default',
    world: shapley,
    measure: 'moral-hazard:default-rate',
    sign: -1,
    head: ['Shapley', 'default'],
    unit: 'points',
  },
  {
    name: 'Karlan–Zinman, burden',
    world: 'actual',
    measure: 'karlan-zinman:burden',
    sign: 1,
    head: ['burden'],
    unit: 'points',
  },
  {
    name: 'Karlan–Zinman, incentive',
    world: 'actual',
    measure: 'karlan-zinman:incentive',
    sign: -1,
    head: ['incentive'],
    unit: 'points',
  },
  {
    name: 'Chiappori–Salanié, field',
    world: 'actual',
    measure: 'positive-correlation:field-action',
    sign: 1,
    head: ['field', 'collateral'],
    unit: '',
  },
];

/** What a method says of one institution. */
export interface Reply {
  readonly institution: string;
  readonly value: Estimate;
  /** The problem is there, its opposite is, neither can be told, or nothing is defined; by 95 % intervals. */
  readonly sign: 'there' | 'opposite' | 'cannot tell' | 'not defined';
  /** 1 = least of the problem; NaN where not defined. */
  readonly rank: number;
}

/** Every institution by one method, in the order given. */
export function repliesOf(
  { world, measure, sign }: Method,
  samples: Samples,
  institutions: readonly string[],
): Reply[] {
  const found = institutions.map((institution) => ({
    institution,
    value: estimate(samples.values(institution, world, measure)),
  }));
  const order = found
    .filter(({ value }) => value.n > 0)
    .toSorted((a, b) => sign * (a.value.mean - b.value.mean));
  return found.map((one) => ({
    ...one,
    sign: signOf(one.value, sign),
    rank: order.includes(one) ? order.indexOf(one) + 1 : NaN,
  }));
}

function signOf({ n, low, high }: Estimate, sign: 1 | -1): Reply['sign'] {
  if (n === 0) return 'not defined';
  const [least, most] = sign === 1 ? [low, high] : [-high, -low];
  if (least > 0) return 'there';
  return most < 0 ? 'opposite' : 'cannot tell';
}

/** How alike two methods rank the institutions: Spearman's ρ of their means, and its mean over replicates. */
export interface Likeness {
  readonly ofMeans: number;
  readonly overReplicates: Estimate;
}

export function likeness(
  a: Method,
  b: Method,
  samples: Samples,
  institutions: readonly string[],
): Likeness {
  const column = (method: Method) =>
    institutions.map((institution) =>
      samples.values(institution, method.world, method.measure).map((value) => method.sign * value),
    );
  const [left, right] = [column(a), column(b)];
  const ofMeans = correlate(
    left.map((values) => estimate(values).mean),
    right.map((values) => estimate(values).mean),
  );
  const each = samples.replicates.map((_, r) =>
    correlate(
      left.map((values) => values[r]),
      right.map((values) => values[r]),
    ),
  );
  return { ofMeans, overReplicates: estimate(each) };
}

/** Spearman's ρ over institutions that both define; NaN for fewer than three of them. */
function correlate(x: readonly number[], y: readonly number[]): number {
  const both = [...x.keys()].filter((i) => !Number.isNaN(x[i]) && !Number.isNaN(y[i]));
  if (both.length < 3) return NaN;
  return rankCorrelation(
    both.map((i) => x[i]),
    both.map((i) => y[i]),
  );
}

export const agreementReading: Reading = {
  table: [...selectionMethods, ...hazardMethods].map(({ head, unit, measure, world }) => ({
    ...{ head, unit, measure, world },
  })),
  laws: [],
  truths: [],
  legend: [
    'Adverse selection: the first seven columns. Moral hazard: the rest; a negative effect of removing it on default, and of the incentive, is more of it.',
  ],
  answers: (samples, cast) => [
    signs(
      'Do five methods agree that there is adverse selection?',
      selectionMethods,
      samples,
      cast,
    ),
    ranks('Do they rank the institutions alike?', selectionMethods, samples, cast),
    signs('Do they agree that there is moral hazard?', hazardMethods, samples, cast),
    ranks('Do they rank that alike?', hazardMethods, samples, cast),
  ],
};

function signs(question: string, methods: readonly Method[], samples: Samples, cast: Cast): Answer {
  const institutions = [...cast.labels.keys()];
  const sentences = methods.map((method) => {
    const replies = repliesOf(method, samples, institutions);
    const said = (sign: Reply['sign'], words: string) => {
      const those = replies.filter((reply) => reply.sign === sign);
      if (those.length === 0) return [];
      const all = those.length === institutions.length;
      const names = list(those.map(({ institution }) => nameOf(institution, cast)));
      return [`${words} under ${all ? `all ${those.length}` : names}`];
    };
    const parts = [
      ...said('there', 'there'),
      ...said('opposite', 'the opposite'),
      ...said('cannot tell', 'cannot tell'),
      ...said('not defined', 'not defined'),
    ];
    return `${method.name}: ${parts.join('; ')}.`;
  });
  return { question, sentences };
}

function ranks(question: string, methods: readonly Method[], samples: Samples, cast: Cast): Answer {
  const against = methods.find(({ measure }) => measure.endsWith(':default-rate')) ?? methods[0];
  const institutions = [...cast.labels.keys()];
  const found = methods
    .filter((method) => method !== against)
    .map(({ name, ...method }) => {
      const { ofMeans } = likeness(against, { name, ...method }, samples, institutions);
      return `${name} ${Number.isNaN(ofMeans) ? 'not defined' : fixed(ofMeans, 2)}`;
    });
  const sentence = `Rank correlation with ${against.name}: ${list(found)}.`;
  return {
    question,
    sentences: institutions.length < 3 ? ['A ranking needs three institutions.'] : [sentence],
  };
}
