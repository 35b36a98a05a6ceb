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
  const told = paragraphs.filter((one) =>
    /^(All \d|\d+ of \d+ targets|It keeps|It breaks|\d+ admissible|No vector of)/.test(one),
  );
  const sentences = [...told.map(readable), ...conditionSentence(paragraphs)].join(' ');
  return `The parameters are calibrated on this engine, to [these targets](scenarios/targets-us.yaml). ${sentences} ([All of it](docs/calibration.md).)`;
}

/** A paragraph of the page in the words of this one. */
function readable(paragraph: string): string {
  return paragraph
    .replace(
      /^It keeps (\d+) conditions? /,
      'It also keeps the $1 conditions that go beyond targets, ',
    )
    .replace(
      /^(\d+) admissible vectors from (\d+) starts[^:]*: inside all bands in the mean of .*?, and no two nearer than (\S+) of the ranges\.$/,
      '$1 economies, found from $2 starts of the search and no two nearer than $3 of the ranges, fit all targets; the shipped one was chosen from them.',
    );
}

/** "…, … is at most 0.06 in 4 of these; …": how many economies of the set keep each condition, and how that was seen. */
function conditionSentence(paragraphs: readonly string[]): string[] {
  const told = paragraphs.find((text) => text.startsWith('Conditions that must hold'));
  const how = /looked at (in .*? borrowers)/.exec(told ?? '')?.[1];
  if (told === undefined || how === undefined) return [];
  const said = told.slice(told.indexOf(': ') + 2).split('; ');
  const kept = said.flatMap((text) => {
    const found = /^(?:(\d+) of \d+ vectors keep|all keep) (\S+) (at .*?)(?: \(from|\.?$)/.exec(
      text,
    );
    if (!found) return [];
    const [, number = 'all', measure, bounds] = found;
    return [`${conditionWords[measure] ?? `\`${measure}\``} is ${bounds} in ${number}`];
  });
  if (kept.length === 0) return [];
  const [first, ...others] = kept;
  return [
    `Under all institutions at once, ${how}, where luck counts, ${[`${first} of these`, ...others].join('; ')}.`,
  ];
}

/** What the measures of conditions are called in a sentence. */
const conditionWords: Readonly<Record<string, string>> = {
  'lender-share-gap':
    'the largest gap between a lender’s share of loans and its share of applications',
  'lender-calibration-gap': 'the largest gap between a lender’s estimate of default and what comes',
  'lender-worst-profit': 'the profit of the lender that earns least, over what it lent,',
  'stake-over-cost': 'borrowers’ stake in their reputation, over what a default costs them,',
  'life-pd-gap': 'borrowers’ own forecast of default less what comes',
};
