import type { Scenario } from '../scenario/index.ts';
import { canonicalJson } from '../text/json.ts';

/** What is named, not run: it makes no difference to numbers. */
const words = new Set(['id', 'title', 'question', 'source', 'words']);

/** The same of an institution; a module is told by its hash, wherever it lies. */
const namesOnly = /^institutions\.[^.]+\.(?:id|(?:phase-\d+\.becomes\.)?(?:label|from\.path))$/;

/**
 * The settings in which two scenarios differ, one line each: "economy.project.dial: 1 → 2". An institution or lender
 * that only one of them has is one line.
 */
export function scenarioDifferences(a: Scenario, b: Scenario): string[] {
  const left = settings(a);
  const right = settings(b);
  const keys = [...new Set([...left.keys(), ...right.keys()])];
  const isPartOf = (key: string, whole: string) => key.startsWith(`${whole}.`);
  const lone = keys.filter((key) => wholes.test(key) && left.has(key) !== right.has(key));
  return keys
    .filter((key) => left.get(key) !== right.get(key) && !lone.some((one) => isPartOf(key, one)))
    .map((key) => `${key}: ${left.get(key) ?? '–'} → ${right.get(key) ?? '–'}`);
}

/** Settings of a run that are no part of the world that it is about. */
const sizes =
  /^(seed|borrowers|quarters|burnIn|replicates|worlds|sanctions|reference|institutions\.[^.]+):/;

/** Whether two scenarios have the same economy and lenders, and the same rules where they share an institution. */
export function isSameWorld(a: Scenario, b: Scenario): boolean {
  return scenarioDifferences(a, b).every((line) => sizes.test(line));
}

/** An institution, one of its phases or a lender as a whole. */
const wholes = /^(?:(?:institutions|lenders)\.[^.]+|institutions\.[^.]+\.phase-\d+)$/;

function settings(scenario: Scenario): Map<string, string> {
  const found = new Map<string, string>();
  const walk = (path: string, value: unknown) => {
    if (typeof value !== 'object' || value === null) found.set(path, String(value));
    else if (path.endsWith('.phases') && Array.isArray(value)) walkPhases(path, value);
    else if (isPlainList(value)) found.set(path, canonicalJson(value));
    else {
      if (wholes.test(path)) found.set(path, 'there');
      for (const [key, inner] of entriesOf(value)) walk(`${path}.${key}`, inner);
    }
  };
  // As values of phases are named: law.phase-1.from.
  const walkPhases = (path: string, phases: readonly unknown[]) => {
    const owner = path.slice(0, -'.phases'.length);
    for (const [k, phase] of phases.entries()) walk(`${owner}.phase-${k + 1}`, phase);
  };
  for (const [key, value] of Object.entries(scenario)) if (!words.has(key)) walk(key, value);
  for (const key of found.keys()) if (namesOnly.test(key)) found.delete(key);
  return found;
}

/** Lists of things with ids are told apart by id, not by place. */
function entriesOf(value: object): [string, unknown][] {
  if (!Array.isArray(value)) return Object.entries(value);
  return value.map((item: unknown, place) => [idOf(item) ?? String(place), item]);
}

function isPlainList(value: object): boolean {
  return Array.isArray(value) && value.every((item) => idOf(item) === undefined);
}

function idOf(item: unknown): string | undefined {
  if (typeof item !== 'object' || item === null) return undefined;
  const id: unknown = Reflect.get(item, 'id');
  return typeof id === 'string' ? id : undefined;
}
