import type { Market } from '../../engine/index.ts';
import { UserError } from '../../errors.ts';
import { loadExternalFact } from '../../evidence/external.ts';
import type { LoadedFact } from '../../evidence/index.ts';
import { requireBuiltIns } from '../../scenario/institutions/load-here.ts';
import { requirePlainImports, shown, withPulse, type Pulse } from '../../scenario/index.ts';
import { mistakesBeyond, unmetNeeds } from './fact-mistakes.ts';

type Fact = LoadedFact['fact'];

/**
 * A user's fact in this thread, which must serve its file alone.
 *
 * @param pulse shows whether its code runs
 * @throws UserError if it cannot be used, reads files, or changes a built-in
 */
export async function factHere(path: string, pulse?: Pulse): Promise<LoadedFact> {
  requirePlainImports(path);
  const { fact } = await loadExternalFact(path);
  requireBuiltIns(path);
  return { fact: pulse ? watched(fact, pulse) : fact, file: path };
}

/**
 * What a fact says of itself, without its code: institutions of its own lose their rules.
 *
 * @param market that it is to be judged in, if its needs are to be looked at as well
 * @throws UserError with all that is wrong with it
 */
export async function described(path: string, market?: Market): Promise<unknown> {
  const { fact } = await factHere(path).catch(async (error: unknown) => {
    if (!(error instanceof UserError)) throw error;
    const further = await mistakesBeyond(path, error.problems, market);
    throw new UserError([...error.problems, ...further]);
  });
  const unmet = market ? unmetNeeds(path, fact.needs, market) : [];
  if (unmet.length > 0) throw new UserError(unmet);
  const { id, title, source, kind, band, unit, population, value, fitted, how, along } = fact;
  const needs = Object.fromEntries(
    Object.entries(fact.needs).map(([name, { institution, ...need }]) => [
      name,
      { ...need, institution: typeof institution === 'string' ? institution : nameOf(institution) },
    ]),
  );
  const said = { id, title, source, kind, band, unit, population, value, fitted, how, along };
  const data: unknown = JSON.parse(JSON.stringify({ ...said, needs }));
  requireBuiltIns(path);
  return data;
}

const nameOf = ({ id, label }: { readonly id: string; readonly label: string }) => ({ id, label });

/** A fact each of whose functions shows in a pulse while it runs. */
function watched(fact: Fact, pulse: Pulse): Fact {
  const needs = Object.entries(fact.needs).map(([name, need]) => {
    const { institution } = need;
    if (typeof institution === 'string') return [name, need] as const;
    return [name, { ...need, institution: own(institution, pulse) }] as const;
  });
  const of: Fact['of'] = (seen, at) => shown(pulse, () => fact.of(seen, at));
  return { ...fact, needs: Object.fromEntries(needs), of };
}

/** One for each: an institution that two needs name stays one, so that equal markets are run once. */
const known = new WeakMap<object, ReturnType<typeof withPulse>>();

function own(
  institution: Parameters<typeof withPulse>[0],
  pulse: Pulse,
): ReturnType<typeof withPulse> {
  const made = known.get(institution) ?? withPulse(institution, pulse);
  known.set(institution, made);
  return made;
}
