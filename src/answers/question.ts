import type { DesignOutput } from '../designs/sobol-indices.ts';
import { contenders, indicatorsOf, leadsOf } from './first.ts';
import { differencesOf, type PointValues } from './point-values.ts';
import { rankShares } from './ranks.ts';

/** What is asked of a measure: its level under one institution, a difference between two, or who is first. */
export type Question =
  | { readonly kind: 'level'; readonly institution: string }
  | { readonly kind: 'difference'; readonly institution: string; readonly other: string }
  | { readonly kind: 'first' };

/** A number of every point that answers a question, or a part of it. */
export interface Output {
  /** The institution that it is about. */
  readonly institution: string;
  /** Shape (replicates × points). */
  readonly values: DesignOutput;
}

/**
 * The outputs of which indices are computed: one, or for *who is first* one for each contender, which is 1 where it is first.
 *
 * @param better the measure's good direction
 */
export function answerOutputs(question: Question, values: PointValues, better: string): Output[] {
  if (question.kind === 'first') return perContender(values, better, indicatorsOf);
  return plain(question, values);
}

/**
 * The outputs that screening looks at. Whether somebody is first turns too rarely in a few trajectories to order many
 * factors: how far each contender is ahead of the best of the others says more. That lead is taken by its rank among all
 * points, for a few economies in which welfare is enormous would else decide alone.
 */
export function screenedOutputs(question: Question, values: PointValues, better: string): Output[] {
  if (question.kind === 'first') {
    return perContender(values, better, (...asked) => rankShares(leadsOf(...asked)));
  }
  return plain(question, values);
}

function perContender(
  values: PointValues,
  better: string,
  of: (values: PointValues, institution: number, better: string) => DesignOutput,
): Output[] {
  return contenders(values, better).map((i) => ({
    institution: values.institutions[i],
    values: of(values, i, better),
  }));
}

function plain(question: Exclude<Question, { kind: 'first' }>, values: PointValues): Output[] {
  const place = (id: string) => values.institutions.indexOf(id);
  const { institution } = question;
  const of =
    question.kind === 'level'
      ? values.values[place(institution)]
      : differencesOf(values, place(institution), place(question.other));
  return [{ institution, values: of }];
}
