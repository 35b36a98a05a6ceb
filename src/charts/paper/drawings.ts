import {
  events,
  growthOf,
  agreementWithWeights,
  influenceByDimension,
  influences,
  links,
  parties,
  connected,
  inquiries,
  persons,
  withRecord,
} from '../../paper/index.ts';
import { printedInfluence } from '../../scores/index.ts';
import type { Drawing } from '../chart.ts';
import { paperFigure1, paperFigure3, paperFigure4 } from './figures.ts';
import { paperInfluence } from './influence.ts';
import { paperNetwork } from './network.ts';
import { paperTimeline } from './timeline.ts';
import { paperWeights } from './weights.ts';

/** Those that show what follows from what the paper prints; the others show what it prints. */
export const derivedOfThePaper: readonly string[] = ['table-6', 'influence-by-dimension'];

/** The pictures of the paper's exhibits, by the exhibit's id. */
export function paperDrawings(): ReadonlyMap<string, Drawing> {
  const printed = new Map(printedInfluence.map(({ behaviour, impact }) => [behaviour, impact]));
  const influence = influences().map((row) => ({
    ...row,
    printed: printed.get(row.behaviour) ?? '',
  }));
  return new Map([
    ['table-2', paperTimeline(events)],
    ['figure-1', paperFigure1(persons, withRecord)],
    ['figure-2', paperNetwork(parties, links)],
    ['figure-3', paperFigure3(connected, growthOf(connected)[0])],
    ['figure-4', paperFigure4(inquiries, growthOf(inquiries)[0])],
    ['table-6', paperInfluence(influence)],
    ['influence-by-dimension', paperWeights(influenceByDimension(), agreementWithWeights())],
  ]);
}
