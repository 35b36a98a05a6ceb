import { expect, it } from 'vitest';
import { allParameters } from './parameter-tables.ts';

/** What a source may be, as the one who wrote another one reads it. */
const allowed =
  'a source is "assumption: " and why, "calibrated: " and a page of docs/, or whose it is and where it stands: a name with a year, a section, a table or an article';

/** Somebody's name, then a year or a place in a text. */
const citation =
  /^(?=\p{Lu}).*(?:\b(?:1[5-9]|20)\d\d\b|\b(?:sections?|Tables?|Figures?|art\.|s\.|p\.) ?\d)/u;
const kinds = [/^assumption: .{10,}/u, /^calibrated: .*docs\/[\w-]+\.md/u, citation];
const isSource = (source: string) => kinds.some((kind) => kind.test(source));

/**
 * They name somebody, but neither year nor place. Their texts belong to code whose hash stands in counts that take long, so
 * that they are mended when these are made anew; who mends one takes it from here. An assumption also needs a range that is plausible.
 */
const toMend = [
  'association-led.retentionNegative',
  'association-led.retentionPositive',
  'dual.carelessness',
];

it('every number of the model says whose it is and where that stands, or why it is assumed', () => {
  const wrong = allParameters.flatMap(([id, { source }]) =>
    isSource(source) ? [] : [{ id, source }],
  );
  const fresh = wrong.filter(({ id }) => !toMend.includes(id));
  const told = fresh.map(({ id, source }) => `${id}: "${source}"`);
  expect(told, allowed).toEqual([]);
  expect(wrong.map(({ id }) => id).toSorted()).toEqual(toMend.toSorted());
});

it.each(['', 'mine', 'Mine', 'assumption', 'assumption: ours', 'calibrated', 'see 2019', 'Smith'])(
  '"%s" is no source',
  (source) => {
    expect(isSource(source)).toBe(false);
  },
);

it.each([
  'assumption: none unless a scenario sets it',
  'calibrated: fits the targets of consumer credit (docs/calibration.md)',
  'Stiglitz & Weiss 1981',
  'Xu, Guo & Li, Table 4',
  'FCRA s. 605(a), 15 U.S.C. 1681c: seven years',
])('"%s" is one', (source) => {
  expect(isSource(source)).toBe(true);
});
