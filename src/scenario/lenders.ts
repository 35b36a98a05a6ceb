import { lenderParameters } from '../engine/parameters.ts';
import type { Lender } from '../engine/setup.ts';
import { defaultsOf } from '../parameters.ts';
import type { Draft } from './draft.ts';
import { lenderSchema } from './file.ts';
import { readBySchema } from './problems.ts';

/** How far shares may be from adding up to 1: what rounding to six digits leaves. */
const tolerance = 1e-6;

/**
 * The lenders of a scenario, ordered by id, so that their order in the file changes nothing.
 * Undefined if there are mistakes among them, which the draft then holds.
 */
export function readLenders(draft: Draft): Lender[] | undefined {
  const { given, problems, complain } = draft;
  if (given.lenders === undefined) {
    if (!draft.isUnreadable('lenders')) {
      complain(
        [['lenders']],
        'missing\nadd extends: baseline for its six lenders, or list your own',
      );
    }
    return undefined;
  }
  const document = draft.documentOf(['lenders']);
  const { share: _, ...costs } = defaultsOf(lenderParameters);
  const known: Lender[] = [];
  for (const [i, entry] of given.lenders.entries()) {
    const lender = readBySchema(lenderSchema, entry, document, problems, ['lenders', i]);
    if (lender === undefined) continue;
    if (known.some(({ id }) => id === lender.id)) {
      complain([['lenders', i, 'id']], `a lender "${lender.id}" is there already\nids are unique`);
    }
    known.push({
      ...lender,
      funding: lender.funding ?? costs.funding,
      operating: lender.operating ?? costs.operating,
      recovery: lender.recovery ?? costs.recovery,
    });
  }
  if (known.length < given.lenders.length) return undefined;
  const total = known.reduce((sum, { share }) => sum + share, 0);
  if (Math.abs(total - 1) > tolerance) {
    complain([['lenders']], `shares add up to ${Number(total.toFixed(6))}, not to 1`);
  }
  return known.toSorted((a, b) => (a.id < b.id ? -1 : 1));
}
