import { markdownTable } from '../text/markdown-table.ts';
import {
  hazardMethods,
  selectionMethods,
  likeness,
  repliesOf,
  readingOf,
  checks,
  type Method,
  type MethodReply,
} from '../experiments/index.ts';
import { partings } from './agreement-partings.ts';
import { dictionary } from '../dictionary.ts';
import { experiments } from '../experiments/registry.ts';
import type { Samples } from '../replicates/index.ts';
import { enumerated, institutionName, quantity, type Cast } from '../findings/index.ts';
import { estimate, halfWidth } from '../math/interval.ts';
import { betweenWorlds, decimalsFor, displayOf, fixed } from '../measures/index.ts';
import type { Scenario } from '../scenario/index.ts';

/** docs/measures.md: what all methods say on the same markets, and where they part. */
export function agreementPage(samples: Samples, scenario: Scenario): string {
  const { id, seed, borrowers, quarters, burnIn, replicates, institutions, reference } = scenario;
  const cast: Cast = {
    labels: new Map(institutions.map((one) => [one.id, one.label])),
    reference,
  };
  return [
    '# Adverse selection and moral hazard by many methods: do they agree?',
    '',
    '<!-- Made by "npm run docs:measures". Do not edit. -->',
    '',
    `Scenario ${id}: ${borrowers} borrowers, ${quarters} quarters of which ${burnIn} are burn-in, ${replicates} replicates, ` +
      `seed "${seed}". All methods watch the same markets. ± is half of the 95% interval (Student’s t over ` +
      'replicates), in brackets the rank: 1 has least of the problem.',
    '',
    ...family('Adverse selection', selectionMethods, samples, cast),
    ...family('Moral hazard', hazardMethods, samples, cast),
    '## What showing types to lenders changes',
    '',
    ...showingTypes(samples, cast),
    '## What the methods must and do get right',
    '',
    ...experiments.flatMap((experiment) => {
      const reading = readingOf(experiment);
      const answers = checks(reading, samples, cast);
      if (answers.length === 0) return [];
      return [
        `### ${experiment.title}`,
        '',
        reading.legend.join(' '),
        '',
        ...answers.flatMap(({ question, sentences }) => [
          question,
          '',
          ...sentences.map((sentence) => `- ${sentence}`),
          '',
        ]),
      ];
    }),
    '## Reproduce',
    '',
    `Check value, ${checkInstitution} in replicate 0: ${checkValues(samples).join(', ')}.`,
    '',
    '```sh',
    `creditlab experiment agreement ${id} --replicates ${replicates}`,
    '```',
    '',
  ].join('\n');
}

/** Types visible less actual: it may be negative, and is no measure of adverse selection. */
function showingTypes(samples: Samples, cast: Cast): string[] {
  const measures = [
    'showing-types-held',
    'showing-types-held-default',
    'showing-types-held-approval',
  ];
  const columns = measures.map((measure) => ({
    passport: dictionary.passportOf(measure),
    of: (institution: string) => estimate(samples.values(institution, betweenWorlds, measure)),
  }));
  return [
    'Types visible less actual, sanctions held. It may be negative: showing types also rations bad risks whom the pool carried. It is no measure of adverse selection.',
    '',
    ...numbersTable(
      ['Institution', ...columns.map(({ passport }) => passport.title)],
      [...cast.labels.keys()].map((institution) => [
        institutionName(institution, cast),
        ...columns.map(({ passport, of }) => quantity(of(institution), passport)),
      ]),
    ),
    '',
  ];
}

/** The institution whose first replicate stands on the page to be checked. */
export const checkInstitution = 'full-sharing';

/** Its numbers by every method, as they stand on the page. */
export function checkValues(samples: Samples): string[] {
  return [...selectionMethods, ...hazardMethods].map(({ world, measure }) => {
    const value = samples.values(checkInstitution, world, measure)[0] ?? NaN;
    return `${measure} ${Number.isNaN(value) ? 'not defined' : value.toPrecision(6)}`;
  });
}

function family(title: string, methods: readonly Method[], samples: Samples, cast: Cast): string[] {
  const institutions = [...cast.labels.keys()];
  const replies = methods.map((method) => repliesOf(method, samples, institutions));
  return [
    `## ${title}`,
    '',
    ...methods.map(
      (method) =>
        `- **${method.name}** (${unitOf(method)}): ${dictionary.passportOf(method.measure).title}`,
    ),
    '',
    ...numbersTable(
      ['Institution', ...methods.map(({ name }) => name)],
      institutions.map((institution, i) => [
        institutionName(institution, cast),
        ...methods.map((method, m) => cell(method, replies[m], i)),
      ]),
    ),
    '',
    ...methods.map((method, m) => `- ${method.name}: ${signs(replies[m], cast)}.`),
    '',
    'Rank correlations (Spearman) of the means over replicates:',
    '',
    ...numbersTable(
      ['', ...methods.map(({ name }) => name)],
      methods.map((a) => [
        a.name,
        ...methods.map((b) => fixed(likeness(a, b, samples, institutions).ofMeans, 2)),
      ]),
    ),
    '',
    ...partings(methods, replies, samples, cast),
    '',
  ];
}

function unitOf({ measure }: Method): string {
  return displayOf(dictionary.passportOf(measure).unit).unit;
}

function cell({ measure }: Method, replies: readonly MethodReply[], i: number): string {
  const { factor } = displayOf(dictionary.passportOf(measure).unit);
  const { value, rank } = replies[i];
  if (value.n === 0) return 'not defined';
  const halves = replies.map((reply) => factor * halfWidth(reply.value)).filter((half) => half > 0);
  const decimals = decimalsFor(Math.min(...halves), factor === 100 ? 1 : 4);
  const half = halfWidth(value);
  const spread = Number.isNaN(half) ? '' : ` ± ${fixed(factor * half, decimals)}`;
  return `${fixed(factor * value.mean, decimals)}${spread} (${rank})`;
}

/** "there under all 8 institutions", or where it is and where it cannot be told. */
function signs(replies: readonly MethodReply[], cast: Cast): string {
  const kinds = [
    ['there', 'there'],
    ['opposite', 'the opposite'],
    ['cannot tell', 'cannot tell'],
    ['not defined', 'not defined'],
  ] as const;
  return kinds
    .flatMap(([sign, words]) => {
      const those = replies.filter((reply) => reply.sign === sign);
      if (those.length === 0) return [];
      return those.length === replies.length
        ? [`${words} under all ${those.length} institutions`]
        : [
            `${words} under ${enumerated(those.map(({ institution }) => institutionName(institution, cast)))}`,
          ];
    })
    .join('; ');
}

/** A table whose first column names the rows. */
function numbersTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  return markdownTable(
    head,
    rows,
    head.map((_, k) => k > 0),
  );
}
