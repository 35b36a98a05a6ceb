import { estimate } from '../math/interval.ts';
import { paired, errorRate, type RankedInstitution, type Samples } from '../replicates/index.ts';
import { institutionName, quantity, type Cast } from './sentences.ts';
import { verdictWords } from './verdict-words.ts';

/** Below this share of the most that is lent under any institution, a leader's lead is put in proportion. */
const little = 0.75;

/**
 * A warning if the leader in a problem, counted per application, leads where far less is lent than elsewhere: the less
 * is lent, the less can go wrong.
 */
export function littleLent(
  samples: Samples,
  places: readonly RankedInstitution[],
  cast: Cast,
): string[] {
  const lending = places.map(({ institution }) => {
    const loans = loansPerApplication(samples, institution);
    return { institution, loans, level: estimate(loans) };
  });
  const [leader] = lending;
  const most = lending.toSorted((a, b) => b.level.mean - a.level.mean)[0];
  if (!leader || !(leader.level.mean < little * most.level.mean)) return [];
  if (!(paired(leader.loans, most.loans).p <= errorRate)) return [];
  const { language = 'en' } = cast;
  const share = ({ level }: typeof leader) =>
    quantity(level, samples.passportOf('approval-rate'), language);
  const name = ({ institution }: typeof leader) => institutionName(institution, cast);
  const { littleLent: say } = verdictWords[language];
  return [say(name(leader), share(leader), share(most), name(most))];
}

function loansPerApplication(samples: Samples, institution: string): number[] {
  const taken = samples.values(institution, 'actual', 'take-up-rate');
  return samples
    .values(institution, 'actual', 'approval-rate')
    .map((approved, i) => (approved === 0 ? 0 : approved * taken[i]));
}

/** A remark if the least of a problem may be none of it. */
export function mayBeNone(
  [best]: readonly RankedInstitution[],
  { language = 'en' }: Cast,
): string[] {
  return best && best.value.low <= 0 && best.value.high >= 0
    ? [verdictWords[language].mayBeNone]
    : [];
}
