import { dictionary } from '../../src/dictionary.ts';
import { coverageOf } from '../../src/experiments/coverage.ts';
import { experimentSamples, readingOf } from '../../src/experiments/index.ts';
import { experimentOf } from '../../src/experiments/registry.ts';
import { checkLaws } from '../../src/experiments/zero-laws.ts';
import { estimate } from '../../src/math/interval.ts';
import type { Samples } from '../../src/replicates/index.ts';
import type { Finding } from '../../src/experiments/experiment.ts';
import { allWithin, fixed, type Expectation, type Found, type Law } from './law.ts';
import { shipped, watchedTasks } from './markets.ts';

/** The experiments whose estimates have a truth, or must be zero. */
const estimated = ['karlan-zinman', 'positive-correlation', 'cost-curves'] as const;

/**
 * Institutions whose 95 % interval holds the truth. Seven of eight are aimed at; luck alone misses in two or more of eight
 * for one estimate in seventeen (institutions have seeds of their own, see markets.ts), and there are eight estimates: so six
 * are required of each, and of all intervals together that no more than eight in 64 miss (3 by luck; more than eight with a
 * chance below a hundredth).
 */
const aim = shipped.length - 1;
const least = shipped.length - 2;
const mostMisses = 8;

/** What a planted fault adds to an estimate in every replicate: a few times what luck does. */
const errors: Readonly<Record<string, number>> = {
  'karlan-zinman:selection': 0.03,
  'karlan-zinman:burden': 0.03,
  'karlan-zinman:incentive': 0.03,
  'positive-correlation:given-information': 0.05,
  'cost-curves:slope': 0.3,
  'cost-curves:equilibrium': 0.02,
  'cost-curves:efficient': 0.05,
  'cost-curves:loss': 0.003,
};

/** One number a seed and institution of these measures. */
function samplesOf({ findings }: Found, measures: readonly (string | undefined)[]): Samples {
  const rows = watchedTasks.flatMap((task) =>
    findings(task)
      .filter(({ measure }) => measures.includes(measure))
      .map((finding) => ({
        ...{ scenario: 'laws', institution: task.institution, replicate: task.seed },
        ...finding,
      })),
  );
  return experimentSamples(rows, dictionary);
}

const besides = (those: readonly string[]): string => {
  const others = shipped.filter((institution) => !those.includes(institution));
  return others.length === 0 ? '' : ` (not ${others.join(', ')})`;
};

const truths = estimated.flatMap((id) =>
  readingOf(experimentOf(id)).truths.map((truth) => ({ ...truth, title: experimentOf(id).title })),
);
type Truth = (typeof truths)[number];

const coverage = (found: Found, truth: Truth) =>
  coverageOf([truth], samplesOf(found, [truth.measure, truth.less]), shipped)[0];

const wrong = (one: Finding, measure: string): Finding =>
  one.measure === measure ? { ...one, value: one.value + errors[measure] } : one;

/** docs/model.md, section 10: what an experiment estimates, its own draws can say exactly. */
export const truthLaws: readonly Law[] = [
  ...truths.map((truth): Law => ({
    letter: '5',
    says: `${truth.title}: ${truth.says}, 95 % interval over twelve seeds holds the truth`,
    bound: `in ${least} of ${shipped.length} institutions`,
    tasks: watchedTasks,
    judge: (found) => {
      const { tested, covered } = coverage(found, truth);
      return {
        measured: `in ${covered.length}${besides(covered)}`,
        holds: tested.length === shipped.length && covered.length >= least,
      };
    },
    fault: {
      says: `it finds ${errors[truth.measure]} too much in every market`,
      spoilFinding: (one) => wrong(one, truth.measure),
    },
  })),
  {
    letter: '5',
    says: `All ${truths.length * shipped.length} of these intervals: how many miss`,
    bound: `≤ ${mostMisses}`,
    tasks: watchedTasks,
    judge: (found) => {
      const missed = truths.reduce(
        (sum, truth) => sum + shipped.length - coverage(found, truth).covered.length,
        0,
      );
      return { measured: String(missed), holds: missed <= mostMisses };
    },
    fault: {
      says: 'all find too much in every market',
      spoilFinding: (one) => (Object.hasOwn(errors, one.measure) ? wrong(one, one.measure) : one),
    },
  },
];

export const truthsAimedAt: Expectation = {
  letter: '5',
  says: `The same, each estimate in at least ${aim} of ${shipped.length} institutions`,
  bound: `${truths.length} of ${truths.length} estimates`,
  tasks: watchedTasks,
  judge: (found) => {
    const fewer = truths.filter((truth) => coverage(found, truth).covered.length < aim);
    const names = fewer.map(({ says }) => says).join(', ');
    return {
      measured: `${truths.length - fewer.length}${names === '' ? '' : ` (not ${names})`}`,
      holds: fewer.length === 0,
    };
  },
};

/** Standard errors: among the eight estimates luck alone goes beyond with a chance of 5 % (two-sided, divided by eight). */
const mostErrors = 2.74;

/** Bias that twelve seeds of one institution are too few to tell from luck. */
export const errorsTogether: Expectation = {
  letter: '5',
  says: 'All institutions together, 96 markets: mean of estimate less truth, in standard errors; the estimate that is furthest off',
  bound: `within ${mostErrors}`,
  tasks: watchedTasks,
  judge: (found) =>
    allWithin(
      truths.map((truth) => {
        const samples = samplesOf(found, [truth.measure, truth.less]);
        const gaps = shipped.flatMap((institution) => {
          const values = samples.values(institution, truth.world, truth.measure);
          const less = samples.values(institution, truth.world, truth.less ?? '');
          return values.map((value, k) => value - less[k]);
        });
        const { mean, standardError } = estimate(gaps);
        return { value: mean / standardError, where: `${truth.says}, by ${fixed(mean, 5)}` };
      }),
      -mostErrors,
      mostErrors,
      (value) => fixed(value, 2),
    ),
};

/** What is switched off has no effect: zero in every institution at 5 %, by Holm's correction over them. */
export const zeroLaws: readonly Law[] = estimated.flatMap((id) => {
  const { title } = experimentOf(id);
  return readingOf(experimentOf(id)).laws.map((law): Law => ({
    letter: 'i',
    says: `${title}: ${law.says}, is zero`,
    bound: `at 5 % (Holm) in all ${shipped.length}`,
    tasks: watchedTasks,
    judge: (found) => {
      const [{ tested, broken }] = checkLaws([law], samplesOf(found, [law.measure]), shipped);
      return {
        measured: broken.length === 0 ? 'zero in all' : `not zero: ${broken.join(', ')}`,
        holds: tested.length === shipped.length && broken.length === 0,
      };
    },
    // What the other two would find in the actual world is hardly told from zero either in markets as small as these.
    fault:
      law.world === 'action-contractible'
        ? { says: 'action stays private', look: { 'action-contractible': 'actual' } }
        : {
            says: `it finds ${errors[law.measure]} too much`,
            spoilFinding: (one) => (one.world === law.world ? wrong(one, law.measure) : one),
          },
  }));
});
