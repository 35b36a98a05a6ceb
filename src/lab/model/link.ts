import { fileMark, languages } from '../../language.ts';
import { encoreIds, lessonIds, type EncoreId, type LessonId } from './lesson-id.ts';
import { firstBench, town, type Bench, type Settings, type Town } from './town.ts';

/** A part of the page that a teacher may hide. */
export const hidable = ['lens', 'sandbox', 'dial'] as const;
export type Hidable = (typeof hidable)[number];

/** Where in the lab one is. */
export type LabScreen =
  | { readonly screen: 'cover' | 'teacher' }
  | { readonly screen: 'lesson'; readonly lesson: LessonId }
  | { readonly screen: 'encore'; readonly encore: EncoreId }
  | { readonly screen: 'bench'; readonly bench: Bench };

/** All that a link holds. */
export interface Address {
  readonly place: LabScreen;
  readonly language: 'en' | 'zh';
  /** Seed of lessons, where it is not the usual one. */
  readonly seed: string | undefined;
  readonly hidden: readonly Hidable[];
  /** Something in the link could not be read. */
  readonly isBroken: boolean;
}

/** What stands behind `?` or `#` for an address. */
export function written({ place, language, seed, hidden }: Omit<Address, 'isBroken'>): string {
  const parts = new URLSearchParams();
  const mark = fileMark(language);
  if (mark !== '') parts.set('lang', mark);
  if (place.screen === 'lesson') parts.set('lesson', place.lesson);
  if (place.screen === 'encore') parts.set('encore', place.encore);
  if (place.screen === 'teacher') parts.set('teacher', '1');
  if (seed !== undefined) parts.set('seed', seed);
  if (hidden.length > 0) parts.set('hide', hidden.join(','));
  if (place.screen === 'bench') {
    const { bench } = place;
    parts.set('seed', bench.seed);
    for (const key of ['replicate', 'borrowers', 'quarters', 'burnIn'] as const) {
      if (bench[key] !== firstBench[key]) parts.set(key, String(bench[key]));
    }
    parts.set('a', townText(bench.a));
    parts.set('b', townText(bench.b));
    if (Object.keys(bench.set).length > 0) parts.set('set', settingsText(bench.set));
  }
  return parts.toString();
}

/** Reads what `written` wrote, or a teacher: anything that makes no sense gives the usual start, and says so. */
export function read(text: string, fallback: 'en' | 'zh' = 'en'): Address {
  const parts = new URLSearchParams(text.replace(/^[?#]/, ''));
  const troubles: string[] = [];
  const asked = languages.find((one) => one === parts.get('lang'));
  const language = asked ?? (parts.has('lang') ? 'en' : fallback);
  const seed = seedIn(parts, troubles);
  const hidden = hidable.filter((one) => (parts.get('hide') ?? '').split(',').includes(one));
  const place = placeIn(parts, seed, troubles);
  const isBroken = troubles.length > 0;
  const isBench = place.screen === 'bench';
  return { place, language, seed: isBench || isBroken ? undefined : seed, hidden, isBroken };
}

function placeIn(parts: URLSearchParams, seed: string | undefined, troubles: string[]): LabScreen {
  const known = [
    'lang',
    'lesson',
    'encore',
    'teacher',
    'seed',
    'hide',
    'a',
    'b',
    'set',
    'replicate',
    'borrowers',
    'quarters',
    'burnIn',
  ];
  for (const key of parts.keys()) if (!known.includes(key)) troubles.push(key);
  const named = parts.get('lesson');
  if (named !== null) {
    const lesson = lessonIds.find((id) => id === named);
    if (lesson) return { screen: 'lesson', lesson };
    troubles.push('lesson');
  }
  const again = parts.get('encore');
  if (again !== null) {
    const encore = encoreIds.find((id) => id === again);
    if (encore) return { screen: 'encore', encore };
    troubles.push('encore');
  }
  if (parts.has('a') || parts.has('b')) {
    const bench = benchIn(parts, seed, troubles);
    if (troubles.length === 0) return { screen: 'bench', bench };
  }
  return { screen: parts.has('teacher') ? 'teacher' : 'cover' };
}

function benchIn(parts: URLSearchParams, seed = firstBench.seed, troubles: string[]): Bench {
  const whole = (key: 'replicate' | 'borrowers' | 'quarters' | 'burnIn', most: number) => {
    const text = parts.get(key);
    if (text === null) return firstBench[key];
    if (/^\d{1,6}$/.test(text) && Number(text) <= most) return Number(text);
    troubles.push(key);
    return firstBench[key];
  };
  return {
    seed,
    replicate: whole('replicate', 9999),
    borrowers: whole('borrowers', 100_000),
    quarters: whole('quarters', 200),
    burnIn: whole('burnIn', 199),
    set: settingsIn(parts.get('set') ?? '', true, troubles),
    a: townIn(parts.get('a'), troubles) ?? firstBench.a,
    b: townIn(parts.get('b'), troubles) ?? firstBench.b,
  };
}

/** Whether a link can carry this seed. */
export function isLabSeed(seed: string): boolean {
  return /^[\p{L}\p{N} ._-]{1,40}$/u.test(seed);
}

function seedIn(parts: URLSearchParams, troubles: string[]): string | undefined {
  const seed = parts.get('seed');
  if (seed === null || seed === '') return undefined;
  if (isLabSeed(seed)) return seed;
  troubles.push('seed');
  return undefined;
}

/** full-sharing~types-visible~retentionNegative:8,economy.search.quotes:1 */
function townText({ institution, with: values, world, set }: Town): string {
  return [institution, world === 'actual' ? '' : world, settingsText({ ...values, ...set })]
    .join('~')
    .replace(/~+$/, '');
}

function townIn(text: string | null, troubles: string[]): Town | undefined {
  if (text === null) return undefined;
  const [institution, world = '', settings = ''] = text.split('~');
  if (!/^[a-z-]{3,30}$/.test(institution) || !['', 'types-visible'].includes(world))
    troubles.push('town');
  const all = Object.entries(settingsIn(settings, false, troubles));
  const isEconomy = ([key]: readonly [string, unknown]) => key.startsWith('economy.');
  return town(institution, {
    world: world === '' ? 'actual' : 'types-visible',
    with: Object.fromEntries(all.filter((entry) => !isEconomy(entry))),
    set: Object.fromEntries(all.filter(isEconomy)),
  });
}

function settingsText(settings: Settings): string {
  return Object.entries(settings)
    .map(([key, value]) => `${key}:${String(value)}`)
    .join(',');
}

function settingsIn(text: string, isEconomy: boolean, troubles: string[]): Settings {
  const found: Record<string, number | boolean> = {};
  for (const entry of text === '' ? [] : text.split(',')) {
    const [key, value = ''] = entry.split(':');
    const isKey =
      /^(economy\.[a-z]+\.)?[a-zA-Z]+$/.test(key) && (!isEconomy || key.startsWith('economy.'));
    const number = value === 'true' || value === 'false' ? value === 'true' : Number(value);
    if (!isKey || value === '' || Number.isNaN(number)) troubles.push(key);
    else found[key] = number;
  }
  return found;
}
