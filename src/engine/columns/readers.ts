import type { Column } from '../../institutions/institution.ts';

/**
 * Columns as they are read: the same numbers, which cannot be written. Readers import these, who writes imports the writer,
 * and a table in test/engine/columns says who may do which. At no cost: they are one object.
 */
export type Readers<Writer> = {
  readonly [Name in keyof Writer]: Writer[Name] extends Column ? Column : Writer[Name];
};
