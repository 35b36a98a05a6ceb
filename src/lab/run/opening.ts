import { sides, type Bench, type Side } from '../model/town.ts';
import { footageOf, withFootage, type Film, type Footage } from './film.ts';
import type { TownFacts } from './facts.ts';

/** So many quarters of the opening's films a lab brings along: until its first worker is warm. */
export const quartersBrought = 4;

/** Of one of the towns that a lab opens with: its first quarters, and what its whole run tells. */
export interface OpeningTown extends TownFacts {
  readonly footage: Footage;
}

/** What a lab brings along of the towns that it opens with, made by the same engine when it is built. */
export interface Opening {
  readonly bench: Bench;
  readonly towns: Readonly<Record<Side, OpeningTown>>;
}

/** What is kept of a town's run. */
export function openingTown(film: Film, told: TownFacts): OpeningTown {
  return { ...told, footage: footageOf(film, 0, quartersBrought) };
}

/** The film that begins with what was brought. */
export const filmOf = ({ footage }: OpeningTown): Film => withFootage(undefined, footage);

/** What its whole run tells. */
export const factsOf = ({ numbers, thirds }: OpeningTown): TownFacts => ({ numbers, thirds });

/** Whether two benches are the same towns with the same luck. */
export const isSameBench = (one: Bench, other: Bench): boolean =>
  JSON.stringify(one) === JSON.stringify(other);

/** As a text that `openingIn` reads. */
export function openingText(opening: Opening): string {
  return JSON.stringify(opening, (_, value: unknown) => (isColumn(value) ? [...value] : value));
}

function isColumn(value: unknown): value is Uint8Array | Uint16Array | Int16Array | Float64Array {
  return ArrayBuffer.isView(value) && !(value instanceof DataView);
}

/** What a text says that `openingText` wrote. */
export function openingIn(text: string): Opening {
  const { bench, towns }: Opening = JSON.parse(text);
  const read = ({ footage, numbers, thirds }: OpeningTown): OpeningTown => ({
    numbers,
    thirds: {
      applications: Float64Array.from(thirds.applications),
      approved: Float64Array.from(thirds.approved),
      taken: Float64Array.from(thirds.taken),
      apr: Float64Array.from(thirds.apr),
      repaid: Float64Array.from(thirds.repaid),
      cannotPay: Float64Array.from(thirds.cannotPay),
      willNotPay: Float64Array.from(thirds.willNotPay),
    },
    footage,
  });
  const [a, b] = sides.map((side) => read(towns[side]));
  return { bench, towns: { a, b } };
}
