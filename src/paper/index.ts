/** What Xu, Guo & Li print: tables, figures, and checks of them. */
export type { Check } from './check.ts';
export { events, type CreditEvent } from './events.ts';
export { checks, exhibits, type ExhibitRow, type Exhibit } from './exhibits.ts';
export { growthOf, type Growth } from './growth.ts';
export {
  agreementWithWeights,
  influenceByDimension,
  influences,
  type DimensionInfluence,
  type Influence,
} from './influence.ts';
export { checkCells, heading, paperMarkdown } from './markdown.ts';
export { links, parties, type Link, type Party } from './network.ts';
export {
  connected,
  inquiries,
  persons,
  withRecord,
  type YearValue,
  type Series,
} from './series.ts';
export { source } from './source.ts';
