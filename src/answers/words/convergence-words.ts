import { grouped } from '../../text/grouped.ts';
import { list } from '../../findings/index.ts';
import { displayOf, fixed, type Passport } from '../../measures/index.ts';
import type { Movement, Resize } from '../convergence.ts';
import { lowered, type NameOf } from './question-words.ts';

const sizes: Readonly<Record<Resize['of'], string>> = {
  borrowers: 'borrowers',
  quarters: 'counted quarters',
  burnIn: 'quarters of burn-in',
};

/** "4,000 → 16,000 borrowers". */
export function resizeText({ of, from, to }: Resize): string {
  const count = grouped;
  return `${count(from)} → ${count(to)} ${sizes[of]}`;
}

/** Numbers that are spelt out for each change of size. */
const mostSpelt = 6;

/** What a change of size does: how much holds, what moves, what these replicates cannot tell. */
export function resizeSentences(
  resizes: readonly Resize[],
  movements: readonly Movement[],
  passportOf: (measure: string) => Passport,
  name: NameOf,
): string[] {
  return resizes.map((resize, k) => {
    const own = movements.filter((one) => one.resize === k);
    const of = (verdict: Movement['verdict']) => own.filter((one) => one.verdict === verdict);
    const [moves, untold] = [of('moves'), of('untold')];
    const told = moves
      .toSorted((a, b) => excess(b) - excess(a))
      .slice(0, mostSpelt)
      .map((one) => movementText(one, passportOf(one.measure), name));
    const more = moves.length > mostSpelt ? `; and ${moves.length - mostSpelt} more` : '';
    const moving =
      moves.length === 0
        ? 'none moves for certain'
        : `${moves.length} ${moves.length === 1 ? 'moves' : 'move'}: ${told.join('; ')}${more}`;
    return `${resizeText(resize)}: ${of('holds').length} of ${own.length} numbers hold, ${untold.length} cannot be told with these replicates, ${moving}.`;
  });
}

/** How many times more it moves than is tolerated. */
const excess = ({ change, tolerated }: Movement) => Math.abs(change.mean) / tolerated;

function movementText({ institution, other, change }: Movement, passport: Passport, name: NameOf) {
  const { factor, unit } = displayOf(passport.unit);
  const by = fixed(factor * change.mean, factor === 100 ? 2 : 4);
  const sign = change.mean > 0 ? '+' : '';
  const what =
    other === undefined
      ? `${lowered(passport.title)} under ${name(institution)}`
      : `${name(institution)} less ${name(other)} in ${lowered(passport.title)}`;
  return `${what} by ${sign}${by} (${unit})`;
}

/** What of a change with the number of borrowers is noise, and what the model. */
export function noiseSentences(
  measure: Passport,
  noise: readonly { readonly borrowers: number; readonly deviation: number }[],
  moved: readonly string[],
): string[] {
  const { factor, unit } = displayOf(measure.unit);
  const sorted = noise.toSorted((a, b) => a.borrowers - b.borrowers);
  const [least, most] = [sorted[0], sorted.at(-1)];
  if (!least || !most || least === most) return [];
  const ratio = most.borrowers / least.borrowers;
  const told = sorted.map(
    ({ borrowers, deviation }) =>
      `${(factor * deviation).toPrecision(2)} with ${grouped(borrowers)}`,
  );
  const model =
    moved.length === 0
      ? 'No mean is seen to move with the number of borrowers beyond a tenth of its gap.'
      : `The means of ${list(moved)} move with the number of borrowers: that is the model, not noise, since lenders who have seen more loans price better, and it does not go away with more replicates.`;
  return [
    `Noise: the standard deviation over replicates of ${lowered(measure.title)} (${unit}, median over institutions) is ${list(told)} borrowers. ` +
      `Chance alone would divide it by ${Math.sqrt(ratio).toPrecision(2)} from the smallest to the largest; it is divided by ${(least.deviation / most.deviation).toPrecision(2)}. ` +
      'What all borrowers have in common, the cycle, does not shrink with their number; more replicates shrink the error of a mean.',
    model,
    'The number of borrowers is an economic assumption as long as lenders learn from their own loans: quote results with it.',
  ];
}
