import type { Problem } from '../../errors.ts';
import { didYouMean } from '../../suggest.ts';
import type { Draft } from '../draft.ts';
import type { FactorValue } from '../design-types.ts';
import { problemAt } from '../problems.ts';
import type { Scenario } from '../scenario.ts';
import { plausibleAxis, rangeAxis } from './axes.ts';
import type { Setting } from './settings.ts';
import {
  isFactorValue,
  isRange,
  modulesStay,
  rangeProblem,
  undated,
  valueProblem,
  valuesOfRange,
  type Note,
} from './values.ts';

/** What the parts of a design are read with. */
export interface DesignReader {
  readonly draft: Draft;
  readonly settings: ReadonlyMap<string, Setting>;
  readonly scenario: Scenario;
  readonly note: Note;
}

/** Notes problems at the place in the file that has the word on a path. */
export function noteIn(draft: Draft, problems: Problem[]): Note {
  return (path, text) => void problems.push(problemAt(draft.documentOf(path), path, text));
}

/** The setting of a key that stands at `path`; notes one that is not known. */
export function settingAt(
  { draft, settings, note }: DesignReader,
  path: readonly PropertyKey[],
  key: string,
): Setting | undefined {
  const setting = settings.get(key);
  if (setting) return setting;
  const hint = hintFor(key, [...settings.keys()]);
  const where = path.at(-1);
  if (typeof where === 'string') {
    const document = draft.documentOf(path);
    const message = `${String(path[0])}: no value is called "${key}"`;
    draft.problems.push({ ...document.keyAt(path), message, hint });
  } else note(path, `no value is called "${key}"\n${hint}`);
  return undefined;
}

/** What a file says and no design varies, and what to do instead. */
const unvaried: Readonly<Record<string, string>> = {
  'erase.incomeFifths':
    'a group of people is no single value: write a reform for each, beside the others',
  seed: 'all points meet the same people with the same luck; more replicates show what other luck does',
  replicates: 'all points have as many; write replicates: once for all',
  worlds: 'all points have the same; write worlds: once for all',
  institutions: 'which one stands in a place is varied by its name: place.use',
};

/** The nearest key, and those of the same owner; all two hundred would be no help. */
export function hintFor(key: string, known: readonly string[]): string {
  const why = Object.entries(unvaried).find(([end]) => `.${key}`.endsWith(`.${end}`));
  if (why) return why[1];
  const [first = ''] = key.split('.');
  const owner = key.split('.').slice(0, -1).join('.');
  const beside = known.filter((one) => one.startsWith(`${owner}.`) && owner !== '');
  const isOfModule = key === `${first}.use` && beside.length > 0;
  // Of a reform, phases may be varied; all other places but those of modules have a use.
  if (isOfModule && !beside.some((one) => one.includes('.phase-'))) return modulesStay;
  if (beside.length > 0) return didYouMean(key, beside);
  const ofOwner = known.filter((one) => one.startsWith(`${first}.`));
  const groups = ofOwner.map((one) => one.split('.').slice(0, -1).join('.'));
  if (ofOwner.length > 0) return didYouMean(key, [...new Set(groups)]);
  const owners = [...new Set(known.map((one) => one.split('.')[0] ?? one))];
  return `${didYouMean(key, owners)}. A key is economy.group.name, lender.name or institution.name`;
}

/** The values of a varied factor: its list, or its range spelt out. Empty if there is a mistake, which is noted. */
export function readLevels(
  { scenario, note }: DesignReader,
  path: readonly PropertyKey[],
  setting: Setting,
  written: unknown,
): FactorValue[] {
  const given = undated(setting, written);
  if (isRange(given)) {
    const problem = rangeProblem(setting, given);
    if (problem) {
      note(problem.key === undefined ? path : [...path, problem.key], problem.text);
      return [];
    }
    const values = valuesOfRange(setting, given);
    if (typeof values !== 'string') return values;
    note(path, values);
    return [];
  }
  const ids = scenario.lenders.map(({ id }) => id);
  const list: readonly unknown[] = Array.isArray(given) ? given : [given];
  return list.flatMap((value, i) => {
    const text = valueProblem(setting, value, ids);
    if (text === undefined && isFactorValue(value)) return [value];
    note([...path, i], text ?? 'does not fit here');
    return [];
  });
}

/** The axis of a sampled factor: plausible, listed, or a range. */
export function readAxis(
  reader: DesignReader,
  path: readonly PropertyKey[],
  setting: Setting,
  written: unknown,
) {
  const given = undated(setting, written);
  if (given === 'plausible') {
    const axis = plausibleAxis(setting);
    if (axis) return axis;
    reader.note(
      path,
      `${setting.key} has no plausible range in its passport\n` +
        'say where it may lie: { from: …, to: … } or a list of values',
    );
    return undefined;
  }
  if (!isRange(given)) {
    const values = readLevels(reader, path, setting, given);
    return values.length === 0 ? undefined : ({ kind: 'list', values } as const);
  }
  const problem = rangeProblem(setting, given);
  if (!problem) return rangeAxis(setting, given);
  reader.note(problem.key === undefined ? path : [...path, problem.key], problem.text);
  return undefined;
}
