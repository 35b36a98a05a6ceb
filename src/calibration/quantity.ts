/** What a target is about: a measure of a ledger, a ratio of two, or a fact of evidence. */
export type Quantity =
  | { readonly kind: 'measure'; readonly measure: string }
  | { readonly kind: 'ratio'; readonly top: string; readonly bottom: string }
  | { readonly kind: 'fact'; readonly fact: string };

/** Numbers of one market: measures by id, facts by `factKey`. NaN where not defined. */
export type MarketNumbers = Readonly<Record<string, number>>;

/** Facts and measures may share an id, so facts are kept under a name of their own. */
export const factKey = (id: string): string => `fact ${id}`;

/** Measures and facts that must be known for these. */
export function neededFor(quantities: readonly Quantity[]): {
  readonly measures: readonly string[];
  readonly facts: readonly string[];
} {
  const measures = quantities.flatMap((one) =>
    one.kind === 'measure' ? [one.measure] : one.kind === 'ratio' ? [one.top, one.bottom] : [],
  );
  const facts = quantities.flatMap((one) => (one.kind === 'fact' ? [one.fact] : []));
  return { measures: [...new Set(measures)], facts: [...new Set(facts)] };
}

/** Its value among the numbers of a market; NaN where it is not defined there. */
export function valueOf(quantity: Quantity, numbers: MarketNumbers): number {
  if (quantity.kind === 'measure') return numbers[quantity.measure] ?? NaN;
  if (quantity.kind === 'fact') return numbers[factKey(quantity.fact)] ?? NaN;
  const bottom = numbers[quantity.bottom] ?? NaN;
  return bottom === 0 ? NaN : (numbers[quantity.top] ?? NaN) / bottom;
}
