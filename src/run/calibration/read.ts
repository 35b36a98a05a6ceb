import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute, relative, resolve } from 'node:path';
import type { Calibration } from '../../calibration/index.ts';
import { parseTargets, type TargetsSource } from '../../calibration/file/targets-file.ts';
import { UserError } from '../../errors.ts';
import { marketFacts } from '../../evidence/index.ts';
import { facts } from '../../evidence/registry.ts';
import { programFolder } from '../../program-folder.ts';
import { requireSmall, shippedScenarios, shippedTargets } from '../../scenario/index.ts';
import { loadScenario } from '../../scenario/load.ts';
import { institutions } from '../../institutions/registry.ts';
import { didYouMean } from '../../suggest.ts';
import { fileURLToPath } from 'node:url';

/**
 * The calibration in a targets file, with all it extends.
 *
 * @param name path of the file, or the id of a shipped one
 * @throws UserError with every problem found
 */
export async function loadTargets(name: string): Promise<Calibration> {
  const source = isId(name) && !existsSync(name) ? shipped(name) : readText(resolve(name));
  return parseTargets(source, {
    read: (reference, from) =>
      isId(reference) ? shipped(reference) : readText(resolve(dirname(from), reference)),
    load: loadFitted,
    facts: new Map(
      facts.map((fact) => [fact.id, marketFacts.includes(fact) ? fact.unit : undefined]),
    ),
  });
}

/** The scenario that is fitted, with every built-in institution, so that any can be a target's market. */
async function loadFitted(reference: string, from: string) {
  const isShipped = isId(reference) && shippedScenarios().includes(reference);
  const base = isShipped || isId(reference) ? reference : resolve(dirname(from), reference);
  const plain = await loadScenario(base);
  const ids = plain.institutions.map(({ id }) => id);
  const all = [...ids, ...Object.keys(institutions).filter((id) => !ids.includes(id))];
  const scenario = await loadScenario(base, {
    institutions: all,
    reference: plain.reference,
  });
  return { scenario, base };
}

function shipped(id: string): TargetsSource {
  if (shippedTargets().includes(id)) {
    return readText(fileURLToPath(new URL(`scenarios/${id}.yaml`, programFolder)));
  }
  const hint = `${didYouMean(id, shippedTargets())}. A file of your own begins with ./ or ends in .yaml`;
  throw new UserError([{ message: `no shipped targets "${id}"`, hint }]);
}

/** A bare word is an id, anything with a dot or slash a path. */
function isId(name: string): boolean {
  return !/[./\\]/.test(name);
}

function readText(path: string): TargetsSource {
  const short = relative('', path);
  const name = short.startsWith('..') || isAbsolute(short) || short === '' ? path : short;
  requireSmall(path, name);
  try {
    return { name, text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(path)) };
  } catch (error) {
    const isText = error instanceof TypeError;
    const message = isText
      ? `${name}: is not UTF-8 text; save it as UTF-8`
      : `${name}: there is no such file, or it cannot be read`;
    const hint = `shipped targets: ${shippedTargets().join(', ')}; docs/how-to-calibrate.md begins with a small one`;
    throw new UserError([{ message, ...(basename(path) && { hint }) }], { cause: error });
  }
}
