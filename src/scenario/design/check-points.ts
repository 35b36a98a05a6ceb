import type { Design } from '../design-types.ts';
import { capTooLow, tooManyQuotes } from '../economy.ts';
import { keptTooLong } from '../choices.ts';
import { tierKey } from '../institutions/combined.ts';
import { leastPriceOf } from '../lenders.ts';
import type { Scenario } from '../scenario.ts';
import { tooShort } from '../top-level.ts';
import { phasesContradict } from './phase-settings.ts';
import { pointsOf, sampledCount, scenarioAt, variedCount } from './points.ts';
import type { DesignReader } from './read-factors.ts';
import type { Setting } from './settings.ts';
import { usualOf } from './occupants.ts';

/** Most points that a design may have. */
const mostPoints = 1_000_000;

/** Notes that a design is too large, or the first of its points that contradicts itself. */
export function checkPoints({ note, scenario, settings }: DesignReader, design: Design): void {
  const [varied, sampled] = [variedCount(design), sampledCount(design.sample)];
  const path = design.varied.length > 0 ? ['vary'] : ['sample'];
  if (varied * sampled > mostPoints) {
    const parts = `${varied.toLocaleString('en')} varied × ${sampled.toLocaleString('en')} sampled`;
    const markets = varied * sampled * scenario.institutions.length * scenario.replicates;
    note(
      path,
      `${parts} = ${(varied * sampled).toLocaleString('en')} points, ${markets.toLocaleString('en')} markets\n` +
        `at most ${mostPoints.toLocaleString('en')} points: fewer values, or a sample in place of a grid`,
    );
    return;
  }
  const whole = { ...scenario, design };
  const points = pointsOf(scenario, design);
  for (let i = 0; i < points.count; i++) {
    const point = points.at(i);
    const text = contradictionIn(scenarioAt(whole, point), settings);
    if (text === undefined) continue;
    const [message = '', hint = ''] = text.split('\n');
    const values = design.factors
      .map(({ key }, k) => `${key} ${JSON.stringify(point.values[k])}`)
      .slice(0, mostNamed);
    const more = design.factors.length > mostNamed ? ', …' : '';
    note(path, `at ${values.join(', ')}${more}: ${message}\n${hint}`);
    return;
  }
}

const mostNamed = 4;

/** What in a scenario cannot be together, each value by itself being allowed; message and hint. */
export function contradictionIn(
  { quarters, burnIn, economy, lenders, institutions }: Scenario,
  settings: ReadonlyMap<string, Setting>,
): string | undefined {
  const shares = lenders.reduce((sum, { share }) => sum + share, 0);
  if (!(Math.abs(shares - 1) < 1e-6) || lenders.some(({ share }) => !(share > 0))) {
    return 'lenders’ shares leave nothing to the others\nshares add up to 1; each is above 0';
  }
  const found =
    tooShort({ quarters, burnIn }, economy) ??
    tooManyQuotes(economy, lenders.length) ??
    capTooLow(economy, leastPriceOf(lenders));
  if (found !== undefined) return found;
  for (const choice of institutions) {
    const untimely = phasesContradict(choice, quarters);
    if (untimely !== undefined) return untimely;
    const phases = (choice.phases ?? []).flatMap(({ becomes }, k) =>
      becomes ? [[`${choice.id}.phase-${k + 1}`, becomes] as const] : [],
    );
    for (const [owner, stands] of [[choice.id, choice] as const, ...phases]) {
      const { id, values, from } = stands;
      const usual = usualOf(stands);
      const tiers =
        from.kind === 'combined' ? from.tiers.map((tier) => tierKey(tier.name, '')) : [''];
      for (const tier of tiers) {
        const valueOf = (own: string) => {
          const name = tier + own;
          const passport = settings.get(`${owner}.${name}`)?.parameter;
          return Number(values[name] ?? usual?.[name] ?? passport?.default ?? 0);
        };
        const kept = keptTooLong(id, ['retentionNegative', 'retentionPositive'], valueOf);
        if (kept) return kept.text;
      }
    }
  }
  return undefined;
}
