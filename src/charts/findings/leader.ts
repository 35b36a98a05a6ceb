import { inWords, type Language, type Words } from '../../language.ts';
import type { Order } from '../../replicates/index.ts';
import type { ChartInputs } from '../chart.ts';
import { nameInSentence } from '../kit/select.ts';
import { countWord } from './numbers.ts';
import { shortest } from './title.ts';

/** How a ranking is put into words. `Full sharing leaves the most welfare`. */
export interface RankedWords {
  /** `welfare`: two words at most, since `unranked` has up to eight around them. */
  readonly noun: Words;
  /** What the best of it is: `the most welfare`, `福利最高`. */
  readonly best: Words;
  /** What the worst of it is. */
  readonly worst: Words;
}

/** What an order shows: who may be first, who may be last, or that nobody can be told apart. */
type Shown =
  | { readonly kind: 'nothing' | 'one' | 'single replicate' | 'tie' | 'alike' | 'unclear' }
  | { readonly kind: 'first' | 'last'; readonly who: readonly number[] };

/** Most names that a title gives. */
const mostNamed = 3;

/** What the tests leave to say. Nobody is named first who is not told apart from all that are not named with it. */
export function shownBy({ places, values, apart }: Order): Shown {
  const count = places.length;
  if (count === 0) return { kind: 'nothing' };
  if (count === 1) return { kind: 'one' };
  const all = places.map((_, i) => i);
  const isSame = all.every((i) => values[i].every((value, r) => Object.is(value, values[0][r])));
  if (isSame) return { kind: 'tie' };
  if (values.every((column) => column.filter((value) => !Number.isNaN(value)).length < 2))
    return { kind: 'single replicate' };
  if (all.every((i) => all.every((j) => i === j || !apart(i, j)))) return { kind: 'alike' };
  const first = all.filter((i) => i === 0 || !apart(0, i));
  if (first.length <= mostNamed && first.length < count) return { kind: 'first', who: first };
  const last = all.filter((i) => i === count - 1 || !apart(i, count - 1));
  if (last.length <= mostNamed && last.length < count) return { kind: 'last', who: last };
  return { kind: 'unclear' };
}

/**
 * The title of a figure that ranks: who leads, or may lead, or that it cannot be told.
 *
 * @param level the amount of the only institution there is: `28.2% of a loan`
 */
export function leaderTitle(
  inputs: ChartInputs,
  found: Order,
  { noun, best, worst }: RankedWords,
  level: (mean: number) => string,
  language: Language,
): string {
  const shown = shownBy(found);
  const what = noun[language];
  const name = (i: number) => {
    const { institution } = found.places[i];
    const one = inputs.scenario.institutions.find(({ id }) => id === institution);
    return nameInSentence({ institution, label: one?.label ?? institution }, language);
  };
  const capital = capitalised(what);
  if (shown.kind === 'one') {
    const amount = level(found.places[0].value.mean);
    return shortest(
      inWords(language, {
        en: [`${name(0)}: ${what} of ${amount}`, `${capital} of ${amount}`],
        zh: [`${name(0)}：${what}为${amount}`, `${what}为${amount}`],
      }),
      language,
    );
  }
  if (shown.kind !== 'first' && shown.kind !== 'last')
    return unranked[shown.kind][language](what, capital);
  const end = (shown.kind === 'first' ? best : worst)[language];
  const names = shown.who.map(name);
  const n = countWord(names.length, language);
  return shortest(
    inWords(language, {
      en: [
        `${either(names)} leaves ${end}`,
        names.length === 1
          ? `One institution leaves ${end}`
          : `${capitalised(end)}: ${n} institutions, not told apart`,
      ],
      zh: [
        `${names.join('或')}的${end}`,
        `${n}种征信模式之一的${end}`,
        shown.kind === 'first' ? `${what}最优者有显著领先` : `${what}最末者有显著差距`,
      ],
    }),
    language,
  );
}

/** With a capital at its beginning. */
const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

type Sentence = (what: string, capital: string) => string;

/** What is said where nobody can be named. */
const unranked: Readonly<
  Record<'nothing' | 'single replicate' | 'tie' | 'alike' | 'unclear', Record<Language, Sentence>>
> = {
  nothing: {
    en: (what) => `Nobody borrows, so there is no ${what}`,
    zh: (what) => `无人获贷：${what}无从谈起`,
  },
  'single replicate': {
    en: (what) => `One replicate: no order in ${what} can be told`,
    zh: (what) => `仅一次重复：${what}的高低无法判定`,
  },
  tie: {
    en: (what) => `The same ${what} under every institution`,
    zh: (what) => `各征信模式的${what}完全相同`,
  },
  alike: {
    en: (what) => `No difference in ${what} can be told`,
    zh: (what) => `各征信模式的${what}差异不显著`,
  },
  unclear: {
    en: (_, capital) => `${capital} differs, but nobody clearly leads`,
    zh: (what) => `${what}有显著差异，但无明显的最优者`,
  },
};

/** `A`, `A or B`, `A, B or C`. */
function either(names: readonly string[]): string {
  const last = names.at(-1) ?? '';
  return names.length < 2 ? last : `${names.slice(0, -1).join(', ')} or ${last}`;
}
