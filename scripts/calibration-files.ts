import { existsSync, readFileSync } from 'node:fs';
import { isMap, isSeq, type Document } from 'yaml';
import { z } from 'zod';

/** A vector by the keys of its numbers: `economy.group.name`, `everyLender.name`. */
export type Vector = Readonly<Record<string, number>>;

const scenario = z.object({
  economy: z.record(z.string(), z.record(z.string(), z.number())).optional(),
  lenders: z.array(z.looseObject({ operating: z.number() })).optional(),
});

/** The vector of best.yaml. */
export function vectorIn(given: unknown): Vector {
  const { economy = {}, lenders = [] } = scenario.parse(given);
  const numbers = Object.entries(economy).flatMap(([group, values]) =>
    Object.entries(values).map(([name, value]) => [`economy.${group}.${name}`, value] as const),
  );
  const [first] = lenders;
  return Object.fromEntries([
    ...numbers,
    ...(first ? [['everyLender.operating', first.operating] as const] : []),
  ]);
}

/**
 * The text of a scenario with the numbers of a vector in place of its own, comments and all else as it was.
 *
 * @throws Error for a key that is none of the economy or of every lender
 */
export function baselineWith(document: Document, vector: Vector): string {
  for (const [key, value] of Object.entries(vector)) {
    const [owner, group, name] = key.split('.');
    if (owner === 'economy' && name !== undefined) document.setIn(['economy', group, name], value);
    else if (owner === 'everyLender') {
      const lenders = document.get('lenders');
      if (!isSeq(lenders)) throw new Error('the scenario names no lenders');
      for (const lender of lenders.items) if (isMap(lender)) lender.set(group, value);
    } else throw new Error(`${key} is no number of the economy or of every lender`);
  }
  const source = document.get('source');
  if (typeof source === 'string') {
    document.set('source', source.replace('docs/model.md, section 13', 'docs/calibration.md'));
  }
  const economy = document.get('economy');
  if (isMap(economy)) {
    for (const { value } of economy.items) if (isMap(value)) value.flow = true;
  }
  return document.toString({ lineWidth: 100 });
}

/** README: what the parameters are calibrated to. */
export function calibrationSentence(): string {
  const page = 'docs/calibration.md';
  if (!existsSync(page)) {
    return (
      'The parameters come from a fit at the size of a prototype and are not yet calibrated on this engine: others that fit as well ' +
      'may rank the close ones otherwise.'
    );
  }
  // What the search has to say first: how many targets are met, then which conditions are not, and what fights.
  const paragraphs = readFileSync(page, 'utf8').split('\n\n');
  const told = paragraphs.filter((one) =>
    /^(All \d|\d+ of \d|It keeps|It breaks|A miss|\d+ admissible|No vector of)/.test(one),
  );
  return `The parameters are calibrated on this engine, to [these targets](scenarios/targets-us.yaml): ${told.join(' ')} ([All of it](docs/calibration.md).)`;
}
