import {
  behaviours,
  printedBands,
  printedInfluence,
  printedWeights,
  shareOwners,
} from '../scores/index.ts';
import type { Check } from './check.ts';
import { checkScore } from './check-score.ts';
import { checkSystem } from './check-system.ts';
import { events } from './events.ts';
import { growthOf } from './growth.ts';
import { influenceByDimension, influences } from './influence.ts';
import { links, parties } from './network.ts';
import { connected, inquiries, organisations, persons, withRecord, type Series } from './series.ts';
import { systems } from './systems.ts';

/** One row of a tidy table, by column. */
export type ExhibitRow = Readonly<Record<string, string | number>>;

/** A table or figure of the paper as the project holds it, or a table derived from them. */
export interface Exhibit {
  /** `table-1` … `figure-4`; also the file stem. */
  readonly id: string;
  readonly title: string;
  /** Section of the paper. */
  readonly section: string;
  readonly rows: readonly ExhibitRow[];
  /** What a reader must know to read it rightly; '' if nothing. */
  readonly note: string;
}

/** Everything, in the order of the paper, with the derived tables after what they derive from. */
export function exhibits(): Exhibit[] {
  return [...tablesOfSystems(), ...figures(), ...tablesOfTheScore()];
}

/** Every statement that we checked, in the order of the exhibits. */
export function checks(): Check[] {
  return [...checkSystem(), ...checkScore()];
}

function tablesOfSystems(): Exhibit[] {
  return [
    {
      id: 'table-1',
      title: 'Table 1. Three systems of personal credit reporting',
      section: '2.2',
      rows: systems.map((system) => ({
        system: system.label,
        representative: system.representative,
        mechanism: system.mechanism,
        'purpose-as-printed': system.purpose,
        'purpose-meant': system.purposeMeant,
        openness: system.openness,
        'data-sources': system.dataSources,
        character: system.character,
      })),
      note: 'Shortened. The purposes of the first two systems look swapped.',
    },
    {
      id: 'table-2',
      title: 'Table 2. How China’s credit reporting was built',
      section: '3.1.1',
      rows: events.map(({ stage, when, event }) => ({ stage, when, event })),
      note: 'Shortened.',
    },
  ];
}

function figures(): Exhibit[] {
  const only = 'Only the years that the text states; the figure’s other points are not in it.';
  return [
    {
      id: 'figure-1',
      title: 'Figure 1. Natural persons in the central registry',
      section: '3.1.2',
      rows: pointRows([persons, withRecord]),
      note: `${only} At the end of ${organisations.year} the registry also held ${organisations.value} million enterprises and other organisations.`,
    },
    {
      id: 'figure-2',
      title: 'Figure 2. Registry, market bureaus, lenders and users',
      section: '3.1.3',
      rows: links.map(({ from, to, carries, stated }) => ({
        from: labelOf(from),
        to: labelOf(to),
        carries,
        basis: stated ? `section ${stated}` : 'our reading',
      })),
      note: 'Drawn anew from the text; the figure itself is a picture without data.',
    },
    {
      id: 'figure-3',
      title: 'Figure 3. Institutions connected to the central registry',
      section: '3.1.3',
      rows: pointRows([connected]),
      note: only,
    },
    {
      id: 'figure-4',
      title: 'Figure 4. Inquiries for personal reports',
      section: '3.1.4',
      rows: pointRows([inquiries]),
      note: `${only} The paper calls the volumes cumulative; they are annual.`,
    },
    {
      id: 'growth',
      title: 'Growth between the points of Figures 1, 3 and 4',
      section: '3.1.2 to 3.1.4',
      rows: [persons, withRecord, connected, inquiries].flatMap((series) =>
        growthOf(series).map(({ from, to, total, perYear }) => ({
          series: series.label,
          from,
          to,
          'total-percent': rounded(total * 100, 2),
          'percent-a-year': rounded(perYear * 100, 2),
        })),
      ),
      note: 'Derived. A first point of “more than” makes the growth an upper bound, a last one a lower bound.',
    },
  ];
}

function tablesOfTheScore(): Exhibit[] {
  const derived = new Map(influences().map((row) => [row.behaviour, row]));
  return [
    {
      id: 'table-3',
      title: 'Table 3. Bands of the Sesame score',
      section: '4.1.1',
      rows: printedBands.map(({ from, to, printed, meant }) => ({ from, to, printed, meant })),
      note: 'A bound belongs to the band that it opens.',
    },
    {
      id: 'table-4',
      title: 'Table 4. Dimensions of the Sesame score',
      section: '4.1.2',
      rows: printedWeights.map(({ dimension, weight, drawsOn }) => ({
        dimension,
        'weight-percent': rounded(weight * 100, 2),
        'draws-on': drawsOn,
      })),
      note: '',
    },
    {
      id: 'table-5',
      title: 'Table 5. Behaviours and market shares',
      section: '4.2',
      rows: behaviours.map(({ id, label, dimension, marketShare }) => ({
        dimension,
        behaviour: label,
        'share-percent': rounded(marketShare * 100, 2),
        whose: shareOwners[id],
      })),
      note: '',
    },
    {
      id: 'table-6',
      title: 'Table 6. Influence of each behaviour',
      section: '4.2',
      rows: printedInfluence.map(({ behaviour, multiplier, impact }) => {
        const row = derived.get(behaviour);
        if (!row) throw new Error(`Table 6 names a behaviour that Table 5 lacks: ${behaviour}`);
        return {
          behaviour: row.label,
          'multiplier-printed': multiplier,
          multiplier: rounded(row.multiplier, 7),
          'impact-printed': impact,
          impact: rounded(row.impact, 3),
          'share-of-total-percent': rounded(row.share * 100, 2),
        };
      }),
      note: 'In the printed order. Multiplier = share × weight ÷ behaviours in the dimension; impact = multiplier ÷ that of identity × 100.',
    },
    {
      id: 'influence-by-dimension',
      title: 'Influence by dimension, as Table 6 implies it',
      section: '4.2',
      rows: influenceByDimension().map(({ dimension, weight, influence }) => ({
        dimension,
        'weight-percent': rounded(weight * 100, 2),
        'influence-percent': rounded(influence * 100, 2),
      })),
      note: 'Derived.',
    },
  ];
}

function pointRows(all: readonly Series[]): ExhibitRow[] {
  return all.flatMap(({ label, unit, points }) =>
    points.map(({ year, value, atLeast }) => ({
      series: label,
      year,
      bound: atLeast ? 'more than' : '',
      value,
      unit,
    })),
  );
}

function labelOf(party: string): string {
  return parties.find(({ id }) => id === party)?.label ?? party;
}

/** Without the dust of binary fractions: 14.61, not 14.610000000000001. */
function rounded(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
