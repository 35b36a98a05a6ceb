import type { Language } from '../language.ts';
import {
  againstReference,
  errorRate,
  type RankedInstitution,
  type Samples,
} from '../replicates/index.ts';
import { isTie } from './contest.ts';
import { institutionName, type Cast } from './sentences.ts';

/** What is compared: all pairs, and the others with the reference. */
interface Families {
  readonly pairs: number;
  readonly reference: string;
  readonly others: number;
  /** Of the others, how many can be told apart from the reference, above and below it. */
  readonly higher: number;
  readonly lower: number;
}

const words: Readonly<Record<Language, (families: Families) => string>> = {
  en: ({ pairs, reference, others, higher, lower }) => {
    const under = (count: number) => (count === others ? 'all of them' : `${count} of them`);
    const ways = [
      ...(higher > 0 ? [`higher under ${under(higher)}`] : []),
      ...(lower > 0 ? [`lower under ${under(lower)}`] : []),
    ];
    return (
      `That is what all ${pairs} pairs tell, tested together. The figure of welfare asks a smaller question: ` +
      `it holds the ${others} others against ${reference} alone, and welfare is ${ways.join(' and ')}.`
    );
  },
  zh: ({ pairs, reference, others, higher, lower }) => {
    const of = (count: number) => (count === others ? '全部' : `有 ${count} 种`);
    const ways = [
      ...(higher > 0 ? [`${of(higher)}福利更高`] : []),
      ...(lower > 0 ? [`${of(lower)}福利更低`] : []),
    ];
    return `以上是全部 ${pairs} 对一并检验的结果。福利图问得较少，结论同样成立：只将其余 ${others} 种与${reference}相比，其中${ways.join('，')}。`;
  },
};

/**
 * How many differ in welfare from the reference when only it is compared with, as the figure of welfare does. Said where all
 * pairs tested together leave somebody beside the best, and the figure tells some from the reference: the two would seem to
 * contradict each other.
 *
 * @param places of welfare, best first
 */
export function besideFigure(
  samples: Samples,
  places: readonly RankedInstitution[],
  cast: Cast,
): string[] {
  const count = places.length;
  const isOpen = places.slice(1).some(({ behind, toldApart }) => behind.n > 1 && !toldApart);
  // Of two institutions both families are the same single pair.
  if (count < 3 || !isOpen || isTie(places)) return [];
  if (!places.some(({ institution }) => institution === cast.reference)) return [];
  const others = [...againstReference(samples, 'actual', 'welfare', cast.reference).values()];
  const told = others.filter(({ adjustedP }) => adjustedP <= errorRate);
  if (told.length === 0) return [];
  const higher = told.filter(({ mean }) => mean > 0).length;
  return [
    words[cast.language ?? 'en']({
      pairs: (count * (count - 1)) / 2,
      reference: institutionName(cast.reference, cast),
      others: others.length,
      higher,
      lower: told.length - higher,
    }),
  ];
}
