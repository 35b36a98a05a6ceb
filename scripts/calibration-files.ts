import { existsSync, readFileSync } from 'node:fs';
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
 * The source of the parameters (src/engine/parameters.ts) with the numbers of a vector as defaults, all else as it was.
 *
 * @throws Error for a key that is no number of the economy or of every lender
 */
export function parametersWith(source: string, vector: Vector): string {
  return Object.entries(vector).reduce((text, [key, value]) => {
    const [owner = '', ...rest] = key.split('.');
    const [group, name] = owner === 'everyLender' ? ['lenderParameters', ...rest] : rest;
    if (!['economy', 'everyLender'].includes(owner) || group === undefined || name === undefined) {
      throw new Error(`${key} is no number of the economy or of every lender`);
    }
    const at = text.search(new RegExp(`^(  ${group}: \\{|export const ${group} = )`, 'm'));
    const number = new RegExp(`(^ {4}${name}: real\\()-?[\\d.]+`, 'm');
    const after = text.slice(Math.max(at, 0));
    if (at < 0 || !number.test(after)) throw new Error(`${key} has no default that is a number`);
    return text.slice(0, at) + after.replace(number, `$1${value}`);
  }, source);
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
  const told = paragraphs
    .filter((one) =>
      /^(All \d|\d+ of \d|It keeps|It breaks|What must hold|\d+ admissible|No vector of)/.test(one),
    )
    .map((one) => one.replaceAll(/ \(from [^)]*\)/g, ''));
  return `The parameters are calibrated on this engine, to [these targets](scenarios/targets-us.yaml). ${told.join(' ')} ([All of it](docs/calibration.md).)`;
}
