import type { Institution } from '../../institutions/index.ts';
import type { Axis, Design, Factor, FactorValue, PointSample } from '../design-types.ts';
import type { Draft } from '../draft.ts';
import type { ReadExtended } from '../layers.ts';
import type { Scenario } from '../scenario.ts';
import { assumptionsOf } from './assumptions.ts';
import { limited } from './axes.ts';
import { checkPoints } from './check-points.ts';
import { occupantsOf, usualOf } from './occupants.ts';
import { readPointsFile } from './points-file.ts';
import { noteIn, readAxis, readLevels, settingAt, type DesignReader } from './read-factors.ts';
import { readRequirements } from './require.ts';
import { settingsOf, type Setting } from './settings.ts';

/**
 * The design of a scenario, if it has one; its mistakes are noted.
 *
 * @param scenario what all points have in common
 * @param institutionOf the institution behind each of its choices, by id
 * @param read reads the file of points
 */
export function readDesign(
  draft: Draft,
  scenario: Scenario,
  institutionOf: (id: string) => Institution,
  read: ReadExtended,
): Design | undefined {
  const { given, problems } = draft;
  const settings = settingsOf(scenario, (id) => institutionOf(id).parameters);
  const note = noteIn(draft, problems);
  const ids = scenario.institutions.map(({ id }) => id);
  const requirements = readRequirements(given.require, ids, note);
  if (given.vary === undefined && given.sample === undefined) {
    for (const key of ['require', 'series'] as const) {
      if (given[key] !== undefined) note([key], 'belongs to a design\nadd vary: or sample:');
    }
    return undefined;
  }
  const before = problems.length;
  const reader: DesignReader = { draft, settings, scenario, note };
  const { varied, zip } = readVaried(reader);
  const chosen = varied.map(({ setting }) => setting);
  const drawn = readSample(reader, varied, institutionOf, read);
  const factors = [...chosen, ...drawn.factors].map(({ key, target }): Factor => ({ key, target }));
  const areDrawn = drawn.sample?.kind === 'file' && drawn.sample.starts !== undefined;
  const require = requirements(areDrawn);
  notForAll(reader, varied, drawn);
  const sample = sampleWithin(drawn.sample, factors, chosen.length, scenario);
  const design: Design = {
    ...{ factors, zip, require, series: given.series ?? false },
    varied: varied.map(({ values }) => values),
    ...(sample && { sample }),
  };
  if (problems.length === before) checkPoints(reader, design);
  return design;
}

interface Varied {
  readonly setting: Setting;
  readonly values: readonly FactorValue[];
}

function readVaried(reader: DesignReader): { varied: Varied[]; zip: boolean } {
  const { zip = false, ...entries } = reader.draft.given.vary ?? {};
  const varied = Object.entries(entries).flatMap(([key, given]): Varied[] => {
    const path = ['vary', key];
    const setting = settingAt(reader, path, key);
    if (!setting) return [];
    if (typeof given === 'boolean') {
      reader.note(path, 'expected a list of values, or a range\nwrite [false, true] for both');
      return [];
    }
    const values = readLevels(reader, path, setting, given);
    const names = values.map((value) => JSON.stringify(value));
    const twin = names.findIndex((name, i) => names.indexOf(name) !== i);
    if (twin >= 0) reader.note([...path, twin], `${names[twin]} stands here twice`);
    return values.length === 0 ? [] : [{ setting, values }];
  });
  if (typeof zip !== 'boolean') reader.note(['vary', 'zip'], 'expected true or false');
  const lengths = varied.map(({ values }) => values.length);
  if (zip === true && new Set(lengths).size > 1) {
    const named = varied.map(({ setting, values }) => `${setting.key} has ${values.length}`);
    reader.note(
      ['vary', 'zip'],
      `zipped factors go together one by one, but ${named.join(', ')}\ngive each as many values`,
    );
  }
  return { varied, zip: zip === true };
}

interface Drawn {
  readonly factors: readonly Setting[];
  readonly sample?: PointSample;
}

function readSample(
  reader: DesignReader,
  varied: readonly Varied[],
  institutionOf: (id: string) => Institution,
  read: ReadExtended,
): Drawn {
  const { draft, note, scenario, settings } = reader;
  const given = draft.given.sample;
  if (given === undefined) return { factors: [] };
  const { design, points, trajectories, file, over } = given;
  if ((file === undefined) === (design === undefined)) {
    note(['sample'], 'is either drawn or read\nwrite design: sobol or morris, or file: points.csv');
    return { factors: [] };
  }
  if (file !== undefined) {
    if (points !== undefined || trajectories !== undefined) {
      note(['sample'], 'the file says which points there are\nleave points and trajectories out');
    }
    const wanted = Array.isArray(over) ? over : undefined;
    try {
      const { name, text } = read(file, draft.documentOf(['sample']).name, 'points');
      const lenders = scenario.lenders.map(({ id }) => id);
      const { used, ...rows } = readPointsFile(name, text, settings, lenders, wanted);
      notTwice(reader, varied, used);
      return { factors: used, sample: { kind: 'file', ...rows } };
    } catch (error) {
      draft.relay(['sample', 'file'], error);
      return { factors: [] };
    }
  }
  const pairs = readOver(reader, varied, institutionOf).map(
    ([setting, path, range]) => [setting, readAxis(reader, path, setting, range)] as const,
  );
  const kept = pairs.flatMap(([setting, axis]) => (axis ? [{ setting, axis }] : []));
  const factors = kept.map(({ setting }) => setting);
  const axes = kept.map(({ axis }) => axis);
  notTwice(reader, varied, factors);
  const size = design === 'sobol' ? points : trajectories;
  if (size === undefined) {
    const name = design === 'sobol' ? 'points: 512' : 'trajectories: 10';
    note(['sample'], `does not say how large it is\nadd ${name}`);
    return { factors: [] };
  }
  if (axes.length === 0) return { factors: [] };
  const sample: PointSample =
    design === 'sobol'
      ? { kind: 'sobol', points: size, axes }
      : { kind: 'morris', trajectories: size, axes };
  return { factors, sample };
}

/** Keys of a sample with what is said of each: the setting, where it stands, and its range. */
function readOver(
  reader: DesignReader,
  varied: readonly Varied[],
  institutionOf: (id: string) => Institution,
): (readonly [Setting, readonly PropertyKey[], unknown])[] {
  const { draft, note, scenario, settings } = reader;
  const over = draft.given.sample?.over;
  const at = ['sample', 'over'];
  if (over === undefined) {
    note(['sample'], 'does not say over what\nadd over: assumptions, or over: and keys');
    return [];
  }
  if (over === 'assumptions') {
    const taken = new Map(varied.map(({ setting, values }) => [setting.key, values] as const));
    return assumptionsOf(settings, scenario, institutionOf, taken)
      .filter(({ key }) => !taken.has(key))
      .map((setting) => [setting, at, 'plausible'] as const);
  }
  const entries: readonly (readonly [string, PropertyKey, unknown])[] = Array.isArray(over)
    ? over.map((key, i) => [key, i, 'plausible'] as const)
    : Object.entries(over).map(([key, range]) => [key, key, range] as const);
  return entries.flatMap(([key, step, range]) => {
    const path = [...at, step];
    const setting = settingAt(reader, path, key);
    return setting ? [[setting, path, range] as const] : [];
  });
}

function notTwice(
  { note }: DesignReader,
  varied: readonly Varied[],
  drawn: readonly Setting[],
): void {
  const keys = [...varied.map(({ setting }) => setting), ...drawn].map(({ key }) => key);
  const twin = keys.find((key, i) => keys.indexOf(key) !== i);
  if (twin === undefined) return;
  note(['sample'], `${twin} is varied or drawn twice\nleave it in one place`);
}

/** Notes numbers of a place that are varied or drawn by name, and that not everything has which comes to stand there. */
function notForAll(
  { note, draft, scenario }: DesignReader,
  varied: readonly Varied[],
  drawn: Drawn,
): void {
  const occupants = occupantsOf(scenario.institutions);
  const levels = valuesByKey(varied, drawn);
  const areAll = draft.given.sample?.over === 'assumptions';
  const isNamed = [...varied.map(({ setting }) => setting), ...(areAll ? [] : drawn.factors)];
  for (const { target: place, key: of } of isNamed) {
    if (place.of !== 'use') continue;
    const begin = of.slice(0, -'use'.length);
    for (const { key, target } of isNamed) {
      const isOfPlace = target.of === 'institutions' || target.of === 'phases';
      if (!isOfPlace || !key.startsWith(begin)) continue;
      const isNumber = target.of === 'institutions' || target.usual !== undefined;
      const lacking = (levels.get(of) ?? []).map(String).find((name) => {
        const usual = usualOf(occupants[name]) ?? {};
        return isNumber && !Object.hasOwn(usual, target.name);
      });
      if (lacking === undefined) continue;
      const path = varied.some(({ setting }) => setting.key === key) ? ['vary', key] : ['sample'];
      note(path, `${key} is varied, and "${lacking}" has no such value\nleave it out of ${of}`);
    }
  }
}

/** The values that the factors take which are listed. */
function valuesByKey(
  varied: readonly Varied[],
  { factors, sample }: Drawn,
): ReadonlyMap<string, readonly FactorValue[]> {
  const drawn = factors.map(({ key }, i): [string, readonly FactorValue[]] => {
    if (sample?.kind === 'file') return [key, sample.rows.map((row) => row[i])];
    const axis = sample?.axes[i];
    return [key, axis?.kind === 'list' ? axis.values : []];
  });
  return new Map([
    ...varied.map(({ setting, values }) => [setting.key, values] as const),
    ...drawn,
  ]);
}

function sampleWithin(
  sample: PointSample | undefined,
  factors: readonly Factor[],
  first: number,
  scenario: Scenario,
): PointSample | undefined {
  if (!sample || sample.kind === 'file') return sample;
  const axes: readonly Axis[] = limited(sample.axes, factors, first, scenario);
  return { ...sample, axes };
}
