import { Document } from 'yaml';
import { withNumbers } from './address.ts';
import type { Evaluation } from './log.ts';
import type { Calibration } from './targets.ts';

/**
 * The scenario of a vector: what differs from the one that was fitted, which it extends.
 *
 * @param base as a file in the output folder names it
 */
export function vectorScenario(
  { id, scenario, free }: Calibration,
  { values }: Pick<Evaluation, 'values'>,
  base: string,
): string {
  const keys = free.map(({ key }) => key);
  const economy: Record<string, Record<string, number>> = {};
  keys.forEach((key, i) => {
    const [owner, group, name] = key.split('.');
    if (owner === 'economy') (economy[group] ??= {})[name] = values[i];
  });
  const { lenders } = withNumbers(scenario, keys, values);
  const ofLenders = keys.some((key) => !key.startsWith('economy.'));
  return new Document({
    version: 1,
    title: `${scenario.title}, fitted to ${id}`,
    question: scenario.question,
    source: `The scenario ${scenario.id}; its free parameters are the best vector that creditlab calibrate found for ${id}.`,
    extends: base,
    ...(Object.keys(economy).length > 0 && { economy }),
    ...(ofLenders && { lenders }),
  }).toString({ lineWidth: 100 });
}
