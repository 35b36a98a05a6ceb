import { proportion } from '../../measures/index.ts';
import type { Experiment, ExperimentMeasure, Finding } from '../experiment.ts';
import { decisionsOf, type Decisions } from './decisions.ts';
import { whoGainsPrinted } from './words.ts';
import { groupNames, membership, places, placesOf } from './groups.ts';

/** Better or worse is whoever gains or loses more than this, in mean loans per application. */
const noticed = 0.001;

/** Bins of the gain, in mean loans per application: from −edge to edge, the ends open. */
const bins = 40;
const edge = 0.05;

const population =
  'among borrowers who apply in a counted quarter from the reform on, the same persons in both arms';
const source =
  'docs/model.md, section 18: expected surplus of each decision with the reform less without it, discounted, by person';
const money = 'share of a mean loan per application';
const share = 'share of borrowers';

type Own = Pick<ExperimentMeasure, 'id' | 'title' | 'unit'> & Partial<ExperimentMeasure>;

const group = `group on the eve: ${groupNames.map((name, k) => `${k + 1} ${name}`).join(', ')}`;
const measures: readonly ExperimentMeasure[] = (
  [
    { id: 'who-gains:mean', title: 'Mean gain', unit: money, better: 'higher' },
    { id: 'who-gains:better', title: 'Better off by more than .1% of a loan', unit: share },
    { id: 'who-gains:worse', title: 'Worse off by more than .1% of a loan', unit: share },
    { id: 'who-gains:people', title: 'Borrowers who apply', unit: 'borrowers' },
    {
      id: 'who-gains:distribution',
      title: 'Borrowers by their gain',
      unit: share,
      along: `lower end of the gain, in per cent of a mean loan per application; bins of ${(200 * edge) / bins}, the ends open`,
    },
    {
      id: 'who-gains:movers',
      title:
        'Borrowers by where they stand without the reform and with it, at their last decision of the run',
      unit: share,
      along: `10 × without + with: ${places.map((name, k) => `${k} ${name}`).join(', ')}; fifths are those without the reform`,
    },
    { id: 'who-gains:group-mean', title: 'Mean gain', unit: money, along: group },
    { id: 'who-gains:group-better', title: 'Better off', unit: share, along: group },
    { id: 'who-gains:group-worse', title: 'Worse off', unit: share, along: group },
    { id: 'who-gains:group-people', title: 'Borrowers', unit: 'borrowers', along: group },
  ] as readonly Own[]
).map((one) => ({
  ...{ better: 'neither', population, source, series: false },
  ...(one.unit === share && { range: proportion }),
  ...one,
}));

/**
 * Who wins and who loses by a reform, person by person: nobody else can ask the same people twice. One job runs both arms
 * of a replicate.
 */
export const whoGains: Experiment = {
  id: 'who-gains',
  title: whoGainsPrinted.en.title,
  about: 'the same persons with a reform and without it: who is better off, who worse, by group',
  source,
  measures,
  ofReforms: true,
  observe: (market, institution) => {
    const [first] = institution.phases ?? [];
    if (!first) return [];
    const begins = Math.min(first.announced ?? first.from, first.from);
    const status = decisionsOf(market, { ...institution, phases: undefined }, begins);
    return findingsOf(status, decisionsOf(market, institution, begins));
  },
};

/** What both arms of a market say of its persons. */
function findingsOf(status: Decisions, reform: Decisions): Finding[] {
  const say = (measure: string, value: number, at: number | null = null): Finding => ({
    ...{ world: 'actual', measure: `who-gains:${measure}`, at, value },
  });
  const people = [...status.applications.keys()].filter(
    (i) => status.applications[i] + reform.applications[i] > 0,
  );
  const gain = people.map((i) => gainOf(status, reform, i));
  const isOf = membership(status);
  const all = summaryOf(gain);
  return [
    say('mean', all.mean),
    say('better', all.better),
    say('worse', all.worse),
    say('people', people.length),
    ...distributionOf(gain).map((value, k) =>
      say('distribution', value, Number((100 * (2 * edge * (k / bins) - edge)).toFixed(4))),
    ),
    ...moversOf(status, reform, people).map(([at, value]) => say('movers', value, at)),
    ...groupNames.flatMap((_, k) => {
      const own = summaryOf(gain.filter((__, n) => isOf(k, people[n])));
      return [
        say('group-mean', own.mean, k + 1),
        say('group-better', own.better, k + 1),
        say('group-worse', own.worse, k + 1),
        say('group-people', own.count, k + 1),
      ];
    }),
  ];
}

/** A person's gain per application: what its decisions are worth more, over the mean number of applications, discounted. */
function gainOf(status: Decisions, reform: Decisions, i: number): number {
  const applications = (status.applications[i] + reform.applications[i]) / 2;
  return (reform.surplus[i] - status.surplus[i]) / applications;
}

function summaryOf(gain: readonly number[]) {
  const count = gain.length;
  const part = (of: (one: number) => boolean) =>
    count === 0 ? NaN : gain.filter(of).length / count;
  return {
    count,
    mean: count === 0 ? NaN : gain.reduce((sum, one) => sum + one, 0) / count,
    better: part((one) => one > noticed),
    worse: part((one) => one < -noticed),
  };
}

function distributionOf(gain: readonly number[]): number[] {
  const shares = Array.from({ length: bins }, () => 0);
  for (const one of gain) {
    const bin = Math.floor((bins * (one + edge)) / (2 * edge));
    shares[Math.max(0, Math.min(bins - 1, bin))] += 1 / gain.length;
  }
  return shares;
}

/** The whole matrix of where persons stand in one arm and in the other. */
function moversOf(
  status: Decisions,
  reform: Decisions,
  people: readonly number[],
): (readonly [number, number])[] {
  const from = placesOf(status.after, status.after);
  const to = placesOf(reform.after, status.after);
  const count = new Float64Array(100);
  for (const i of people) count[10 * from[i] + to[i]] += 1 / people.length;
  return places.flatMap((_, a) => places.map((__, b) => [10 * a + b, count[10 * a + b]] as const));
}
