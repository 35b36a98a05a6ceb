import { holm } from '../math/holm.ts';
import { paired, type Contrast } from './contrast.ts';
import { errorRate } from './ranking.ts';
import type { Reading, ZeroLaw } from './reading.ts';
import type { Samples } from './samples.ts';
import { list, nameOf, type Cast } from './sentences.ts';
import type { Answer } from './verdict.ts';

/** What was found about one law. */
export interface Check {
  readonly law: ZeroLaw;
  /** Institutions in which it could be tested. */
  readonly tested: readonly string[];
  /** Those where zero is rejected at 5 %, after Holm's correction over the institutions. */
  readonly broken: readonly string[];
}

/** Tests that what should be zero is, under every institution. */
export function checkLaw(law: ZeroLaw, samples: Samples, institutions: readonly string[]): Check {
  const tests = institutions
    .map((institution) => ({ institution, found: excess(law, samples, institution) }))
    .filter(({ found }) => !Number.isNaN(found.p));
  const adjusted = holm(tests.map(({ found }) => found.p));
  const name = ({ institution }: (typeof tests)[number]) => institution;
  return {
    law,
    tested: tests.map(name),
    broken: tests.filter((_, i) => adjusted[i] <= errorRate).map(name),
  };
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
export function checks({ laws, truths }: Reading, samples: Samples, cast: Cast): Answer[] {
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
        : asked.map((law) =>
            sentence(checkLaw(law, samples, [...cast.labels.keys()]), fine, not, cast),
          );
    return [{ question, sentences }];
  });
}

function sentence({ law, tested, broken }: Check, fine: string, not: string, cast: Cast): string {
  if (tested.length === 0) return `${law.says}: not defined.`;
  if (broken.length > 0) {
    return `${law.says}: ${not} under ${list(broken.map((one) => nameOf(one, cast)))}.`;
  }
  return `${law.says}: ${fine} under ${tested.length === 1 ? 'the one institution' : `all ${tested.length} institutions`}.`;
}
