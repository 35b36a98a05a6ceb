import type { Problem } from '../../errors.ts';
import { measures } from '../../measures/registry.ts';
import type { Scenario } from '../../scenario/index.ts';
import { problemAt, type LocatedDocument, type Path } from '../../scenario/reading.ts';
import { didYouMean } from '../../suggest.ts';
import type { Quantity } from '../quantity.ts';
import type { ReadEntry, TargetsLayer } from './layer.ts';
import { targetName, type Target } from '../targets.ts';

/** Facts by id, with their units; undefined for those that cannot be targets. */
type Facts = ReadonlyMap<string, string | undefined>;

/** Where no scale is given, a tenth of the value is one unit of a miss. */
const usualScale = 0.1;
/** Where no band is given, it reaches so many scales to both sides. */
const usualBand = 1.5;
/** Market where none is named: the mature one of a country with a credit bureau. */
const usualMarket = 'market-led';

/** The targets of a file and of what it extends: a nearer one takes the place of its like. Notes what is wrong. */
export function readTargets(
  layers: readonly TargetsLayer[],
  scenario: Scenario,
  facts: Facts,
  problems: Problem[],
): Target[] {
  const found = new Map<string, Target>();
  // Also where what the last one extends could not be read.
  let isSpoilt =
    layers.some((layer) => layer.isSpoilt) || layers.at(-1)?.file.extends !== undefined;
  for (const layer of layers.toReversed()) {
    const { document, file, entries = [] } = layer;
    (file.without ?? []).forEach((id, i) => {
      const gone = [...found.values()].filter(
        (target) => target.id === id || targetName(target) === id,
      );
      if (gone.length === 0) {
        const known = [...new Set([...found.values()].map((target) => target.id))];
        const text = `no target "${id}" in what this file extends\n${didYouMean(id, known)}`;
        problems.push(problemAt(document, ['without', i], text));
      }
      for (const target of gone) found.delete(targetName(target));
    });
    const here = new Set<string>();
    entries.forEach((entry, i) => {
      const at: Path = ['targets', i];
      const market = entry.said.market ?? file.market ?? usualMarket;
      const target = readTarget({ entry, at, market, document, facts, problems });
      if (!scenario.institutions.some(({ id }) => id === market)) {
        const known = scenario.institutions.map(({ id }) => id);
        const place = entry.said.market === undefined ? ['market'] : [...at, 'market'];
        const text = `no institution "${market}" in the scenario ${scenario.id}\n${didYouMean(market, known)}`;
        problems.push(problemAt(document, place, text));
      }
      if (!target) {
        isSpoilt = true;
        return;
      }
      const name = targetName(target);
      if (here.has(name)) {
        const text = `a target "${target.id}" of ${market} is there already\ngive one of them another id`;
        problems.push(problemAt(document, at, text));
      }
      here.add(name);
      found.set(name, target);
    });
  }
  if (found.size === 0 && !isSpoilt) {
    const hint =
      'name at least one, as in { measure: default-rate, value: 0.04, source: … }, or extend a file that does';
    const isNamed = layers.some(({ entries }) => entries !== undefined);
    const text = isNamed ? 'there is no target' : 'targets: missing';
    problems.push(
      problemAt(layers[0].document, layers[0].entries ? ['targets'] : [], `${text}\n${hint}`),
    );
  }
  return [...found.values()];
}

interface Entry {
  readonly entry: ReadEntry;
  readonly at: Path;
  readonly market: string;
  readonly document: LocatedDocument;
  readonly facts: Facts;
  readonly problems: Problem[];
}

function readTarget({ entry, at, market, document, facts, problems }: Entry): Target | undefined {
  const complain = (path: Path, text: string) => {
    problems.push(problemAt(document, [...at, ...path], text));
  };
  const { said, isWhole } = entry;
  const quantity = quantityOf(entry, facts, complain);
  const { value = NaN, source } = said;
  const scale = said.scale ?? usualScale * Math.abs(value);
  if (scale === 0) complain([], 'a target of 0 needs a scale\nadd scale: one unit of a miss');
  const [low, high] = said.band ?? [value - usualBand * scale, value + usualBand * scale];
  if (low >= high && (said.band || scale > 0)) {
    const what = low === high ? 'is empty' : 'is crossed';
    complain(
      ['band'],
      `[${low}, ${high}] ${what}\nwrite [lowest, highest], the first below the second`,
    );
  } else if (value < low || value > high) {
    complain(['value'], `${value} is outside its own band, ${low} to ${high}`);
  }
  if (quantity === undefined || source === undefined || !isWhole) return undefined;
  return {
    id: said.id ?? usualId(quantity),
    ...{ market, quantity, value, scale, source },
    band: [low, high],
    unit: said.unit ?? unitOf(quantity, facts),
  };
}

function quantityOf(
  { said: { measure, ratio, fact }, isWhole }: ReadEntry,
  facts: Facts,
  complain: (path: Path, text: string) => void,
): Quantity | undefined {
  const ids = measures.map(({ id }) => id);
  const given = [measure, ratio, fact].filter((one) => one !== undefined);
  // Of half an entry it cannot be said what it does not name.
  if (given.length > 1 || (given.length === 0 && isWhole)) {
    const what = given.length === 0 ? 'says not what it is about' : 'says twice what it is about';
    complain([], `${what}\nname one of measure: default-rate, ratio: [top, bottom], fact: an-id`);
    return undefined;
  }
  const check = (path: Path, id: string, known: readonly string[], kind: string) => {
    if (known.includes(id)) return true;
    const text =
      kind === 'fact' && facts.has(id)
        ? `the fact "${id}" needs several markets, and a target is of one\nfacts of one market: ${known.join(', ')}`
        : `no ${kind} "${id}"\n${didYouMean(id, known)}`;
    complain(path, text);
    return false;
  };
  if (measure !== undefined) {
    return check(['measure'], measure, ids, 'measure') ? { kind: 'measure', measure } : undefined;
  }
  if (fact !== undefined) {
    const known = [...facts].flatMap(([id, unit]) => (unit === undefined ? [] : [id]));
    return check(['fact'], fact, known, 'fact') ? { kind: 'fact', fact } : undefined;
  }
  if (ratio === undefined) return undefined;
  const [top, bottom] = ratio;
  const both = [
    check(['ratio', 0], top, ids, 'measure'),
    check(['ratio', 1], bottom, ids, 'measure'),
  ];
  return both.every(Boolean) ? { kind: 'ratio', top, bottom } : undefined;
}

function usualId(quantity: Quantity): string {
  if (quantity.kind === 'ratio') return `${quantity.top}/${quantity.bottom}`;
  return quantity.kind === 'fact' ? quantity.fact : quantity.measure;
}

function unitOf(quantity: Quantity, facts: Facts): string {
  if (quantity.kind === 'ratio') return 'ratio';
  if (quantity.kind === 'fact') return facts.get(quantity.fact) ?? '';
  return measures.find(({ id }) => id === quantity.measure)?.unit ?? '';
}
