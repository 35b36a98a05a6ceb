import { dictionary } from '../../src/dictionary.ts';
import { coverageOf } from '../../src/experiments/coverage.ts';
import { experimentSamples, readingOf } from '../../src/experiments/index.ts';
import { experimentOf } from '../../src/experiments/registry.ts';
import { checkLaws } from '../../src/experiments/zero-laws.ts';
import type { Samples } from '../../src/replicates/index.ts';
import type { World } from '../../src/engine/index.ts';
import type { Found, Law } from './law.ts';
import { shipped, watchedTasks } from './markets.ts';

/** The experiments whose estimates have a truth, or must be zero. */
const estimated = ['karlan-zinman', 'positive-correlation', 'cost-curves'] as const;

/** Institutions in which an interval may miss by luck. They share their seeds, so that they also share their luck. */
const allowed = 1;
const least = shipped.length - allowed;

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

/** What hides what a world shows. */
const hidden: Readonly<Record<string, Readonly<Record<string, World>>>> = {
  'types-visible': { 'types-visible': 'actual' },
  'action-contractible': { 'action-contractible': 'actual' },
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

/** docs/model.md, section 10: what an experiment estimates, its own draws can say exactly. */
export const truthLaws: readonly Law[] = estimated.flatMap((id) => {
  const { title } = experimentOf(id);
  return readingOf(experimentOf(id)).truths.map((truth): Law => ({
    letter: '5',
    says: `${title}: ${truth.says}, 95 % interval over twelve seeds covers the truth`,
    bound: `in ${least} of ${shipped.length} institutions`,
    tasks: watchedTasks,
    judge: (found) => {
      const samples = samplesOf(found, [truth.measure, truth.less]);
      const [{ tested, covered }] = coverageOf([truth], samples, shipped);
      return {
        measured: `in ${covered.length}${besides(covered)}`,
        holds: tested.length === shipped.length && covered.length >= least,
      };
    },
    fault: {
      says: `it finds ${errors[truth.measure]} too much in every market`,
      spoilFinding: (one) =>
        one.measure === truth.measure ? { ...one, value: one.value + errors[truth.measure] } : one,
    },
  }));
});

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
    fault: {
      says: law.world === 'types-visible' ? 'types stay hidden' : 'action stays private',
      look: hidden[law.world],
    },
  }));
});
