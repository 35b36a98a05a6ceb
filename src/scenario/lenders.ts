import type { z } from 'zod';
import { type Lender, lenderParameters } from '../engine/index.ts';
import { defaultsOf } from '../parameters.ts';
import type { Draft } from './draft.ts';
import { lenderSchema } from './file.ts';
import { readAround, type ReadSoFar } from './reading.ts';
import type { RateAQuarter, TotalRepayment } from '../units.ts';

/** The lenders of a scenario, and what is known of them in spite of mistakes. */
export interface Lenders {
  /** Ordered by id, so that their order in the file changes nothing; undefined if an id, kind or share is not known. */
  readonly all: readonly Lender[] | undefined;
  /** Undefined if the list could not be read. */
  readonly count: number | undefined;
  /**
   * The lowest D at which some lender's costs are covered by a loan of so many instalments that is sure to be repaid;
   * undefined if some cost is not known.
   */
  readonly leastPrice: ((term: number) => TotalRepayment) | undefined;
}

/** How far shares may be from adding up to 1: what rounding to six digits leaves. */
const roundedTo = 1e-6;

/** By how much so many shares of six digits may miss 1, each rounded by half of its last; and what adding them costs. */
const roundingOf = (shares: number) => Math.max(1, shares / 2) * roundedTo + 1e-9;

const partOfLender = lenderSchema.partial();

/** Reads the lenders, and notes what is wrong with them. */
export function readLenders(draft: Draft): Lenders {
  const { given, problems, complain } = draft;
  const isUnreadable = draft.isUnreadable(['lenders']);
  if (given.lenders === undefined && !isUnreadable) {
    complain([['lenders']], 'missing\nadd extends: baseline for its six lenders, or list your own');
  }
  const document = draft.documentOf(['lenders']);
  const entries = (given.lenders ?? []).map((entry, i) =>
    readAround(lenderSchema, partOfLender, entry, document, problems, ['lenders', i]),
  );
  const ids = entries.map(({ value }) => value?.id);
  ids.forEach((id, i) => {
    if (id === undefined || ids.indexOf(id) === i) return;
    complain([['lenders', i, 'id']], `a lender "${id}" is there already\nids are unique`);
  });
  const shares = unlessSomeLost(entries.map(({ value }) => value?.share)) ?? [];
  const total = shares.reduce((sum, share) => sum + share, 0);
  if (shares.length > 0 && Math.abs(total - 1) > roundingOf(shares.length)) {
    complain([['lenders']], `shares add up to ${Number(total.toFixed(6))}, not to 1`);
  }
  if (entries.length === 0 || isUnreadable) {
    return { all: undefined, count: undefined, leastPrice: undefined };
  }
  const all = unlessSomeLost(entries.map(lenderOf));
  const costs = unlessSomeLost(entries.map(costsOf));
  return {
    all: all?.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    count: entries.length,
    leastPrice: costs && leastPriceOf(costs),
  };
}

type Entry = ReadSoFar<z.infer<typeof partOfLender>>;

const usual = defaultsOf(lenderParameters);

function lenderOf({ value = {} }: Entry): Lender | undefined {
  const { id, kind, share, ...costs } = value;
  if (id === undefined || kind === undefined || share === undefined) return undefined;
  const { funding = usual.funding, operating = usual.operating, recovery = usual.recovery } = costs;
  return { id, kind, share, funding, operating, recovery };
}

interface Costs {
  readonly funding: RateAQuarter;
  readonly operating: number;
}

function costsOf({ value, lost }: Entry): Costs | undefined {
  if (!value || lost.some(([key]) => key === 'funding' || key === 'operating')) return undefined;
  const { funding = usual.funding, operating = usual.operating } = value;
  return { funding, operating };
}

/** The lowest D at which some lender's costs are covered, by the term. */
export function leastPriceOf(costs: readonly Costs[]): (term: number) => TotalRepayment {
  return (term) => Math.min(...costs.map((cost) => breakEvenOf(cost, term)));
}

/** D at which D·A_T/T, what a loan repaid in full is worth, is what it costs: 1 + operating. */
function breakEvenOf({ funding, operating }: Costs, term: number): TotalRepayment {
  let annuity = 0;
  for (let x = 0, worth = 1; x < term; x++) {
    worth /= 1 + funding;
    annuity += worth;
  }
  return ((1 + operating) * term) / annuity;
}

function unlessSomeLost<T>(values: readonly (T | undefined)[]): T[] | undefined {
  const known = values.filter((value) => value !== undefined);
  return known.length === values.length ? known : undefined;
}
