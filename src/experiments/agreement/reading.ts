import { fixed } from '../../measures/index.ts';
import { hazardMethods, selectionMethods, type Method } from './methods.ts';
import type { ExperimentReading } from '../reading.ts';
import { likeness, repliesOf, type MethodReply } from './replies.ts';
import type { Samples } from '../../replicates/index.ts';
import { enumerated, institutionName, type Cast, type Answer } from '../../findings/index.ts';

/** What fits the width of a terminal: what adverse selection and moral hazard are told by (docs/model.md, section 8). */
const shown: readonly string[] = [
  'safe-types-left-out',
  'karlan-zinman:selection',
  'cost-curves:loss',
  'moral-hazard-low',
  'moral-hazard-high',
  'karlan-zinman:incentive',
  'will-not-pay-share',
];

export const agreementReading: ExperimentReading = {
  table: [...selectionMethods, ...hazardMethods]
    .filter(({ measure }) => shown.includes(measure))
    .map(({ head, unit, measure, world }) => ({ head, unit, measure, world })),
  laws: [],
  truths: [],
  legend: [
    'Adverse selection: safe types left out, Karlan–Zinman selection, welfare lost (Einav–Finkelstein–Cullen). Moral hazard: the interval of what contracts on action would add to welfare, the incentive (a negative effect is more of it), defaults by choice. The other methods stand in the summary and on the page that is written.',
  ],
  answers: (samples, cast) => [
    signs('Do the methods agree that there is adverse selection?', selectionMethods, samples, cast),
    ranks('Do they rank the institutions alike?', selectionMethods, samples, cast),
    signs('Do they agree that there is moral hazard?', hazardMethods, samples, cast),
    ranks('Do they rank that alike?', hazardMethods, samples, cast),
  ],
};

function signs(question: string, methods: readonly Method[], samples: Samples, cast: Cast): Answer {
  const institutions = [...cast.labels.keys()];
  const sentences = methods.map((method) => {
    const replies = repliesOf(method, samples, institutions);
    const said = (sign: MethodReply['sign'], words: string) => {
      const those = replies.filter((reply) => reply.sign === sign);
      if (those.length === 0) return [];
      const all = those.length === institutions.length;
      const names = enumerated(those.map(({ institution }) => institutionName(institution, cast)));
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
  const [against, ...others] = methods;
  const institutions = [...cast.labels.keys()];
  const found = others.map((method) => {
    const { ofMeans } = likeness(against, method, samples, institutions);
    return `${method.name} ${Number.isNaN(ofMeans) ? 'not defined' : fixed(ofMeans, 2)}`;
  });
  const sentence = `Rank correlation with ${against.name}: ${enumerated(found)}.`;
  return {
    question,
    sentences: institutions.length < 3 ? ['A ranking needs three institutions.'] : [sentence],
  };
}
