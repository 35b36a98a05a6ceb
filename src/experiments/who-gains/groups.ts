import { Standing, type Decisions } from './decisions.ts';

/** Where a person stands: nothing asked, refused, or approved in a fifth of price. */
export const places = [
  'did not ask',
  'refused',
  ...[1, 2, 3, 4, 5].map((fifth) => `approved, price fifth ${fifth}`),
] as const;

/** Groups of persons on the eve of a reform, those that nobody can see last. */
export const groupNames: readonly string[] = [
  ...[1, 2, 3, 4, 5].map((fifth) => `income fifth ${fifth}`),
  'thin file',
  'thick file',
  ...places.slice(1),
  'did not ask in the year before',
  'hidden: low hazard',
  'hidden: high hazard',
];

/** Place of each person by its last decision; fifths are those of the prices in `prices`. */
export function placesOf(
  { standing, price }: Decisions['before'],
  prices: Decisions['before'],
): Uint8Array {
  const paid = Float64Array.from([...prices.price].filter((one) => one > 0)).sort();
  const cuts = [0.2, 0.4, 0.6, 0.8].map((share) => paid[Math.floor(share * paid.length)]);
  return Uint8Array.from(standing, (stands, i) => {
    if (stands !== Standing.approved) return stands;
    return 2 + cuts.filter((cut) => price[i] >= cut).length;
  });
}

/** Whether a person is of a group, by the group's place in `groupNames`. */
export function membership(status: Decisions): (group: number, person: number) => boolean {
  const { before, income, safe } = status;
  const place = placesOf(before, before);
  const asked = (i: number) => before.standing[i] !== Standing.none;
  return (group, i) => {
    if (group < 5) return income[i] === group;
    if (group === 5) return asked(i) && before.thin[i] === 1;
    if (group === 6) return asked(i) && before.thin[i] === 0;
    if (group < 13) return place[i] === group - 6;
    if (group === 13) return !asked(i);
    return safe[i] === (group === 14 ? 1 : 0);
  };
}
