import type { Market } from '../../engine/index.ts';
import { messageOf, UserError, type Problem } from '../../errors.ts';
import { marketsOf } from '../../evidence/evaluate.ts';
import type { LoadedFact } from '../../evidence/index.ts';
import * as kit from '../../evidence/kit.ts';
import { factIn } from '../../evidence/shape.ts';
import { defaultOf, loadModule } from '../../scenario/index.ts';

/**
 * What is wrong with a user's fact beside what its shape was refused for: a shape that has one mistake is not asked what hangs
 * on several of its keys, nor whether its markets can be had.
 *
 * @param told what its shape was refused for
 * @param market that it is to be judged in, if its needs are to be looked at as well
 */
export async function mistakesBeyond(
  path: string,
  told: readonly Problem[],
  market: Market | undefined,
): Promise<Problem[]> {
  const exported = defaultOf(await loadModule(path, kit).catch(() => undefined));
  if (typeof exported !== 'object' || exported === null) return [];
  const { band, along, needs } = { band: undefined, along: undefined, needs: {}, ...exported };
  const grid = mistakesOf(() => factIn(path, { ...sound, band, along }));
  const sane = Object.entries(Object(needs)).map(([name, need]) => [name, soundPart(path, need)]);
  const markets = market ? unmetNeeds(path, Object.fromEntries(sane), market) : [];
  const known = told.map(({ message }) => message);
  return [...grid, ...markets].filter(({ message }) => !known.includes(message));
}

/** A fact that nothing is wrong with, in which parts of another are tried. */
const sound = {
  ...{ id: 'sound', title: 't', source: 's', kind: 'theory', band: '+', unit: 'u' },
  ...{ population: 'p', needs: { market: { institution: 'none' } }, of: () => 0 },
};

/** Of a need what its shape is not refused for. Numbers of an institution mean nothing without it. */
function soundPart(path: string, need: unknown): Need {
  const fits = (part: object) => {
    const needs = { need: { institution: 'none', ...part } };
    return mistakesOf(() => factIn(path, { ...sound, needs })).length === 0;
  };
  const parts = Object.entries(Object(need)).filter(([key, value]) => fits({ [key]: value }));
  const hasPlace = parts.some(([key]) => key === 'institution');
  const kept = Object.fromEntries(parts.filter(([key]) => hasPlace || key !== 'values'));
  return { institution: 'none', ...kept };
}

type Need = LoadedFact['fact']['needs'][string];

/** What the markets that a fact names lack, of all of them. */
export function unmetNeeds(
  file: string,
  needs: LoadedFact['fact']['needs'],
  market: Market,
): Problem[] {
  // One by one: the first that cannot be had would hide the others.
  return Object.entries(needs).flatMap(([name, need]) => {
    const fact = factIn(file, { ...sound, needs: { [name]: need } });
    return mistakesOf(() => marketsOf(market, [{ fact, file }])).map((problem) => ({
      ...problem,
      message: problem.message.replace(`${sound.id}: `, ''),
    }));
  });
}

function mistakesOf(work: () => unknown): readonly Problem[] {
  try {
    work();
    return [];
  } catch (error) {
    return error instanceof UserError ? error.problems : [{ message: messageOf(error) }];
  }
}
