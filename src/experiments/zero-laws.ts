import { holm } from '../math/holm.ts';
import { paired, errorRate, type Contrast, type Samples } from '../replicates/index.ts';
import type { ExperimentReading, ZeroLaw } from './reading.ts';
import { enumerated, institutionName, type Cast, type Answer } from '../findings/index.ts';

/** What was found about one law. */
export interface LawCheck {
  readonly law: ZeroLaw;
  /** Institutions in which it could be tested. */
  readonly tested: readonly string[];
  /** Those where zero is rejected at 5%, after Holm's correction. */
  readonly broken: readonly string[];
}

/**
 * Tests that what should be zero is, under every institution. Holm's correction runs over all laws and institutions
 * together, so that one false alarm among them all has a chance of 5%.
 */
export function checkLaws(
  laws: readonly ZeroLaw[],
  samples: Samples,
  institutions: readonly string[],
): LawCheck[] {
  const tests = laws
    .flatMap((law) =>
      institutions.map((institution) => ({
        ...{ law, institution },
        ...{ p: excess(law, samples, institution).p },
      })),
    )
    .filter(({ p }) => !Number.isNaN(p));
  const adjusted = holm(tests.map(({ p }) => p));
  return laws.map((law) => {
    const own = tests.flatMap((test, i) =>
      test.law === law ? [{ institution: test.institution, p: adjusted[i] }] : [],
    );
    return {
      law,
      tested: own.map(({ institution }) => institution),
      broken: own.filter(({ p }) => p <= errorRate).map(({ institution }) => institution),
    };
  });
}

function excess(
  { world, measure, less }: ZeroLaw,
  samples: Samples,
  institution: string,
): Contrast {
  const values = samples.values(institution, world, measure);
  const zero = values.map(() => 0);
  return paired(values, less === undefined ? zero : samples.values(institution, world, less));
}

/** Whether the zero laws hold and the estimates meet the truth, in sentences. */
export function checks(
  { laws, truths }: ExperimentReading,
  samples: Samples,
  cast: Cast,
): Answer[] {
  return [
    {
      question: 'Do the zero laws hold?',
      asked: laws,
      fine: 'zero within its error',
      not: 'NOT zero',
    },
    {
      question: 'Do the estimates meet the truth?',
      asked: truths,
      fine: 'the truth within its error',
      not: 'differs from the truth',
    },
  ].flatMap(({ question, asked, fine, not }) => {
    if (asked.length === 0) return [];
    const sentences =
      samples.replicates.length < 2
        ? ['Cannot tell from one replicate: run with --replicates 20.']
        : checkLaws(asked, samples, [...cast.labels.keys()]).map((check) =>
            sentence(check, fine, not, cast),
          );
    return [{ question, sentences }];
  });
}

function sentence(
  { law, tested, broken }: LawCheck,
  fine: string,
  not: string,
  cast: Cast,
): string {
  if (tested.length === 0) return `${law.says}: not defined.`;
  if (broken.length > 0) {
    // The same people with the same luck meet every institution.
    const shared = broken.length > 1 ? ', which share their luck' : '';
    return `${law.says}: ${not} under ${enumerated(broken.map((one) => institutionName(one, cast)))}${shared}.`;
  }
  return `${law.says}: ${fine} under ${tested.length === 1 ? 'the one institution' : `all ${tested.length} institutions`}.`;
}
