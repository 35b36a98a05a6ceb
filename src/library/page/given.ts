import { UserError } from '../../errors.ts';
import type { Scenario } from '../../scenario/index.ts';
import { parseScenario } from '../../scenario/parse.ts';
import { didYouMean } from '../../suggest.ts';
import { withModules } from '../modules.ts';
import { overridesOf, type MarketOptions, type ScenarioObject } from '../options.ts';

/** Texts of the shipped scenarios by id, which the build puts here (scripts/bundle.mjs): a page reads no files. */
declare const shippedTexts: Readonly<Record<string, string>>;

/** A scenario: the id of a shipped one, its text (of more than one line), or an object. */
export type Given = string | ScenarioObject;

/** Ids of the shipped scenarios. */
export const shipped: readonly string[] = Object.keys(shippedTexts);

/**
 * The scenario that is meant, resolved and checked.
 *
 * @throws UserError with every problem found
 */
export async function scenarioOf(given: Given, options: MarketOptions): Promise<Scenario> {
  const { module: load } = withModules(options.modules);
  const read = (reference: string) => shippedText(reference);
  return parseScenario(sourceOf(given, options.name), { read, load }, overridesOf(options));
}

function sourceOf(given: Given, name = 'scenario') {
  if (typeof given === 'string')
    return given.includes('\n') ? { name, text: given } : shippedText(given);
  if (typeof given === 'object' && given !== null && !Array.isArray(given))
    return { name, data: given };
  const hint = 'give the id of a shipped one, its text, or an object';
  throw new UserError([{ message: 'this is no scenario', hint }]);
}

/** The text of a shipped scenario. Its name is that of the command line's, so that its rows are the same. */
function shippedText(id: string) {
  if (Object.hasOwn(shippedTexts, id)) return { name: `${id}.yaml`, text: shippedTexts[id] };
  const message = `no shipped scenario "${id}"`;
  throw new UserError([
    {
      message,
      hint: `${didYouMean(id, shipped)}. A page reads no files: give a text or an object`,
    },
  ]);
}
