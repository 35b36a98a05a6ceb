import { likeness, type Method, type MethodReply } from '../experiments/index.ts';
import type { Samples } from '../replicates/index.ts';
import { enumerated, institutionName, type Cast } from '../findings/index.ts';
import { fixed } from '../measures/index.ts';

/** Two rankings that are less alike than this are explained. Spearman's ρ. */
const alikeFrom = 0.8;

/** What a method counts that others do not: where rankings part, this is why. */
const counts: Readonly<Record<string, string>> = {
  'safe-types-left-out':
    'safe applicants who would have a loan if lenders saw types, however much each would gain',
  'karlan-zinman:selection':
    'default of those who just take, between two offers ten points of APR apart, given what the lender saw',
  'positive-correlation:given-information':
    'how closely taking and default go together, whatever the size of either',
  'cost-curves:loss':
    'money per approved application: the triangle between demand and marginal cost, by straight lines',
  'cost-curves:slope': 'cost that the lender did not foresee, per unit of price',
  'lemons:hidden': 'whether a borrower is of the safer half, nothing finer',
  'moral-hazard-low':
    'money per application: the cost of effort, and loans that only a contract on action makes possible, are in it',
  'moral-hazard-high':
    'the same from the other end: with types visible if the lower end has them hidden, and the other way round',
  'contracting-hidden-default': 'default per loan, with all of hidden action removed',
  'karlan-zinman:burden':
    'what ten points of APR do to those who have taken, only part of it their choice',
  'karlan-zinman:incentive': 'what a little more at stake still changes',
  'will-not-pay-share': 'how many of the defaults are a choice, whatever their number',
  'positive-correlation:field-action':
    'what a tenth of a loan more of collateral changes among those who choose between two contracts: who chooses which differs from institution to institution',
};

/** The methods that rank differently from others, the most deviant first: from whom, over whom, and what each counts. */
export function partings(
  methods: readonly Method[],
  replies: readonly (readonly MethodReply[])[],
  samples: Samples,
  cast: Cast,
): string[] {
  const institutions = [...cast.labels.keys()];
  let open = methods.flatMap((a, i) =>
    methods.slice(i + 1).flatMap((b, k) => {
      const { ofMeans } = likeness(a, b, samples, institutions);
      return ofMeans < alikeFrom ? [{ pair: [i, i + 1 + k], ofMeans }] : [];
    }),
  );
  const lines: string[] = [];
  while (open.length > 0) {
    const deviant = mostFrequent(open.flatMap(({ pair }) => pair));
    const mine = open.filter(({ pair }) => pair.includes(deviant));
    const others = mine.map(({ pair, ofMeans }) => ({
      other: pair[0] === deviant ? pair[1] : pair[0],
      ofMeans,
    }));
    const from = others.map(
      ({ other, ofMeans }) => `${methods[other].name} (${fixed(ofMeans, 2)})`,
    );
    const gap = (n: number) =>
      others.reduce(
        (sum, { other }) => sum + Math.abs(replies[deviant][n].rank - replies[other][n].rank),
        0,
      );
    const most = [...institutions.keys()].toSorted((a, b) => gap(b) - gap(a)).slice(0, 2);
    const over = most.map((n) => {
      const theirs = [...new Set(others.map(({ other }) => replies[other][n].rank))].toSorted(
        (a, b) => a - b,
      );
      return `${institutionName(institutions[n], cast)} (rank ${replies[deviant][n].rank} against ${enumerated(theirs.map(String))})`;
    });
    const { name, measure } = methods[deviant];
    lines.push(
      `- **${name}** parts from ${enumerated(from)}, most over ${enumerated(over)}. The reason is in what it counts: ${counts[measure]}.`,
    );
    open = open.filter(({ pair }) => !pair.includes(deviant));
  }
  return lines.length === 0
    ? [`No two methods rank the institutions less alike than ${alikeFrom}.`]
    : [
        `Where two rankings are less alike than ${alikeFrom}, and why:`,
        '',
        ...lines,
        '',
        'What each counts:',
        '',
        ...methods.map(({ name, measure }) => `- ${name}: ${counts[measure]}.`),
      ];
}

function mostFrequent(numbers: readonly number[]): number {
  const often = (number: number) => numbers.filter((one) => one === number).length;
  return numbers.toSorted((a, b) => often(b) - often(a) || a - b)[0];
}
